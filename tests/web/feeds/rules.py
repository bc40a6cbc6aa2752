"""What RFC 4287 (Atom) and RSS 2.0 ask of a feed, as far as they can be told from the document alone."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DC = "{http://purl.org/dc/elements/1.1/}creator"
ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)
_ONCE_IN_FEED = ("generator", "icon", "logo", "rights", "subtitle")
_ONCE_IN_ENTRY = ("content", "published", "rights", "source", "summary")


def parse(body: bytes) -> etree._Element:
    """The root of a document; raises XMLSyntaxError where it is not well formed."""
    return etree.fromstring(body)


def faults_of_atom(root: etree._Element) -> list[str]:
    """What RFC 4287 would not accept."""
    entries = root.findall(f"{ATOM}entry")
    return [
        *([] if root.tag == f"{ATOM}feed" else ["root"]),
        *_counted(root, ("id", "title", "updated"), _ONCE_IN_FEED),
        *(
            fault
            for entry in entries
            for fault in _counted(entry, ("id", "title", "updated"), _ONCE_IN_ENTRY)
        ),
        *_authors(root, entries),
        *(f"id twice: {held}" for held, times in Counter(ids(root)).items() if times > 1),
        *(
            f"id: {held}"
            for held in (root.findtext(f"{ATOM}id"), *ids(root))
            if not urlsplit(held or "").scheme
        ),
        *_links(root),
        *(fault for entry in entries for fault in _links(entry)),
        *_texts(root),
        *_moments(root),
    ]


def faults_of_rss(root: etree._Element) -> list[str]:
    """What RSS 2.0 (rssboard.org) would not accept."""
    channel, items = root[0], root[0].findall("item")
    return [
        *([] if (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1) else ["root"]),
        *(name for name in ("title", "link", "description") if not channel.findtext(name)),
        *("item" for item in items if not (item.findtext("title") and item.findtext("description"))),
        *(f"guid twice: {held}" for held, times in Counter(ids(root)).items() if times > 1),
        *(
            "guid"
            for item in items
            if (guid := item.find("guid")) is None or guid.get("isPermaLink") != "false"
        ),
        *_enclosures(items),
        *(f"date: {held}" for held in _dates(channel) if not _is_rfc_822(held)),
    ]


def ids(root: etree._Element) -> list[str]:
    """The ids of all entries, in order."""
    return [held.text or "" for held in root.iterfind(f"{ATOM}entry/{ATOM}id")] or [
        held.text or "" for held in root.iterfind("channel/item/guid")
    ]


def links(root: etree._Element) -> dict[str, str]:
    """The Atom links of the feed itself, by relation."""
    held = root if root.tag == f"{ATOM}feed" else root[0]
    return {link.get("rel", ""): link.get("href", "") for link in held.iterfind(f"{ATOM}link")}


def addresses(root: etree._Element) -> Iterator[str]:
    """Every address in a feed, those in its texts too; `tag:` ids are names and no addresses."""
    for element in root.iter(etree.Element):
        for name in ("href", "url", "scheme", "domain", "src", "xmlUrl", "htmlUrl"):
            if name in element.attrib:
                yield str(element.attrib[name])
        if element.tag in ("link", "docs", "comments") and element.text:
            yield element.text
        if element.tag in (f"{ATOM}content", CONTENT):
            yield from addresses_of_markup(element.text or "")


def addresses_of_markup(markup: str) -> Iterator[str]:
    """Every address in a text."""
    yield from (held for _, _, held, _ in html.fragment_fromstring(markup, create_parent="div").iterlinks())
    assert "srcset" not in markup


def _counted(held: etree._Element, once: tuple[str, ...], at_most_once: tuple[str, ...]) -> Iterator[str]:
    counts = Counter(child.tag for child in held)
    yield from (f"{name}: {counts[ATOM + name]}" for name in once if counts[ATOM + name] != 1)
    yield from (f"{name}: {counts[ATOM + name]}" for name in at_most_once if counts[ATOM + name] > 1)


def _authors(root: etree._Element, entries: list[etree._Element]) -> Iterator[str]:
    if root.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        yield "author"
    yield from ("author/name" for held in root.iter(f"{ATOM}author") if not held.findtext(f"{ATOM}name"))


def _links(held: etree._Element) -> Iterator[str]:
    found = held.findall(f"{ATOM}link")
    shown = Counter(
        (link.get("type"), link.get("hreflang")) for link in found if link.get("rel") in (None, "alternate")
    )
    yield from ("alternate twice" for times in shown.values() if times > 1)
    if not shown:
        yield "no alternate"
    for link in found:
        if link.get("rel") == "enclosure" and not (link.get("type") and link.get("length", "").isdecimal()):
            yield "enclosure"


def _texts(root: etree._Element) -> Iterator[str]:
    for name in ("title", "subtitle", "summary", "content"):
        for held in root.iter(ATOM + name):
            if held.get("type", "text") not in ("text", "html") or len(held):
                yield f"{name}: {held.get('type')}"


def _moments(root: etree._Element) -> Iterator[str]:
    for held in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        if not _RFC_3339.fullmatch(held.text or "") or datetime.fromisoformat(held.text or "").tzinfo is None:
            yield f"date: {held.text}"


def _enclosures(items: list[etree._Element]) -> Iterator[str]:
    for item in items:
        found = item.findall("enclosure")
        if len(found) > 1:
            yield "enclosures"
        for file in found:
            if set(file.attrib) != {"url", "length", "type"} or not file.get("length", "").isdecimal():
                yield "enclosure"


def _dates(channel: etree._Element) -> list[str]:
    return [held.text or "" for held in channel.iter("pubDate", "lastBuildDate")]


def _is_rfc_822(text: str) -> bool:
    return bool(_RFC_822.fullmatch(text)) and parsedate_to_datetime(text).tzinfo is not None
