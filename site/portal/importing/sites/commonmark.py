"""Markdown as Goldmark and kramdown know it, as HTML: the portal's own Markdown differs from both."""

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_PARSER.use(deflist_plugin).use(footnote_plugin)

# kramdown's and Goldmark's lists of attributes: classes, ids, targets; they carry no words.
_ATTRIBUTES = re.compile(r"(?<!\\)\{:[^{}\n]*\}|(?<=\S) +\{[#.][^{}\n]*\}[ \t]*$", re.MULTILINE)
_CONTENTS = re.compile(
    r"^[ \t]*(?:[*+-]|1\.)[ \t]+\S.*\n\{:[ \t]*(?:toc|\.no_toc)[^}\n]*\}[ \t]*$|^\[?\[TOC\]\]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_FENCED = re.compile(
    r"^[ \t]*(?P<fence>`{3,20}|~{3,20})(?![`~]).*?^[ \t]*(?P=fence)[`~]*[ \t]*$", re.MULTILINE | re.DOTALL
)
_TASK = re.compile(r"^([ \t]*(?:[*+-]|[0-9]{1,9}[.)])[ \t]+)\[[ xX]\] ", re.MULTILINE)


def to_html(markdown: str) -> str:
    """Give the HTML of a text; whatever it is, there is no fault."""
    pieces: list[str] = []
    at = 0
    for found in _FENCED.finditer(markdown):
        pieces += [_plain(markdown[at : found.start()]), found[0]]
        at = found.end()
    pieces.append(_plain(markdown[at:]))
    return str(_PARSER.render("".join(pieces)))


def _plain(text: str) -> str:
    return _TASK.sub(r"\1", _ATTRIBUTES.sub("", _CONTENTS.sub("", text)))
