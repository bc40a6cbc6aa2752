"""Slugs: the parts of an address made from Vietnamese text."""

import re
import unicodedata

from vietnamese.spelling import fold

MAX_SLUG_LENGTH = 80
"""The most characters a slug may have; all are ASCII, so also its most bytes."""

# No file names on Windows, whatever their extension: Microsoft, "Naming Files, Paths, and Namespaces".
_PORTS = frozenset(f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES = _PORTS | {"con", "prn", "aux", "nul"}
# Where these stand in an address, the portal puts a page of a list, a language, a folder's page or a feed.
_OWN_NAMES = {"trang", "en", "index", "rss", "atom", "feed"}

RESERVED: frozenset[str] = _DEVICES | _OWN_NAMES
"""Names that have the shape of a slug and may not be one: the portal's own, and device names of Windows."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BETWEEN = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """Give the slug of a Vietnamese text: `Đề án 06/CP` gives `de-an-06-cp`.

    The result satisfies `is_slug`, or is empty where the text has no Latin letter or digit. A longer one
    ends at the last hyphen that leaves at most 80 characters. It may be one of `RESERVED`.
    """
    visible = unicodedata.normalize("NFKC", text)
    if not visible.isprintable():
        visible = "".join(ch for ch in visible if unicodedata.category(ch) != "Cf")
    return _shorten(_BETWEEN.sub("-", fold(visible)).strip("-"))


def is_slug(text: str) -> bool:
    """Say whether `text` is 1 to 80 of `a-z`, `0-9` and `-`, with hyphens only singly and inside."""
    return len(text) <= MAX_SLUG_LENGTH and _SLUG.fullmatch(text) is not None


def _shorten(slug: str) -> str:
    if len(slug) <= MAX_SLUG_LENGTH:
        return slug
    # One character more is looked at, for a hyphen there means that the words before it fit whole.
    kept, _, _ = slug[: MAX_SLUG_LENGTH + 1].rpartition("-")
    return kept or slug[:MAX_SLUG_LENGTH]
