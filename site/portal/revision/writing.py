"""A text as its blocks: what stands alone in it and is compared with its like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a block is."""

    FIELD = "field"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its words as people read them. `name` is that of a field, or the level of a heading."""

    kind: Kind
    text: str
    name: str = ""


Writing = tuple[Block, ...]

_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"\|?[ \t:|-]+")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_PICTURE = re.compile(r"!\[([^\]\[]{0,200})\]\(([^()\s]{1,200})[^()]{0,200}\)")
_LINK = re.compile(r"\[([^\]\[]{1,200})\]\(([^()\s]{1,200})[^()]{0,200}\)")
_STRESS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+")


def blocks_of(body: str) -> Writing:
    """The blocks of a Markdown text, in order."""
    return tuple(_blocks(body.replace("\r\n", "\n").split("\n")))


def _blocks(lines: list[str]) -> Iterator[Block]:
    running: list[str] = []
    kind, fence = Kind.PARAGRAPH, ""
    for line in lines:
        found = _FENCE.match(line)
        if fence or found:
            if running and not fence:
                yield _block(kind, running)
                running = []
            if found and (not fence or fence == found[1]):
                fence = "" if fence else found[1]
            elif line.strip():
                yield Block(Kind.CODE, line.rstrip())
            continue
        begins = _kind_of(line, kind if running else None)
        if begins is not None:
            if running:
                yield _block(kind, running)
            running, kind = [], begins
        if line.strip() and not (kind is Kind.ROW and _RULE.fullmatch(line.strip())):
            running.append(line.strip())
    if running:
        yield _block(kind, running)


def _kind_of(line: str, running: Kind | None) -> Kind | None:
    """The kind of the block that a line begins, or ends the one before with; None where that goes on."""
    bare = line.strip()
    if not bare:
        return Kind.PARAGRAPH
    if _HEADING.match(line):
        return Kind.HEADING
    if bare.startswith("|"):
        return Kind.ROW
    if _ITEM.match(line):
        return Kind.ITEM
    if bare.startswith(">"):
        return None if running is Kind.QUOTE else Kind.QUOTE
    return Kind.PARAGRAPH if running in (None, Kind.HEADING, Kind.ROW) else None


def _block(kind: Kind, lines: list[str]) -> Block:
    text = " ".join(lines)
    if kind is Kind.HEADING and (found := _HEADING.match(text)):
        return Block(kind, readable(found[2].rstrip("# ")), str(len(found[1])))
    if kind is Kind.ITEM:
        text = _ITEM.sub("", text, count=1)
    elif kind is Kind.QUOTE:
        text = " ".join(line.lstrip("> ") for line in lines)
    elif kind is Kind.ROW:
        text = " | ".join(cell.strip() for cell in text.strip("|").split("|"))
    return Block(kind, readable(text))


def readable(text: str) -> str:
    """Words without their marks of stress; where a link leads, and which picture stands there, is kept."""
    text = _PICTURE.sub(r"\1 ⟨\2⟩", text)
    text = _LINK.sub(r"\1 ⟨\2⟩", text)
    return " ".join(_STRESS.sub("", text).split())
