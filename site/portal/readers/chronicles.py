"""What the published versions of a data file stated one after the other, found by comparing them.

Nothing is stored for it: the record has the versions, and a correction cannot be told otherwise than it was.
A row that was published in any way can be read again, whatever it was called then.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import zip_longest

from pydantic_core import PydanticCustomError

from portal.model.chronicle import Cell, Chronicle, Edition, Part, Statement
from portal.model.observation import Observation, Status
from portal.model.period import Period
from portal.readers.names import meant_status
from portal.readers.periods import meant_period, parse_period
from portal.readers.schema import number
from portal.readers.tables import FURTHER, LEADING, Unreadable, meant_header, rows_of
from portal.record.record import Record
from vietnamese.dates import HANOI

_KNOWN = frozenset([*LEADING, *FURTHER])

Key = tuple[Period, Part]


@dataclass(frozen=True, slots=True)
class Published:
    """A version of a data file that was public: its number, when it was published, and its text.

    The text is None where it was erased. `change` is what was said of it when it was published.
    """

    number: int
    at: datetime
    sha256: str
    text: str | None
    change: str = ""


def published_in(record: Record) -> "Versions":
    """The versions that a record has of a data file. Raises what reading a record raises."""

    def versions(file: str) -> Sequence[Published]:
        return [
            Published(one.number, one.published.astimezone(HANOI), one.sha256, record.text(one), one.change)
            for one in record.versions_of(file)
            if not one.withdrawn
        ]

    return versions


Versions = Callable[[str], Sequence[Published]]
"""Gives the versions of a file of the portal that were published, oldest first."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A data file as it was: its dimensions, and each row that can be read, with the members of these."""

    dimensions: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, ...], Observation], ...] = ()

    def cells(self) -> Mapping[Key, Cell]:
        """What each row states; the first of those with one period and part."""
        made: dict[Key, Cell] = {}
        for members, seen in self.rows:
            pairs = zip(self.dimensions, members, strict=True)
            part = tuple(sorted((name, member) for name, member in pairs if member))
            made.setdefault((seen.period, part), Cell(seen.value, seen.status, seen.note))
        return made


def plain_table(text: str) -> PlainTable:
    """A data file as it can be read, without a word about what cannot."""
    try:
        rows = list(rows_of(text))
    except Unreadable:
        return PlainTable()
    header = meant_header(rows[0].cells) if rows else None
    if header is None:
        return PlainTable()
    dimensions = tuple(name for name in header if name not in _KNOWN)
    read = (_row(dict(zip(header, row.cells, strict=False)), dimensions) for row in rows[1:])
    return PlainTable(dimensions, tuple(row for row in read if row))


def _row(cells: Mapping[str, str], dimensions: Sequence[str]) -> tuple[tuple[str, ...], Observation] | None:
    held = {name: text.strip() for name, text in cells.items()}
    written = held.get("period", "")
    period = parse_period(written) or parse_period(meant_period(written) or "")
    if period is None:
        return None
    value = _value(held.get("value", ""))
    status = _status(held.get("status", ""), value)
    seen = Observation(period, value, status, held.get("note", ""), held.get("source", ""))
    return tuple(held.get(name, "") for name in dimensions), seen


def _value(text: str) -> Decimal | None:
    try:
        return number(text) if text else None
    except PydanticCustomError:
        return None


def _status(text: str, value: Decimal | None) -> Status:
    meant = text if any(text == one.value for one in Status) else meant_status(text)
    status = Status(meant) if meant else Status.NORMAL
    return status if status.has_value == (value is not None) else Status.NORMAL if value else Status.MISSING


def chronicle_of(published: Sequence[Published], text: str) -> Chronicle:
    """What the versions stated, oldest first, and what `text`, which stands there now, states beyond them."""
    known = [one for one in published if one.text is not None]
    if not known:
        return Chronicle()
    telling = _Telling()
    for one in known:
        telling.hear(plain_table(one.text or "").cells(), one.at)
    waits = plain_table(text).cells() != telling.now
    if waits:
        telling.hear(plain_table(text).cells(), None)
    return Chronicle(tuple(telling.told), tuple(_editions(published, telling.told, waits=waits)))


@dataclass(slots=True)
class _Telling:
    """Hears one version after another, and tells what each changed."""

    heard: int = 0
    now: Mapping[Key, Cell] = field(default_factory=dict)
    told: list[Statement] = field(default_factory=list)
    counts: dict[Key, int] = field(default_factory=dict)
    owed: dict[Key, int] = field(default_factory=dict)
    """The places among what was told of revisions whose reason was not."""

    def hear(self, cells: Mapping[Key, Cell], at: datetime | None) -> None:
        """One version."""
        begins, before, self.now = not self.heard, self.now, cells
        self.heard += 1
        ordered = sorted({*before, *cells}, key=lambda key: (key[0].order, key[0].text, key[1]))
        for key in ordered:
            old, new = before.get(key), cells.get(key)
            if new and old and new.note != old.note and new.value == old.value:
                self._explain(key, new.note)
            if not _differ(old, new):
                continue
            self.counts[key] = self.counts.get(key, 0) + 1
            if not begins:
                self._tell(key, new, old, at)
        if begins:
            self._begin(cells, at)

    def _begin(self, cells: Mapping[Key, Cell], at: datetime | None) -> None:
        """Of what an indicator begins with, the newest figure alone is news."""
        whole = [(key, cell) for key, cell in cells.items() if not key[1] and cell.value is not None]
        if whole:
            key, cell = max(whole, key=lambda one: one[0][0].order)
            self.told.append(Statement(*key, 1, cell, None, at))

    def _tell(self, key: Key, new: Cell | None, old: Cell | None, at: datetime | None) -> None:
        reason = new.note if new and old and new.note != old.note else ""
        made = Statement(*key, self.counts[key], new, old, at, reason)
        self.owed.pop(key, None)
        if made.is_revision and not reason:
            self.owed[key] = len(self.told)
        self.told.append(made)

    def _explain(self, key: Key, reason: str) -> None:
        """A reason that comes late is that of the last revision, if this had none."""
        place = self.owed.pop(key, None) if reason else None
        if place is not None:
            one = self.told[place]
            self.told[place] = Statement(
                one.period, one.part, one.number, one.seen, one.before, one.at, reason
            )


def _differ(old: Cell | None, new: Cell | None) -> bool:
    """Whether a cell states another figure; what states none is nothing new."""
    return (old.value if old else None) != (new.value if new else None)


def _editions(published: Sequence[Published], told: Sequence[Statement], *, waits: bool) -> Iterator[Edition]:
    reasons: dict[datetime | None, list[str]] = {}
    for said in told:
        if said.is_revision and said.reason:
            reasons.setdefault(said.at, []).append(said.reason)
    replaced = published if waits else published[:-1]
    for one, later in zip_longest(replaced, published[1 : len(replaced) + 1]):
        until = later.at if later else None
        why = "; ".join(dict.fromkeys(reasons.get(until, []))) or (later.change if later else "")
        yield Edition(one.number, one.at, one.sha256, until, why, one.text is not None)
