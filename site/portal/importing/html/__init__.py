"""Pasted or downloaded HTML as a tree: what a page shows, not how it was made to show it."""

from portal.importing.html.reader import read_html

__all__ = ["read_html"]
