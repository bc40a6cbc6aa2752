"""How far a figure has come towards its target, with all that a reader needs to reckon it again.

The way is compared with the time: 60 % of the way in 75 % of the time is a ratio of 0.8. Where change is
even this is the ratio of actual to required change that Open SDG grades, with its bounds (0.95, 0.5, 0); told
this way anybody can follow it, and it holds for bases and targets of zero, where a rate of growth is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from portal.model.indicator import Indicator, Target
from portal.model.observation import Figure
from portal.model.period import Span

_ON_TRACK = Fraction(95, 100)
_SLOW = Fraction(50, 100)


class Grade(Enum):
    """How it stands, in the order from best to worst; the last where nobody can say."""

    REACHED = "reached"
    ON_TRACK = "on-track"
    SLOW = "slow"
    VERY_SLOW = "very-slow"
    AWAY = "away"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Progress:
    """The grade, and what it was made from.

    The way begins at `base` on the day `begun` and is to end on the last day of the target's period; `latest`
    stood on the last day of its own. `way` and `time` are what is done of both; None where there are none.
    """

    grade: Grade
    target: Target
    latest: Figure | None = None
    base: Decimal | None = None
    begun: date | None = None
    way: Fraction | None = None
    time: Fraction | None = None

    @property
    def ratio(self) -> Fraction | None:
        """The share of the way by the share of the time."""
        return self.way / self.time if self.way is not None and self.time else None


def progress_of(indicator: Indicator) -> Progress | None:
    """Progress towards the next target, or the last one where all lie behind; None without targets."""
    if not indicator.targets:
        return None
    latest = indicator.latest
    if latest is None:
        return Progress(Grade.UNKNOWN, indicator.targets[0])
    ahead = (one for one in indicator.targets if one.period.last >= latest.period.last)
    return towards(next(ahead, indicator.targets[-1]), indicator.figures, indicator.direction == "higher")


def towards(target: Target, figures: Sequence[Figure], rising: bool) -> Progress:
    """Progress of figures, oldest first, towards a target that is to be risen (or fallen) to."""
    if not figures or not figures[-1].period.stated:
        return Progress(Grade.UNKNOWN, target, figures[-1] if figures else None)
    latest, end = figures[-1], target.period.last
    base, begun = _start(figures, target)
    if base is None or begun is None:
        reached = _is_reached(latest.value, target.value, rising)
        return Progress(Grade.REACHED if reached else Grade.UNKNOWN, target, latest)
    whole = target.value - base
    time = min(Fraction((latest.period.last - begun).days, max((end - begun).days, 1)), Fraction(1))
    way = Fraction(latest.value - base) / Fraction(whole) if whole else None
    if _is_reached(latest.value, target.value, rising):
        grade = Grade.REACHED
    elif not time:
        return Progress(Grade.UNKNOWN, target, latest, base, begun)
    else:
        grade = _grade(way, time, latest, target, _is_reached(base, target.value, rising))
    return Progress(grade, target, latest, base, begun, way, time)


def _start(figures: Sequence[Figure], target: Target) -> tuple[Decimal | None, date | None]:
    """Where the way begins: for what runs on at nothing, on the eve of the year; else at the first figure."""
    latest = figures[-1]
    if latest.period.span is Span.CUMULATIVE:
        same_year = latest.period.year == target.period.year
        return (Decimal(0), latest.period.first - timedelta(1)) if same_year else (None, None)
    alike = [one for one in figures if one.period.is_like(latest.period)]
    return (alike[0].value, alike[0].period.last) if len(alike) > 1 else (None, None)


def _is_reached(value: Decimal, target: Decimal, rising: bool) -> bool:
    return value >= target if rising else value <= target


def _grade(way: Fraction | None, time: Fraction, latest: Figure, target: Target, is_lost: bool) -> Grade:
    if latest.period.last >= target.period.last:
        return Grade.MISSED
    # Where the base had reached it already, what was reached is lost again.
    if way is None or way < 0 or is_lost:
        return Grade.AWAY
    ratio = way / time
    return Grade.ON_TRACK if ratio >= _ON_TRACK else Grade.SLOW if ratio >= _SLOW else Grade.VERY_SLOW
