"""Feeds that were saved to a file: RSS of all kinds, RDF Site Summary and Atom."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import escape

from lxml import etree

from portal.importing.sites.item import Item, Lead, Said, Site
from portal.importing.sites.moments import mail_moment, moment_of
from portal.importing.sites.plain import plain
from portal.importing.sites.xml import Xml, local_name
from portal.source.text import MOST_BYTES

_PICTURES = ("image/jpeg", "image/png", "image/webp", "image/gif")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def is_feed(root: etree._Element) -> bool:
    """Whether a tree is a feed."""
    return local_name(root) in ("rss", "RDF", "feed")


def read_feed(read: Xml) -> Site:
    """Read every entry of a feed."""
    root = read.root
    channel = next((one for one in root if local_name(one) == "channel"), root)
    feed = _Feed(_link(channel), _language(root, channel), remarks=list(read.said))
    entries = [one for one in root.iter() if local_name(one) in ("item", "entry")]
    items = tuple(item for number, one in enumerate(entries, 1) for item in feed.item(one, number))
    kind = "Atom" if local_name(root) == "feed" else "RSS"
    return Site(kind, feed.base, items, tuple(feed.left), tuple(feed.remarks))


def _language(root: etree._Element, channel: etree._Element) -> str:
    return (root.get(_LANGUAGE) or _text(channel, "language")).lower()


@dataclass(slots=True)
class _Feed:
    base: str
    language: str
    left: list[Said] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)

    def item(self, entry: etree._Element, number: int) -> list[Item]:
        """The item of an entry; none, and the reason among what was left, where it cannot come."""
        title = plain(_markup(entry, "title"))
        origin = f"{number}: {title}" if title else str(number)
        written, date = _date(
            entry, "pubDate", "date", "published", "issued", "created", "updated", "modified"
        )
        whole = _markup(entry, "encoded", "content")
        short = _markup(entry, "description", "summary")
        if date is None or not (whole or short) or len(whole or short) > MOST_BYTES:
            undated = "left/date" if written else "left/no-date"
            reason = undated if date is None else "left/too-large" if whole or short else "left/empty"
            self.left.append(Said(origin, reason, {"value": written, "most": str(MOST_BYTES // 1024)}))
            return []
        self.remarks += [] if whole else [Said(origin, "text/excerpt")]
        return [self.made(entry, origin, title, date)]

    def made(self, entry: etree._Element, origin: str, title: str, date: datetime) -> Item:
        whole, short = _markup(entry, "encoded", "content"), _markup(entry, "description", "summary")
        link = _link(entry)
        return Item(
            origin=origin,
            title=title,
            date=date,
            markup=whole or short,
            slug=link.partition("?")[0].rstrip("/").rpartition("/")[2].partition(".")[0],
            language=(entry.get(_LANGUAGE) or self.language)[:5],
            old=(link,) if link else (),
            updated=_date(entry, "updated", "modified")[1],
            summary=plain(short) if whole else "",
            author=_author(entry),
            categories=_terms(entry),
            image=_lead(entry),
        )


def _children(entry: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in entry if local_name(one) == name)


def _text(entry: etree._Element, *names: str) -> str:
    found = ("".join(map(str, one.itertext())).strip() for name in names for one in _children(entry, name))
    return next(filter(None, found), "")


def _markup(entry: etree._Element, *names: str) -> str:
    """The HTML of a text construct: escaped in RSS, by its type in Atom (RFC 4287, 3.1)."""
    for one in (one for name in names for one in _children(entry, name)):
        kind = (one.get("type") or ("text" if _is_atom(one) else "html")).lower()
        if kind in ("xhtml", "application/xhtml+xml"):
            made = "".join(etree.tostring(part, encoding="unicode", method="html") for part in one)
        else:
            words = "".join(map(str, one.itertext())).strip()
            made = escape(words) if kind in ("text", "text/plain") else words
        if made:
            return made
    return ""


def _is_atom(element: etree._Element) -> bool:
    return str(element.tag).startswith("{http://www.w3.org/2005/Atom}")


def _date(entry: etree._Element, *names: str) -> tuple[str, datetime | None]:
    """The first date that is written, and what it says."""
    written = _text(entry, *names)
    return written, moment_of(written) or mail_moment(written) if written else None


def _link(entry: etree._Element) -> str:
    """Where an entry or a feed is to be read; an identifier is an address only where RSS says so."""
    for one in _children(entry, "link"):
        target = (one.get("href") or "".join(map(str, one.itertext()))).strip()
        if target and one.get("rel", "alternate") == "alternate":
            return target
    guid = next(_children(entry, "guid"), None)
    lasting = guid is not None and guid.get("isPermaLink", "true") == "true"
    return _text(entry, "guid") if lasting and _text(entry, "guid").startswith("http") else ""


def _author(entry: etree._Element) -> str:
    people = [_text(one, "name") or _text(entry, "author") for one in _children(entry, "author")]
    creators = ["".join(map(str, one.itertext())) for one in _children(entry, "creator")]
    return ", ".join(dict.fromkeys(filter(None, map(plain, creators or people))))


def _terms(entry: etree._Element) -> tuple[str, ...]:
    found = [
        plain(one.get("label") or one.get("term") or "".join(map(str, one.itertext())))
        for name in ("category", "subject")
        for one in _children(entry, name)
    ]
    return tuple(dict.fromkeys(filter(None, found)))


def _lead(entry: etree._Element) -> Lead | None:
    for one in entry.iter():
        name, kind = local_name(one), (one.get("type") or "").lower()
        enclosed = name == "enclosure" or (name == "link" and one.get("rel") == "enclosure")
        shown = name == "thumbnail" or (name == "content" and one.get("medium") == "image")
        address = one.get("url") or one.get("href") or ""
        if address and (shown or ((enclosed or name == "content") and kind in _PICTURES)):
            return Lead(address)
    return None
