"""Feeds and machines' files among all the addresses of a portal."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from portal.model.article import Article, Category
from portal.model.indicator import Indicator, IndicatorSource
from portal.model.media import Asset
from portal.model.observation import Observation
from portal.model.page import StandingPage
from portal.model.period import year
from portal.model.portal import Portal
from portal.model.text import Body, Html
from portal.web.app import PortalApp, make_app
from portal.web.feeds.document import FeedSpot, articles_at
from portal.web.feeds.figures import figure_lists
from portal.web.page import Made, Page
from tests.web.feeds import portals
from tests.web.feeds.portals import URL, article, articles
from tests.web.feeds.rules import parse

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def full_portal(news: Iterable[Article]) -> Portal:
    """A portal with something of every kind that has a page."""
    figure = Indicator(
        "ho-so",
        "Hồ sơ",
        "Tỷ lệ.",
        "%",
        IndicatorSource("Sở"),
        (Observation(year(2026), Decimal(1)),),
    )
    text = Body(Html("<p>Thư.</p>"), "Thư.")
    contact = [
        StandingPage("lien-he", code, "Liên hệ", "Góp ý.", text, "trang/lien-he.md", languages=("vi", "en"))
        for code in ("vi", "en")
    ]
    icon = Asset("/tai-nguyen/favicon.0.ico", Path("favicon.ico"), "image/vnd.microsoft.icon", 1, "0")
    plain = portals.portal(news)
    return replace(plain, pages=tuple(contact), indicators=(figure,), identity={"favicon.ico": icon})


@pytest.fixture(scope="module")
def app() -> PortalApp:
    """The application of a portal in two languages with more articles than a list or a feed shows at once."""
    plain = article(50)
    abroad = Category("thoi-su", "Current affairs", language="en")
    pair = (
        replace(plain, languages=("vi", "en")),
        replace(plain, language="en", category=abroad, id="tag:x,2026:en"),
    )
    return make_app(full_portal((*pair, *articles(40), *())), [TEMPLATES])


def made(app: PortalApp, address: str) -> bytes:
    """The bytes of a file that a view made."""
    answer = app.answer(address)
    assert isinstance(answer, Made)
    return answer.body


def locations(body: bytes) -> list[str]:
    """The addresses in a site map."""
    return [(held.text or "").removeprefix(URL) for held in parse(body).iter(f"{MAP}loc")]


def test_the_site_map_names_exactly_the_pages_that_may_be_found(app: PortalApp) -> None:
    answers = {address: app.answer(address) for address in app.slots}
    found = {address for address, held in answers.items() if isinstance(held, Page) and held.head.index}
    listed = locations(made(app, "/sitemap.xml"))
    assert set(listed) == found
    assert len(listed) == len(set(listed))


def test_the_site_map_and_the_pages_agree_on_languages(app: PortalApp) -> None:
    for url in parse(made(app, "/sitemap.xml")):
        address = (url.findtext(f"{MAP}loc") or "").removeprefix(URL)
        told = {
            held.get("hreflang"): held.get("href", "").removeprefix(URL)
            for held in url
            if "href" in held.attrib
        }
        told.pop("x-default", None)
        answer = app.answer(address)
        assert isinstance(answer, Page)
        said = {code: held for code, held in answer.head.alternates.items() if held in app.slots}
        assert told == (said if len(said) > 1 else {}), address


def test_every_list_with_feeds_has_three_and_its_archives(app: PortalApp) -> None:
    for listing in app.portal.listings:
        for name in ("rss.xml", "atom.xml", "feed.json"):
            assert (listing.home + name in app.slots) == listing.feeds
    assert "/tin-tuc/atom-1.xml" in app.slots
    assert "/tin-tuc/atom-2.xml" not in app.slots


def test_archives_that_hold_the_same_articles_are_made_one_after_another() -> None:
    """All news and the news of a category: else each article would be written for each of them."""
    slots = make_app(portals.portal(articles(130)), [TEMPLATES]).slots.values()
    archives = [slot.value for slot in slots if isinstance(slot.value, FeedSpot) and slot.value.number]
    assert [spot.number for spot in archives] == [1, 1, 2, 2, 3, 3, 4, 4]
    newest = [articles_at(spot)[0].order for spot in archives]
    assert newest == sorted(newest)


def test_every_feed_that_a_page_names_is_there(app: PortalApp) -> None:
    pages = [answer for address in app.slots if isinstance(answer := app.answer(address), Page)]
    named = {feed.address for page in pages for feed in page.head.feeds}
    assert named and named <= set(app.slots)


def test_the_style_sheet_of_every_feed_is_there(app: PortalApp) -> None:
    for address in app.slots:
        if re.search(r"/(rss|atom(-\d+)?)\.xml$", address):
            found = re.search(rb'xml-stylesheet type="text/css" href="([^"]+)"', made(app, address))
            assert found and found[1].decode() in app.slots


def test_what_a_feed_says_of_the_portal_itself_is_there(app: PortalApp) -> None:
    """Home, self, archives: everything in the head of a feed; texts are checked where they are written."""
    for address in app.slots:
        if re.search(r"/(rss|atom(-\d+)?)\.xml$", address):
            root = parse(made(app, address))
            head = root if root.tag.endswith("feed") else root[0]
            own = [
                held.get("href") or held.text or "" for held in head if etree.QName(held).localname == "link"
            ]
            assert own and {held.removeprefix(URL) for held in own} <= set(app.slots)


def test_the_list_for_feed_readers_holds_every_feed_once(app: PortalApp) -> None:
    root = parse(made(app, "/nguon-tin.opml"))
    feeds = [held.get("xmlUrl", "").removeprefix(URL) for held in root.iter("outline") if held.get("xmlUrl")]
    lists = [held.home for held in app.portal.listings if held.feeds]
    lists += [held.home for held in figure_lists(app.portal)]
    assert sorted(feeds) == sorted(home + "rss.xml" for home in lists)
    assert all(held.get("text") for held in root.iter("outline"))
    assert all(held.get("type") == "rss" for held in root.iter("outline") if held.get("xmlUrl"))
    assert (root.tag, root.get("version"), [held.tag for held in root]) == ("opml", "2.0", ["head", "body"])


def test_browsers_find_the_icon_where_they_look(app: PortalApp) -> None:
    assert "/favicon.ico" in app.slots


def test_the_feed_style_speaks_each_language_and_needs_nothing_from_elsewhere(app: PortalApp) -> None:
    sheets = [made(app, held).decode() for held in app.slots if re.match(r"/tai-nguyen/feed-..\.", held)]
    assert ["Đây là một nguồn tin" in sheet for sheet in sheets] == [True, False]
    assert all("url(" not in sheet and "@import" not in sheet for sheet in sheets)
    assert all("prefers-color-scheme:dark" in sheet for sheet in sheets)
