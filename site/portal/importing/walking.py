"""Looking through a tree, and changing what stands in its paragraphs."""

from collections.abc import Callable
from dataclasses import replace

from portal.importing.document import Block, Blocks, Content, Heading, List, Paragraph, Quote, Table


def contents(blocks: Blocks) -> list[Content]:
    """Give the content of every paragraph and heading, in order, however deep it stands."""
    found: list[Content] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            found.append(block.content)
        else:
            found += [content for inner in within(block) for content in contents(inner)]
    return found


def within(block: Block) -> tuple[Blocks, ...]:
    """Give the blocks that a block holds: of each item, of each cell."""
    if isinstance(block, List):
        return block.items
    if isinstance(block, Quote):
        return (block.blocks,)
    if isinstance(block, Table):
        return tuple(cell.blocks for row in block.rows for cell in row)
    return ()


def changed(blocks: Blocks, change: Callable[[Content], Content]) -> Blocks:
    """Give the same tree with the content of every paragraph and heading changed."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: Callable[[Content], Content]) -> Block:
    if isinstance(block, Paragraph | Heading):
        return replace(block, content=change(block.content))
    if isinstance(block, List):
        return replace(block, items=tuple(changed(item, change) for item in block.items))
    if isinstance(block, Quote):
        return replace(block, blocks=changed(block.blocks, change))
    if isinstance(block, Table):
        rows = [tuple(replace(c, blocks=changed(c.blocks, change)) for c in row) for row in block.rows]
        return replace(block, rows=tuple(rows))
    return block
