"""Data files: their rows with places, and their header as it was meant."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from portal.readers.names import meant_column
from portal.readers.periods import meant_period, parse_period

HEADERS = (["period", "value"], ["period", "value", "note"])
SEPARATORS = {";": ("dấu chấm phẩy", "semicolons"), "\t": ("phím Tab", "tabs")}
"""What spreadsheets write in place of commas, in words."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and its line (from 1)."""

    line: int
    cells: list[str]


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
                yield Row(number, cells)


class Unreadable(Exception):
    """No row of a table; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        """Keep the line."""
        super().__init__(line)
        self.line = line


def meant_header(cells: list[str]) -> list[str] | None:
    """The header that a row surely means; None where it means none."""
    meant = [meant_column(cell) or "" for cell in cells]
    return meant if meant in HEADERS else None


def separator_of(text: str) -> str:
    """What divides the columns, as the header shows."""
    header = text.lstrip("\n").partition("\n")[0]
    for separator in SEPARATORS:
        if "," not in header and meant_header(header.split(separator)):
            return separator
    return ","


def mend_table(text: str) -> str:
    """A data file with its columns and periods named as they should be, and divided by commas."""
    separator = separator_of(text)
    try:
        rows = list(rows_of(text, separator))
    except Unreadable:
        return text
    header = meant_header(rows[0].cells) if rows else None
    if header is None:
        return text
    lines = text.split("\n")
    meant = [Row(rows[0].line, header), *(Row(row.line, _meant(row.cells)) for row in rows[1:])]
    written = {
        new.line: _written(new.cells)
        for old, new in zip(rows, meant, strict=True)
        if separator != "," or old.cells != new.cells
    }
    return "\n".join(written.get(number, line) for number, line in enumerate(lines, 1))


def _meant(cells: list[str]) -> list[str]:
    period = None if parse_period(cells[0].strip()) else meant_period(cells[0])
    return [period, *cells[1:]] if period else cells


def _written(cells: list[str]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="").writerow(cells)
    return made.getvalue()
