"""The register of corrections of a portal: all that was wrong, newest first, and its feeds."""

from collections.abc import Callable, Iterator

from portal.model.portal import Portal
from portal.web.feeds.corrections import KINDS, CorrectionFeed, Register, correction_feed, registers
from portal.web.feeds.json_feed import json_feed
from portal.web.feeds.style import feed_style
from portal.web.feeds.xml import atom, rss
from portal.web.media import media_of
from portal.web.page import Crumb, FeedLink, Head, Made, Page
from portal.web.section import Section
from portal.web.translator import translator

section = Section("corrections")


@section.pages(of=registers)
def register(held: Register) -> Page:
    """All corrections in one language."""
    t = translator(held.language)
    title = t("corrections.title")
    feeds = tuple(FeedLink(f"{kind}: {title}", held.address + file, media) for kind, file, media in KINDS)
    crumbs = (Crumb(t("layout.home"), held.home),)
    head = Head(title, t("corrections.about"), crumbs, held.alternates, feeds=feeds)
    return Page("pages/corrections.html", head, {"told": held.told, "feeds": feeds}, held.language)


def _feeds(file: str) -> Callable[[Portal], Iterator[CorrectionFeed]]:
    def spots(portal: Portal) -> Iterator[CorrectionFeed]:
        return (CorrectionFeed(held, file) for held in registers(portal))

    return spots


@section.pages(of=_feeds("rss.xml"))
def as_rss(spot: CorrectionFeed) -> Made:
    """The newest corrections as RSS."""
    return Made(rss(correction_feed(spot), _style(spot)), media_of(spot.address))


@section.pages(of=_feeds("atom.xml"))
def as_atom(spot: CorrectionFeed) -> Made:
    """The newest corrections as Atom."""
    return Made(atom(correction_feed(spot), _style(spot)), media_of(spot.address))


@section.pages(of=_feeds("feed.json"))
def as_json(spot: CorrectionFeed) -> Made:
    """The newest corrections as JSON Feed."""
    return Made(json_feed(correction_feed(spot)), media_of(spot.address))


def _style(spot: CorrectionFeed) -> str:
    return feed_style(spot.settings, spot.language).address
