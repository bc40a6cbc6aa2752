"""Indexes that lead people to everything."""

from datetime import datetime

import pytest

from portal.model.article import Tag
from portal.model.portal import Portal
from portal.web.app import PortalApp, make_app
from portal.web.feeds.figures import figure_lists
from portal.web.page import Page
from tests.web.feeds.portals import SETTINGS, article, articles
from tests.web.portals import TEMPLATES, english_site, links, main, site, targets, words
from vietnamese.dates import HANOI


def shelves(app: PortalApp, address: str) -> dict[str, list[str]]:
    """The entries of an index by heading."""
    return {
        words(section.xpath("./h2")[0]): [words(entry) for entry in section.iter("li")]
        for section in main(app, address).xpath(".//section[./h2]")
    }


def reached(app: PortalApp, start: str) -> set[str]:
    """Every address that one comes to by links in the main parts of pages."""
    seen, due = {start}, [start]
    while due:
        for target in targets(main(app, due.pop())):
            address = target.partition("#")[0]
            if address in app.slots and address not in seen:
                seen.add(address)
                due += [address] if isinstance(app.answer(address), Page) else []
    return seen


def test_every_category_is_listed_with_or_without_news() -> None:
    assert links(main(site(), "/chuyen-muc/")) == {
        "Thời sự": "/chuyen-muc/thoi-su/", "Đời sống": "/chuyen-muc/doi-song/",
    }  # fmt: skip


def test_topics_stand_under_their_letters_in_the_order_of_the_dictionary() -> None:
    names = {"du-lich": "Du lịch", "dat-dai": "Đất đai", "dan-so": "Dân số", "uy-tin": "Uy tín"}
    names["uu-dai"] = "Ưu đãi"
    app = site(articles=(article(1, tags=tuple(Tag(*pair) for pair in names.items())),))
    assert list(shelves(app, "/chu-de/").items()) == [
        ("D", ["Dân số", "Du lịch"]), ("Đ", ["Đất đai"]), ("U", ["Uy tín"]), ("Ư", ["Ưu đãi"]),
    ]  # fmt: skip


def test_small_and_capital_letters_share_a_shelf() -> None:
    app = site(articles=(article(1, tags=(Tag("bao", "báo"), Tag("bien", "Biển"))),))
    assert list(shelves(app, "/chu-de/")) == ["B"]


def test_the_archive_has_the_months_of_each_year_newest_first() -> None:
    days = (datetime(2026, 3, 1, 8, tzinfo=HANOI), datetime(2026, 1, 1, 8, tzinfo=HANOI))
    new = [article(n, date=day) for n, day in enumerate(days, 5)]
    old = article(1, year="2025", date=datetime(2025, 12, 1, 8, tzinfo=HANOI))
    app = site(articles=(*new, old))
    assert list(shelves(app, "/luu-tru/").items()) == [
        ("Năm 2026", ["Tháng 3/2026", "Tháng 1/2026"]), ("Năm 2025", ["Tháng 12/2025"]),
    ]  # fmt: skip
    assert links(main(app, "/luu-tru/"))["Tháng 12/2025"] == "/tin-tuc/2025/12/"


@pytest.mark.parametrize("start", ["", "/en"])
def test_from_the_site_map_one_comes_to_every_page_of_the_language(start: str) -> None:
    pair = english_site().portal.articles[:2]
    app = english_site(articles=(*pair, *(held for held in articles(25) if held.slug != "bai-004")))
    language = "en" if start else "vi"
    pages = {address for address, slot in app.slots.items() if isinstance(slot.answer(), Page)}
    own = {address for address in pages if app.slots[address].language == language} - {"/404.html"}
    # The front page is what the name of the portal leads to, on every page.
    assert own - reached(app, f"{start}/so-do-trang/") == {f"{start}/"}


def test_the_site_map_names_every_standing_page_unit_and_indicator_itself() -> None:
    app = site()
    named = set(targets(main(app, "/so-do-trang/")))
    assert {page.address for page in app.portal.pages} <= named
    assert {unit.address for unit in app.portal.units} <= named
    assert {indicator.address for indicator in app.portal.indicators} <= named


def test_the_english_site_map_names_english_pages_only() -> None:
    named = set(targets(main(english_site(), "/en/so-do-trang/")))
    assert "/en/lien-he/" in named and "/lien-he/" not in named
    assert not [address for address in named if address.startswith("/chi-tieu/")]


def test_every_feed_is_listed_for_people_under_a_name_of_its_own() -> None:
    app = english_site()
    made = main(app, "/nguon-tin/")
    feeds = {listing.home + "rss.xml" for listing in app.portal.listings if listing.feeds}
    feeds |= {held.home + "rss.xml" for held in figure_lists(app.portal)}
    assert feeds <= set(targets(made))
    names = made.xpath(".//table//a/@aria-label")
    # News in Vietnamese and in English have titles of their own; so have all others.
    assert len(names) == len(set(names)) == 3 * len(feeds)


def test_the_list_of_feeds_can_be_downloaded() -> None:
    assert "/nguon-tin.opml" in targets(main(site(), "/nguon-tin/"))


@pytest.mark.parametrize("address", ["/chuyen-muc/", "/chu-de/", "/luu-tru/", "/so-do-trang/", "/nguon-tin/"])
def test_an_empty_portal_still_has_its_indexes(address: str) -> None:
    made = main(make_app(Portal(SETTINGS), [TEMPLATES]), address)
    assert len(list(made.iter("h1"))) == 1


def test_a_tone_leaves_a_letter_of_the_alphabet_what_it_is() -> None:
    names = ("An", "Ắc quy", "Ấn phẩm", "Ổn định", "Ớt", "Uy tín", "Ứng dụng")
    app = site(articles=(article(1, tags=tuple(Tag(f"t{n}", name) for n, name in enumerate(names))),))
    assert list(shelves(app, "/chu-de/")) == ["A", "Ă", "Â", "Ô", "Ơ", "U", "Ư"]
