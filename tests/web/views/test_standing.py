"""Standing pages, and the head of pages that there are once in each language."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.web.portals import document, english_site, head, links, main, site, standing, words
from vietnamese.dates import HANOI

FOUR = ("Về cổng", "Ai viết", "Sửa sai", "Liên hệ")


def test_a_long_page_begins_with_its_contents() -> None:
    nav = main(site(pages=(standing("gioi-thieu", *FOUR),)), "/gioi-thieu/").xpath(".//nav")[0]
    assert links(nav) == {title: f"#muc-{n}" for n, title in enumerate(FOUR, 1)}


def test_every_entry_of_the_contents_leads_to_its_part() -> None:
    made = main(site(pages=(standing("gioi-thieu", *FOUR),)), "/gioi-thieu/")
    anchors = {f"#{anchor}" for anchor in made.xpath(".//@id")}
    assert set(links(made.xpath(".//nav")[0]).values()) <= anchors


def test_a_short_page_needs_no_contents() -> None:
    assert not main(site(pages=(standing("gioi-thieu", *FOUR[:3]),)), "/gioi-thieu/").xpath(".//nav")


def test_smaller_headings_are_not_in_the_contents() -> None:
    page = standing("gioi-thieu", *FOUR)
    parts = (*page.body.headings, replace(page.body.headings[0], level=3, text="Việc nhỏ"))
    app = site(pages=(replace(page, body=replace(page.body, headings=parts)),))
    assert "Việc nhỏ" not in links(main(app, "/gioi-thieu/").xpath(".//nav")[0])


def test_a_page_says_when_it_was_brought_up_to_date_and_only_then() -> None:
    day = datetime(2026, 5, 13, tzinfo=HANOI)
    app = site(pages=(replace(standing("gioi-thieu"), updated=day), standing()))
    assert "Cập nhật: 13/05/2026" in words(main(app, "/gioi-thieu/"))
    assert "Cập nhật" not in words(main(app, "/lien-he/"))
    assert head(app, "/gioi-thieu/").modified == day


def test_the_text_of_a_page_stands_in_it_once() -> None:
    made = main(site(), "/lien-he/")
    assert words(made).count("Chữ.") == 1
    assert words(made.xpath(".//h1")[0]) == "Trang lien-he"


def test_a_page_in_two_languages_names_both() -> None:
    both = ("vi", "en")
    pages = tuple(replace(standing(language=code), languages=both) for code in both)
    app = english_site(pages=pages)
    assert dict(head(app, "/en/lien-he/").alternates) == {"vi": "/lien-he/", "en": "/en/lien-he/"}
    assert document(app, "/en/lien-he/").get("lang") == "en"


@pytest.mark.parametrize("address", ["/dich-vu/", "/tim-kiem/", "/chuyen-muc/", "/so-do-trang/"])
def test_a_page_of_the_engine_names_itself_in_every_language_of_the_portal(address: str) -> None:
    both = {"vi": address, "en": f"/en{address}"}
    app = english_site()
    assert all(dict(head(app, held).alternates) == both for held in both.values())
    assert dict(head(site(), address).alternates) == {"vi": address}


@pytest.mark.parametrize("address", ["/co-quan/", "/chi-tieu/", "/nguon-tin/", "/404.html"])
def test_a_page_that_is_in_vietnamese_only_names_no_other(address: str) -> None:
    app = english_site()
    assert f"/en{address}" not in app.slots
    assert not head(app, address).alternates
