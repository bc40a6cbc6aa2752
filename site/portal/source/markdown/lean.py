"""Python-Markdown without work that cannot show: a pattern is searched only where its sign stands."""

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

# Code, escapes, links and notes, emphasis, raw HTML, entities, line breaks.
_SIGN = re.compile(r"[`\\\[*_<&]|  \n")
_INLINE = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "em_strong": "",
}
_OF_REFERENCES = {"reference", "image_reference", "short_reference", "short_image_ref"}
_BLOCKS = {
    "table": "|",
    "hashheader": "#",
    "deflist": ":",
    "quote": ">",
    "footnote": "]:",
    "abbr": "*[",
    "reference": "]:",
}


class Inline(InlineProcessor):
    """Most runs of words hold no sign, and fifteen patterns were searched in each."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or not _SIGN.search(data):
            return data
        for index, (name, sign) in enumerate(_INLINE.items()):
            if index >= patternIndex and sign in data and (self.md.references or name not in _OF_REFERENCES):
                data = self._all(index, data)
        return data

    def _all(self, index: int, data: str) -> str:
        matched, start, pattern = True, 0, self.inlinePatterns[index]
        while matched:
            data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                pattern, data, index, start
            )
        return data


class Unescape(UnescapeTreeprocessor):
    """Looks for escaped signs only where there are any."""

    def unescape(self, text: str) -> str:
        """Give a text with its escaped signs restored."""
        return super().unescape(text) if STX in text else text


class _Anchors(TocTreeprocessor):
    """Gives headings their anchors, and makes a table of contents only where it is asked for."""

    def _asked(self) -> bool:
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]
        return any(self.marker in line for line in lines)

    def build_toc_div(self, toc_list: list[Any]) -> etree.Element:
        return super().build_toc_div(toc_list) if self._asked() else etree.Element("div")

    def replace_marker(self, root: etree.Element, elem: etree.Element) -> None:
        if self._asked():
            super().replace_marker(root, elem)


class Contents(TocExtension):
    """Python-Markdown's own, but for what no text asks for."""

    TreeProcessorClass = _Anchors


def make_lean(md: Markdown) -> None:
    """Let an engine that has all its extensions leave out what cannot show."""
    md.treeprocessors.register(Inline(md), "inline", 20)
    md.treeprocessors.register(Unescape(md), "unescape", 0)
    for name, sign in _BLOCKS.items():
        _guard(md.parser.blockprocessors[name], sign)
    # Asked a hundred times a text; of a list each name before the right one would be compared.
    md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]


def _guard(processor: BlockProcessor, sign: str) -> None:
    test = processor.test
    processor.test = lambda parent, block: sign in block and test(parent, block)  # type: ignore[method-assign]
