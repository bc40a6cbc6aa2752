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


Flat: TypeAlias = Block | Item


def gathered(flat: Iterable[Flat]) -> Blocks:
    """Give blocks in which items that follow one another are lists, the deeper ones in those above them."""
    return tuple(_gathered(flat))


def _gathered(flat: Iterable[Flat]) -> Iterator[Block]:
    for is_item, held in groupby(flat, lambda one: isinstance(one, Item)):
        if is_item:
            yield from _lists([one for one in held if isinstance(one, Item)])
        else:
            yield from (one for one in held if not isinstance(one, Item))


def _lists(items: list[Item]) -> Iterator[List]:
    """Lists of the highest level of some items: a new one where the kind changes or a number is no next."""
    top = items[0].level
    made: list[tuple[Item, list[Item]]] = []
    for item in items:
        if made and item.level > top:
            made[-1][1].append(item)
            continue
        if made and not _goes_on(made[-1][0], item):
            yield _list(made)
            made = []
        top = item.level
        made.append((item, []))
    yield _list(made)


def _goes_on(before: Item, item: Item) -> bool:
    if before.number is None or item.number is None:
        return before.number is item.number
    return item.number == before.number + 1


def _list(made: list[tuple[Item, list[Item]]]) -> List:
    items = tuple((*item.blocks, *(_lists(below) if below else ())) for item, below in made)
    first = made[0][0]
    return List(items, first.ordered, first.number if first.number is not None else 1)
