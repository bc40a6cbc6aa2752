"""When figures are to come out: the next release of each indicator, and those that are late.

An indicator promises by `frequency` and `within` that each period's figure is there so many days after the
period has ended. A row that says why there is no figure keeps that promise too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from itertools import islice

from portal.model.indicator import Indicator
from portal.model.period import Period, Span, cumulative, holding

_STEP = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}
_REGULAR = {span.value: span for span in Span if span not in (Span.CUMULATIVE, Span.UNSTATED)}


@dataclass(frozen=True, slots=True)
class Due:
    """What is to come of an indicator: for which period, by which day, and how many days late it is."""

    indicator: str
    period: Period
    by: Day
    late: int = 0

    @property
    def holds(self) -> tuple[Day, Day]:
        """From which day on, and until before which day, this can be said."""
        return (self.by + timedelta(self.late) if self.late else Day.min, self.by + timedelta(self.late + 1))


def coming(indicator: Indicator) -> Iterator[tuple[Period, Day]]:
    """Each period after the newest row, and the day by which its figure is promised; none where none is."""
    span = _REGULAR.get(indicator.frequency)
    if span is None or indicator.within is None:
        return
    period = _after(indicator.observations[-1].period, span)
    while period is not None:
        try:
            yield period, period.last + timedelta(indicator.within)
        except OverflowError:
            return
        period = _after(period, span)


def dues(indicators: Iterable[Indicator], today: Day) -> tuple[Due, ...]:
    """What is to come next of each indicator, once for all its languages, in the order of their days."""
    nexts = {one.id: next(coming(one), None) for one in indicators}
    found = [Due(id, *told, max(0, (today - told[1]).days)) for id, told in nexts.items() if told is not None]
    return tuple(sorted(found, key=lambda due: (due.by, due.indicator)))


def schedule(indicators: Iterable[Indicator], most: int) -> tuple[tuple[Day, Indicator, Period], ...]:
    """The next releases of indicators, at most so many of each, in the order of their days."""
    found = ((by, one, period) for one in indicators for period, by in islice(coming(one), most))
    return tuple(sorted(found, key=lambda entry: (entry[0], entry[1].id)))


def _after(period: Period, span: Span) -> Period | None:
    if not period.stated:
        return None
    if period.span is Span.CUMULATIVE and span in _STEP:
        return _running_on(period, _STEP[span])
    try:
        return holding(span, period.last + timedelta(1))
    except (OverflowError, ValueError):
        return None


def _running_on(period: Period, step: int) -> Period | None:
    """What runs on from the same month: some months further, or from that month of the next year."""
    first, last = period.first.month, period.last.month + step
    year = period.year
    if last > 12:
        year, last = year + 1, min(first + step - 1, 12)
    return cumulative(year, first, last) if year < Day.max.year else None
