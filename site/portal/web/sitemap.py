"""The site map for search engines (sitemaps.org): every page to be found, and when it changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from itertools import chain, islice

from portal.model.article import Article, prefix
from portal.model.indicator import by_id
from portal.model.listing import Listing
from portal.model.portal import Portal
from portal.web.addresses import group_address, owned_address
from portal.web.section import Reworded

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST = 50_000
"""Addresses that one file may hold (sitemaps.org)."""

_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
_TRANSLATED = (
    "/",
    "/chuyen-muc/",
    "/chu-de/",
    "/luu-tru/",
    "/dich-vu/",
    "/dinh-chinh/",
    "/du-lieu/",
    "/so-do-trang/",
    "/tim-kiem/",
)
_ONLY_VIETNAMESE = ("/co-quan/", "/nguon-tin/")


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the site map; `alternates` are its addresses by language, where there is more than one."""

    address: str
    changed: datetime | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SiteMap:
    """Every page that may be found: articles from the oldest, so that full parts stay, then the rest."""

    portal: Portal

    def places(self, begin: int = 0, end: int | None = None) -> Iterator[Place]:
        """Some of them, or all."""
        portal = self.portal
        whole = chain(
            _articles(portal),
            _list_pages(portal),
            _standing_pages(portal),
            (Place(indicator.address) for indicator in portal.indicators),
            map(Place, _together(portal)),
            map(Place, _of_the_log(portal)),
            _fixed_pages(portal),
        )
        return islice(whole, begin, end)

    def __len__(self) -> int:
        """How many there are; none is made to know."""
        portal = self.portal
        lists = sum(bool(page.articles) for page in portal.list_pages)
        fixed = (
            len(_TRANSLATED) * len(portal.languages) + len(portal.indicator_languages) + len(_ONLY_VIETNAMESE)
        )
        together = len(_together(portal)) + len(_of_the_log(portal))
        return len(portal.articles) + lists + len(portal.pages) + len(portal.indicators) + together + fixed

    def marked(self, begin: int, end: int) -> tuple[object, ...]:
        """What decides what is said of some places."""
        portal = self.portal
        oldest = portal.articles[::-1]
        if end <= len(oldest):
            return (_placed(oldest[begin:end]),)
        return (
            _placed(oldest),
            [[category.id for category in portal.categories.get(code, ())] for code in portal.languages],
            [unit.id for unit in portal.units],
            [(page.address, page.updated, page.languages) for page in portal.pages],
            [indicator.address for indicator in portal.indicators],
            _together(portal),
            _of_the_log(portal),
        )


