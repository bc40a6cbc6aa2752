"""Files for machines: site map, robots.txt, security.txt, web manifest, OpenSearch description, icons."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from lxml import etree

from portal.model.media import Asset
from portal.model.portal import Portal
from portal.web.media import media_of
from portal.web.page import Copied, Made
from portal.web.section import Section, Spot
from portal.web.sitemap import MapFile, map_files, written
from vietnamese.dates import HANOI

section = Section("machines")

OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_MOST_SHORT_NAME = 16  # characters, OpenSearch 1.1
_MOST_DESCRIPTION = 1024
_SECURITY = "/.well-known/security.txt"
_ICON = re.compile(r"icon(?:-maskable)?-([0-9]+)\.png")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file of the portal's identity at an address that browsers know by heart."""

    address: str
    asset: Asset


def _map_files(portal: Portal) -> Iterator[MapFile]:
    return iter(map_files(portal))


def _fixed(portal: Portal) -> Iterator[Fixed]:
    for name in ("favicon.ico", "apple-touch-icon.png"):
        if name in portal.identity:
            yield Fixed(f"/{name}", portal.identity[name])


def _reachable(portal: Portal) -> Iterator[Spot]:
    # A security.txt without a contact or without an end is none (RFC 9116, 2.5).
    if portal.settings.security_contact and portal.settings.security_expires:
        yield Spot(_SECURITY, "vi", portal)


@section.pages(of=_map_files)
def sitemap(file: MapFile) -> Made:
    """Where every page is, for search engines."""
    return Made(written(file), media_of(file.address))


@section.page("/robots.txt")
def robots(spot: Spot) -> Made:
    """Everybody may read everything (RFC 9309)."""
    text = f"User-agent: *\nDisallow:\n\nSitemap: {spot.portal.settings.url}/sitemap.xml\n"
    return Made(text.encode(), media_of(spot.address))


@section.pages(of=_reachable)
def security(spot: Spot) -> Made:
    """Whom to tell about a weakness, valid to the end of the day set (RFC 9116)."""
    settings = spot.portal.settings
    contact, end = settings.security_contact, settings.security_expires
    assert end is not None
    lines = (
        f"Contact: {contact if ':' in contact else f'mailto:{contact}'}",
        f"Expires: {datetime.combine(end, time(23, 59, 59), HANOI).isoformat()}",
        f"Preferred-Languages: {', '.join(spot.portal.languages)}",
        f"Canonical: {settings.url}{_SECURITY}",
    )
    return Made(("\n".join(lines) + "\n").encode(), media_of(spot.address))


@section.page("/manifest.webmanifest")
def manifest(spot: Spot) -> Made:
    """How the portal looks among a telephone's applications (W3C Web Application Manifest)."""
    settings = spot.portal.settings
    words, colours = settings.of("vi"), settings.colours
    said: dict[str, object] = {
        "id": "/",
        "name": words.name,
        "short_name": words.short,
        "description": words.description,
        "lang": "vi",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "icons": list(_icons(spot.portal)),
    }
    if "paper" in colours and "brand" in colours:
        said["background_color"], said["theme_color"] = colours["paper"][0], colours["brand"][0]
    return Made((json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode(), media_of(spot.address))


def _icons(portal: Portal) -> Iterator[dict[str, str]]:
    for name, asset in sorted(portal.identity.items()):
        found = _ICON.fullmatch(name)
        if found:
            purpose = "maskable" if "maskable" in name else "any"
            sizes = f"{found[1]}x{found[1]}"
            yield {"src": asset.address, "sizes": sizes, "type": asset.media, "purpose": purpose}
        elif name == "mark.svg":
            yield {"src": asset.address, "sizes": "any", "type": asset.media, "purpose": "any"}


@section.page("/opensearch.xml")
def opensearch(spot: Spot) -> Made:
    """How browsers search the portal from their address bar (OpenSearch 1.1)."""
    settings = spot.portal.settings
    words = settings.of("vi")
    root = etree.Element("OpenSearchDescription", nsmap={None: OPENSEARCH})  # type: ignore[dict-item]
    template = f"{settings.url}/tim-kiem/?q={{searchTerms}}"
    said = {
        "ShortName": words.short[:_MOST_SHORT_NAME].strip(),
        "LongName": words.name[:48].strip(),
        "Description": words.description[:_MOST_DESCRIPTION].strip(),
        "Language": "vi",
        "InputEncoding": "UTF-8",
        "OutputEncoding": "UTF-8",
    }
    for name, text in said.items():
        etree.SubElement(root, name).text = text
    if icon := spot.portal.identity.get("favicon.ico"):
        size = {"width": "16", "height": "16", "type": icon.media}
        etree.SubElement(root, "Image", size).text = settings.url + icon.address
    etree.SubElement(root, "Url", {"type": "text/html", "method": "get", "template": template})
    body = etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8")
    return Made(body, media_of(spot.address))


@section.pages(of=_fixed)
def icon(fixed: Fixed) -> Copied:
    """An icon that browsers ask for unasked."""
    return Copied(fixed.asset)
