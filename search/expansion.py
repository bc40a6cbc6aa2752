"""Names that stand for one another: short ones and long ones, former ones and those of today."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.analysis import Token, tokens

MOST_VARIANTS = 4
"""Ways to read a query that are searched, the one as typed among them."""

Row = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """Two names of one thing; who types one finds texts with the other, too."""

    one: str
    other: str

    @property
    def ways(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Give what may be typed, and what it is read as."""
        return (self.one, self.other), (self.other, self.one)


@dataclass(frozen=True, slots=True)
class Variant:
    """A row of words as it is read, and the names in it that were put in the place of others, as written."""

    row: Row
    names: tuple[str, ...] = ()


class Names:
    """Expansions, to be looked up by the words of a query."""

    def __init__(self, expansions: Iterable[Expansion]) -> None:
        """Take expansions; the first have precedence."""
        self._meant: dict[tuple[str, ...], list[Variant]] = {}
        for expansion in expansions:
            for typed, meant in expansion.ways:
                self._meant.setdefault(_folds(typed), []).append(Variant(tuple(tokens(meant)), (meant,)))
        self._longest = max(map(len, self._meant), default=0)

    def variants(self, row: Row) -> tuple[Variant, ...]:
        """Give a row of words, and others with one name in it, or all of them, put in another's place."""
        found = {row: Variant(row)}
        places = list(self._places(row))
        changes = [[(start, end, others[0]) for start, end, others in places]] if len(places) > 1 else []
        changes += [[(start, end, other)] for start, end, others in places for other in others]
        for change in changes:
            made = _replaced(row, change)
            found.setdefault(made.row, made)
        return tuple(found.values())[:MOST_VARIANTS]

    def _places(self, row: Row) -> Iterator[tuple[int, int, Sequence[Variant]]]:
        """Give the names in a row, from left to right, of several the longest, without overlap."""
        start = 0
        while start < len(row):
            for end in range(min(len(row), start + self._longest), start, -1):
                others = self._meant.get(tuple(token.fold for token in row[start:end]))
                if others:
                    yield start, end, others
                    start = end - 1
                    break
            start += 1


def as_data(expansions: Iterable[Expansion]) -> list[list[str]]:
    """Give expansions as they are kept: the folded words of both names, and both as they are written."""
    return [
        [" ".join(_folds(one.one)), " ".join(_folds(one.other)), one.one, one.other] for one in expansions
    ]


def from_data(rows: Iterable[Sequence[str]]) -> tuple[Expansion, ...]:
    """Give expansions from how they are kept."""
    return tuple(Expansion(row[2], row[3]) for row in rows)


def _folds(text: str) -> tuple[str, ...]:
    return tuple(token.fold for token in tokens(text))


def _replaced(row: Row, changes: Sequence[tuple[int, int, Variant]]) -> Variant:
    made = list(row)
    for start, end, other in reversed(changes):
        made[start:end] = other.row
    return Variant(tuple(made), tuple(name for _, _, other in changes for name in other.names))
