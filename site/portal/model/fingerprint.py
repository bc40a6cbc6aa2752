"""What a value says, as a digest: values that say the same make the same page.

A page can show only what its view was given, so the digest of that stands for all that the page depends on.
A value that holds more than pages may show of it says what counts by a property `marked`.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import blake2b

_SIZE = 16
_PLAIN = frozenset([str, int, float, bool, type(None), Decimal])


class Unmarkable(TypeError):
    """A value of a kind that has no digest; names the kind."""


class Marks:
    """Digests of values, each taken once: equal parts of many values are one object, and looked up."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Stands for all that a value says; raises Unmarkable."""
        if isinstance(value, bytes):
            return b"%d:%b" % (len(value), value)
        kind = type(value)
        if kind in _PLAIN:
            return repr(value).encode()
        if kind is tuple or kind is list:
            return b"(" + b",".join(map(self.of, value)) + b")"  # type: ignore[call-overload]
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        taken = self.once(value)
        # The value itself is kept too, so that its number cannot become another's.
        self._known[id(value)] = (value, taken)
        return taken

    def once(self, value: object) -> bytes:
        """The digest, sixteen bytes, of a value that is part of no other: it is not kept."""
        return blake2b(self._said(value), digest_size=_SIZE).digest()

    def _said(self, value: object) -> bytes:
        kind = type(value)
        if hasattr(kind, "marked"):
            return kind.__qualname__.encode() + self.of(getattr(value, "marked"))  # noqa: B009 (mypy)
        if kind in _PLAIN or isinstance(value, bytes | tuple | list):
            return self.of(value)
        if isinstance(value, datetime | date):
            return value.isoformat().encode()
        if isinstance(value, Mapping):
            held = sorted((self.of(key), self.of(held)) for key, held in value.items())
            return self.of(held)
        if isinstance(value, frozenset | set):
            return b"{" + b",".join(sorted(map(self.of, value))) + b"}"
        if is_dataclass(value) and not isinstance(value, type):
            return kind.__qualname__.encode() + self.of([getattr(value, name) for name in _names(kind)])  # type: ignore[arg-type]
        if isinstance(value, Enum):
            return kind.__qualname__.encode() + self.of(value.value)
        raise Unmarkable(kind.__qualname__)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
