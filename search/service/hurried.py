"""A reader of an index that gives up when a query has taken too long.

Signals reach the main thread alone, so the time is looked at whenever ranking asks for a list.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set

from search.postings import Postings
from search.reader import Reader

Clock = Callable[[], float]
"""Seconds that only ever go on, as `time.monotonic` gives them."""


class TooLong(Exception):
    """A search did not end in its time."""


class Hurried:
    """Gives what another reader gives, until `until` is past; then raises TooLong. For one thread."""

    def __init__(self, reader: Reader, clock: Clock) -> None:
        """Take a reader, and what tells the time."""
        self._reader = reader
        self._clock = clock
        self.until = float("inf")

    def _now(self) -> Reader:
        if self._clock() > self.until:
            raise TooLong
        return self._reader

    @property
    def numbers(self) -> Set[int]:
        """See `Reader`."""
        return self._reader.numbers

    def postings(self, field: str, key: str) -> Postings:
        """See `Reader`."""
        return self._now().postings(field, key)

    def counts(self, field: str, key: str) -> dict[int, int]:
        """See `Reader`."""
        return self._now().counts(field, key)

    def named(self, field: str, name: str) -> frozenset[int]:
        """See `Reader`."""
        return self._now().named(field, name)

    def names(self, field: str) -> Sequence[str]:
        """See `Reader`."""
        return self._now().names(field)

    def lengths(self, field: str) -> Sequence[int]:
        """See `Reader`."""
        return self._now().lengths(field)

    def pair(self, one: str, other: str) -> dict[int, int]:
        """See `Reader`."""
        return self._now().pair(one, other)

    def after(self, one: str, prefix: str) -> Counter[str]:
        """See `Reader`."""
        return self._now().after(one, prefix)

    def words(self, prefix: str) -> Counter[str]:
        """See `Reader`."""
        return self._now().words(prefix)

    def among(self, words: Sequence[str]) -> Counter[str]:
        """See `Reader`."""
        return self._now().among(words)

    def date(self, document: int) -> int | None:
        """See `Reader`."""
        return self._reader.date(document)

    def address(self, document: int) -> str:
        """See `Reader`."""
        return self._reader.address(document)

    def shown(self, document: int) -> Mapping[str, str]:
        """See `Reader`."""
        return self._now().shown(document)

    def close(self) -> None:
        """See `Reader`."""
        self._reader.close()
