"""What stands inside a block: marked words, links, notes and pictures, written in one of two dialects."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import Protocol, TypeAlias, TypeVar
from urllib.parse import quote

from portal.importing.document import Break, Content, Inline, Mark, NoteMark, Picture, Run
from portal.importing.escaping import escaped
from portal.importing.settling import settled

_TAGS = {
    Mark.BOLD: "strong",
    Mark.ITALIC: "em",
    Mark.STRUCK: "s",
    Mark.RAISED: "sup",
    Mark.LOWERED: "sub",
    Mark.CODE: "code",
}
_STARS = {Mark.BOLD: "**", Mark.ITALIC: "*"}
# Besides letters and digits of any script; a bracket, quote or space would end the target.
_IN_TARGET = "/._~#?=%:@+,;&!$*-"
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_SHOWN_WHOLE = re.compile(r"https?://[A-Za-z0-9/._~?=%:@+,-]+")
_EDGE = re.compile(r"[\s()\[\]“”«»‘’\"'.,;:!?…/–—-]?")


_EDGES, _TOUCHED = ("", ""), ("x", "x")

Sides: TypeAlias = tuple[str, str]
"""The letters before and after words, empty where there are none."""

_Key = TypeVar("_Key")


class Dialect(Protocol):
    """How what stands inside a block is written."""

    def words(self, text: str) -> str:
        """Write words that carry no mark."""

    def marked(self, mark: Mark, text: str, words: str, *, alone: bool) -> str:
        """Mark words; `text` is what they say, `alone` whether no letter touches them."""

    def linked(self, target: str, text: str, words: str) -> str:
        """Let words lead somewhere."""

    def single(self, inline: Inline) -> str:
        """Write what has no words of its own."""


@dataclass(frozen=True, slots=True)
class InMarkdown:
    """Markdown; `notes` gives the label of each note's id, `line_end` what ends a line inside a block."""

    notes: Mapping[str, str]
    line_end: str = "  \n"

    def words(self, text: str) -> str:
        """Escape them."""
        return escaped(text)

    def marked(self, mark: Mark, text: str, words: str, *, alone: bool) -> str:
        """Use stars and backticks where they surely pair, and tags elsewhere."""
        if mark in _STARS and alone:
            return f"{_STARS[mark]}{words}{_STARS[mark]}"
        if mark is Mark.CODE and not set("`|&<\n") & set(text):
            return f"`{text}`"
        return f"<{_TAGS[mark]}>{words}</{_TAGS[mark]}>"

    def linked(self, target: str, text: str, words: str) -> str:
        """Write an address that is its own words between angles, as an editor would."""
        if text == target and _SHOWN_WHOLE.fullmatch(target):
            return f"<{target}>"
        return f"[{words}]({in_target(target)})"

    def single(self, inline: Inline) -> str:
        """Write a label, a line's end or a picture."""
        if isinstance(inline, NoteMark):
            return f"[^{self.notes[inline.note]}]"
        if isinstance(inline, Picture):
            return _picture(inline)
        return self.line_end


@dataclass(frozen=True, slots=True)
class InHtml:
    """HTML for the cells of merged tables, in which Markdown is not read; `notes` has each note's words."""

    notes: Mapping[str, str]

    def words(self, text: str) -> str:
        """Escape them."""
        return html.escape(text, quote=False)

    def marked(self, mark: Mark, text: str, words: str, *, alone: bool) -> str:
        """Use the element."""
        return f"<{_TAGS[mark]}>{words}</{_TAGS[mark]}>"

    def linked(self, target: str, text: str, words: str) -> str:
        """Use the element."""
        return f'<a href="{html.escape(target)}">{words}</a>'

    def single(self, inline: Inline) -> str:
        """Write a line's end; pictures and notes stand elsewhere."""
        return "<br>" if isinstance(inline, Break) else ""


def spans_of(content: Content, dialect: Dialect) -> str:
    """Write the content of one block on one line, or on more where a Break ends one."""
    pieces: list[str] = []
    for link, held, _ in _groups(settled(content), _link_of, _EDGES):
        piece = _marked(held, dialect, tuple(_TAGS), _EDGES)
        if link:
            piece = dialect.linked(link, _text(held), piece)
        # An exclamation mark before a bracket would make a picture of a link.
        if pieces and pieces[-1].endswith("!") and piece.startswith("["):
            pieces[-1] = f"{pieces[-1][:-1]}\\!"
        pieces.append(piece)
    return "".join(pieces)


def in_target(address: str) -> str:
    """Write an address so that it ends where it ends: spaces, brackets and quotes are percent-encoded."""
    kept = "".join([ch if ch.isalnum() or ch in _IN_TARGET else quote(ch) for ch in address])
    return _ENTITY.sub("%26", kept)


def _marked(
    content: Content, dialect: Dialect, layers: tuple[Mark, ...], beside: Sides, *, inside: bool = False
) -> str:
    """Write content whose marks are those of `layers`; `inside` words that are marked already."""
    if not layers:
        return "".join([_single(inline, dialect) for inline in content])
    mark, *rest = layers
    groups = _groups(content, partial(_has, mark), beside)
    if inside and len(groups) > 1:
        # Signs of two marks that begin or end together pair in ways that only Python-Markdown knows.
        groups = _groups(content, partial(_has, mark), _TOUCHED)
    pieces = []
    for marked, held, sides in groups:
        words = _marked(held, dialect, tuple(rest), sides, inside=inside or marked)
        pieces.append(dialect.marked(mark, _text(held), words, alone=_alone(sides)) if marked else words)
    return "".join(pieces)


def _groups(
    content: Content, key: Callable[[Inline], _Key], beside: Sides
) -> list[tuple[_Key, Content, Sides]]:
    """Split content where a key changes; each group comes with the letters on both its sides."""
    groups = [(value, tuple(held)) for value, held in groupby(content, key)]
    between = [_between(before[-1], after[0]) for (_, before), (_, after) in pairwise(groups)]
    lefts = [beside[0], *(left for left, _ in between)]
    rights = [*(right for _, right in between), beside[1]]
    return [
        (value, held, sides)
        for (value, held), sides in zip(groups, zip(lefts, rights, strict=True), strict=True)
    ]


def _between(before: Inline, after: Inline) -> Sides:
    """The letters that meet where content is split: the last one before, and the first one after.

    Where a mark goes on across the split, signs would meet there too: then no stars will do.
    """
    if isinstance(before, Run) and isinstance(after, Run) and before.marks & after.marks:
        return _TOUCHED
    return _text((before,))[-1:], _text((after,))[:1]


def _alone(sides: Sides) -> bool:
    return all(_EDGE.fullmatch(letter) for letter in sides)


def _link_of(inline: Inline) -> str:
    return inline.link if isinstance(inline, Run) else ""


def _has(mark: Mark, inline: Inline) -> bool:
    return isinstance(inline, Run) and mark in inline.marks


def _text(content: Content) -> str:
    return "".join([inline.text if isinstance(inline, Run) else "\n" for inline in content])


def _single(inline: Inline, dialect: Dialect) -> str:
    return dialect.words(inline.text) if isinstance(inline, Run) else dialect.single(inline)


def _picture(picture: Picture) -> str:
    alt = escaped(" ".join(picture.alt.split()))
    caption = escaped(" ".join(picture.caption.split()))
    # Of quotes in a title Python-Markdown takes some for its end.
    caption = caption.replace('"', "&quot;").replace("'", "&#39;")
    title = f' "{caption}"' if caption else ""
    return f"![{alt}]({in_target(picture.name)}{title})"
