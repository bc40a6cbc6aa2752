"""What a value says, as a digest: values that say the same make the same page.

A page can show only what its view was given, so the digest of that stands for all that the page depends on.
A value that holds more than pages may show of it says what counts by a property `marked`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from hashlib import blake2b

_SIZE = 16
_PLAIN = frozenset([str, int, float, bool, bytes, type(None), Decimal])


class Unmarkable(TypeError):
    """A value of a kind that has no digest; names the kind."""


class Marks:
    """Digests of values, each taken once: equal parts of many values are one object, and looked up."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Stands for all that a value says; raises Unmarkable."""
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        kind = type(value)
        if kind in _PLAIN:
            return repr(value).encode()
        if kind is tuple or kind is list:
            return self._many(value)  # type: ignore[arg-type]
        taken = self._taken(value)
        # The value itself is kept too, so that its number cannot become another's.
        self._known[id(value)] = (value, taken)
        return taken

    def once(self, value: object) -> bytes:
        """What `of` gives for a value that is part of no other: it is not kept."""
        return self.of(value) if type(value) in _PLAIN else self._taken(value)

    def _many(self, values: Iterable[object]) -> bytes:
        of = self.of
        return b"(" + b",".join([of(value) for value in values]) + b")"

    def _taken(self, value: object) -> bytes:
        if isinstance(value, datetime | date):
            return value.isoformat().encode()
        if isinstance(value, Mapping):
            return self._many(sorted((self.of(key), self.of(held)) for key, held in value.items()))
        if isinstance(value, frozenset | set):
            return b"{" + b",".join(sorted(map(self.of, value))) + b"}"
        said = type(value).__qualname__.encode() + self._many(_held(value))
        return blake2b(said, digest_size=_SIZE).digest()


def _held(value: object) -> Iterable[object]:
    marked = getattr(value, "marked", None)
    if marked is not None:
        held: Iterable[object] = marked
        return held
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, name) for name in _names(type(value))]
    raise Unmarkable(type(value).__qualname__)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
