"""Drawings of figures: everything within the frame, higher figures higher, no line across what is missing."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.indicator import Break, Indicator, IndicatorSource, Target
from portal.model.observation import Observation, Status
from portal.model.period import BEFORE, NOW, Period, cumulative, month, year
from portal.web.charts import HEIGHT, WIDTH, Chart, chart_of, spark_of
from portal.web.templates import environment
from portal.web.translator import translator

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
VALUES = st.decimals(-(10**9), 10**9, places=3)
SERIES = st.lists(VALUES, min_size=2, max_size=60)


def indicator(*seen: tuple[Period, Decimal | int | None], **more: object) -> Indicator:
    held = tuple(
        Observation(
            period,
            None if value is None else Decimal(value),
            Status.MISSING if value is None else Status.NORMAL,
        )
        for period, value in seen
    )
    return Indicator("a", "A", "A.", "%", IndicatorSource("B"), held, **more)  # type: ignore[arg-type]


def months(values: list[Decimal]) -> Indicator:
    return indicator(
        *((month(2020 + place // 12, place % 12 + 1), value) for place, value in enumerate(values))
    )


def drawn(of: Indicator) -> Chart:
    made = chart_of(of)
    assert made is not None
    return made


@given(SERIES, st.none() | VALUES)
def test_nothing_stands_outside_the_frame(values: list[Decimal], goal: Decimal | None) -> None:
    of = months(values)
    targets = () if goal is None else (Target(year(2030), goal),)
    made = drawn(Indicator(**{**vars(of), "targets": targets}))
    points = [pair.split(",") for line in made.lines for pair in line.split()]
    tops = [float(top) for _, top in points] + [float(rule.top) for rule in made.rules]
    tops += [float(mark.top) for mark in made.marks] + ([float(made.target.top)] if made.target else [])
    assert all(0 <= top <= HEIGHT for top in tops)
    assert all(0 <= float(left) <= WIDTH for left, _ in points)
    assert all(
        0 <= float(left) <= 100
        for left in [one.left for one in made.marks] + [one.left for one in made.labels]
    )
    for bar in made.bars:
        assert float(bar.left) >= 0 and float(bar.left) + float(bar.width) <= WIDTH
        assert float(bar.top) >= -1 and float(bar.top) + float(bar.height) <= HEIGHT + 1


@given(st.lists(VALUES, min_size=9, max_size=24))
def test_a_higher_figure_stands_higher(values: list[Decimal]) -> None:
    marks = drawn(months(values)).marks
    for one, other in zip(marks, marks[1:], strict=False):
        if one.figure.value > other.figure.value:
            assert float(one.top) <= float(other.top)


def test_no_line_leads_across_what_is_missing_or_cannot_be_compared() -> None:
    held = [(month(2020, number), None if number == 4 else number) for number in range(1, 13)]
    assert [len(line.split()) for line in drawn(indicator(*held)).lines] == [3, 8]
    changed = indicator(*held, breaks=(Break(month(2020, 9), "Cách tính mới."),))
    assert [len(line.split()) for line in drawn(changed).lines] == [3, 4, 4]
    assert len(drawn(changed).breaks) == 1


def test_what_runs_on_through_a_year_is_told_in_bars() -> None:
    made = drawn(indicator((cumulative(2026, 1, 3), 1), (cumulative(2026, 1, 6), 2)))
    assert len(made.bars) == 2 and not made.lines


@pytest.mark.parametrize(
    "seen", [[(year(2020), 1)], [(BEFORE, 76), (NOW, 100)], [(year(2020), 1), (year(2021), None)]]
)
def test_what_cannot_be_placed_in_time_is_not_drawn(seen: list[tuple[Period, int | None]]) -> None:
    assert chart_of(indicator(*seen)) is None


@pytest.mark.parametrize("count", [2, 8, 24, 120])
def test_a_drawing_weighs_less_than_four_kilobytes(count: int) -> None:
    of = months([Decimal(number * 37 % 101) for number in range(count)])
    macro = environment([TEMPLATES]).get_template("components/chart.html").module.chart  # type: ignore[attr-defined]
    markup = str(macro(drawn(of), of, "vi", translator("vi")))
    assert len(re.sub(r"\n\s*", "\n", markup).encode()) < 4096


@given(SERIES)
def test_a_small_line_stays_in_its_box(values: list[Decimal]) -> None:
    points = [tuple(map(float, pair.split(","))) for pair in spark_of(months(values).figures).split()]
    assert all(0 <= left <= 100 and 0 <= top <= 24 for left, top in points)
    assert bool(points) == (len(values) >= 3)


@pytest.mark.parametrize("count", [3, 5, 6, 7, 9])
def test_labels_of_few_figures_stand_at_even_distances_unless_there_are_but_three(count: int) -> None:
    labels = drawn(months([Decimal(number) for number in range(count)])).labels
    assert labels[0].period == month(2020, 1)
    gaps = [float(b.left) - float(a.left) for a, b in pairwise(labels)]
    assert min(gaps) > 15 and (max(gaps) - min(gaps) < 3 or len(labels) == 3)


def test_the_end_of_a_line_is_shaded_where_nothing_is_final() -> None:
    of = months([Decimal(number) for number in range(6)])
    *held, last = of.observations
    early = replace(of, observations=(*held, replace(last, status=Status.PROVISIONAL)))
    band = drawn(early).band
    assert drawn(of).band is None and band is not None
    before, shaded = (float(mark.left) for mark in drawn(early).marks[-2:])
    assert before < float(band[0]) < shaded and float(band[0]) + float(band[1]) == pytest.approx(100, abs=0.2)
