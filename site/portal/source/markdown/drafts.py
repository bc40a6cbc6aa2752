"""A simple text while it is written out: its lines of markup, and what is found on the way."""

import re
from dataclasses import dataclass, field

from portal.source.markdown.filling import Hole
from portal.source.markdown.inline import Beyond, marked_up

# What makes a line other than words of a paragraph, or might.
_MARK = r"(?:[ !#:=>|+-]|\*(?!\*?[^\s*\[]|\*\[)|[0-9]+\. )"
BLOCK_MARK = re.compile(_MARK)
"""Matches the beginning of a block that is, or might be, no paragraph."""

_LINE_MARK = re.compile(rf"\n{_MARK}")


@dataclass(slots=True)
class Draft:
    """A simple text, written out but for its links and figures: a HOLE stands for each of `holes`."""

    language: str
    lines: list[str] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    tables: int = 0
    inside: bool = False

    def marked(self, text: str) -> str:
        """Write words as markup; raises Beyond."""
        return marked_up(text, self.holes)

    def words(self, text: str) -> str:
        """Write lines of words as markup, none of which may begin anything else; raises Beyond."""
        if BLOCK_MARK.match(text) or ("\n" in text and _LINE_MARK.search(text)):
            raise Beyond
        return marked_up(text, self.holes)

    def anchor(self, words: str) -> str:
        """Give the anchor that no heading of the text has yet, made from one that is good for its words."""
        taken = self.anchors.get(words, 0)
        self.anchors[words] = taken + 1
        return f"{words}_{taken}" if taken else words

    def begin(self, tag: str, start: str) -> bool:
        """Go on with the element that has just been closed, or start a new one; true where it goes on."""
        if self.lines and self.lines[-1] == f"</{tag}>":
            self.lines.pop()
            return True
        self.lines.append(start)
        return False
