"""RSS 2.0 and Atom (RFC 4287) through feedgen, and what feedgen leaves out. No other module knows feedgen."""

from collections.abc import Iterable, Mapping
from functools import partial

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from portal.web.feeds.document import Enclosure, Entry, Feed, Telling
from portal.web.feeds.form import Forms
from portal.web.feeds.kept import Kept

GENERATOR = "Công tín"
ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
HISTORY = "http://purl.org/syndication/history/1.0"
ATOM_MEDIA = "application/atom+xml"
RSS_MEDIA = "application/rss+xml"
# An article stands in the feeds of all news, of its category and of its unit, and those that are made one
# after another hold much the same: so many are kept as they were written, some five kilobytes each.
_LATEST = 200
_ITEMS, _ENTRIES = Kept(_LATEST), Kept(_LATEST)


def rss(feed: Feed, style: str) -> bytes:
    """Write a feed as RSS 2.0 that browsers show with the style sheet at an address."""
    around: bytes = generator(feed, RSS_MEDIA).rss_str(pretty=True, xml_declaration=False)
    items = [_ITEMS.of(one.made_of, partial(_item, one)) for one in feed.told]
    return _head(style) + _filled(around, items, b"  </channel>")


def atom(feed: Feed, style: str) -> bytes:
    """Write a feed as Atom that browsers show with the style sheet at an address."""
    around: bytes = generator(feed, ATOM_MEDIA).atom_str(pretty=True, xml_declaration=False)
    entries = [_ENTRIES.of(one.made_of, partial(_atom_entry, one)) for one in feed.told]
    return _head(style) + _filled(around, entries, b"</feed>")


def _head(style: str) -> bytes:
    sheet = f'<?xml-stylesheet type="text/css" href="{style}"?>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{sheet}\n'.encode()


def _filled(around: bytes, entries: Iterable[bytes], closing: bytes) -> bytes:
    """A feed without entries, with these in it at its end."""
    end = around.rindex(closing)
    return b"".join([around[:end], *entries, around[end:]])


def _item(told: Telling) -> bytes:
    root = etree.Element("rss", nsmap={"dc": DUBLIN_CORE, "atom": ATOM, "content": CONTENT})
    etree.SubElement(root, "channel").append(feed_entry(told.entry).rss_entry())
    return _within(root, b"    <item>", b"  </channel>")


def _atom_entry(told: Telling) -> bytes:
    return _FORMS.filled(told.entry).encode()


def _whole_atom_entry(entry: Entry) -> str:
    root = etree.Element("feed")
    root.append(feed_entry(entry).atom_entry())
    return _within(root, b"  <entry>", b"</feed>").decode()


_FORMS = Forms(_whole_atom_entry)


def _within(root: etree._Element, opening: bytes, closing: bytes) -> bytes:
    """The one entry of a feed, as it is written at its depth."""
    written = etree.tostring(root, pretty_print=True, encoding="UTF-8")
    return written[written.index(opening) : written.rindex(closing)]


class _History:
    """Marks archives and, in RSS, adds the links that feedgen writes in Atom only (RFC 5005, 4)."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed

    def extend_ns(self) -> Mapping[str, str]:
        return {"fh": HISTORY} if self._feed.current else {}

    def extend_atom(self, root: etree._Element) -> None:
        if self._feed.current:
            etree.SubElement(root, f"{{{HISTORY}}}archive")

    def extend_rss(self, root: etree._Element) -> None:
        for link in _history(self._feed):
            etree.SubElement(root[0], f"{{{ATOM}}}link", link)


class _Names:
    """The namespace of authors' names in RSS."""

    def extend_ns(self) -> Mapping[str, str]:
        return {"dc": DUBLIN_CORE}

    def extend_rss(self, root: etree._Element) -> None:
        """Nothing of the feed itself."""


class _Author:
    """An author by name: feedgen drops whoever has no e-mail address from RSS."""

    name = ""

    def extend_rss(self, item: etree._Element) -> None:
        etree.SubElement(item, f"{{{DUBLIN_CORE}}}creator").text = self.name


class _Attached:
    """The enclosure of an entry: feedgen loses relation, type and length of an entry's links in Atom."""

    file: Enclosure | None = None

    def extend_atom(self, entry: etree._Element) -> None:
        if self.file:
            size = str(self.file.size)
            parts = {"rel": "enclosure", "type": self.file.media, "length": size, "href": self.file.address}
            etree.SubElement(entry, "link", parts)

    def extend_rss(self, item: etree._Element) -> None:
        if self.file:
            parts = {"url": self.file.address, "length": str(self.file.size), "type": self.file.media}
            etree.SubElement(item, "enclosure", parts)


def generator(feed: Feed, media: str) -> FeedGenerator:
    """Give what feedgen makes of a feed without its entries; `media` is its own type."""
    made = FeedGenerator()
    made.register_extension("history", partial(_History, feed))
    made.register_extension("names", _Names, atom=False)
    made.id(feed.id)
    made.title(feed.title)
    made.subtitle(feed.description)
    made.language(feed.language)
    made.generator(GENERATOR)
    made.author(name=feed.publisher)
    made.updated(feed.updated)
    made.link(rel="self", type=media, href=feed.own)
    for link in _history(feed):
        made.link(**link)
    # The last link is the one that RSS calls its own.
    made.link(rel="alternate", type="text/html", hreflang=feed.language, href=feed.home)
    return made


def _history(feed: Feed) -> list[dict[str, str]]:
    links = (("current", feed.current), ("prev-archive", feed.previous))
    return [{"rel": rel, "type": ATOM_MEDIA, "href": address} for rel, address in links if address]


def feed_entry(entry: Entry) -> FeedEntry:
    """Give what feedgen makes of an entry."""
    made = FeedEntry()
    made.register_extension("names", _Author, atom=False)
    made.register_extension("attached", _Attached)
    made.id(entry.id)
    made.title(entry.title)
    made.link(href=entry.address)
    made.summary(entry.summary)
    made.content(entry.html, type="html")
    made.author(name=entry.author)
    made.published(entry.published)
    made.updated(entry.changed)
    made.category([{"term": one.id, "label": one.name, "scheme": one.address} for one in entry.subjects])
    made.names.name = entry.author
    made.attached.file = entry.enclosure
    return made
