"""The calendar of releases as iCalendar."""

from dataclasses import replace
from datetime import date

import icalendar
import pytest

from portal.model.period import month
from portal.web.calendar_file import calendar_file
from tests.web.feeds.portals import SETTINGS
from tests.web.portals import SHARE

AWKWARD = replace(SHARE, name="Tỷ lệ hồ sơ; nộp, trả \\ đúng hẹn ở tất cả xã, phường và đặc khu của tỉnh")


def made(language: str = "vi") -> bytes:
    return calendar_file([(date(2026, 12, 15), AWKWARD, month(2026, 11))], SETTINGS, language)


def test_a_reader_of_calendars_finds_the_day_the_words_and_the_page() -> None:
    (event,) = icalendar.Calendar.from_ical(made()).events
    assert event.get("summary") == f"Hạn công bố: {AWKWARD.name}, tháng 11/2026"
    assert event.decoded("dtstart") == date(2026, 12, 15)
    assert event.get("url") == "https://tin.example/chi-tieu/ty-le/"
    assert event.get("uid") == "ty-le.2026-11.vi@tin.example"


def test_lines_have_at_most_75_octets_end_as_the_standard_asks_and_cut_no_letter() -> None:
    lines = made().split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines)
    assert b"\n" not in made().replace(b"\r\n", b"")


def test_a_release_keeps_its_id_when_its_day_moves() -> None:
    moved = calendar_file([(date(2026, 12, 20), AWKWARD, month(2026, 11))], SETTINGS, "vi")
    ids = [icalendar.Calendar.from_ical(body).events[0].get("uid") for body in (made(), moved)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("language", "named"), [("vi", "Lịch công bố số liệu, Cổng tin"), ("en", "Release calendar, Public Gate")]
)
def test_the_calendar_has_a_name(language: str, named: str) -> None:
    lines = made(language).replace(b"\r\n ", b"").decode().split("\r\n")
    assert f"X-WR-CALNAME:{named}".replace(",", "\\,") in lines