@dataclass(frozen=True, slots=True)
class MapFile:
    """One file of the site map: some of its places, or where there are too many, the files that hold them."""

    address: str
    map: SiteMap
    begin: int = 0
    end: int = 0
    parts: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """The host that all addresses begin with."""
        return self.map.portal.settings.url

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change the file."""
        held = () if self.parts else self.map.marked(self.begin, self.end)
        return (self.address, self.base, self.begin, self.end, self.parts, held)

    def may_show(self, reworded: Reworded) -> bool:
        """It never shows words."""
        return False


def map_files(portal: Portal, most: int = MOST) -> tuple[MapFile, ...]:
    """Cut the map into files: one, or an index and parts of at most `most` pages each."""
    whole = SiteMap(portal)
    count = len(whole)
    if count <= most:
        return (MapFile("/sitemap.xml", whole, 0, count),)
    parts = [
        MapFile(f"/sitemap-{number}.xml", whole, begin, min(begin + most, count))
        for number, begin in enumerate(range(0, count, most), 1)
    ]
    return (MapFile("/sitemap.xml", whole, parts=tuple(part.address for part in parts)), *parts)


def written(file: MapFile) -> bytes:
    """Give the bytes of one file of the map."""
    if file.parts:
        return _index([file.base + address for address in file.parts])
    return _part(file.map.places(file.begin, file.end), file.base)


def _placed(articles: Iterable[Article]) -> bytes:
    return b",".join([article.placed for article in articles])


def _articles(portal: Portal) -> Iterator[Place]:
    for article in reversed(portal.articles):
        same = {code: f"{prefix(code)}{_bare(article)}" for code in article.languages}
        yield Place(article.address, article.changed, same)


def _bare(article: Article) -> str:
    return article.address.removeprefix(prefix(article.language))


def _list_pages(portal: Portal) -> Iterator[Place]:
    homes: dict[tuple[str, str], dict[str, str]] = {}
    for listing in portal.listings:
        homes.setdefault((listing.kind, listing.id), {})[listing.language] = listing.home
    for page in portal.list_pages:
        if page.articles:
            newest = max([article.changed for article in page.articles])
            yield Place(page.address, newest, {} if page.number else homes[_key(page.listing)])


def _key(listing: Listing) -> tuple[str, str]:
    return listing.kind, listing.id


def _standing_pages(portal: Portal) -> Iterator[Place]:
    for page in portal.pages:
        same = {code: f"{prefix(code)}/{page.slug}/" for code in page.languages}
        yield Place(page.address, page.updated, same)


def _together(portal: Portal) -> Sequence[str]:
    """Where indicators stand together by group and by unit, and where what is to come of them stands."""
    held = by_id(portal.indicators)
    found: dict[str, None] = {}
    for one in portal.indicators:
        if group := group_address(held[one.id]["vi"].group, one.language):
            found[group] = None
        if portal.unit(one.owner):
            found[owned_address(one.owner, one.language)] = None
    calendars = portal.indicator_languages if portal.dues else ()
    duties = portal.indicator_languages if any(one.duty for one in portal.indicators) else ()
    return [
        *found,
        *(f"{prefix(code)}/lich-cong-bo/" for code in calendars),
        *(f"{prefix(code)}/chat-luong-phuc-vu/" for code in duties),
    ]


def _of_the_log(portal: Portal) -> tuple[str, ...]:
    """The pages about the public log, once anything is recorded."""
    return tuple(f"{prefix(code)}/nhat-ky/" for code in portal.languages) if portal.record else ()


def _fixed_pages(portal: Portal) -> Iterator[Place]:
    for address in _TRANSLATED:
        same = {code: prefix(code) + address for code in portal.languages}
        yield from (Place(own, None, same) for own in same.values())
    same = {code: f"{prefix(code)}/chi-tieu/" for code in portal.indicator_languages}
    yield from (Place(own, None, same if len(same) > 1 else {}) for own in same.values())
    yield from map(Place, _ONLY_VIETNAMESE)


def _part(held: Iterable[Place], base: str) -> bytes:
    # As text: a tree of fifty thousand pages takes more memory than all else of a portal.
    around = f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">'
    return "".join(
        [_DECLARATION, around, "\n", *(_url(place, base) for place in held), "</urlset>\n"]
    ).encode()


def _url(place: Place, base: str) -> str:
    changed = f"    <lastmod>{place.changed.isoformat()}</lastmod>\n" if place.changed else ""
    links = [
        f'    <xhtml:link rel="alternate" hreflang="{code}" href="{escape(base + address)}"/>\n'
        for code, address in _languages(place.alternates)
    ]
    return f"  <url>\n    <loc>{escape(base + place.address)}</loc>\n{changed}{''.join(links)}  </url>\n"


def _languages(alternates: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every language, then what all other readers get; nothing where there is one language only."""
    if len(alternates) > 1:
        yield from alternates.items()
        if "vi" in alternates:
            yield "x-default", alternates["vi"]


def _index(parts: Iterable[str]) -> bytes:
    listed = [f"  <sitemap>\n    <loc>{escape(address)}</loc>\n  </sitemap>\n" for address in parts]
    around = f'<sitemapindex xmlns="{SITEMAP}">\n'
    return "".join([_DECLARATION, around, *listed, "</sitemapindex>\n"]).encode()
