"""When figures are to come out, and by how many days they are late."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.indicator import Indicator, IndicatorSource
from portal.model.observation import Observation, Status
from portal.model.period import Period, Span, holding, month, year
from portal.model.release_calendar import coming, dues, schedule
from portal.readers.periods import parse_period


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def told(newest: str, frequency: str = "month", within: int | None = 15, id: str = "mot") -> Indicator:
    seen = Observation(period(newest), Decimal(1))
    source = IndicatorSource("Báo cáo")
    return Indicator(id, "Một", "Nghĩa.", "%", source, (seen,), frequency=frequency, within=within)


@pytest.mark.parametrize(
    ("newest", "frequency", "following"),
    [
        ("2026-04-30", "day", "2026-05-01"),
        ("2026-12", "month", "2027-01"),
        ("2026-Q4", "quarter", "2027-Q1"),
        ("2026-H1", "half", "2026-H2"),
        ("2026", "year", "2027"),
        ("2025-2026", "school-year", "2026-2027"),
        ("2026-01..2026-09", "month", "2026-01..2026-10"),
        ("2026-01..2026-12", "month", "2027-01..2027-01"),
        ("2026-01..2026-12", "quarter", "2027-01..2027-03"),
        ("2026-01..2026-06", "half", "2026-01..2026-12"),
    ],
)
def test_the_next_period_follows_the_newest_row(newest: str, frequency: str, following: str) -> None:
    assert next(coming(told(newest, frequency)))[0].text == following


def test_a_figure_of_another_length_is_followed_by_the_promised_length() -> None:
    assert next(coming(told("2025", "quarter")))[0].text == "2026-Q1"


def test_a_row_without_a_figure_keeps_the_promise() -> None:
    one = told("2026-09")
    missing = replace(
        one, observations=(*one.observations, Observation(period("2026-10"), None, Status.MISSING))
    )
    assert next(coming(missing))[0].text == "2026-11"


@pytest.mark.parametrize(
    ("newest", "frequency", "within"),
    [("2026-04", "once", 15), ("2026-04", "irregular", 15), ("2026-04", "", 15), ("2026-04", "month", None),
     ("nay", "month", 15)],
)  # fmt: skip
def test_nothing_is_promised_without_a_rhythm_a_term_or_a_calendar(
    newest: str, frequency: str, within: int | None
) -> None:
    assert list(coming(told(newest, frequency, within))) == []


@pytest.mark.parametrize(
    ("newest", "frequency"), [(month(9999, 11), "month"), (month(9999, 12), "month"), (year(9999), "year")]
)
def test_nothing_is_promised_past_the_last_day_that_calendars_know(newest: Period, frequency: str) -> None:
    one = told("2026-10", frequency, 31)
    late = replace(one, observations=(Observation(newest, Decimal(1)),))
    assert list(coming(late)) == []


def test_a_figure_is_late_from_the_day_after_its_last_day() -> None:
    days = [dues([told("2026-10")], date(2026, 12, day))[0] for day in (15, 16, 27)]
    assert [one.late for one in days] == [0, 1, 12]
    assert {one.by for one in days} == {date(2026, 12, 15)}


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_what_is_said_of_a_day_holds_for_exactly_the_days_that_it_names(today: date) -> None:
    one = told("2026-10")
    (due,) = dues([one], today)
    first, end = due.holds
    assert first <= today < end
    assert dues([one], end)[0] != due
    if first > date.min:
        assert dues([one], first)[0] == due
        assert dues([one], first - timedelta(1))[0] != due


def test_languages_of_one_indicator_are_due_once() -> None:
    one = told("2026-10")
    assert len(dues([one, replace(one, language="en")], date(2026, 11, 1))) == 1


def test_the_schedule_is_in_the_order_of_days_and_holds_no_more_than_asked_for() -> None:
    found = schedule([told("2026-10"), told("2026-Q3", "quarter", 20, "hai")], 2)
    assert [(str(by), one.id, its.text) for by, one, its in found] == [
        ("2026-12-15", "mot", "2026-11"), ("2027-01-15", "mot", "2026-12"),
        ("2027-01-20", "hai", "2026-Q4"), ("2027-04-20", "hai", "2027-Q1"),
    ]  # fmt: skip


@given(st.sampled_from([span for span in Span if span.value not in ("cumulative", "unstated")]), st.dates())
def test_the_period_that_holds_a_day_holds_it_or_is_the_next_school_year(span: Span, on: date) -> None:
    try:
        found = holding(span, on)
    except ValueError:
        assert on.year in (date.min.year, date.max.year)
        return
    assert found.span is span and on <= found.last
    assert found.first <= on or (span is Span.SCHOOL_YEAR and on.month in (6, 7, 8))
