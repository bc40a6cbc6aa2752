"""Data files as they were published, read without a word about what cannot be read.

A row that was published in any way can be read again, whatever its columns and periods were called then.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pydantic_core import PydanticCustomError

from portal.model.chronicle import Cell, Part
from portal.model.observation import Observation, Status
from portal.model.period import Period
from portal.readers.names import meant_status
from portal.readers.periods import meant_period, parse_period
from portal.readers.schema import number
from portal.readers.tables import FURTHER, LEADING, meant_header

_KNOWN = frozenset([*LEADING, *FURTHER])

Key = tuple[Period, Part]
Row = tuple[tuple[str, ...], Observation]
"""What a row says, with the members of the dimensions of its table."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table as it was: its dimensions, and each row that can be read."""

    dimensions: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(slots=True)
class LineReader:
    """Reads the lines below one header, each of them once: versions of a table have most lines alike."""

    header: str
    columns: Sequence[str] = ()
    dimensions: tuple[str, ...] = ()
    _known: dict[str, Row | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Understand the header; without one no line says anything."""
        self.columns = meant_header(_cells(self.header)) or ()
        self.dimensions = tuple(name for name in self.columns if name not in _KNOWN)

    def row(self, line: str) -> Row | None:
        """What a line says; None where it cannot be read."""
        if line not in self._known:
            self._known[line] = self._read(line)
        return self._known[line]

    def cell(self, line: str) -> tuple[Key, Cell] | None:
        """Which cell a line states, and what; None where it cannot be read."""
        row = self.row(line)
        if row is None:
            return None
        members, seen = row
        pairs = zip(self.dimensions, members, strict=True)
        part = tuple(sorted((name, member) for name, member in pairs if member))
        return (seen.period, part), Cell(seen.value, seen.status, seen.note)

    def _read(self, line: str) -> Row | None:
        held = {name: cell.strip() for name, cell in zip(self.columns, _cells(line), strict=False)}
        written = held.get("period", "")
        period = parse_period(written) or parse_period(meant_period(written) or "")
        if period is None:
            return None
        value = _value(held.get("value", ""))
        status = _status(held.get("status", ""), value)
        seen = Observation(period, value, status, held.get("note", ""), held.get("source", ""))
        return tuple(held.get(name, "") for name in self.dimensions), seen


def lines_of(text: str) -> tuple[str, list[str]]:
    """The header of a table, and the lines below it."""
    header, *lines = [line for line in text.split("\n") if line.strip()] or [""]
    return header, lines


def plain_table(text: str) -> PlainTable:
    """A data file as it can be read."""
    header, lines = lines_of(text)
    reader = LineReader(header)
    return PlainTable(reader.dimensions, tuple(row for line in lines if (row := reader.row(line))))


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return []


def _value(text: str) -> Decimal | None:
    try:
        return number(text) if text else None
    except PydanticCustomError:
        return None


def _status(text: str, value: Decimal | None) -> Status:
    meant = text if any(text == one.value for one in Status) else meant_status(text)
    status = Status(meant) if meant else Status.NORMAL
    if status.has_value == (value is not None):
        return status
    return Status.MISSING if value is None else Status.NORMAL
