"""What Word leaves behind is put right: debris, lists typed by hand, headings that are only bold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from portal.importing.characters import cleaned
from portal.importing.document import (
    Block,
    Blocks,
    Break,
    Content,
    Heading,
    Mark,
    Paragraph,
    Picture,
    Run,
    Table,
    words_of,
)
from portal.importing.headings import is_bold
from portal.importing.levels import Flat, Item, gathered
from portal.importing.settling import settled
from portal.importing.walking import changed

_BULLET = re.compile(r"([-–—•·●○▪■□◦‣⁃➢➤✓✔§+])\s+(?=\S)")
_NUMBER = re.compile(r"([1-9][0-9]{0,2})\.\s+(?=\S)")
_CAPTION_LENGTH = 250


def tidied(blocks: Iterable[Block]) -> Blocks:
    """Give blocks without debris, with lists typed by hand as lists, and without frames around text."""
    clean = changed(tuple(blocks), lambda content: settled(cleaned(content)))
    kept = tuple(_unboxed(_without_empty(clean)))
    return _captioned(gathered(_by_hand(kept)))


def _without_empty(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Paragraph | Heading) or block.content:
            yield block


def _unboxed(blocks: Iterable[Block]) -> Iterator[Block]:
    """A table of one cell is a frame around text."""
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) == 1 and len(block.rows[0]) == 1:
            yield from _unboxed(_without_empty(block.rows[0][0].blocks))
        else:
            yield block


def _by_hand(blocks: Blocks) -> list[Flat]:
    flat: list[Flat] = [_bullet(block) for block in blocks]
    return _numbered(flat)


def _bullet(block: Block) -> Flat:
    """A paragraph that begins with a bullet is an item; in Vietnamese offices a plus is one level deeper."""
    if not isinstance(block, Paragraph) or not block.content:
        return block
    first = block.content[0]
    found = _BULLET.match(first.text) if isinstance(first, Run) else None
    if not found:
        return block
    return Item((_without_start(block, found.end()),), 1 if found[1] == "+" else 0)


def _without_start(block: Paragraph, length: int) -> Paragraph:
    first, *rest = block.content
    kept = [replace(first, text=first.text[length:])] if isinstance(first, Run) else []
    return Paragraph(settled((*kept, *rest)))


def _numbered(flat: list[Flat]) -> list[Flat]:
    """Paragraphs that follow one another and count on from each other are items."""
    numbers = [_number(one) for one in flat]
    beside = [None, *numbers, None]
    made: list[Flat] = []
    for at, (one, number) in enumerate(zip(flat, numbers, strict=True), 1):
        in_row = number is not None and (beside[at - 1] == number - 1 or beside[at + 1] == number + 1)
        made.append(_item(one, number) if in_row and number and isinstance(one, Paragraph) else one)
    return made


def _number(one: Flat) -> int | None:
    if not isinstance(one, Paragraph) or not one.content or is_bold(one.content):
        return None
    first = one.content[0]
    found = _NUMBER.match(first.text) if isinstance(first, Run) else None
    return int(found[1]) if found else None


def _item(block: Paragraph, number: int) -> Item:
    first = block.content[0]
    found = _NUMBER.match(first.text) if isinstance(first, Run) else None
    return Item((_without_start(block, found.end() if found else 0),), 0, number)


def _captioned(blocks: Blocks) -> Blocks:
    """A short paragraph in italics below a lone picture is its caption."""
    made: list[Block] = []
    for block in blocks:
        before = made[-1] if made else None
        if isinstance(before, Paragraph) and isinstance(block, Paragraph) and _is_caption(before, block):
            picture = before.content[0]
            assert isinstance(picture, Picture)
            made[-1] = Paragraph((replace(picture, caption=words_of(block.content)),))
        else:
            made.append(block)
    return tuple(made)


def _is_caption(before: Paragraph, block: Paragraph) -> bool:
    lone = (
        len(before.content) == 1 and isinstance(before.content[0], Picture) and not before.content[0].caption
    )
    words = words_of(block.content)
    return lone and len(words) <= _CAPTION_LENGTH and _all_italic(block.content)


def _all_italic(content: Content) -> bool:
    held = [one for one in content if not isinstance(one, Break)]
    return bool(held) and all(isinstance(one, Run) and Mark.ITALIC in one.marks for one in held)
