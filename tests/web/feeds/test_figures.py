"""Feeds of figures: an entry for each new or revised value, told once, under an id that never changes."""

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from lxml import etree

from portal.model.chronicle import Cell, Chronicle, Statement
from portal.model.indicator import Indicator
from portal.model.observation import Status
from portal.model.period import Period, month, year
from portal.web.app import PortalApp
from portal.web.feeds.figures import figure_lists
from tests.web.portals import DOSSIERS, SHARE, head, made, main, portal, site, targets
from vietnamese.dates import HANOI

FIRST = datetime(2026, 5, 13, 9, tzinfo=HANOI)
DAY = timedelta(days=1)


def stated(
    period: Period, value: str, day: int = 0, before: str = "", number: int = 1, **facts: object
) -> Statement:
    old = Cell(Decimal(before)) if before else None
    given = {"part": (), "reason": ""} | facts
    return Statement(
        period, given["part"], number, Cell(Decimal(value)), old, FIRST + DAY * day, given["reason"]  # type: ignore[arg-type]
    )  # fmt: skip


def telling(*statements: Statement, of: Indicator = SHARE) -> Indicator:
    return replace(of, chronicle=Chronicle(statements))


TWICE = telling(
    stated(year(2025), "81"),
    stated(year(2026), "90", 1),
    stated(year(2025), "82", 2, "81", 2, reason="Cộng thiếu <hai> huyện"),
)


def entries(app: PortalApp, address: str = "/chi-tieu/ty-le/feed.json") -> list[dict[str, str]]:
    held: list[dict[str, str]] = json.loads(made(app, address))["items"]
    return held


def test_each_new_or_revised_value_is_an_entry_newest_first() -> None:
    told = entries(site(indicators=(TWICE,)))
    assert [one["title"] for one in told] == [
        "Sửa số liệu: Tỷ lệ chữ ký số, năm 2025 nay là 82%",
        "Tỷ lệ chữ ký số: năm 2026 là 90%",
        "Tỷ lệ chữ ký số: năm 2025 là 81%",
    ]
    assert told[0]["summary"] == ("Năm 2025: 82%. Trước đó đã công bố: 81%. Lý do: Cộng thiếu <hai> huyện.")
    assert "&lt;hai&gt;" in told[0]["content_html"]
    assert told[0]["date_published"] == "2026-05-15T09:00:00+07:00"


def test_an_id_is_made_of_indicator_period_part_and_number_of_the_value() -> None:
    part = (("cap", "Xã, phường"), ("gioi", "nữ"))
    told = entries(site(indicators=(telling(stated(month(2026, 4), "5", part=part, number=3)),)))
    assert told[0]["id"] == (
        "tag:tin.example,2026-01-01:chi-tieu/ty-le/2026-04/cap=X%C3%A3%2C%20ph%C6%B0%E1%BB%9Dng/gioi=n%E1%BB%AF/3"
    )
    assert "Xã, phường, nữ" in told[0]["title"]


def test_what_was_told_is_told_the_same_when_more_comes() -> None:
    before = entries(site(indicators=(replace(TWICE, chronicle=Chronicle(TWICE.chronicle.statements[:2])),)))
    after = entries(site(indicators=(TWICE,)))
    assert after[1:] == before
    assert len({one["id"] for one in after}) == 3


@pytest.mark.parametrize(
    ("file", "paths"),
    [
        ("rss.xml", ("//item/guid/text()", "//item/title/text()")),
        ("atom.xml", ("//*[local-name()='entry']/*[local-name()='id']/text()",)),
    ],
)
def test_readers_of_xml_find_the_same_entries(file: str, paths: tuple[str, ...]) -> None:
    app = site(indicators=(TWICE,))
    root, told = etree.fromstring(made(app, f"/chi-tieu/ty-le/{file}")), entries(app)
    for path, key in zip(paths, ("id", "title"), strict=False):
        assert root.xpath(path) == [one[key] for one in told]


def test_one_tells_of_all_and_one_of_each_unit() -> None:
    other = telling(stated(year(2026), "5", 1), of=DOSSIERS)
    app = site(indicators=(TWICE, other))
    assert len(entries(app, "/chi-tieu/feed.json")) == 4
    assert [one["title"] for one in entries(app, "/chi-tieu/co-quan/so-noi-vu/feed.json")] == [
        "Hồ sơ trực tuyến: năm 2026 là 5,0 hồ sơ"
    ]
    assert "/chi-tieu/co-quan/so-y-te/feed.json" not in app.slots


def test_what_is_early_and_what_is_taken_back_is_said() -> None:
    early = replace(stated(year(2026), "90"), seen=Cell(Decimal(90), Status.PROVISIONAL))
    gone = replace(stated(year(2026), "0", 1, "90", 2), seen=None)
    told = entries(site(indicators=(telling(early, gone),)))
    assert "Đây là số sơ bộ." in told[1]["summary"]
    assert told[0]["title"].endswith("nay là không có số")


def test_a_portal_that_never_published_has_feeds_without_entries() -> None:
    app = site(indicators=(SHARE,))
    assert entries(app) == []
    root = etree.fromstring(made(app, "/chi-tieu/ty-le/atom.xml"))
    assert root.findtext("{*}updated") == "2026-01-01T00:00:00+07:00"


def test_older_entries_stand_in_archives_that_never_change() -> None:
    many = telling(*(stated(month(2020 + n // 12, n % 12 + 1), f"{n}", n) for n in range(65)))
    fewer = replace(many, chronicle=Chronicle(many.chronicle.statements[:62]))
    app, before = site(indicators=(many,)), site(indicators=(fewer,))
    assert {name for name in app.slots if "/ty-le/atom-" in name} == {
        "/chi-tieu/ty-le/atom-1.xml", "/chi-tieu/ty-le/atom-2.xml",
    }  # fmt: skip
    for number in (1, 2):
        name = f"/chi-tieu/ty-le/atom-{number}.xml"
        assert made(app, name) == made(before, name)
    found: list[str] = []
    name = "/chi-tieu/ty-le/atom.xml"
    while name:
        root = etree.fromstring(made(app, name))
        found += [one.findtext("{*}id", "") for one in root.iterfind("{*}entry")]
        older = root.find("{*}link[@rel='prev-archive']")
        name = "" if older is None else older.get("href", "").removeprefix("https://tin.example")
    assert len(set(found)) == 65


def test_pages_lead_to_their_feeds() -> None:
    app = site(indicators=(TWICE, DOSSIERS))
    for address in ("/chi-tieu/", "/chi-tieu/ty-le/", "/chi-tieu/co-quan/so-noi-vu/"):
        found = targets(main(app, address))
        named = [one.address for one in head(app, address).feeds]
        assert named == [f"{address}{file}" for file in ("rss.xml", "atom.xml", "feed.json")]
        assert set(named) <= set(found)
        assert all(name in app.slots for name in named)
    listed = set(targets(main(app, "/nguon-tin/")))
    told = {f"{one.home}rss.xml" for one in figure_lists(portal(indicators=(TWICE, DOSSIERS)))}
    assert len(told) == 4 and told <= listed
    subscribed = re.findall(r'xmlUrl="https://tin.example([^"]+)"', made(app, "/nguon-tin.opml").decode())
    assert told <= set(subscribed)
