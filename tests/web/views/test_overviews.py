"""Indicators together: all, by group, by unit, and when the next figures come."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import icalendar
import pytest

from portal.model.indicator import Duty, Indicator, Target
from portal.model.observation import Observation, Status
from portal.model.period import month, year
from portal.model.release_calendar import dues
from portal.web.app import PortalApp, make_app
from tests.web.portals import DOSSIERS, SHARE, TEMPLATES, bilingual, links, made, main, site, words

MONTHLY = replace(
    DOSSIERS,
    id="dung-hen",
    name="Trả đúng hẹn",
    unit="%",
    observations=tuple(Observation(month(2026, number), Decimal(90 + number)) for number in range(1, 7)),
    targets=(Target(year(2026), Decimal(99)),),
    direction="higher",
    frequency="month",
    within=15,
    group="Phục vụ",
)


def on(day: date, *indicators: Indicator) -> PortalApp:
    """A portal with these indicators as it is made on a day."""
    return site(indicators=indicators, dues=dues(indicators, day))


def test_the_overview_shows_every_indicator_under_its_group() -> None:
    shown = main(site(), "/chi-tieu/")
    held = {
        words(section.xpath("./h2")[0]): [words(title) for title in section.iter("h3")]
        for section in shown.xpath(".//section[./h2]")
    }
    assert held == {"Dịch vụ công": ["Hồ sơ trực tuyến"], "Số liệu khác": ["Tỷ lệ chữ ký số"]}


def test_the_heading_of_a_group_leads_to_its_page() -> None:
    shown = main(site(), "/chi-tieu/")
    assert shown.xpath("string(.//h2[contains(., 'Dịch vụ công')]/a/@href)") == "/chi-tieu/nhom/dich-vu-cong/"
    assert "Hồ sơ trực tuyến" in words(main(site(), "/chi-tieu/nhom/dich-vu-cong/"))
    assert "Tỷ lệ chữ ký số" not in words(main(site(), "/chi-tieu/nhom/dich-vu-cong/"))


def test_a_unit_has_a_page_of_what_it_answers_for_and_its_own_page_leads_there() -> None:
    app = site()
    assert "/chi-tieu/co-quan/so-noi-vu/" in links(main(app, "/co-quan/so-noi-vu/")).values()
    assert "Hồ sơ trực tuyến" in words(main(app, "/chi-tieu/co-quan/so-noi-vu/"))
    assert "/chi-tieu/co-quan/so-y-te/" not in app.slots
    assert "/chi-tieu/co-quan/so-y-te/" not in links(main(app, "/co-quan/so-y-te/")).values()


def test_a_tile_has_its_small_line_and_its_grade_in_words() -> None:
    shown = main(on(date(2026, 7, 1), MONTHLY), "/chi-tieu/")
    assert len(shown.xpath(".//svg[@class='spark']")) == 1
    assert words(shown.xpath(".//*[@class='grade']")[0]) == "Đúng tiến độ"


@pytest.mark.parametrize(("day", "said"), [(date(2026, 8, 15), []), (date(2026, 8, 27), ["12"])])
def test_what_is_late_is_marked_with_its_days_and_its_owner(day: date, said: list[str]) -> None:
    shown = main(on(day, MONTHLY), "/chi-tieu/")
    late = [words(one) for one in shown.xpath(".//p[@class='late']")]
    assert late == [f"Quá hạn công bố {days} ngày (tháng 7/2026). Sở Nội vụ" for days in said]


def test_the_page_of_a_late_indicator_says_since_when_and_stays_the_same_from_day_to_day() -> None:
    days = (date(2026, 8, 16), date(2026, 8, 30))
    pages = [words(main(on(day, MONTHLY), "/chi-tieu/dung-hen/")) for day in days]
    assert pages[0] == pages[1]
    assert "phải có từ ngày 15/08/2026" in pages[0]
    assert "chậm nhất ngày 15/08/2026" in words(main(on(date(2026, 8, 1), MONTHLY), "/chi-tieu/dung-hen/"))


def test_the_calendar_tells_late_coming_early_and_free() -> None:
    newest = replace(MONTHLY.observations[-1], status=Status.PROVISIONAL)
    early = replace(MONTHLY, observations=(*MONTHLY.observations[:-1], newest))
    coming = replace(MONTHLY, id="sap-toi", name="Sắp tới nơi", within=90)
    shown = main(on(date(2026, 8, 20), early, coming, SHARE), "/lich-cong-bo/")
    parts: dict[str, list[str]] = {}
    for part in shown.xpath(".//h2"):
        parts[words(part)] = [words(link) for link in part.xpath("./following-sibling::ul[1]/li//a")]
    assert parts["Quá hạn"] == ["Trả đúng hẹn", "Sở Nội vụ"]
    assert parts["Sắp tới"] == ["Sắp tới nơi", "Sở Nội vụ"]
    assert parts["Chưa phải số chính thức"] == ["Trả đúng hẹn"]
    assert parts["Không hẹn ngày công bố"] == ["Tỷ lệ chữ ký số"]
    assert "Quá hạn 5 ngày." in words(shown) and "0220 3.853.000" in words(shown)


def test_the_calendar_file_tells_the_next_four_releases() -> None:
    body = made(on(date(2026, 7, 1), MONTHLY), "/lich-cong-bo.ics")
    found = [event.decoded("dtstart") for event in icalendar.Calendar.from_ical(body).events]
    assert [str(day) for day in found] == ["2026-08-15", "2026-09-15", "2026-10-15", "2026-11-15"]


def test_a_portal_that_promises_no_day_has_no_calendar() -> None:
    app = site()
    assert "/lich-cong-bo/" not in app.slots and "/lich-cong-bo.ics" not in app.slots
    assert "/lich-cong-bo/" not in links(main(app, "/chi-tieu/")).values()


def test_the_site_map_names_the_pages_of_groups_units_and_the_calendar() -> None:
    told = made(on(date(2026, 7, 1), MONTHLY), "/sitemap.xml").decode()
    for address in ("/chi-tieu/nhom/phuc-vu/", "/chi-tieu/co-quan/so-noi-vu/", "/lich-cong-bo/"):
        assert f"<loc>https://tin.example{address}</loc>" in told


def test_an_english_group_stands_where_the_vietnamese_one_does() -> None:
    abroad = replace(MONTHLY, language="en", name="On time", group="Service")
    app = make_app(bilingual(indicators=(MONTHLY, abroad)), (TEMPLATES,))
    assert "/en/chi-tieu/nhom/phuc-vu/" in app.slots


def test_the_page_of_the_law_shows_its_six_kinds_and_says_which_are_not_there() -> None:
    app = site(indicators=(replace(MONTHLY, duty=Duty.QUALITY), SHARE))
    shown = main(app, "/chat-luong-phuc-vu/")
    assert len(shown.xpath(".//section/h2")) == 6
    assert [words(name) for name in shown.iter("h3")] == ["Trả đúng hẹn"]
    assert words(shown).count("Chưa công bố số liệu của nhóm này.") == 5
    assert "Đã có số liệu cho 1 trong 6 nhóm." in words(shown)
    assert "/chat-luong-phuc-vu/" in links(main(app, "/chi-tieu/")).values()
    assert "/chat-luong-phuc-vu/" in made(app, "/sitemap.xml").decode()


def test_a_portal_without_such_figures_has_no_page_of_the_law() -> None:
    assert "/chat-luong-phuc-vu/" not in site().slots
