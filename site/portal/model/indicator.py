"""Indicators and their observations: published figures with source, period and status.

Terms are those of SDMX 2.1: an observation of a series for a time period, with a status; a dimension and its
members; a break in a series.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from decimal import Decimal
from enum import Enum
from functools import cached_property

from portal.model.article import prefix
from portal.model.chronicle import Chronicle
from portal.model.observation import Figure, Observation
from portal.model.period import Period, Span


class Duty(Enum):
    """Which of the data on the quality of service that agencies must publish a figure belongs to.

    Law 148/2025/QH15 on digital transformation, Article 34, paragraph 2, in the order of the law.
    """

    COMMITMENT = "commitment"
    QUALITY = "quality"
    FEEDBACK = "feedback"
    IMPROVEMENT = "improvement"
    USE = "use"
    SATISFACTION = "satisfaction"


@dataclass(frozen=True, slots=True)
class Dimension:
    """By what a total is split; where it `adds`, the parts make the total."""

    id: str
    name: str
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The observations of one part of a total, by the members of the dimensions ("" for all of one)."""

    members: tuple[str, ...]
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure is to be in a period, and where that was laid down."""

    period: Period
    value: Decimal
    source: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """From this period on figures are not comparable with those before, and why."""

    period: Period
    note: str


@dataclass(frozen=True, slots=True)
class IndicatorSource:
    """Where the figures of an indicator were published."""

    name: str
    url: str = ""
    date: Day | None = None


@dataclass(frozen=True)
class Indicator:
    """A published figure and its series, oldest first (at least one observation), told in one language."""

    id: str
    name: str
    definition: str
    unit: str
    source: IndicatorSource
    observations: tuple[Observation, ...]
    decimals: int = 0
    direction: str = "none"
    owner: str = ""
    frequency: str = ""
    group: str = ""
    order: int = 0
    featured: bool = False
    notes: str = ""
    method: str = ""
    dimensions: tuple[Dimension, ...] = ()
    parts: tuple[Series, ...] = ()
    targets: tuple[Target, ...] = ()
    breaks: tuple[Break, ...] = ()
    duty: Duty | None = None
    within: int | None = None
    """Days after the end of a period within which its figure is to be published."""
    chronicle: Chronicle = Chronicle()
    language: str = "vi"
    others: Mapping[str, str] = field(default_factory=dict)
    """Its names in other languages, by their codes."""

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"{prefix(self.language)}/chi-tieu/{self.id}/"

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The observations that have a value, oldest first."""
        return tuple(
            Figure(seen.period, seen.value, seen.status, seen.note)
            for seen in self.observations
            if seen.value is not None
        )

    @property
    def latest(self) -> Figure | None:
        """The newest figure; None where there is none yet."""
        return self.figures[-1] if self.figures else None

    @property
    def before(self) -> Figure | None:
        """The figure that the newest is compared with: the last one alike, or else the last.

        What runs on through a year is compared with the same months of another year only.
        """
        if len(self.figures) < 2:
            return None
        *earlier, latest = self.figures
        alike = [one for one in earlier if one.period.is_like(latest.period)]
        if alike or latest.period.span is Span.CUMULATIVE:
            return alike[-1] if alike else None
        return earlier[-1]

    @property
    def is_share(self) -> bool:
        """Whether its values are shares, of which a change is told in points."""
        return self.unit == "%"


def by_id(indicators: Iterable[Indicator]) -> dict[str, dict[str, Indicator]]:
    """Indicators by their ids, then by language, as texts look them up."""
    found: dict[str, dict[str, Indicator]] = {}
    for one in indicators:
        found.setdefault(one.id, {})[one.language] = one
    return found
