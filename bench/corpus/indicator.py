"""Thirty generated indicators with a figure for each of sixty months."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bench.corpus.article import Corpus
from bench.corpus.words import lines_of
from vietnamese.addresses import slugify

MONTHS = 60
_START = {"%": 70.0, "ngày": 6.0, "AQI": 80.0}


@dataclass(frozen=True, slots=True)
class Figure:
    """The value and the target of a month, `YYYY-MM`."""

    month: str
    value: Decimal
    target: Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its figures, oldest first."""

    id: str
    name: str
    unit: str
    figures: tuple[Figure, ...]


def indicators(corpus: Corpus) -> tuple[Indicator, ...]:
    """All indicators; they are the same for any number of articles."""
    named = [line.split("|") for line in lines_of("indicators.txt")]
    return tuple(
        Indicator(slugify(name), name, unit, tuple(_figures(corpus.random("kpi", place), unit)))
        for place, (name, unit) in enumerate(named)
    )


def _figures(rng: random.Random, unit: str) -> Iterator[Figure]:
    value = _START.get(unit) or float(rng.randint(50, 4000))
    target = _rounded(value * 1.15)
    for month in range(10, 10 + MONTHS):
        value = max(0.1, value * (1 + rng.gauss(0.004, 0.03)))
        value = min(value, 100.0) if unit == "%" else value
        yield Figure(f"{2020 + month // 12}-{month % 12 + 1:02}", _rounded(value), target)


def _rounded(value: float) -> Decimal:
    return Decimal(f"{value:.1f}")
