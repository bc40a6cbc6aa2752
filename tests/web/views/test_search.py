"""Search that works without a script, and the files that a script reads."""

import json
from collections.abc import Iterator

from portal.web.app import PortalApp
from tests.web.portals import english_site, links, made, main, site, words

PLACE = "/tim-kiem/"


def files(app: PortalApp, start: str = "") -> list[str]:
    """The index files that a search page names."""
    held: str = main(app, f"{start}{PLACE}").xpath(".//@data-files")[0]
    return held.split()


def rows(app: PortalApp, start: str = "") -> Iterator[list[str]]:
    """All that a script finds."""
    for address in files(app, start):
        yield from json.loads(made(app, address))


def test_the_form_asks_this_page_itself() -> None:
    form = main(site(), PLACE).xpath(".//form")[0]
    assert (form.get("action"), form.get("method", "get")) == (PLACE, "get")
    assert form.xpath(".//input[@type='search']/@name") == ["q"]
    assert form.xpath(".//label/@for") == form.xpath(".//input/@id")


def test_without_a_script_lists_lead_to_every_article() -> None:
    found = links(main(site(), PLACE))
    assert {"/chuyen-muc/", "/luu-tru/", "/chu-de/", "/so-do-trang/"} <= set(found.values())
    assert found["Năm 2026"] == "/tin-tuc/2026/" and found["Thời sự"] == "/chuyen-muc/thoi-su/"


def test_every_index_file_that_the_page_names_is_there() -> None:
    app = english_site()
    assert files(app) == ["/tim-kiem/2026.json", "/tim-kiem/trang.json"]
    assert files(app, "/en") == ["/en/tim-kiem/2026.json", "/en/tim-kiem/trang.json"]
    assert {*files(app), *files(app, "/en")} <= set(app.slots)


def test_everything_a_reader_may_look_for_can_be_found_once() -> None:
    app = site()
    portal = app.portal
    found = [address for address, *_ in rows(app)]
    wanted = [*(held.address for held in portal.articles), *(held.address for held in portal.pages)]
    wanted += [*(held.address for held in portal.units), *(held.address for held in portal.indicators)]
    services = [f"/dich-vu/#{group.id}" for group in portal.services["vi"] for _ in group.links]
    assert sorted(found) == sorted([*wanted, *services])


def test_every_result_leads_to_a_place_that_is_there() -> None:
    app = english_site()
    for start in ("", "/en"):
        anchors = {f"#{anchor}" for anchor in main(app, f"{start}/dich-vu/").xpath(".//@id")}
        for address, *_ in rows(app, start):
            page, mark, anchor = address.partition("#")
            assert page in app.slots and page.startswith(f"{start}/")
            assert not mark or mark + anchor in anchors


def test_a_row_has_address_title_summary_and_day() -> None:
    assert next(rows(site())) == ["/tin-tuc/2026/bai-003/", "Bài số 3", "Tóm tắt.", "2026-01-01"]


def test_each_language_searches_its_own() -> None:
    app = english_site()
    assert [title for _, title, *_ in rows(app, "/en")] == ["Article 4", "Trang lien-he", "Kê khai thuế"]
    assert "Article 4" not in [title for _, title, *_ in rows(app)]


def test_a_script_finds_its_words_on_the_page() -> None:
    box = main(site(), PLACE).xpath(".//*[@data-files]")[0]
    assert "{q}" in box.get("data-none") and "{n}" in box.get("data-found")
    assert box.get("data-loading") and box.get("data-failed")
    assert "{" not in words(main(site(), PLACE))
