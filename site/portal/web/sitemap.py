"""The site map for search engines (sitemaps.org): every page to be found, and when it changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from portal.model.article import Article, prefix
from portal.model.listing import Listing
from portal.model.portal import Portal

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST = 50_000
"""Addresses that one file may hold (sitemaps.org)."""

_TRANSLATED = ("/", "/chuyen-muc/", "/chu-de/", "/luu-tru/", "/dich-vu/", "/so-do-trang/", "/tim-kiem/")
_ONLY_VIETNAMESE = ("/co-quan/", "/chi-tieu/", "/nguon-tin/")


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the site map; `alternates` are its addresses by language, where there is more than one."""

    address: str
    changed: datetime | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)


def places(portal: Portal) -> tuple[Place, ...]:
    """Give every page that may be found: articles from the oldest, so that full parts stay, then the rest."""
    return (
        *_articles(portal),
        *_list_pages(portal),
        *_standing_pages(portal),
        *(Place(indicator.address) for indicator in portal.indicators),
        *_fixed_pages(portal),
    )


@dataclass(frozen=True, slots=True)
class MapFile:
    """One file of the site map: pages, or where there are too many for one, the files that hold them."""

    address: str
    base: str
    places: tuple[Place, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change the file."""
        said = "\n".join(f"{p.address} {p.changed} {' '.join(p.alternates)}" for p in self.places)
        return (self.address, self.base, said, self.parts)


def files(held: Sequence[Place], base: str, most: int = MOST) -> tuple[MapFile, ...]:
    """Cut the map into files: one, or an index and parts of at most `most` pages each."""
    if len(held) <= most:
        return (MapFile("/sitemap.xml", base, tuple(held)),)
    cuts = range(0, len(held), most)
    parts = [MapFile(f"/sitemap-{n}.xml", base, tuple(held[at : at + most])) for n, at in enumerate(cuts, 1)]
    return (MapFile("/sitemap.xml", base, parts=tuple(part.address for part in parts)), *parts)


def written(file: MapFile) -> bytes:
    """Give the bytes of one file of the map."""
    if file.parts:
        return _index([file.base + address for address in file.parts])
    return _part(file.places, file.base)


def _articles(portal: Portal) -> Iterator[Place]:
    for article in reversed(portal.articles):
        same = {code: f"{prefix(code)}{_bare(article)}" for code in article.languages}
        yield Place(article.address, article.changed, same)


def _bare(article: Article) -> str:
    return article.address.removeprefix(prefix(article.language))


def _list_pages(portal: Portal) -> Iterator[Place]:
    changed = {article.address: article.changed for article in portal.articles}
    homes: dict[tuple[str, str], dict[str, str]] = {}
    for listing in portal.listings:
        homes.setdefault((listing.kind, listing.id), {})[listing.language] = listing.home
    for page in portal.list_pages:
        if page.teasers:
            newest = max(changed[teaser.address] for teaser in page.teasers)
            yield Place(page.address, newest, {} if page.number else homes[_key(page.listing)])


def _key(listing: Listing) -> tuple[str, str]:
    return listing.kind, listing.id


def _standing_pages(portal: Portal) -> Iterator[Place]:
    for page in portal.pages:
        same = {code: f"{prefix(code)}/{page.slug}/" for code in page.languages}
        yield Place(page.address, page.updated, same)


def _fixed_pages(portal: Portal) -> Iterator[Place]:
    for address in _TRANSLATED:
        same = {code: prefix(code) + address for code in portal.languages}
        yield from (Place(own, None, same) for own in same.values())
    yield from map(Place, _ONLY_VIETNAMESE)


def _part(held: Iterable[Place], base: str) -> bytes:
    root = etree.Element("urlset", nsmap={None: SITEMAP, "xhtml": XHTML})  # type: ignore[dict-item]
    for place in held:
        url = etree.SubElement(root, "url")
        etree.SubElement(url, "loc").text = base + place.address
        if place.changed:
            etree.SubElement(url, "lastmod").text = place.changed.isoformat()
        for code, address in _languages(place.alternates):
            told = {"rel": "alternate", "hreflang": code, "href": base + address}
            etree.SubElement(url, f"{{{XHTML}}}link", told)
    return _written(root)


def _languages(alternates: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every language, then what all other readers get; nothing where there is one language only."""
    if len(alternates) > 1:
        yield from alternates.items()
        if "vi" in alternates:
            yield "x-default", alternates["vi"]


def _index(parts: Iterable[str]) -> bytes:
    root = etree.Element("sitemapindex", nsmap={None: SITEMAP})  # type: ignore[dict-item]
    for address in parts:
        etree.SubElement(etree.SubElement(root, "sitemap"), "loc").text = address
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8")
