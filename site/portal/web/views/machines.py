"""Files for machines: site maps, robots, security contact, web manifest, search description."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from lxml import etree

from portal.model.article import prefix
from portal.model.media import Asset
from portal.model.portal import Portal
from portal.web.page import Copied, Made
from portal.web.section import Section, Spot

section = Section("machines")

PER_MAP = 50_000
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_BOTH = ("/", "/dich-vu/", "/chuyen-muc/", "/chu-de/", "/luu-tru/", "/so-do-trang/")
_VIETNAMESE = ("/co-quan/", "/chi-tieu/", "/nguon-tin/")


@dataclass(frozen=True, slots=True)
class Place:
    """One address of a site map; `changed` comes from content only."""

    address: str
    changed: datetime | None = None
    languages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MapPart:
    """One site map of several."""

    address: str
    portal: Portal
    number: int


def places(portal: Portal) -> Iterator[Place]:
    """Every page that search engines should know."""
    for code in portal.languages:
        yield from (Place(prefix(code) + address) for address in _BOTH)
    yield from map(Place, _VIETNAMESE)
    for page in portal.pages:
        yield Place(page.address, page.updated, _versions(page.languages, f"/{page.slug}/"))
    yield from (Place(item.address) for item in portal.indicators)
    for listed in portal.list_pages:
        if listed.teasers:
            yield Place(listed.address)
    for article in portal.articles:
        plain = f"/tin-tuc/{article.year}/{article.slug}/"
        yield Place(article.address, article.changed, _versions(article.languages, plain))


def _versions(languages: tuple[str, ...], plain: str) -> tuple[tuple[str, str], ...]:
    return tuple((code, prefix(code) + plain) for code in languages) if len(languages) > 1 else ()


def _parts(portal: Portal) -> Iterator[MapPart]:
    count = sum(1 for _ in places(portal))
    if count > PER_MAP:
        for number in range(1, -(-count // PER_MAP) + 1):
            yield MapPart(f"/sitemap-{number}.xml", portal, number)


@section.page("/sitemap.xml")
def sitemap(at: Spot) -> Made:
    """The site map, or past 50,000 addresses the index of its parts (sitemaps.org)."""
    parts = tuple(_parts(at.portal))
    if not parts:
        return Made(_map(at.portal, tuple(places(at.portal))), "application/xml")
    root = etree.Element(f"{{{_MAP}}}sitemapindex", nsmap={None: _MAP})
    for part in parts:
        entry = etree.SubElement(root, f"{{{_MAP}}}sitemap")
        etree.SubElement(entry, f"{{{_MAP}}}loc").text = at.portal.settings.url + part.address
    return Made(_xml(root), "application/xml")


@section.pages(of=_parts)
def sitemap_part(part: MapPart) -> Made:
    """One part of a large site map."""
    first = (part.number - 1) * PER_MAP
    return Made(_map(part.portal, tuple(places(part.portal))[first : first + PER_MAP]), "application/xml")


def _map(portal: Portal, listed: tuple[Place, ...]) -> bytes:
    root = etree.Element(f"{{{_MAP}}}urlset", nsmap={None: _MAP, "xhtml": _XHTML})
    base = portal.settings.url
    for place in listed:
        entry = etree.SubElement(root, f"{{{_MAP}}}url")
        etree.SubElement(entry, f"{{{_MAP}}}loc").text = base + place.address
        if place.changed:
            etree.SubElement(entry, f"{{{_MAP}}}lastmod").text = place.changed.isoformat()
        for code, address in place.languages:
            facts = {"rel": "alternate", "hreflang": code, "href": base + address}
            etree.SubElement(entry, f"{{{_XHTML}}}link", facts)
    return _xml(root)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


@section.page("/robots.txt")
def robots(at: Spot) -> Made:
    """Everything may be read (RFC 9309)."""
    return Made(f"User-agent: *\nAllow: /\n\nSitemap: {at.portal.settings.url}/sitemap.xml\n".encode(), "text/plain")


def _with_contact(portal: Portal) -> Iterator[Spot]:
    if portal.settings.security_contact and portal.settings.security_expires:
        yield Spot("/.well-known/security.txt", "vi", portal)


@section.pages(of=_with_contact)
def security(at: Spot) -> Made:
    """Whom to tell of a weakness (RFC 9116)."""
    settings = at.portal.settings
    lines = (
        f"Contact: {settings.security_contact}",
        f"Expires: {settings.security_expires}T00:00:00+07:00",
        "Preferred-Languages: vi, en",
        f"Canonical: {settings.url}/.well-known/security.txt",
    )
    return Made(("\n".join(lines) + "\n").encode(), "text/plain")


@section.page("/manifest.webmanifest")
def manifest(at: Spot) -> Made:
    """How the portal looks on a home screen."""
    words, identity = at.portal.settings.of("vi"), at.portal.identity
    sizes = {"icon-192.png": "192x192", "icon-512.png": "512x512", "icon-maskable-512.png": "512x512"}
    icons = [
        {"src": identity[name].address, "sizes": size, "type": "image/png",
         "purpose": "maskable" if "maskable" in name else "any"}
        for name, size in sizes.items()
        if name in identity
    ]  # fmt: skip
    paper = at.portal.settings.colours.get("paper", ("#ffffff", "#000000"))[0]
    made = {
        "name": words.name, "short_name": words.short, "description": words.description, "lang": "vi",
        "start_url": "/", "display": "browser", "background_color": paper, "theme_color": paper, "icons": icons,
    }  # fmt: skip
    return Made(json.dumps(made, ensure_ascii=False, indent=1).encode(), "application/manifest+json")


@section.page("/opensearch.xml")
def opensearch(at: Spot) -> Made:
    """How a browser searches the portal (OpenSearch 1.1)."""
    space = "http://a9.com/-/spec/opensearch/1.1/"
    words, url = at.portal.settings.of("vi"), at.portal.settings.url
    root = etree.Element(f"{{{space}}}OpenSearchDescription", nsmap={None: space})
    etree.SubElement(root, f"{{{space}}}ShortName").text = words.short[:16]
    etree.SubElement(root, f"{{{space}}}Description").text = words.description
    etree.SubElement(root, f"{{{space}}}InputEncoding").text = "UTF-8"
    facts = {"type": "text/html", "method": "get", "template": f"{url}/tim-kiem/?q={{searchTerms}}"}
    etree.SubElement(root, f"{{{space}}}Url", facts)
    return Made(_xml(root), "application/xml")


def _favicon(portal: Portal) -> Iterator[Asset]:
    icon = portal.identity.get("favicon.ico")
    if icon:
        digest = sha256(icon.digest.encode()).hexdigest()
        yield Asset("/favicon.ico", icon.file, icon.media, icon.size, digest)


@section.pages(of=_favicon)
def favicon(icon: Asset) -> Copied:
    """The icon that browsers ask for unasked."""
    return Copied(icon)
