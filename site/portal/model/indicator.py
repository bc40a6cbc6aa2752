"""Indicators and their observations: published figures with source and period."""

from dataclasses import dataclass
from datetime import date as Day
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Period:
    """A typed period; `text` is its ISO-like spelling, `name` what readers see, `order` its place in time.

    `stated` is false for the two periods `truoc` and `nay`, of which the source says only before and now.
    """

    text: str
    name: str
    order: tuple[int, int, int]
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure of an indicator."""

    period: Period
    value: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorSource:
    """Where the figures of an indicator were published."""

    name: str
    url: str = ""
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A published figure and its series, oldest first (at least one observation)."""

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

    @property
    def address(self) -> str:
        """Where its page stands."""
        return f"/chi-tieu/{self.id}/"

    @property
    def latest(self) -> Observation:
        """The newest observation."""
        return self.observations[-1]

    @property
    def before(self) -> Observation | None:
        """The one before the newest, if there is one."""
        return self.observations[-2] if len(self.observations) > 1 else None
