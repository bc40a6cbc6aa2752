"""One table of addresses, and answers from it alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from portal.model.settings import MenuItem
from portal.web.app import TwoAtOneAddress, make_app
from portal.web.page import Head, Page
from tests.web.feeds.portals import SETTINGS, URL, article
from tests.web.portals import TEMPLATES, document, english_site, portal, site, standing, words


def test_two_pages_at_one_address_are_refused_by_name() -> None:
    with pytest.raises(TwoAtOneAddress, match="/dich-vu/: services.services.vi, standing"):
        make_app(portal(pages=(standing("dich-vu"),)), [TEMPLATES])


def test_an_address_that_is_not_in_the_table_is_not_found() -> None:
    client = site().test_client()
    assert [client.get(address).status_code for address in ("/", "/khong-co/", "/tin-tuc")] == [200, 404, 404]


@pytest.mark.parametrize(
    ("address", "media"),
    [
        ("/", "text/html"), ("/404.html", "text/html"), ("/chi-tieu/ho-so.csv", "text/csv"),
        ("/tin-tuc/rss.xml", "application/xml"), ("/robots.txt", "text/plain"),
        ("/manifest.webmanifest", "application/manifest+json"),
    ],
)  # fmt: skip
def test_each_answer_has_the_media_type_of_its_address(address: str, media: str) -> None:
    assert site().test_client().get(address).mimetype == media


def test_every_address_of_the_table_answers() -> None:
    client = english_site().test_client()
    assert [held for held in english_site().slots if client.get(held).status_code != 200] == []


def test_the_same_portal_gives_the_same_bytes() -> None:
    one, other = make_app(portal(), [TEMPLATES]), make_app(portal(), [TEMPLATES])
    assert list(one.slots) == list(other.slots)
    assert [held for held in one.slots if one.body(held) != other.body(held)] == []


def test_every_page_names_its_own_address_with_the_host_of_the_portal() -> None:
    app = english_site()
    for address in ("/", "/en/", "/tin-tuc/2026/bai-001/", "/chi-tieu/ho-so/"):
        assert document(app, address).xpath("//link[@rel='canonical']/@href") == [URL + address]


def test_every_page_loads_only_what_the_portal_has() -> None:
    app = english_site()
    loaded = {
        found
        for address, slot in app.slots.items()
        if isinstance(slot.answer(), Page)
        for found in document(app, address).xpath(
            "//link[@rel='stylesheet' or @rel='manifest' or @rel='search']/@href | //script/@src"
        )
    }
    assert loaded and loaded <= set(app.slots)


def test_a_page_bears_the_name_of_the_portal_in_its_language() -> None:
    app = english_site()
    names = [words(document(app, home).xpath("//header//a")[0]) for home in ("/", "/en/")]
    assert names == ["Cổng tin", "Public Gate"]


def test_the_menu_marks_the_page_one_is_on_and_the_part_it_belongs_to() -> None:
    menu = (MenuItem("Tin tức", "/tin-tuc/"), MenuItem("Dịch vụ", "/dich-vu/"))
    app = site(settings=replace(SETTINGS, wording={"vi": replace(SETTINGS.of("vi"), menu=menu)}))
    marks = {
        address: document(app, address).xpath("//nav//a[@href='/tin-tuc/']/@aria-current")
        for address in ("/tin-tuc/", "/tin-tuc/2026/", "/dich-vu/")
    }
    assert marks == {"/tin-tuc/": ["page"], "/tin-tuc/2026/": ["true"], "/dich-vu/": []}


def test_colours_come_from_the_portal() -> None:
    red = replace(SETTINGS, colours={"brand": ("#aa0011", "#ffccdd")})
    app = site(settings=red)
    address = document(app, "/").xpath("//link[@rel='stylesheet']/@href")[0]
    sheet = app.body(address).decode().replace(" ", "")
    assert "--brand:#aa0011" in sheet and "--brand:#ffccdd" in sheet


def test_a_portals_own_template_stands_before_the_engines(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "404.html").write_text("<h1>Trang riêng</h1>", "utf-8")
    app = make_app(portal(), [tmp_path, TEMPLATES])
    assert app.body("/404.html") == "<h1>Trang riêng</h1>".encode()
    assert app.body("/robots.txt")


@pytest.mark.parametrize("written", ["{{ ten_go_nham }}", "{{ request.args }}", "{{ config }}", "{{ g.x }}"])
def test_a_template_can_show_nothing_but_what_its_page_holds(written: str, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "404.html").write_text(written, "utf-8")
    app = make_app(portal(), [tmp_path, TEMPLATES])
    with pytest.raises(UndefinedError):
        app.body("/404.html")


def test_a_template_cannot_reach_into_python(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "404.html").write_text("{{ frame.__class__.__mro__ }}", "utf-8")
    with pytest.raises(SecurityError):
        make_app(portal(), [tmp_path, TEMPLATES]).body("/404.html")


def test_what_a_template_is_given_is_text_and_never_markup(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "404.html").write_text("{{ frame.head.title }}", "utf-8")
    app = make_app(portal(articles=(article(1),)), [tmp_path, TEMPLATES])
    page = Page("pages/404.html", Head("<script>", ""))
    assert app.set_page(page, "/404.html") == "&lt;script&gt;"
