"""Which articles a document holds, and what may never change about it."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.model.article import Category
from portal.web.feeds.document import PER_DOCUMENT, FeedSpot, archives, feed_at, title_of
from portal.web.feeds.xml import atom
from tests.web.feeds.portals import SETTINGS, URL, archive, article, articles, feed, listing, portal
from tests.web.feeds.rules import ids, links, parse

counts = st.integers(min_value=0, max_value=4 * PER_DOCUMENT + 2)


@settings(max_examples=12, deadline=None)
@given(before=counts, more=st.integers(min_value=1, max_value=2 * PER_DOCUMENT))
def test_an_archive_never_changes_when_articles_come(before: int, more: int) -> None:
    old, new = articles(before), articles(before + more)
    for number in range(1, archives(listing(old)) + 1):
        assert atom(archive(old, number), "/a.css") == atom(archive(new, number), "/a.css")


@settings(max_examples=25, deadline=None)
@given(count=counts)
def test_whoever_follows_the_archives_meets_every_article(count: int) -> None:
    news = articles(count)
    documents = {f"{URL}/tin-tuc/atom.xml": feed(*news)}
    documents |= {
        f"{URL}/tin-tuc/atom-{n}.xml": archive(news, n) for n in range(1, archives(listing(news)) + 1)
    }
    met: list[str] = []
    visited, at = 0, f"{URL}/tin-tuc/atom.xml"
    while at:
        root = parse(atom(documents[at], "/a.css"))
        met += ids(root)
        visited, at = visited + 1, links(root).get("prev-archive", "")
    assert list(dict.fromkeys(met)) == [held.id for held in news]
    assert visited == len(documents)


@settings(max_examples=25, deadline=None)
@given(count=counts)
@example(count=PER_DOCUMENT)
@example(count=PER_DOCUMENT + 1)
def test_every_archive_is_full_and_none_stands_for_the_newest_alone(count: int) -> None:
    news = articles(count)
    full = archives(listing(news))
    assert all(len(archive(news, number).entries) == PER_DOCUMENT for number in range(1, full + 1))
    assert full * PER_DOCUMENT < count or full == 0


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (30, 30), (31, 30)])
def test_a_feed_shows_the_thirty_newest(count: int, shown: int) -> None:
    news = articles(count)
    assert [entry.id for entry in feed(*news).entries] == [held.id for held in news[:shown]]


def test_a_feed_has_one_identity_in_all_its_documents_and_another_host() -> None:
    moved = replace(SETTINGS, url="https://noi-khac.example")
    elsewhere = feed_at(FeedSpot(listing(articles(40)), moved, "atom.xml"))
    assert feed().id == archive(articles(40), 1).id == elsewhere.id == "tag:tin.example,2026-01-01:tin-tuc"


def test_no_two_feeds_have_one_identity() -> None:
    english = replace(
        article(2, language="en"), category=Category("thoi-su", "Current affairs", language="en")
    )
    held = [spot for spot in portal([article(), english]).listings if spot.feeds]
    assert len({feed_at(FeedSpot(spot, SETTINGS, "atom.xml")).id for spot in held}) == len(held) > 3


def test_a_feed_is_called_by_its_portal() -> None:
    made = portal([article()])
    assert title_of(made.listing("news"), SETTINGS) == "Cổng tin"
    assert title_of(made.listing("unit", "so-noi-vu"), SETTINGS) == "Sở Nội vụ – Cổng tin"


def test_a_list_without_words_of_its_own_has_those_of_the_portal() -> None:
    spot = FeedSpot(portal().listing("category", "thoi-su"), SETTINGS, "rss.xml")
    assert feed_at(spot).description == "Tin của tỉnh."
