"""The drawing of the parts of a total in one period: a row for each, so that names have room on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.model.indicator import Indicator, Series
from portal.model.observation import Observation, Status
from portal.model.period import Period

_MOST = 12  # rows; the table has them all
_LONG = 24  # letters of a name beside which a figure has room on a phone


@dataclass(frozen=True, slots=True)
class Row:
    """A part: its member, its figure, the width of its bar in per cent, and its share where parts add up."""

    name: str
    value: Decimal
    width: str
    early: bool
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PartChart:
    """The parts of one dimension in the newest period in which two or more of them have figures."""

    dimension: str
    period: Period
    rows: tuple[Row, ...]
    left_out: int = 0

    @property
    def height(self) -> int:
        """Of the whole, in pixels."""
        return self.step * len(self.rows)

    @property
    def tall(self) -> bool:
        """Whether a name is so long that figures stand on lines of their own, as on a phone they must."""
        return any(len(row.name) > _LONG for row in self.rows)

    @property
    def step(self) -> int:
        """The height of a row, in pixels."""
        return 64 if self.tall else 44


def part_chart_of(indicator: Indicator, place: int) -> PartChart | None:
    """The drawing of a dimension; None where there is none to compare, or where a figure is below zero."""
    alone = [one for one in indicator.parts if _is_alone(one, place)]
    periods = {
        seen.period.text: seen.period for one in alone for seen in one.observations if seen.value is not None
    }
    for period in sorted(periods.values(), key=lambda period: period.order, reverse=True):
        held = [(one.members[place], seen) for one in alone if (seen := _at(one, period)) is not None]
        if len(held) > 1:
            return _drawn(indicator, place, period, held)
    return None


def _is_alone(part: Series, place: int) -> bool:
    return bool(part.members[place]) and not any(part.members[:place] + part.members[place + 1 :])


def _at(part: Series, period: Period) -> Observation | None:
    return next(
        (seen for seen in part.observations if seen.period == period and seen.value is not None), None
    )


def _drawn(
    indicator: Indicator, place: int, period: Period, held: Sequence[tuple[str, Observation]]
) -> PartChart | None:
    dimension = indicator.dimensions[place]
    values = [seen.value or Decimal(0) for _, seen in held]
    most, whole = max(values), sum(values)
    if min(values) < 0 or not most:
        return None
    # Of shares the full width is the whole, so that they can be compared from page to page.
    full = Decimal(100) if indicator.is_share and most <= 100 else most
    rows = tuple(
        Row(
            name,
            value,
            _per_cent(value / full),
            seen.status is not Status.NORMAL,
            value * 100 / whole if dimension.adds and not indicator.is_share else None,
        )
        for (name, seen), value in zip(held, values, strict=True)
    )
    return PartChart(dimension.name, period, rows[:_MOST], max(0, len(rows) - _MOST))


def _per_cent(share: Decimal) -> str:
    """At least a hair, so that a small part is seen; with one decimal at most."""
    text = f"{max(float(share) * 100, 0.2 if share else 0.0):.1f}"
    return text.removesuffix(".0")
