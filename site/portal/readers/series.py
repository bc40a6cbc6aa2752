"""Whether the figures of a series can be right together: order, gaps, kinds of period, leaps, sums."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from portal.model.period import Period, Span, following
from portal.readers.desk import Desk
from portal.readers.observations import Entry, Table

_LEAST_KNOWN = 4  # changes between figures before one can be called a leap
_LATEST = 12
_LEAP = 6  # times the usual change
_SLIGHT = Decimal("0.05")  # of a figure: what changes less is never called a leap
_TILED = {"day", "month", "quarter", "half", "year", "school-year"}


def judge(desk: Desk, table: Table, frequency: str, adds: Sequence[bool], *, shares: bool) -> None:
    """Say what cannot be right, or asks for a word of its editor; `adds` is of each dimension.

    What counts whole things adds up exactly; `shares`, and figures with decimals, but for their rounding.
    """
    _order(desk, table)
    series: dict[tuple[str, ...], list[Entry]] = {}
    for entry in table.entries:
        series.setdefault(entry.members, []).append(entry)
    for entries in series.values():
        held = sorted(entries, key=lambda entry: entry.seen.period.order)
        if _is_of_one_kind(desk, table, held):
            if frequency not in ("once", "irregular"):
                _gaps(desk, table, held, frequency)
            _leaps(desk, table, held)
    for place, do_add in enumerate(adds):
        if do_add:
            _sums(desk, table, place, shares=shares)


def _order(desk: Desk, table: Table) -> None:
    for one, other in pairwise(table.entries):
        if other.seen.period.order < one.seen.period.order:
            at = table.at(other.row, "period")
            desk.say("table/unordered", at, value=other.seen.period.text, before=one.seen.period.text)
            return


def _is_of_one_kind(desk: Desk, table: Table, entries: Sequence[Entry]) -> bool:
    """What runs on through a year and what stands for a period alone are not told in one series."""
    running = [entry for entry in entries if entry.seen.period.span is Span.CUMULATIVE]
    alone = [entry for entry in entries if entry.seen.period.span not in (Span.CUMULATIVE, Span.UNSTATED)]
    if not running or not alone:
        return True
    first, second = sorted((running[0], alone[0]), key=lambda entry: entry.row.line)
    at = table.at(second.row, "period")
    desk.say("period/mixed", at, value=second.seen.period.text, first=first.seen.period.text)
    return False


def _gaps(desk: Desk, table: Table, entries: Sequence[Entry], frequency: str) -> None:
    for span in dict.fromkeys(entry.seen.period.span for entry in entries):
        if frequency and frequency in _TILED and span.value != frequency:
            continue
        alike = [entry for entry in entries if entry.seen.period.span is span]
        for one, other in pairwise(alike):
            missing = list(_between(one.seen.period, other.seen.period))
            if missing:
                at = table.at(other.row, "period")
                count, first = str(len(missing)), missing[0].text
                desk.say("period/gap", at, value=other.seen.period.text, count=count, first=first)


def _between(one: Period, other: Period) -> Iterator[Period]:
    """The periods between two of a span."""
    begin, end = one.number, other.number
    if begin is None or end is None:
        return
    now: Period | None = one
    for _ in range(end - begin - 1):
        now = following(now) if now else None
        if now:
            yield now


def _leaps(desk: Desk, table: Table, entries: Sequence[Entry]) -> None:
    """A figure that leaps away from those before it is a slip of the hand, or has a reason that is told."""
    for span in dict.fromkeys(entry.seen.period.span for entry in entries):
        alike = [entry for entry in entries if entry.seen.period.span is span]
        known: list[Decimal] = []
        for entry in alike:
            value = entry.seen.value
            if value is None:
                continue
            if not entry.seen.note and _is_leap(known[-_LATEST:], value) and span is not Span.CUMULATIVE:
                text, before = entry.row.cells[1].strip(), str(known[-1])
                desk.say("number/leap", table.at(entry.row, "value"), value=text, before=before)
            known.append(value)


def _is_leap(known: Sequence[Decimal], value: Decimal) -> bool:
    changes = [abs(new - old) for old, new in pairwise(known)]
    if len(changes) < _LEAST_KNOWN:
        return False
    usual = max(median(changes), abs(median(known)) * _SLIGHT)
    return abs(value - known[-1]) > _LEAP * usual


def _sums(desk: Desk, table: Table, place: int, *, shares: bool) -> None:
    """The parts of one dimension make the total."""
    parts: dict[tuple[str, tuple[str, ...]], list[Entry]] = {}
    totals: dict[tuple[str, tuple[str, ...]], Entry] = {}
    for entry in table.entries:
        others = (*entry.members[:place], "", *entry.members[place + 1 :])
        key = (entry.seen.period.text, others)
        if entry.members[place]:
            parts.setdefault(key, []).append(entry)
        else:
            totals[key] = entry
    for key, held in parts.items():
        total = totals.get(key)
        values = [entry.seen.value for entry in held if entry.seen.value is not None]
        if total is None or total.seen.value is None or len(values) < len(held):
            continue
        made = sum(values, Decimal(0))
        if abs(made - total.seen.value) > _rounding([*values, total.seen.value], shares=shares):
            at = table.at(total.row, "value")
            text = total.row.cells[1].strip()
            desk.say("table/sum", at, value=text, sum=str(made), count=str(len(held)))


def _rounding(values: Sequence[Decimal], *, shares: bool) -> Decimal:
    """How far a sum may be off where each of these was rounded to the digits that it is written with."""
    exponents = [int(value.as_tuple().exponent) for value in values]
    if not shares and all(exponent >= 0 for exponent in exponents):
        return Decimal(0)
    return sum((Decimal(1).scaleb(min(exponent, 0)) / 2 for exponent in exponents), Decimal(0))
