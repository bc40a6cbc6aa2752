"""The parts of a total through the newest periods: stacked where they add up to it, else side by side.

As in other drawings, bars lie in an inner drawing that is stretched, and words beside it keep their size.
What tells the parts apart is their order and their shade; the table has all figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.model.indicator import Indicator, Series
from portal.model.observation import Observation, Status
from portal.model.period import Period
from portal.web.charts import FOOT, HEIGHT, INSET, TOP, WIDTH, Rule, Scale, short

_PERIODS = 6  # beyond which bars are too thin for a phone
_PARTS = 4  # beyond which shades are hard to tell apart
_ROOM = 0.72  # of the room of a period, filled with bars


@dataclass(frozen=True, slots=True)
class PartBar:
    """A part in a period: where it stands in the inner drawing; `shade` is the number of the part, from 0."""

    left: str
    top: str
    width: str
    height: str
    shade: int
    early: bool


@dataclass(frozen=True, slots=True)
class PartBars:
    """The parts of one dimension through some periods, oldest first."""

    dimension: str
    stacked: bool
    names: tuple[str, ...]
    periods: tuple[tuple[str, Period], ...]
    """Each with its middle in per cent of the width."""
    bars: tuple[PartBar, ...]
    rules: tuple[Rule, ...]

    @property
    def first(self) -> Period:
        """The oldest period."""
        return self.periods[0][1]

    @property
    def last(self) -> Period:
        """The newest period."""
        return self.periods[-1][1]

    @property
    def height(self) -> int:
        """Of the whole, in pixels."""
        return TOP + HEIGHT + FOOT


Held = Mapping[str, Sequence[Observation | None]]


def part_bars_of(indicator: Indicator, place: int) -> PartBars | None:
    """The drawing of a dimension; None for fewer than two periods, or more parts than can be told apart."""
    alone = [one for one in indicator.parts if _is_alone(one, place)]
    periods = _periods(alone)
    if not 2 <= len(alone) <= _PARTS or len(periods) < 2:
        return None
    held = {one.text: [_at(part, one) for part in alone] for one in periods}
    values = [seen.value for row in held.values() for seen in row if seen and seen.value is not None]
    dimension = indicator.dimensions[place]
    stacked = dimension.adds and not indicator.is_share
    if min(values) < 0 or not any(values):
        return None
    tops = [sum(_value(seen) for seen in row) for row in held.values()] if stacked else values
    scale = Scale.of([Decimal(one) for one in tops], from_zero=True)
    room = (WIDTH - INSET) / len(periods)
    named = tuple(
        (short((INSET + (number + 0.5) * room) * 100 / WIDTH), one) for number, one in enumerate(periods)
    )
    draw = _stacked if stacked else _grouped
    bars = tuple(
        bar
        for number, one in enumerate(periods)
        for bar in draw(held[one.text], INSET + number * room, room, scale)
    )
    names = tuple(part.members[place] for part in alone)
    return PartBars(
        dimension.name, stacked, names, named, bars, tuple(Rule(scale.top(one), one) for one in scale.levels)
    )


def _is_alone(part: Series, place: int) -> bool:
    return bool(part.members[place]) and not any(part.members[:place] + part.members[place + 1 :])


def _periods(parts: Sequence[Series]) -> tuple[Period, ...]:
    """The newest in which two or more of them have figures, as long as the newest of all, oldest first."""
    counts: dict[str, int] = {}
    known: dict[str, Period] = {}
    for seen in (seen for part in parts for seen in part.observations):
        if seen.value is not None and seen.period.stated:
            counts[seen.period.text] = counts.get(seen.period.text, 0) + 1
            known[seen.period.text] = seen.period
    told = sorted((one for one in known.values() if counts[one.text] > 1), key=lambda period: period.order)
    return tuple([one for one in told if one.is_like(told[-1])][-_PERIODS:])


def _at(part: Series, period: Period) -> Observation | None:
    return next((seen for seen in part.observations if seen.period == period), None)


def _value(seen: Observation | None) -> Decimal:
    return seen.value if seen and seen.value is not None else Decimal(0)


def _stacked(row: Sequence[Observation | None], left: float, room: float, scale: Scale) -> Iterator[PartBar]:
    """One on the other, the first part lowest."""
    below = Decimal(0)
    for shade, seen in enumerate(row):
        if seen is None or seen.value is None:
            continue
        yield _bar(seen, below, left + room * (1 - _ROOM) / 2, room * _ROOM, shade, scale)
        below += seen.value


def _grouped(row: Sequence[Observation | None], left: float, room: float, scale: Scale) -> Iterator[PartBar]:
    """Side by side, in the order of the parts; one without a figure leaves its place empty."""
    width = room * _ROOM / len(row)
    for shade, seen in enumerate(row):
        if seen is not None and seen.value is not None:
            start = left + room * (1 - _ROOM) / 2 + width * shade
            yield _bar(seen, Decimal(0), start, width, shade, scale)


def _bar(seen: Observation, below: Decimal, left: float, width: float, shade: int, scale: Scale) -> PartBar:
    top, foot = float(scale.top(below + _value(seen))), float(scale.top(below))
    early = seen.status is not Status.NORMAL
    return PartBar(short(left), short(top), short(width), short(foot - top), shade, early)
