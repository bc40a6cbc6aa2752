"""All feeds of a portal in their groups, for people (a page) and for feed readers (OPML 2.0)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from portal.model.listing import Listing
from portal.model.portal import Portal
from portal.model.settings import Settings
from portal.web.feeds.document import legible, title_of
from portal.web.feeds.figures import FigureList, figure_lists
from portal.web.translator import translator

_KINDS = ("news", "category", "unit")
_FIGURES = ("figures", "figures-unit", "indicator")


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one kind in one language; `listings` is never empty."""

    title: str
    language: str
    listings: tuple[Listing | FigureList, ...]


def feed_groups(portal: Portal) -> tuple[FeedGroup, ...]:
    """Give every list that has feeds, once, by language and kind."""
    return tuple(_groups(portal))


def _groups(portal: Portal) -> Iterator[FeedGroup]:
    for code in portal.languages:
        t = translator(code)
        for kind in _KINDS:
            held = tuple(item for item in portal.listings if (item.language, item.kind) == (code, kind))
            if held:
                yield FeedGroup(t(f"feeds.group.{kind}"), code, held)
    figures = tuple(figure_lists(portal))
    for code in portal.languages:
        for kind in _FIGURES:
            told = tuple(item for item in figures if (item.language, item.kind) == (code, kind))
            if told:
                yield FeedGroup(translator(code)(f"feeds.group.{kind}"), code, told)


def opml(portal: Portal) -> bytes:
    """Write all feeds as OPML 2.0, which feed readers take as a list of subscriptions."""
    settings = portal.settings
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    title = translator("vi")("feeds.opml", name=settings.of("vi").name)
    etree.SubElement(head, "title").text = legible(title)
    body = etree.SubElement(root, "body")
    for group in feed_groups(portal):
        outline = etree.SubElement(body, "outline", text=group.title)
        for listing in group.listings:
            named = legible(_title(listing, settings))
            home = settings.url + listing.home
            etree.SubElement(
                outline, "outline", type="rss", text=named, title=named, language=listing.language,
                xmlUrl=f"{home}rss.xml", htmlUrl=home,
            )  # fmt: skip
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8")


def _title(listing: Listing | FigureList, settings: Settings) -> str:
    if isinstance(listing, FigureList):
        return f"{listing.title} – {settings.of(listing.language).name}"
    return title_of(listing, settings)
