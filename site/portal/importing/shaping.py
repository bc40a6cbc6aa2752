"""A tree as Markdown can say it: what may not stand in an item or a quote is set beside it."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from portal.importing.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Code,
    Content,
    Heading,
    Inline,
    List,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    words_of,
)
from portal.importing.settling import settled
from portal.importing.walking import changed, contents

_DEEPEST = 6


def shaped(blocks: Iterable[Block]) -> Blocks:
    """Give blocks that show the same words in the same order and that the writer can write."""
    return tuple(chain.from_iterable([_shape(block) for block in blocks]))


def _shape(block: Block) -> Blocks:
    if isinstance(block, Paragraph):
        content = settled(block.content)
        return (Paragraph(content),) if content else ()
    if isinstance(block, Heading):
        return _heading(block)
    if isinstance(block, List):
        return _list(block, 1)
    if isinstance(block, Quote):
        return _quote(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Code):
        return (Code(_lines(block.text)),) if block.text.strip() else ()
    return (block,)


def _heading(block: Heading) -> Blocks:
    """A line of words; pictures come after it, and where there are no words there is no heading."""
    words = settled(Run(" ") if isinstance(one, Break) else one for one in _picture_free(block.content))
    pictures = tuple(Paragraph((one,)) for one in block.content if isinstance(one, Picture))
    return ((Heading(block.level, words) if words_of(words) else Paragraph(words)), *pictures)[not words :]


def _lines(text: str) -> str:
    lines = [line.rstrip() for line in text.expandtabs(4).split("\n")]
    return "\n".join(lines).strip("\n")


def _list(block: List, depth: int) -> Blocks:
    """Cut a list where an item holds what none may; the numbers go on after it."""
    made: list[Block] = []
    items: list[Blocks] = []
    start = block.start
    for number, item in enumerate(block.items, block.start):
        kept, beside = _item(item, depth)
        if kept:
            items.append(kept)
        if beside:
            made += [*_some(items, block.ordered, start), *beside]
            items, start = [], number + 1
    return (*made, *_some(items, block.ordered, start))


def _some(items: list[Blocks], ordered: bool, start: int) -> Blocks:
    return (List(tuple(items), ordered, start if ordered else 1),) if items else ()


def _item(blocks: Blocks, depth: int) -> tuple[Blocks, Blocks]:
    """What an item may hold, a paragraph first; and all from the first block on that it may not."""
    kept: list[Block] = []
    flat = _in_item(blocks, depth)
    for at, block in enumerate(flat):
        fits = isinstance(block, Paragraph) or (kept and isinstance(block, List))
        if not fits:
            return tuple(kept), flat[at:]
        if isinstance(block, List) and isinstance(kept[-1], List):
            # Two lists in an item would become one, or two of another kind.
            return tuple(kept), flat[at:]
        kept.append(block)
    return tuple(kept), ()


def _in_item(blocks: Blocks, depth: int) -> Blocks:
    deeper = [
        _list(block, depth + 1) if isinstance(block, List) and depth < _DEEPEST else _shape_flat(block)
        for block in blocks
    ]
    return tuple(chain.from_iterable(deeper))


def _shape_flat(block: Block) -> Blocks:
    """A list that is too deep becomes paragraphs."""
    if not isinstance(block, List):
        return _shape(block)
    return tuple(chain.from_iterable([_shape_flat(one) for item in block.items for one in item]))


def _quote(block: Quote) -> Blocks:
    """Cut a quote where it holds what only the page may."""
    made: list[Block] = []
    held: list[Block] = []
    for inner in shaped(block.blocks):
        if isinstance(inner, Paragraph | List):
            held.append(inner)
        else:
            made += [*_quoted(held), inner]
            held = []
    return (*made, *_quoted(held))


def _quoted(held: list[Block]) -> Blocks:
    return (Quote(tuple(held)),) if held else ()


def _table(table: Table) -> Blocks:
    """A table that says something; pictures in merged cells come after it, for HTML would not find them."""
    rows = tuple(
        tuple(replace(cell, blocks=tuple(map(_no_heading, shaped(cell.blocks)))) for cell in row)
        for row in table.rows
        if row
    )
    made = Table(rows, _head(rows, table.head))
    if not _says_anything(made):
        return ()
    if in_pipes(made):
        return (replace(made, rows=tuple(tuple(map(_one_line, row)) for row in rows)),)
    pictures = tuple(Paragraph((one,)) for row in rows for cell in row for one in _pictures(cell.blocks))
    bare = replace(made, rows=tuple(tuple(map(_without_pictures, row)) for row in rows))
    return (bare, *pictures) if _says_anything(bare) else pictures


def _head(rows: tuple[tuple[Cell, ...], ...], head: int) -> int:
    """How many rows hold heads: all into which a cell of them reaches; none where that would be all."""
    for at, row in enumerate(rows):
        if at < head:
            head = max(head, *(at + cell.rowspan for cell in row))
    return head if head < len(rows) else 0


def _says_anything(table: Table) -> bool:
    return any(cell.blocks for row in table.rows for cell in row)


def in_pipes(table: Table) -> bool:
    """Whether pipes can write a table: one row of heads, equal rows, nothing merged, paragraphs alone."""
    width = len(table.rows[0])
    return (
        table.head == 1
        and not table.merged
        and all(len(row) == width for row in table.rows)
        and all(isinstance(block, Paragraph) for row in table.rows for cell in row for block in cell.blocks)
    )


def _no_heading(block: Block) -> Block:
    # A heading in a table would stand in the outline of the page, where no reader looks for it.
    return Paragraph(block.content) if isinstance(block, Heading) else block


def _one_line(cell: Cell) -> Cell:
    content: list[Inline] = []
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            content += [Break(), *block.content] if content else block.content
    return replace(cell, blocks=(Paragraph(tuple(content)),) if content else ())


def _pictures(blocks: Blocks) -> list[Picture]:
    return [one for content in contents(blocks) for one in content if isinstance(one, Picture)]


def _without_pictures(cell: Cell) -> Cell:
    return replace(cell, blocks=shaped(changed(cell.blocks, _picture_free)))


def _picture_free(content: Content) -> Content:
    return tuple(inline for inline in content if not isinstance(inline, Picture))
