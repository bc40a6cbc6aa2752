"""Indicators: a YAML file that says what a figure means, and a CSV file of its observations."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator

from portal.model.chronicle import Chronicle
from portal.model.indicator import Break, Dimension, Duty, Indicator, IndicatorSource, Series, Target
from portal.model.observation import Observation
from portal.model.period import Period
from portal.readers.addresses import address_of, stem_of
from portal.readers.chronicles import chronicle_of
from portal.readers.desk import Desk, hint
from portal.readers.guarding import guard_data
from portal.readers.observations import Bounds, Table, read_table
from portal.readers.periods import meant_period, parse_period
from portal.readers.revised import ask_for_reasons
from portal.readers.schema import (
    Day,
    Figure,
    Flag,
    Line,
    Schema,
    Text,
    WebAddress,
    Whole,
    fail,
    validate,
    written_as,
)
from portal.readers.series import judge
from portal.source.tree import Tree
from vietnamese.addresses import is_slug

_SHARE = Bounds(Decimal(0), Decimal(100))


def _period(value: object) -> Period:
    text = str(value).strip()
    found = parse_period(text)
    if found is None:
        meant = meant_period(text)
        raise fail("period/spelling" if meant else "period/unknown", value=text, meant=meant or "")
    return found


PeriodField = Annotated[Period, BeforeValidator(_period), written_as(r"[0-9QH.-]+")]
Duties = Literal["commitment", "quality", "feedback", "improvement", "use", "satisfaction"]
Frequency = Literal["day", "month", "quarter", "half", "year", "school-year", "once", "irregular"]


class IndicatorSourceFields(Schema):
    """Where the figures were published."""

    name: Line
    url: WebAddress | None = None
    date: Day | None = None


class TargetFields(Schema):
    """What a figure is to be."""

    period: PeriodField
    value: Figure
    source: Line = ""


class BreakFields(Schema):
    """From when on figures are not comparable with those before."""

    period: PeriodField
    note: Line
    note_en: Line = ""


class DimensionFields(Schema):
    """A column of the data file by which the total is split."""

    id: Line
    name: Line
    name_en: Line = ""
    adds: Flag = False


class RangeFields(Schema):
    """Between what figures lie."""

    least: Figure | None = None
    most: Figure | None = None


class IndicatorFields(Schema):
    """A YAML file of chi-tieu/."""

    name: Line
    name_en: Line = ""
    definition: Text
    definition_en: Text = ""
    unit: Line
    unit_en: Line = ""
    decimals: Whole = 0
    direction: Literal["higher", "lower", "none"] = "none"
    owner: Line = ""
    frequency: Frequency | None = None
    within: Whole | None = None
    source: IndicatorSourceFields
    method: Text = ""
    method_en: Text = ""
    targets: tuple[TargetFields, ...] = ()
    range: RangeFields | None = None
    breaks: tuple[BreakFields, ...] = ()
    dimensions: tuple[DimensionFields, ...] = ()
    duty: Duties | None = None
    group: Line = ""
    group_en: Line = ""
    order: Whole = 0
    featured: Flag = False
    notes: Text = ""
    notes_en: Text = ""


def read_indicator(desk: Desk, file: str, units: frozenset[str]) -> tuple[Indicator, ...]:
    """Read one indicator, in each language in which it is written whole; none where anything is broken."""
    before, named, tree = len(desk.problems), desk.slug(file, stem_of(file)), desk.tree(file)
    fields = validate(IndicatorFields, tree, desk.problems) if tree else None
    data = file.removesuffix(".yaml") + ".csv"
    table: Table | None = None
    if tree and data not in desk.folder.names:
        desk.say("table/missing", tree.source.on_line(1), name=data.rpartition("/")[2])
    elif data in desk.folder.names:
        ids = [one.id for one in fields.dimensions] if fields else None
        table = read_table(desk, data, ids, _bounds(fields))
    if tree:
        guard_data(desk, tree.source)
    if tree and fields:
        _check(desk, tree, fields, units)
        if table:
            adds = [one.adds for one in fields.dimensions]
            judge(desk, table, fields.frequency or "", adds, shares=fields.unit == "%")
    if fields is None or table is None or not named or desk.has_errors(before):
        desk.broken.add(address_of(file) or "")
        return ()
    chronicle = chronicle_of(desk.versions(data), table.source.text)
    ask_for_reasons(desk, table, tuple(one.id for one in fields.dimensions), chronicle)
    return _indicators(stem_of(file), fields, table, chronicle)


def _bounds(fields: IndicatorFields | None) -> Bounds:
    given = fields.range if fields else None
    if given:
        return Bounds(given.least, given.most)
    return _SHARE if fields and fields.unit == "%" else Bounds()


def _check(desk: Desk, tree: Tree, fields: IndicatorFields, units: frozenset[str]) -> None:
    if fields.owner and fields.owner not in units:
        at = tree.place(("owner",))
        desk.say("reference/unit", at, value=fields.owner, hint=hint(fields.owner, sorted(units)))
    if fields.targets and fields.direction == "none":
        desk.say("indicator/no-direction", tree.key(("targets",)))
    seen: dict[str, int] = {}
    for place, target in enumerate(fields.targets):
        at = tree.place(("targets", place, "period"))
        if target.period.text in seen:
            desk.say("period/duplicate", at, value=target.period.text, first=str(seen[target.period.text]))
        seen.setdefault(target.period.text, at.line)
        if not target.period.stated:
            desk.say("period/unknown", at, value=target.period.text)
    for place, one in enumerate(fields.dimensions):
        if not is_slug(one.id):
            desk.say("file/name", tree.place(("dimensions", place, "id")), name=one.id, slug="gioi-tinh")


def _indicators(
    id: str, fields: IndicatorFields, table: Table, chronicle: Chronicle
) -> tuple[Indicator, ...]:
    found = fields.source
    made = Indicator(
        id=id,
        name=fields.name,
        definition=fields.definition,
        unit=fields.unit,
        source=IndicatorSource(found.name, found.url or "", found.date),
        observations=_of(table, ("",) * len(fields.dimensions)),
        decimals=fields.decimals,
        direction=fields.direction,
        owner=fields.owner,
        frequency=fields.frequency or "",
        group=fields.group,
        order=fields.order,
        featured=fields.featured,
        notes=fields.notes,
        method=fields.method,
        dimensions=tuple(Dimension(one.id, one.name, one.adds) for one in fields.dimensions),
        parts=tuple(Series(members, _of(table, members)) for members in _members(table)),
        targets=tuple(sorted(_targets(fields), key=lambda target: target.period.order)),
        breaks=tuple(Break(one.period, one.note) for one in fields.breaks),
        duty=Duty(fields.duty) if fields.duty else None,
        within=fields.within,
        chronicle=chronicle,
    )
    english = _in_english(made, fields)
    return (made, english) if english else (made,)


def _in_english(made: Indicator, fields: IndicatorFields) -> Indicator | None:
    unit = fields.unit_en or ("%" if fields.unit == "%" else "")
    if not (fields.name_en and fields.definition_en and unit):
        return None
    return replace(
        made,
        language="en",
        name=fields.name_en,
        definition=fields.definition_en,
        unit=unit,
        group=fields.group_en,
        notes=fields.notes_en,
        method=fields.method_en,
        dimensions=tuple(Dimension(one.id, one.name_en or one.name, one.adds) for one in fields.dimensions),
        breaks=tuple(Break(one.period, one.note_en or one.note) for one in fields.breaks),
    )


def _targets(fields: IndicatorFields) -> list[Target]:
    return [Target(one.period, one.value, one.source) for one in fields.targets]


def _of(table: Table, members: tuple[str, ...]) -> tuple[Observation, ...]:
    held = (entry.seen for entry in table.entries if entry.members == members)
    return tuple(sorted(held, key=lambda seen: seen.period.order))


def _members(table: Table) -> Sequence[tuple[str, ...]]:
    """The parts, in the order in which they first stand."""
    return list(dict.fromkeys(entry.members for entry in table.entries if any(entry.members)))
