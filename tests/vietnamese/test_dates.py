"""What `vietnamese.dates` promises."""

import pickle
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.dates import (
    HANOI,
    NotADate,
    format_day,
    format_day_en,
    format_moment,
    format_moment_en,
    format_month,
    format_month_en,
    has_time,
    parse_day,
    parse_moment,
)

MEETING = datetime(2023, 5, 13, 14, 44, tzinfo=HANOI)

offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: timezone(timedelta(minutes=minutes)))
zones = st.one_of(st.just(HANOI), st.just(UTC), offsets)
moments = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 30), timezones=zones)
minutes = moments.map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=HANOI))
days = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "2023-05-13 14:44",
        "2023-05-13T14:44",
        "2023-05-13T14:44:00+07:00",
        "2023-05-13 14:44 +0700",
        "2023-05-13T07:44:00Z",
        "2023-05-13T07:44:00.000Z",
        "13/05/2023 14:44",
        "13/5/2023 14:44",
        "13-05-2023 14:44:00",
        "14:44 13/05/2023",
        " 14:44:00 13-5-2023\n",
    ],
)
def test_every_form_of_a_moment_means_the_same(text: str) -> None:
    assert parse_moment(text) == MEETING
    assert has_time(text)


@pytest.mark.parametrize("text", ["2023-05-13", "13/05/2023", "13/5/2023", "13-05-2023", " 13/05/2023 "])
def test_a_bare_day_is_its_midnight_in_hanoi(text: str) -> None:
    assert parse_moment(text).isoformat() == "2023-05-13T00:00:00+07:00"
    assert parse_day(text) == date(2023, 5, 13)
    assert not has_time(text)


def test_an_offset_that_is_given_is_kept() -> None:
    assert parse_moment("2023-05-13T14:44:30-03:30").isoformat() == "2023-05-13T14:44:30-03:30"


def test_a_fraction_of_a_second_may_be_short() -> None:
    assert parse_moment("2023-05-13T14:44:00.5Z").microsecond == 500_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hôm qua",
        "13/05",
        "13/05/23",
        "5/2023",
        "2023",
        "2023/05/13",
        "13/05-2023",
        "13 tháng 5",
        "2023-05-13 14",
        "2023-05-13 14:4",
        "2023-05-13+07:00",
        "2023-05-13T",
        "2023-05-1314:44",
        "\u0662\u0660\u0662\u0663-05-13",
        "2023-05-13 14:44 ICT",
        "14:44 13/05/2023 14:44",
        "20230513",
    ],
)
def test_an_unknown_form_is_refused_as_such(text: str) -> None:
    assert _reason(text) == "form"
    assert not has_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2023",
        "29/02/2023",
        "2023-13-01",
        "2023-00-10",
        "05/13/2023",
        "0/5/2023",
        "0000-01-01",
        "0203-05-13",
    ],
)
def test_a_day_that_no_calendar_has_is_refused_as_such(text: str) -> None:
    assert _reason(text) == "calendar"
    assert _reason(f"{text} 14:44") == "calendar"


@pytest.mark.parametrize(
    "text",
    [
        "2023-05-13 24:00",
        "2023-05-13 14:60",
        "2023-05-13 14:44:60",
        "25:00 13/05/2023",
        "2023-05-13T14:44+24:00",
        "2023-05-13T14:44+07:60",
    ],
)
def test_an_hour_that_no_clock_shows_is_refused_as_such(text: str) -> None:
    assert _reason(text) == "time"


def test_a_moment_that_is_past_the_last_year_in_hanoi_is_refused() -> None:
    assert parse_moment("9999-12-31T23:59:59+07:00").year == 9999
    assert _reason("9999-12-31T23:59:59Z") == "calendar"


def test_a_day_is_not_read_from_a_moment() -> None:
    with pytest.raises(NotADate) as caught:
        parse_day("13/05/2023 14:44")
    assert caught.value.reason == "form"


def test_a_refusal_names_the_text_and_crosses_processes() -> None:
    refusal = pickle.loads(pickle.dumps(NotADate("31/02/2023", "calendar")))
    assert (refusal.text, refusal.reason) == ("31/02/2023", "calendar")
    assert "31/02/2023" in str(refusal)


@given(st.text())
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        assert parse_moment(text).utcoffset() is not None
    except NotADate as refusal:
        assert refusal.text == text


@given(moments)
def test_a_moment_written_by_machines_is_read_back(moment: datetime) -> None:
    assert parse_moment(moment.isoformat()).isoformat() == moment.isoformat()


@given(minutes)
def test_the_date_line_is_read_back_without_its_weekday(moment: datetime) -> None:
    _, _, line = format_moment(moment).partition(", ")
    assert parse_moment(line) == moment


@given(days)
def test_a_day_is_read_back(day: date) -> None:
    assert parse_day(format_day(day)) == day
    assert parse_day(day.isoformat()) == day


def test_the_date_line_has_its_official_form() -> None:
    assert format_moment(MEETING) == "Thứ bảy, 13/05/2023 14:44"
    assert format_moment_en(MEETING) == "Saturday, 13 May 2023, 14:44"


def test_a_moment_from_elsewhere_is_shown_in_hanoi() -> None:
    evening = datetime(2023, 5, 13, 17, 5, tzinfo=UTC)
    assert format_moment(evening) == "Chủ nhật, 14/05/2023 00:05"
    assert format_moment_en(evening) == "Sunday, 14 May 2023, 00:05"
    assert (format_day(evening), format_day_en(evening)) == ("14/05/2023", "14 May 2023")


def test_a_moment_without_an_offset_is_not_shown() -> None:
    for show in (format_day, format_day_en, format_moment, format_moment_en):
        with pytest.raises(ValueError, match="has no offset"):
            show(datetime(2023, 5, 13))


def test_months_are_shown_by_number_and_in_english_by_name() -> None:
    assert format_month(2023, 5) == "Tháng 5/2023"
    assert format_month_en(2023, 5) == "May 2023"


@pytest.mark.parametrize("month", [0, 13, -1])
def test_a_month_that_is_none_is_not_shown(month: int) -> None:
    for show in (format_month, format_month_en):
        with pytest.raises(ValueError, match="month"):
            show(2023, month)


@given(days)
def test_days_agree_with_babel(day: date) -> None:
    assert format_day(day) == format_date(day, "dd/MM/yyyy", locale="vi")
    assert format_day_en(day) == format_date(day, "d MMMM y", locale="en")


@pytest.mark.parametrize("day", range(7))
def test_weekdays_agree_with_babel(day: int) -> None:
    moment = MEETING + timedelta(days=day)
    vietnamese, english = (get_day_names("wide", locale=locale)[moment.weekday()] for locale in ("vi", "en"))
    # Babel writes «Thứ Bảy»; the date line of public portals has «Thứ bảy».
    assert format_moment(moment).split(", ")[0] == vietnamese.capitalize()
    assert format_moment_en(moment).split(", ")[0] == english


@pytest.mark.parametrize("month", range(1, 13))
def test_months_agree_with_babel(month: int) -> None:
    assert format_month_en(2023, month) == f"{get_month_names('wide', locale='en')[month]} 2023"


def _reason(text: str) -> str:
    with pytest.raises(NotADate) as caught:
        parse_moment(text)
    return caught.value.reason
