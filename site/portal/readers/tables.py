"""Data files: their rows with places, and their header as it was meant."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.readers.names import meant_column, meant_status
from portal.readers.periods import meant_period, parse_period

LEADING = ["period", "value"]
FURTHER = ("status", "note", "source")
"""Columns that every data file may have behind the leading two, and behind those of its dimensions."""

SEPARATORS = {";": ("dấu chấm phẩy", "semicolons"), "\t": ("phím Tab", "tabs")}
"""What spreadsheets write in place of commas, in words."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, its line (from 1), and the column at which each cell begins (from 1)."""

    line: int
    cells: list[str]
    starts: tuple[int, ...] = ()


def rows_of(text: str, separator: str = ",") -> Iterator[Row]:
    """Give the rows that are not empty, each on one line; raises Unreadable."""
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            # A quote that is not closed must not swallow the rows below it.
            try:
                (cells,) = csv.reader([line], delimiter=separator, strict=True)
            except csv.Error:
                raise Unreadable(number) from None
            if any(cells):
                yield Row(number, cells, _starts(line, separator))


def _starts(line: str, separator: str) -> tuple[int, ...]:
    starts, quoted = [1], False
    for place, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        elif sign == separator and not quoted:
            starts.append(place + 2)
    return tuple(starts)


class Unreadable(Exception):
    """No row of a table; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        """Keep the line."""
        super().__init__(line)
        self.line = line


def meant_header(cells: Sequence[str]) -> list[str] | None:
    """The header that a row surely means, other columns as they are; None where it begins otherwise."""
    meant = [meant_column(cell) or cell.strip() for cell in cells]
    return meant if meant[: len(LEADING)] == LEADING and len(set(meant)) == len(meant) else None


def separator_of(text: str) -> str:
    """What divides the columns, as the header shows."""
    header = text.lstrip("\n").partition("\n")[0]
    for separator in SEPARATORS:
        if "," not in header and meant_header(header.split(separator)):
            return separator
    return ","


def mend_table(text: str) -> str:
    """A data file with columns and periods named as they should be, divided by commas, in order of time."""
    separator = separator_of(text)
    try:
        rows = list(rows_of(text, separator))
    except Unreadable:
        return text
    header = meant_header(rows[0].cells) if rows else None
    if header is None:
        return text
    lines = text.split("\n")
    meant = [Row(rows[0].line, header), *(Row(row.line, _meant(row.cells, header)) for row in rows[1:])]
    written = {
        new.line: _written(new.cells) if separator != "," or old.cells != new.cells else lines[old.line - 1]
        for old, new in zip(rows, meant, strict=True)
    }
    places = [row.line for row in meant[1:]]
    ordered = dict(zip(places, (written[line] for line in _in_order(meant[1:])), strict=True))
    return "\n".join({**written, **ordered}.get(number, line) for number, line in enumerate(lines, 1))


def _in_order(rows: Sequence[Row]) -> list[int]:
    """Their lines, the oldest period first; as they stand where a period is none."""
    periods = [parse_period(row.cells[0].strip()) for row in rows]
    if not all(periods):
        return [row.line for row in rows]
    dated = [(period.order, row.line) for period, row in zip(periods, rows, strict=True) if period]
    return [line for _, line in sorted(dated)]


def _meant(cells: list[str], header: Sequence[str]) -> list[str]:
    period = None if parse_period(cells[0].strip()) else meant_period(cells[0])
    made = [period, *cells[1:]] if period else list(cells)
    place = header.index("status") if "status" in header else len(made)
    if place < len(made) and (status := meant_status(made[place])):
        made[place] = status
    return made


def _written(cells: list[str]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="").writerow(cells)
    return made.getvalue()
