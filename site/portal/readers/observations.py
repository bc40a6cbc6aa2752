"""The rows of a data file as observations; what is wrong is said by row and column."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic_core import PydanticCustomError

from portal.model.observation import Observation, Status
from portal.model.period import Period
from portal.problems.problem import Location, Problem
from portal.readers.desk import Desk, hint
from portal.readers.guarding import guard_data
from portal.readers.names import meant_status, plain
from portal.readers.periods import meant_period, parse_period
from portal.readers.schema import number
from portal.readers.tables import (
    FURTHER,
    LEADING,
    SEPARATORS,
    Row,
    Unreadable,
    meant_header,
    rows_of,
    separator_of,
)
from portal.source.text import SourceText


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what figures lie, both included; None for no bound."""

    least: Decimal | None = None
    most: Decimal | None = None

    def hold(self, value: Decimal) -> bool:
        """Whether a figure lies between them."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


@dataclass(frozen=True, slots=True)
class Entry:
    """One observation, by whose members it is, and the row in which it stands."""

    seen: Observation
    members: tuple[str, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Table:
    """What a data file says, in the order of its rows."""

    source: SourceText
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]

    def at(self, row: Row, column: str) -> Location:
        """Where a cell stands."""
        return _at(self.source, row, self.columns.index(column))


def read_table(desk: Desk, file: str, dimensions: Sequence[str] | None, bounds: Bounds) -> Table | None:
    """Read a data file; None where nothing of it can be understood.

    Where the dimensions are not known, no column is one too many.
    """
    source = desk.source(file)
    rows = _rows(desk, source, dimensions) if source else None
    if source is None or rows is None:
        return None
    guard_data(desk, source)
    reading = _Reading(desk, source, tuple(rows[0].cells), tuple(dimensions or ()), bounds, {})
    entries = [entry for row in rows[1:] if (entry := reading.entry(row))]
    return Table(source, reading.columns, tuple(entries))


def _rows(desk: Desk, source: SourceText, dimensions: Sequence[str] | None) -> list[Row] | None:
    """The header, with the names that it means, and the rows below it; None where there is none."""
    separator = separator_of(source.text)
    if separator != ",":
        name, name_en = SEPARATORS[separator]
        desk.say("table/separator", source.at(source.text.find(separator)), name=name, name_en=name_en)
        return None
    try:
        rows = list(rows_of(source.text))
    except Unreadable as error:
        desk.say("table/unreadable", source.on_line(error.line))
        return None
    header = meant_header(rows[0].cells) if rows else None
    if header is None:
        value = ",".join(rows[0].cells) if rows else ""
        desk.say("table/header", source.on_line(rows[0].line if rows else 1, 1, len(value)), value=value)
        return None
    if not _are_known(desk, source, rows[0], header, dimensions):
        return None
    if len(rows) == 1:
        desk.say("table/empty", source.on_line(rows[0].line))
    return [Row(rows[0].line, header, rows[0].starts), *rows[1:]]


def _are_known(
    desk: Desk, source: SourceText, row: Row, header: list[str], dimensions: Sequence[str] | None
) -> bool:
    sound = True
    for place, (cell, meant) in enumerate(zip(row.cells, header, strict=True)):
        if meant in (*LEADING, *FURTHER):
            if cell != meant:
                desk.say("field/alias", _at(source, row, place), field=cell, meant=meant)
        elif dimensions is not None and meant not in dimensions:
            near = hint(meant, (*FURTHER, *dimensions))
            desk.say("table/column", _at(source, row, place), name=cell, hint=near)
            sound = False
    for one in dimensions or ():
        if one not in header:
            desk.say("table/no-column", source.on_line(row.line), name=one)
            sound = False
    return sound


def _at(source: SourceText, row: Row, place: int) -> Location:
    start = row.starts[place] if place < len(row.starts) else 1
    end = row.starts[place + 1] - 1 if place + 1 < len(row.starts) else None
    line = source.on_line(row.line).excerpt
    return source.on_line(row.line, start, max(1, len(line[start - 1 : end and end - 1])))


@dataclass(slots=True)
class _Reading:
    desk: Desk
    source: SourceText
    columns: tuple[str, ...]
    dimensions: tuple[str, ...]
    bounds: Bounds
    first: dict[tuple[str, tuple[str, ...]], int]

    def entry(self, row: Row) -> Entry | None:
        """One row as an observation."""
        if len(row.cells) != len(self.columns):
            count, wanted = str(len(row.cells)), str(len(self.columns))
            self.desk.say("table/columns", self.at(row, "period"), count=count, wanted=wanted)
            return None
        cells = dict(zip(self.columns, (cell.strip() for cell in row.cells), strict=True))
        period = self._period(row)
        members = tuple(cells.get(one, "") for one in self.dimensions)
        if period is None or not self._is_first(row, period, members):
            return None
        status, value = self._status(row, cells.get("status", "")), self._value(row, cells["value"])
        if status is None or value == "":
            return None
        figure = value if isinstance(value, Decimal) else None
        if not self._agree(row, status, figure, cells["value"]):
            return None
        seen = Observation(period, figure, status, cells.get("note", ""), cells.get("source", ""))
        return Entry(seen, members, row)

    def at(self, row: Row, column: str) -> Location:
        return _at(self.source, row, self.columns.index(column))

    def _period(self, row: Row) -> Period | None:
        text = row.cells[0]
        period = parse_period(text.strip())
        if period is None:
            meant = meant_period(text)
            code = "period/spelling" if meant else "period/unknown"
            self.desk.say(code, self.at(row, "period"), value=text, meant=meant or "")
        return period

    def _is_first(self, row: Row, period: Period, members: tuple[str, ...]) -> bool:
        first = self.first.setdefault((period.text, members), row.line)
        if first != row.line:
            said = ", ".join((period.text, *filter(None, members)))
            self.desk.say("period/duplicate", self.at(row, "period"), value=said, first=str(first))
        return first == row.line

    def _status(self, row: Row, text: str) -> Status | None:
        if text in (status.value for status in Status):
            return Status(text)
        meant = meant_status(text)
        if meant is not None:
            self.desk.say("field/alias", self.at(row, "status"), field=text, meant=meant)
            return Status(meant)
        known = [status.value for status in Status if status.value]
        near = hint(plain(text).replace("_", "-"), known)
        self.desk.say("status/unknown", self.at(row, "status"), value=text, known=", ".join(known), hint=near)
        return None

    def _value(self, row: Row, text: str) -> Decimal | str | None:
        """The figure, None for an empty cell, "" for what is none and was said."""
        if not text:
            return None
        try:
            value = number(text)
        except PydanticCustomError as error:
            facts = {key: str(held) for key, held in (error.context or {}).items() if key != "code"}
            self.desk.problems.append(Problem(error.type, self.at(row, "value"), facts))
            return ""
        if not self.bounds.hold(value):
            least, most = (
                str(one) if one is not None else "…" for one in (self.bounds.least, self.bounds.most)
            )
            self.desk.say("number/out-of-range", self.at(row, "value"), value=text, least=least, most=most)
            return ""
        return value

    def _agree(self, row: Row, status: Status, figure: Decimal | None, text: str) -> bool:
        """A figure stands exactly where the status says that there is one."""
        if status.has_value == (figure is not None):
            return True
        if figure is None:
            self.desk.say("number/missing", self.at(row, "value"), field="value", value="")
        else:
            self.desk.say("status/with-value", self.at(row, "value"), value=text, status=status.value)
        return False
