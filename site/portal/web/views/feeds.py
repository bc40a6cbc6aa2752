"""Feeds of every list that has them, their archives, their style sheet, and the list of all feeds."""

from collections.abc import Callable, Iterator

from portal.model.portal import Portal
from portal.web.assets import Bundle
from portal.web.feeds.catalogue import opml
from portal.web.feeds.document import FeedSpot, archive_name, archives, articles_at, feed_at
from portal.web.feeds.figures import FigureSpot, figure_feed, newest, older
from portal.web.feeds.json_feed import json_feed
from portal.web.feeds.style import feed_style
from portal.web.feeds.xml import atom, rss
from portal.web.media import media_of
from portal.web.page import Made
from portal.web.section import Section, Spot

section = Section("feeds")


def _newest(file: str) -> Callable[[Portal], Iterator[FeedSpot]]:
    def spots(portal: Portal) -> Iterator[FeedSpot]:
        return (FeedSpot(listing, portal.settings, file) for listing in portal.listings if listing.feeds)

    return spots


def _archives(portal: Portal) -> Iterator[FeedSpot]:
    # In the order of time, so that those which hold the same articles are made one after the other.
    return iter(sorted(_archives_by_list(portal), key=lambda spot: articles_at(spot)[0].order))


def _archives_by_list(portal: Portal) -> Iterator[FeedSpot]:
    for listing in portal.listings:
        for number in range(1, archives(listing) + 1) if listing.feeds else ():
            yield FeedSpot(listing, portal.settings, archive_name(number), number)


def _styles(portal: Portal) -> Iterator[Bundle]:
    return (feed_style(portal.settings, language) for language in portal.languages)


@section.pages(of=_newest("rss.xml"))
def rss_feed(spot: FeedSpot) -> Made:
    """The newest articles of a list as RSS."""
    return Made(rss(feed_at(spot), _style(spot)), media_of(spot.address))


@section.pages(of=_newest("atom.xml"))
def atom_feed(spot: FeedSpot) -> Made:
    """The newest articles of a list as Atom."""
    return Made(atom(feed_at(spot), _style(spot)), media_of(spot.address))


@section.pages(of=_archives)
def atom_archive(spot: FeedSpot) -> Made:
    """Thirty older articles of a list as Atom (RFC 5005)."""
    return Made(atom(feed_at(spot), _style(spot)), media_of(spot.address))


@section.pages(of=_newest("feed.json"))
def newest_as_json(spot: FeedSpot) -> Made:
    """The newest articles of a list as JSON Feed."""
    return Made(json_feed(feed_at(spot)), media_of(spot.address))


@section.pages(of=newest("rss.xml"))
def figures_as_rss(spot: FigureSpot) -> Made:
    """The newest figures, new or revised, as RSS."""
    return Made(rss(figure_feed(spot), _style(spot)), media_of(spot.address))


@section.pages(of=newest("atom.xml"))
def figures_as_atom(spot: FigureSpot) -> Made:
    """The newest figures as Atom."""
    return Made(atom(figure_feed(spot), _style(spot)), media_of(spot.address))


@section.pages(of=older)
def figures_archive(spot: FigureSpot) -> Made:
    """Thirty older figures as Atom (RFC 5005)."""
    return Made(atom(figure_feed(spot), _style(spot)), media_of(spot.address))


@section.pages(of=newest("feed.json"))
def figures_as_json(spot: FigureSpot) -> Made:
    """The newest figures as JSON Feed."""
    return Made(json_feed(figure_feed(spot)), media_of(spot.address))


@section.pages(of=_styles)
def style(made: Bundle) -> Made:
    """How browsers show a feed."""
    return Made(made.body, made.media)


@section.page("/nguon-tin.opml")
def subscriptions(spot: Spot) -> Made:
    """All feeds, for feed readers."""
    return Made(opml(spot.portal), media_of(spot.address))


def _style(spot: FeedSpot | FigureSpot) -> str:
    return feed_style(spot.settings, spot.language).address
