"""Site maps as sitemaps.org tells them."""

from dataclasses import replace
from datetime import datetime

import pytest
from lxml import etree

from portal.model.portal import Portal
from portal.web.sitemap import MOST, SITEMAP, XHTML, Place, SiteMap, map_files, written
from tests.web.feeds.portals import URL, article, articles, portal
from tests.web.feeds.rules import parse
from vietnamese.dates import HANOI

LATER = datetime(2026, 7, 1, 9, tzinfo=HANOI)


def places(held: Portal) -> tuple[Place, ...]:
    return tuple(SiteMap(held).places())


def written_files(held: Portal, most: int = MOST) -> dict[str, bytes]:
    return {file.address: written(file) for file in map_files(held, most)}


def found(root: etree._Element, name: str) -> list[str]:
    return [held.text or "" for held in root.iter(f"{{{SITEMAP}}}{name}")]


def test_a_map_keeps_the_form() -> None:
    root = parse(written_files(portal(articles(3)))["/sitemap.xml"])
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
    root = parse(written_files(portal(pair))["/sitemap.xml"])
    url = next(held for held in root if held[0].text == f"{URL}/en/tin-tuc/2026/bai-001/")
    told = {held.get("hreflang"): held.get("href") for held in url.iter(f"{{{XHTML}}}link")}
    assert told == {
        "vi": f"{URL}/tin-tuc/2026/bai-001/",
        "en": f"{URL}/en/tin-tuc/2026/bai-001/",
        "x-default": f"{URL}/tin-tuc/2026/bai-001/",
    }


def test_an_article_in_one_language_names_no_other() -> None:
    root = parse(written_files(portal([article()]))["/sitemap.xml"])
    url = next(held for held in root if "bai-001" in str(held[0].text))
    assert not list(url.iter(f"{{{XHTML}}}link"))


def test_past_the_limit_there_is_an_index_of_parts() -> None:
    held = portal(articles(3))
    written = written_files(held, most=10)
    assert list(written)[:3] == ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"]
    index = parse(written["/sitemap.xml"])
    assert index.tag == f"{{{SITEMAP}}}sitemapindex"
    assert found(index, "loc") == [URL + address for address in list(written)[1:]]
    listed = [place for part in list(written)[1:] for place in found(parse(written[part]), "loc")]
    assert listed == [URL + place.address for place in places(held)]


@pytest.mark.parametrize("count", [0, 1, 25, 60])
def test_up_to_the_limit_there_is_one_file(count: int) -> None:
    held = portal(articles(count))
    assert len(SiteMap(held)) == len(places(held))
    assert list(written_files(held, most=len(places(held)))) == ["/sitemap.xml"]
    assert "/sitemap-2.xml" in written_files(held, most=len(places(held)) - 1)


def test_a_full_part_stays_when_articles_come() -> None:
    before, after = (written_files(portal(articles(count)), most=10) for count in (25, 60))
    assert before["/sitemap-1.xml"] == after["/sitemap-1.xml"]
    assert before["/sitemap-2.xml"] == after["/sitemap-2.xml"]


def test_the_same_portal_gives_the_same_bytes() -> None:
    made = portal(articles(3))
    assert written_files(made) == written_files(replace(made))
