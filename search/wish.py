"""How a reader wants the answers: how many, which, in which order."""

from collections.abc import Set
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import reduce

from search.entry import first_second
from search.opened import Index


@dataclass(frozen=True, slots=True)
class Filters:
    """What answers must be; None asks for nothing. Both days are within the span."""

    kind: str | None = None
    category: str | None = None
    unit: str | None = None
    language: str | None = None
    year: str | None = None
    since: date | None = None
    until: date | None = None

    def allowed(self, index: Index) -> Set[int] | None:
        """Give the documents that pass; None where all do."""
        named = [(name, getattr(self, name)) for name in _NAMED]
        sets: list[Set[int]] = [index.named(name, value) for name, value in named if value is not None]
        if self.since or self.until:
            sets.append(self._within(index, reduce(_both, sets) if sets else index.numbers()))
        return reduce(_both, sets) if sets else None

    def _within(self, index: Index, among: Set[int]) -> Set[int]:
        first = first_second(self.since) if self.since else None
        # There is no day after the last one that a date can hold.
        after = first_second(self.until + timedelta(1)) if self.until and self.until < date.max else None
        return {
            number
            for number in among
            if (seconds := index.reader.date(number)) is not None
            and (first is None or seconds >= first)
            and (after is None or seconds < after)
        }


@dataclass(frozen=True, slots=True)
class Wish:
    """How answers are wanted: `limit` of them after `skip`, best first, or newest first where `newest`.

    With `typing` the last word may be the beginning of one.
    """

    limit: int = 20
    skip: int = 0
    filters: Filters = Filters()
    newest: bool = False
    typing: bool = False


_NAMED = tuple(field.name for field in fields(Filters) if field.name not in ("since", "until"))


def _both(one: Set[int], other: Set[int]) -> Set[int]:
    return one & other
