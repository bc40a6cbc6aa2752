"""Feeds of a list: RSS 2.0 and Atom by feedgen, JSON Feed 1.1 by hand, archives by RFC 5005.

The only module that knows feedgen.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from feedgen.feed import FeedGenerator
from lxml import etree

from portal.model.article import Article
from portal.model.listing import Listing
from portal.model.settings import Settings
from portal.web.absolute import absolute
from vietnamese.dates import HANOI

NEWEST = 30
GENERATOR = "Công tín"
_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"


@dataclass(frozen=True, slots=True)
class Source:
    """A list to make feeds of, and what the portal says of itself; `style` is the address of a style sheet."""

    listing: Listing
    settings: Settings
    style: str

    @property
    def title(self) -> str:
        """The list's title with the portal's name."""
        return f"{self.listing.title} – {self.settings.of(self.listing.language).name}"

    @property
    def home(self) -> str:
        """The absolute address of the list."""
        return self.settings.url + self.listing.home

    def at(self, name: str) -> str:
        """The absolute address of one of its feeds."""
        return self.home + name

    @property
    def archives(self) -> int:
        """How many complete archive documents there are."""
        return len(self.listing.articles) // NEWEST

    def archived(self, number: int) -> Sequence[Article]:
        """The articles of an archive document, newest first; number 1 holds the oldest."""
        oldest = self.listing.articles[::-1]
        return oldest[(number - 1) * NEWEST : number * NEWEST][::-1]


def rss(source: Source) -> bytes:
    """RSS 2.0 with full text; item ids are the articles' `tag:` URIs."""
    feed = _feed(source, source.listing.articles[:NEWEST], "rss.xml")
    feed.load_extension("dc")
    tree = etree.fromstring(feed.rss_str())
    channel = tree[0]
    articles = source.listing.articles[:NEWEST]
    for item, article in zip(channel.iterfind("item"), articles, strict=True):
        _mend_item(item, article, source)
    return _styled(tree, source)


def atom(source: Source) -> bytes:
    """Atom (RFC 4287) with full text; the newest archive is its `prev-archive` (RFC 5005)."""
    links = {"prev-archive": f"atom-{source.archives}.xml"} if source.archives else {}
    return _atom(source, source.listing.articles[:NEWEST], "atom.xml", links, archive=False)


def atom_archive(source: Source, number: int) -> bytes:
    """An archive document: complete, it never changes when articles come, so it names no later one."""
    links = {"current": "atom.xml"}
    if number > 1:
        links["prev-archive"] = f"atom-{number - 1}.xml"
    return _atom(source, source.archived(number), f"atom-{number}.xml", links, archive=True)


def json_feed(source: Source) -> bytes:
    """JSON Feed 1.1 with full text."""
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": source.title,
        "home_page_url": source.home,
        "feed_url": source.at("feed.json"),
        "description": source.settings.of(source.listing.language).description,
        "language": source.listing.language,
        "items": [_json_item(article, source) for article in source.listing.articles[:NEWEST]],
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def _json_item(article: Article, source: Source) -> dict[str, object]:
    base = source.settings.url
    item: dict[str, object] = {
        "id": article.id,
        "url": base + article.address,
        "title": article.title,
        "summary": article.summary,
        "content_html": _content(article, base),
        "date_published": article.date.isoformat(),
        "date_modified": article.changed.isoformat(),
        "tags": [tag.name for tag in article.tags],
        "language": article.language,
    }
    if article.author:
        item["authors"] = [{"name": article.author}]
    if article.picture:
        file = article.picture.fallback.asset
        item["image"] = base + file.address
        item["attachments"] = [
            {"url": base + file.address, "mime_type": file.media, "size_in_bytes": file.size}
        ]
    return item


def _content(article: Article, base: str) -> str:
    return absolute(article.body.html.source, base, article.address)


