"""Periods: one spelling each, in the order of time, each followed by the next of its kind."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.period import (
    BEFORE,
    NOW,
    Period,
    Span,
    cumulative,
    day,
    following,
    half,
    month,
    quarter,
    school_year,
    year,
)

YEARS = st.integers(1000, 2998)
RUNS = st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda run: run[0] < run[1])
TILES = st.one_of(
    st.dates(date(1000, 1, 1), date(2998, 12, 31)).map(day),
    st.builds(month, YEARS, st.integers(1, 12)),
    st.builds(quarter, YEARS, st.integers(1, 4)),
    st.builds(half, YEARS, st.integers(1, 2)),
    st.builds(year, YEARS),
    st.builds(school_year, YEARS),
)
PERIODS = TILES | st.builds(lambda of, run: cumulative(of, *run), YEARS, RUNS)


@given(PERIODS)
def test_a_period_ends_after_it_begins(period: Period) -> None:
    assert period.first <= period.last


@given(PERIODS, PERIODS)
def test_periods_are_the_same_exactly_when_their_texts_are(one: Period, other: Period) -> None:
    assert (one == other) == (one.text == other.text) == (one.order == other.order)


@given(PERIODS, PERIODS)
def test_what_ends_earlier_comes_first_and_of_what_ends_together_the_shorter(
    one: Period, other: Period
) -> None:
    if one.last != other.last:
        assert (one.order < other.order) == (one.last < other.last)
    elif one.first != other.first:
        assert (one.order < other.order) == (one.first > other.first)


@given(TILES)
def test_the_next_one_begins_where_one_ends_and_has_the_next_number(period: Period) -> None:
    after = following(period)
    assert after is not None and period.number is not None
    assert after.span is period.span and after.number == period.number + 1
    if period.span is not Span.SCHOOL_YEAR:
        assert after.first == period.last + timedelta(1)


def test_before_and_now_stand_at_both_ends_of_time() -> None:
    assert BEFORE.order < year(1000).order < year(2998).order < NOW.order
    assert not BEFORE.stated and not NOW.stated


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (month(2022, 4), month(2023, 5), True),
        (month(2022, 4), quarter(2022, 2), False),
        (cumulative(2022, 1, 8), cumulative(2023, 1, 8), True),
        (cumulative(2023, 1, 7), cumulative(2023, 1, 8), False),
        (BEFORE, NOW, True),
    ],
)
def test_figures_of_periods_as_long_can_be_compared(one: Period, other: Period, alike: bool) -> None:
    assert one.is_like(other) == other.is_like(one) == alike


@pytest.mark.parametrize("period", [cumulative(2023, 1, 8), BEFORE, NOW, day(date.max), year(9999)])
def test_where_nothing_is_sure_to_follow_nothing_does(period: Period) -> None:
    assert following(period) is None
