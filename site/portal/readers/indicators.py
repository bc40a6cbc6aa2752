"""Indicators: a YAML file that says what a figure means, and a CSV file of its observations."""

from typing import Literal

from pydantic_core import PydanticCustomError

from portal.model.indicator import Indicator, IndicatorSource, Observation
from portal.problems.problem import Problem
from portal.readers.addresses import address_of, stem_of
from portal.readers.desk import Desk, hint
from portal.readers.guarding import guard_data
from portal.readers.periods import meant_period, parse_period
from portal.readers.schema import Day, Flag, Line, Schema, Text, WebAddress, Whole, number, validate
from portal.readers.tables import SEPARATORS, Row, Unreadable, meant_header, rows_of, separator_of
from portal.source.text import SourceText


class IndicatorSourceFields(Schema):
    """Where the figures were published."""

    name: Line
    url: WebAddress | None = None
    date: Day | None = None


class IndicatorFields(Schema):
    """A YAML file of chi-tieu/."""

    name: Line
    name_en: Line = ""
    definition: Text
    unit: Line
    decimals: Whole = 0
    direction: Literal["higher", "lower", "none"] = "none"
    owner: Line = ""
    frequency: Line = ""
    source: IndicatorSourceFields
    group: Line = ""
    order: Whole = 0
    featured: Flag = False
    notes: Text = ""


def read_indicator(desk: Desk, file: str, units: frozenset[str]) -> Indicator | None:
    """Read one indicator; None where it or its data is broken."""
    before, named, tree = len(desk.problems), desk.slug(file, stem_of(file)), desk.tree(file)
    fields = validate(IndicatorFields, tree, desk.problems) if tree else None
    data = file.removesuffix(".yaml") + ".csv"
    if tree and data not in desk.folder.names:
        desk.say("table/missing", tree.source.on_line(1), name=data.rpartition("/")[2])
        observations: tuple[Observation, ...] = ()
    else:
        observations = read_observations(desk, data)
    if tree:
        guard_data(desk, tree.source)
    if tree and fields and fields.owner and fields.owner not in units:
        at = tree.place(("owner",))
        desk.say("reference/unit", at, value=fields.owner, hint=hint(fields.owner, sorted(units)))
    if fields is None or not named or desk.has_errors(before):
        desk.broken.add(address_of(file) or "")
        return None
    return _indicator(stem_of(file), fields, observations)


def _indicator(id: str, fields: IndicatorFields, observations: tuple[Observation, ...]) -> Indicator:
    source = IndicatorSource(fields.source.name, fields.source.url or "", fields.source.date)
    return Indicator(
        id, fields.name, fields.definition, fields.unit, source, observations, fields.decimals,
        fields.direction,
        fields.owner, fields.frequency, fields.group, fields.order, fields.featured, fields.notes,
    )  # fmt: skip


def read_observations(desk: Desk, file: str) -> tuple[Observation, ...]:
    """Read a data file, oldest period first; what is wrong is said by row and column."""
    source = desk.source(file)
    rows = _rows(desk, source) if source else None
    if source is None or rows is None:
        return ()
    guard_data(desk, source)
    first: dict[str, int] = {}
    found = [_observation(desk, source, row, len(rows[0].cells), first) for row in rows[1:]]
    return tuple(sorted((seen for seen in found if seen), key=lambda seen: seen.period.order))


def _rows(desk: Desk, source: SourceText) -> list[Row] | None:
    """The rows below a header that is understood, and it; None where there is none."""
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
    for cell, meant in zip(rows[0].cells, header, strict=True):
        if cell != meant:
            at = source.at(source.text.find(cell), len(cell))
            desk.say("field/alias", at, field=cell, meant=meant)
    if len(rows) == 1:
        desk.say("table/empty", source.on_line(rows[0].line))
    return rows


def _observation(
    desk: Desk, source: SourceText, found: Row, columns: int, first: dict[str, int]
) -> Observation | None:
    row, line = found.cells, found.line
    at = source.on_line(line, 1, len(row[0]))
    if len(row) != columns:
        desk.say("table/columns", at, count=str(len(row)), wanted=str(columns))
        return None
    period = parse_period(row[0].strip())
    if period is None:
        meant = meant_period(row[0])
        desk.say("period/spelling" if meant else "period/unknown", at, value=row[0], meant=meant or "")
        return None
    if period.text in first:
        desk.say("period/duplicate", at, value=row[0], first=str(first[period.text]))
        return None
    first[period.text] = line
    try:
        return Observation(period, number(row[1]), row[2] if columns == 3 else "")
    except PydanticCustomError as error:
        facts = {key: str(value) for key, value in (error.context or {}).items() if key != "code"}
        desk.problems.append(
            Problem(error.type, source.on_line(line, len(row[0]) + 2, len(row[1]) or 1), facts)
        )
        return None
