"""Lists from paragraphs that each say how deep they stand, as Word and pasted HTML have them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from portal.importing.document import Block, Blocks, List


@dataclass(frozen=True, slots=True)
class Item:
    """Blocks that are an item at a level from 0; `number` counts it where its list is ordered."""

    blocks: Blocks
    level: int = 0
    number: int | None = None

    @property
    def ordered(self) -> bool:
        """Whether a number stands before it."""
        return self.number is not None


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that belong to the item above them, if that stands higher: what a label of words begins."""

    blocks: Blocks
    level: int


Flat: TypeAlias = Block | Item | Part


def gathered(flat: Iterable[Flat]) -> Blocks:
    """Give blocks in which items that follow one another are lists, the deeper ones in those above them."""
    return tuple(_gathered(flat))


def _gathered(flat: Iterable[Flat]) -> Iterator[Block]:
    for is_item, held in groupby(flat, lambda one: isinstance(one, Item | Part)):
        if is_item:
            yield from _lists([one for one in held if isinstance(one, Item | Part)])
        else:
            yield from (one for one in held if not isinstance(one, Item | Part))


def _lists(items: list[Item | Part]) -> Iterator[Block]:
    """Lists of the highest level of some items: a new one where the kind changes or a number is no next."""
    top = items[0].level
    made: list[tuple[Item, list[Item | Part]]] = []
    for item in items:
        if made and item.level > top:
            made[-1][1].append(item)
            continue
        if made and not _goes_on(made[-1][0], item):
            yield _list(made)
            made = []
        top = item.level
        if isinstance(item, Part):
            yield from item.blocks
        else:
            made.append((item, []))
    if made:
        yield _list(made)


def _goes_on(before: Item, item: Item | Part) -> bool:
    if isinstance(item, Part):
        return False
    if before.number is None or item.number is None:
        return before.number is item.number
    return item.number == before.number + 1


def _list(made: list[tuple[Item, list[Item | Part]]]) -> List:
    items = tuple((*item.blocks, *(_lists(below) if below else ())) for item, below in made)
    first = made[0][0]
    return List(items, first.ordered, first.number if first.number is not None else 1)