def _updated(source: Source, articles: Sequence[Article]) -> datetime:
    """From content alone; a list without articles is as old as the portal."""
    start = datetime.combine(source.settings.since, time(), HANOI)
    return max((article.changed for article in articles), default=start)


def _feed(source: Source, articles: Sequence[Article], name: str) -> FeedGenerator:
    words = source.settings.of(source.listing.language)
    feed = FeedGenerator()
    feed.id(f"tag:{source.settings.authority},{source.settings.since.isoformat()}:{source.listing.home}{name}")
    feed.title(source.title)
    feed.subtitle(source.listing.description or words.description)
    feed.author({"name": words.publisher or words.name})
    feed.generator(GENERATOR)
    feed.language(source.listing.language)
    feed.link(href=source.at(name), rel="self")
    # feedgen writes the last link as the channel's own.
    feed.link(href=source.home, rel="alternate")
    feed.updated(_updated(source, articles))
    feed.lastBuildDate(_updated(source, articles))
    for article in articles:
        _entry(feed, article, source)
    return feed


def _entry(feed: FeedGenerator, article: Article, source: Source) -> None:
    url = source.settings.url + article.address
    entry = feed.add_entry(order="append")
    entry.id(article.id)
    entry.guid(article.id, permalink=False)
    entry.title(article.title)
    entry.link(href=url, rel="alternate")
    entry.summary(article.summary)
    entry.published(article.date)
    entry.updated(article.changed)
    entry.category(term=article.category.id, label=article.category.name)
    if article.author:
        entry.author({"name": article.author})


def _mend_item(item: etree._Element, article: Article, source: Source) -> None:
    """What feedgen leaves out of RSS: full text, the author without an address, the true enclosure."""
    base = source.settings.url
    description = item.find("description")
    if description is None:
        description = etree.SubElement(item, "description")
    description.text = article.summary
    for old in item.findall(f"{{{_CONTENT}}}encoded"):
        item.remove(old)
    etree.SubElement(item, f"{{{_CONTENT}}}encoded").text = _content(article, base)
    if article.author:
        etree.SubElement(item, f"{{{_DC}}}creator").text = article.author
    if article.picture:
        file = article.picture.fallback.asset
        facts = {"url": base + file.address, "length": str(file.size), "type": file.media}
        etree.SubElement(item, "enclosure", facts)


def _atom(
    source: Source, articles: Sequence[Article], name: str, links: dict[str, str], *, archive: bool
) -> bytes:
    tree = etree.fromstring(_feed(source, articles, name).atom_str())
    first = tree.find(f"{{{_ATOM}}}entry")
    place = list(tree).index(first) if first is not None else len(tree)
    for rel, target in links.items():
        tree.insert(place, etree.Element(f"{{{_ATOM}}}link", {"rel": rel, "href": source.at(target)}))
    if archive:
        tree.insert(place, etree.Element(f"{{{_HISTORY}}}archive", nsmap={"fh": _HISTORY}))
    for entry, article in zip(tree.iterfind(f"{{{_ATOM}}}entry"), articles, strict=True):
        _mend_entry(entry, article, source)
    return _styled(tree, source)


def _mend_entry(entry: etree._Element, article: Article, source: Source) -> None:
    """Full text as escaped HTML, and the enclosure with its relation, type and true length."""
    base = source.settings.url
    for old in entry.findall(f"{{{_ATOM}}}content"):
        entry.remove(old)
    etree.SubElement(entry, f"{{{_ATOM}}}content", {"type": "html"}).text = _content(article, base)
    if article.picture:
        file = article.picture.fallback.asset
        facts = {"rel": "enclosure", "href": base + file.address, "length": str(file.size), "type": file.media}
        etree.SubElement(entry, f"{{{_ATOM}}}link", facts)


def _styled(tree: etree._Element, source: Source) -> bytes:
    etree.cleanup_namespaces(tree)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/css" href="{source.style}"?>\n'
    return head.encode() + etree.tostring(tree, encoding="UTF-8") + b"\n"
