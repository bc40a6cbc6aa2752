"""Periods of figures: a span of days with one spelling, in the order of time.

Terms are those of SDMX (time period, frequency). A school year counts from September to May; Decision
2171/QĐ-BGDĐT and its like end it by the 31st of May.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

_MONTHS = 12


class Span(Enum):
    """How long a period is; the values are the words of `frequency` in content."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SCHOOL_YEAR = "school-year"
    CUMULATIVE = "cumulative"
    """From one month of a year to another: what is counted runs on."""
    UNSTATED = "unstated"
    """The source says only before and now."""


_RANK = {span: rank for rank, span in enumerate(Span)}
_LENGTH = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: _MONTHS}
"""Spans that tile a year, in months."""


@dataclass(frozen=True, slots=True)
class Period:
    """A typed period: its ISO-like spelling, and its first and last day.

    Two periods are the same exactly when their texts are.
    """

    text: str
    span: Span
    first: date
    last: date

    @property
    def order(self) -> tuple[int, int, int]:
        """Its place in time: by its end; of those that end together the shorter one comes first."""
        return self.last.toordinal(), -self.first.toordinal(), _RANK[self.span]

    @property
    def stated(self) -> bool:
        """Whether the source says when it was."""
        return self.span is not Span.UNSTATED

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return self.last.year

    @property
    def months(self) -> int:
        """How many months it has; 0 for a day, and where none are stated."""
        if self.span in (Span.DAY, Span.UNSTATED):
            return 0
        return (self.last.year - self.first.year) * _MONTHS + self.last.month - self.first.month + 1

    @property
    def number(self) -> int | None:
        """Its place among all periods of its span: the next one has one more; None where none follows."""
        match self.span:
            case Span.DAY:
                return self.first.toordinal()
            case Span.SCHOOL_YEAR:
                return self.first.year
            case Span.CUMULATIVE | Span.UNSTATED:
                return None
            case span:
                return (self.first.year * _MONTHS + self.first.month - 1) // _LENGTH[span]

    def is_like(self, other: "Period") -> bool:
        """Whether figures of the two can be compared: as long, or running on through the same months."""
        if self.span is not Span.CUMULATIVE:
            return self.span is other.span
        mine, others = (self.first.month, self.last.month), (other.first.month, other.last.month)
        return self.span is other.span and mine == others


def day(on: date) -> Period:
    """One day, `2023-04-30`."""
    return Period(on.isoformat(), Span.DAY, on, on)


def month(year: int, number: int) -> Period:
    """One month, `2023-04`."""
    return Period(f"{year:04}-{number:02}", Span.MONTH, date(year, number, 1), _end(year, number))


def quarter(year: int, number: int) -> Period:
    """Three months, `2023-Q1`."""
    first = number * 3 - 2
    return Period(f"{year:04}-Q{number}", Span.QUARTER, date(year, first, 1), _end(year, first + 2))


def half(year: int, number: int) -> Period:
    """Six months, `2023-H1`."""
    first = number * 6 - 5
    return Period(f"{year:04}-H{number}", Span.HALF, date(year, first, 1), _end(year, first + 5))


def year(number: int) -> Period:
    """One year, `2023`."""
    return Period(f"{number:04}", Span.YEAR, date(number, 1, 1), date(number, _MONTHS, 31))


def school_year(first: int) -> Period:
    """One school year by the year in which it begins, `2022-2023`."""
    return Period(f"{first:04}-{first + 1:04}", Span.SCHOOL_YEAR, date(first, 9, 1), date(first + 1, 5, 31))


def cumulative(year: int, first: int, last: int) -> Period:
    """Months of one year taken together, `2023-01..2023-08`."""
    text = f"{year:04}-{first:02}..{year:04}-{last:02}"
    return Period(text, Span.CUMULATIVE, date(year, first, 1), _end(year, last))


BEFORE = Period("truoc", Span.UNSTATED, date.min, date.min)
NOW = Period("nay", Span.UNSTATED, date.max, date.max)


def following(period: Period) -> Period | None:
    """The next period of the same span; None where none is sure to follow."""
    match period.span:
        case Span.DAY:
            return day(period.last + timedelta(1)) if period.last < date.max else None
        case Span.SCHOOL_YEAR:
            return school_year(period.first.year + 1) if period.first.year < date.max.year - 1 else None
        case Span.CUMULATIVE | Span.UNSTATED:
            return None
        case span:
            return _tile(span, (period.number or 0) + 1)


def holding(span: Span, on: date) -> Period:
    """The period of a span, of those that tile time, that a day lies in; for the summer the next school year.

    Raises ValueError for spans that tile none, and past the last year that calendars know.
    """
    match span:
        case Span.DAY:
            return day(on)
        case Span.SCHOOL_YEAR:
            return school_year(on.year - (on.month < 6))
        case Span.CUMULATIVE | Span.UNSTATED:
            raise ValueError(f"{span.value} tiles no time")
        case _:
            found = _tile(span, (on.year * _MONTHS + on.month - 1) // _LENGTH[span])
            if found is None:
                raise ValueError(f"no {span.value} holds {on}")
            return found


def _tile(span: Span, number: int) -> Period | None:
    length = _LENGTH[span]
    in_year, place = number * length // _MONTHS, number * length % _MONTHS // length + 1
    if in_year > date.max.year:
        return None
    match span:
        case Span.MONTH:
            return month(in_year, place)
        case Span.QUARTER:
            return quarter(in_year, place)
        case Span.HALF:
            return half(in_year, place)
        case _:
            return year(in_year)


def _end(year: int, number: int) -> date:
    """The last day of a month."""
    if number == _MONTHS:
        return date(year, _MONTHS, 31)
    return date(year, number + 1, 1) - timedelta(1)
