"""The difference of two writings: blocks that changed, and in them the words that did."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from portal.revision.alignment import aligned
from portal.revision.words import Word, words_of
from portal.revision.writing import Block, Kind, Writing

_ALIKE = 0.4
_PAIRS = 400  # of blocks compared with one another in one gap
_LOOKED_AT = 400  # words, about, of a block, to see whether it is like another


class Fate(Enum):
    """What became of words or of a block."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that have one fate, as they are written; `spaced` where a space stands before them."""

    fate: Fate
    words: tuple[Word, ...]

    @property
    def spaced(self) -> bool:
        """Whether a space stands before it."""
        return self.words[0].spaced

    @property
    def text(self) -> str:
        """Its words as they are written, with single spaces."""
        first, *more = self.words
        return first.text + "".join(f" {one.text}" if one.spaced else one.text for one in more)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that differs: what became of it, its kind, the name of a field, and its runs of words."""

    fate: Fate
    kind: Kind
    name: str
    runs: tuple[Run, ...]
    former: str = ""
    """The level that a heading had, where that changed."""


Difference = tuple[Passage, ...]


def difference(old: Writing, new: Writing) -> Difference:
    """What differs, in the order of the new writing; empty where both say the same in the same way."""
    return (*_fields(old, new), *_blocks(_bodies(old), _bodies(new)))


def _bodies(writing: Writing) -> Sequence[Block]:
    return [block for block in writing if block.kind is not Kind.FIELD]


def _fields(old: Writing, new: Writing) -> Iterator[Passage]:
    before = {block.name: block for block in old if block.kind is Kind.FIELD}
    after = {block.name: block for block in new if block.kind is Kind.FIELD}
    for name in dict.fromkeys((*before, *after)):
        yield from _of_two(before.get(name), after.get(name))


def _of_two(old: Block | None, new: Block | None) -> Iterator[Passage]:
    if old is None or new is None:
        block, fate = (new, Fate.ADDED) if old is None else (old, Fate.REMOVED)
        if block and (words := words_of(block.text)):
            yield Passage(fate, block.kind, block.name, (Run(fate, words),))
    elif old != new:
        former = old.name if old.name != new.name else ""
        yield Passage(Fate.CHANGED, new.kind, new.name, runs_of(old.text, new.text), former)


def runs_of(old: str, new: str) -> tuple[Run, ...]:
    """Two lines as one: the words of both, each with its fate."""
    mine, theirs = words_of(old), words_of(new)
    pairs = aligned([word.same for word in mine], [word.same for word in theirs])
    found: list[tuple[Fate, Word]] = []
    here, there = 0, 0
    for one, other in [*pairs, (len(mine), len(theirs))]:
        found += [(Fate.REMOVED, word) for word in mine[here:one]]
        found += [(Fate.ADDED, word) for word in theirs[there:other]]
        if other < len(theirs):
            found.append((Fate.SAME, theirs[other]))
        here, there = one + 1, other + 1
    return tuple(_joined(found))


def _joined(found: Sequence[tuple[Fate, Word]]) -> Iterator[Run]:
    running: list[Word] = []
    for place, (fate, word) in enumerate(found):
        running.append(word)
        if place + 1 == len(found) or found[place + 1][0] is not fate:
            yield Run(fate, tuple(running))
            running = []


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    pairs = aligned(old, new)
    moved = _moved(old, new, pairs)
    former = frozenset(moved.values())
    here, there = 0, 0
    for one, other in [*pairs, (len(old), len(new))]:
        left = [old[place] for place in range(here, one) if place not in former]
        right = [new[place] for place in range(there, other) if place not in moved]
        yield from _gap(left, right)
        for place in range(there, other):
            if place in moved and (words := words_of(new[place].text)):
                block = new[place]
                yield Passage(Fate.MOVED, block.kind, block.name, (Run(Fate.SAME, words),))
        here, there = one + 1, other + 1


def _moved(old: Sequence[Block], new: Sequence[Block], pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Where blocks that stand elsewhere now stood before."""
    mine, theirs = {one for one, _ in pairs}, {other for _, other in pairs}
    known: dict[Block, list[int]] = defaultdict(list)
    for place in range(len(old) - 1, -1, -1):
        if place not in mine:
            known[old[place]].append(place)
    come = (place for place in range(len(new)) if place not in theirs)
    return {place: known[new[place]].pop() for place in come if known.get(new[place])}


def _gap(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    """Blocks that stand in one place and differ: those that are alike are one that changed."""
    here, there = 0, 0
    for one, other in [*_likes(old, new), (len(old), len(new))]:
        for block in old[here:one]:
            yield from _of_two(block, None)
        for block in new[there:other]:
            yield from _of_two(None, block)
        if one < len(old):
            yield from _of_two(old[one], new[other])
        here, there = one + 1, other + 1


def _likes(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Pairs of blocks that are each other's versions, both rising, of the greatest likeness in all."""
    if len(old) * len(new) > _PAIRS:
        # A text that was written anew: only what stands at the same place is looked at.
        pairs = zip(range(len(old)), range(len(new)), strict=False)
        return [(one, other) for one, other in pairs if _likeness(old[one], new[other]) >= _ALIKE]
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(one, other) for other in new] for one in old]
    for one in range(len(old) - 1, -1, -1):
        for other in range(len(new) - 1, -1, -1):
            own = alike[one][other]
            paired = best[one + 1][other + 1] + own if own >= _ALIKE else 0.0
            best[one][other] = max(best[one + 1][other], best[one][other + 1], paired)
    found, one, other = [], 0, 0
    while one < len(old) and other < len(new):
        own = alike[one][other]
        if own >= _ALIKE and best[one][other] == best[one + 1][other + 1] + own:
            found.append((one, other))
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            one += 1
        else:
            other += 1
    return found


def _likeness(old: Block, new: Block) -> float:
    """The share of their words that two blocks have alike; none where they are of different kinds."""
    if old.kind is not new.kind:
        return 0.0
    mine, theirs = _sketch(old), _sketch(new)
    total = mine.total() + theirs.total()
    if not total or not mine.total() or not theirs.total():
        return 0.0
    return 2 * (mine & theirs).total() / total


@lru_cache(1024)
def _sketch(block: Block) -> Counter[str]:
    return Counter(word.same for word in words_of(block.text[: _LOOKED_AT * 8]))
