"""Site maps as sitemaps.org tells them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from lxml import etree

from portal.web.sitemap import MOST, SITEMAP, XHTML, Place, files, places, written
from tests.web.feeds.portals import URL, article, articles, portal
from tests.web.feeds.rules import parse
from vietnamese.dates import HANOI

LATER = datetime(2026, 7, 1, 9, tzinfo=HANOI)


def written_files(held: Sequence[Place], base: str, most: int = MOST) -> dict[str, bytes]:
    return {file.address: written(file) for file in files(held, base, most)}


def found(root: etree._Element, name: str) -> list[str]:
    return [held.text or "" for held in root.iter(f"{{{SITEMAP}}}{name}")]


def test_a_map_keeps_the_form() -> None:
    root = parse(written_files(places(portal(articles(3))), URL)["/sitemap.xml"])
    assert root.tag == f"{{{SITEMAP}}}urlset"
    for url in root:
        names = [etree.QName(held).localname for held in url]
        assert names[:1] == ["loc"] and set(names[1:]) <= {"lastmod", "link"}
    assert all(held.startswith(f"{URL}/") for held in found(root, "loc"))
    assert all(datetime.fromisoformat(held).tzinfo for held in found(root, "lastmod"))


def test_a_page_changed_when_its_content_did() -> None:
    changed = {held.address: held.changed for held in places(portal([article(2), article(1, updated=LATER)]))}
    assert changed["/tin-tuc/2026/bai-001/"] == LATER
    assert changed["/tin-tuc/2026/bai-002/"] == article(2).date
    assert changed["/tin-tuc/"] == LATER
    assert changed["/so-do-trang/"] is None


def test_a_list_that_shows_nothing_is_left_out() -> None:
    addresses = {held.address for held in places(portal([article()]))}
    assert "/tin-tuc/" in addresses
    assert "/co-quan/so-noi-vu/" not in addresses


def test_an_article_in_two_languages_names_both_and_one_for_all_others() -> None:
    both = ("vi", "en")
    pair = (article(languages=both), article(language="en", languages=both))
    root = parse(written_files(places(portal(pair)), URL)["/sitemap.xml"])
    url = next(held for held in root if held[0].text == f"{URL}/en/tin-tuc/2026/bai-001/")
    told = {held.get("hreflang"): held.get("href") for held in url.iter(f"{{{XHTML}}}link")}
    assert told == {
        "vi": f"{URL}/tin-tuc/2026/bai-001/",
        "en": f"{URL}/en/tin-tuc/2026/bai-001/",
        "x-default": f"{URL}/tin-tuc/2026/bai-001/",
    }


def test_an_article_in_one_language_names_no_other() -> None:
    held = [place for place in places(portal([article()])) if "bai" in place.address]
    root = parse(written_files(held, URL)["/sitemap.xml"])
    assert not list(root.iter(f"{{{XHTML}}}link"))


def test_past_the_limit_there_is_an_index_of_parts() -> None:
    held = [Place(f"/{number}/") for number in range(5)]
    written = written_files(held, URL, most=2)
    assert list(written) == ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]
    index = parse(written["/sitemap.xml"])
    assert index.tag == f"{{{SITEMAP}}}sitemapindex"
    assert found(index, "loc") == [URL + address for address in list(written)[1:]]
    listed = [place for part in list(written)[1:] for place in found(parse(written[part]), "loc")]
    assert listed == [URL + place.address for place in held]


def test_up_to_the_limit_there_is_one_file() -> None:
    assert list(written_files([Place(f"/{number}/") for number in range(MOST)], URL)) == ["/sitemap.xml"]
    assert "/sitemap-2.xml" in written_files([Place(f"/{number}/") for number in range(MOST + 1)], URL)


def test_a_full_part_stays_when_articles_come() -> None:
    before, after = (written_files(places(portal(articles(count))), URL, most=10) for count in (25, 60))
    assert before["/sitemap-1.xml"] == after["/sitemap-1.xml"]
    assert before["/sitemap-2.xml"] == after["/sitemap-2.xml"]


def test_the_same_portal_gives_the_same_bytes() -> None:
    made = portal(articles(3))
    assert written_files(places(made), URL) == written_files(places(replace(made)), URL)
