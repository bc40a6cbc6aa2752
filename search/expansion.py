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


class Names:
    """Expansions, to be looked up by the words of a query."""

    def __init__(self, expansions: Iterable[Expansion]) -> None:
        """Take expansions; the first have precedence."""
        self._meant: dict[tuple[str, ...], list[Row]] = {}
        for expansion in expansions:
            for typed, meant in expansion.ways:
                self._meant.setdefault(_folds(typed), []).append(tuple(tokens(meant)))
        self._longest = max(map(len, self._meant), default=0)

    def variants(self, row: Row) -> tuple[Row, ...]:
        """Give a row of words, and others with one name in it, or all of them, put in another's place."""
        found = dict.fromkeys([row])
        places = list(self._places(row))
        if len(places) > 1:
            found[_replaced(row, [(start, end, rows[0]) for start, end, rows in places])] = None
        for start, end, rows in places:
            for other in rows:
                found[_replaced(row, [(start, end, other)])] = None
        return tuple(found)[:MOST_VARIANTS]

    def _places(self, row: Row) -> Iterator[tuple[int, int, Sequence[Row]]]:
        """Give the names in a row, from left to right, of several the longest, without overlap."""
        start = 0
        while start < len(row):
            for end in range(min(len(row), start + self._longest), start, -1):
                rows = self._meant.get(tuple(token.fold for token in row[start:end]))
                if rows:
                    yield start, end, rows
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


def _replaced(row: Row, changes: Sequence[tuple[int, int, Row]]) -> Row:
    made = list(row)
    for start, end, other in reversed(changes):
        made[start:end] = other
    return tuple(made)
