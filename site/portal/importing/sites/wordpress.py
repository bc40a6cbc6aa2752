"""WordPress exports (WXR 1.0 to 1.2): posts with their authors, terms, lead pictures and states."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lxml import etree

from portal.importing.sites.item import Item, Lead, Said, Site
from portal.importing.sites.moments import mail_moment, moment_of
from portal.importing.sites.paragraphs import in_paragraphs
from portal.importing.sites.plain import plain
from portal.importing.sites.xml import Xml, local_name, text_in
from portal.source.text import MOST_BYTES

_SPACE = re.compile(r"http://wordpress\.org/export/[0-9.]+/")
_KNOWN = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_DRAFTS = ("draft", "pending", "private")
_NO_MOMENT = "0000-00-00"


def is_wordpress(root: etree._Element) -> bool:
    """Whether a tree of RSS is an export of WordPress."""
    return any(_SPACE.fullmatch(address) for address in _spaces(root).values())


def read_wordpress(read: Xml, name: str) -> Site:
    """Read the posts of an export; other types of entries are counted."""
    export = _Export(read.root, _names(read.root), remarks=list(read.said))
    entries = list(read.root.iter("item"))
    export.attachments = {
        export.of(one, "wp:post_id"): one for one in entries if export.kind(one) == "attachment"
    }
    items = tuple(item for number, one in enumerate(entries, 1) for item in export.item(one, number))
    export.remarks += [
        Said(name, "site/types", {"kind": kind, "count": str(count)})
        for kind, count in sorted(export.others.items())
    ]
    base = text_in(read.root, "channel/link")
    return Site("WordPress", base, items, tuple(export.left), tuple(export.remarks))


def _spaces(root: etree._Element) -> dict[str, str]:
    return {prefix or "": address for prefix, address in root.nsmap.items()}


def _names(root: etree._Element) -> dict[str, str]:
    """Prefixes as this module writes them, whatever the export calls them."""
    export = next(address for address in _spaces(root).values() if _SPACE.fullmatch(address))
    bare = next((one for one in _spaces(root).values() if one.startswith(export) and one != export), "")
    return {**_KNOWN, "wp": export, "excerpt": bare or f"{export}excerpt/"}


@dataclass(slots=True)
class _Export:
    root: etree._Element
    names: dict[str, str]
    left: list[Said] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    attachments: dict[str, etree._Element] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.root.findall("channel/wp:author", self.names):
            named = self.of(one, "wp:author_display_name")
            self.people[self.of(one, "wp:author_login")] = plain(named)

    def of(self, entry: etree._Element, *paths: str) -> str:
        return text_in(entry, *paths, namespaces=self.names)

    def kind(self, entry: etree._Element) -> str:
        return self.of(entry, "wp:post_type") or "post"

    def item(self, entry: etree._Element, number: int) -> list[Item]:
        """The item of an entry; none where it is no post, or cannot come."""
        kind, title = self.kind(entry), plain(self.of(entry, "title"))
        origin = f"{number}: {title}" if title else str(number)
        if kind not in ("post", "page"):
            self.others[kind] += 1
            return []
        reason = self.reason(entry, kind)
        date = self.date(entry)
        if reason or date is None:
            self.left.append(Said(origin, *(reason or ("left/no-date", {}))))
            return []
        return [self.made(entry, origin, title, date)]

    def reason(self, entry: etree._Element, kind: str) -> tuple[str, dict[str, str]] | None:
        """Why an entry does not come whatever its text is."""
        status = self.of(entry, "wp:status") or "publish"
        if status not in ("publish", "future", *_DRAFTS):
            return "left/status", {"status": status}
        if kind == "page":
            return "left/page", {}
        if self.of(entry, "wp:post_password"):
            return "left/password", {}
        length = len(self.of(entry, "content:encoded"))
        if length > MOST_BYTES:
            return "left/too-large", {"most": str(MOST_BYTES // 1024)}
        return None if length else ("left/empty", {})

    def date(self, entry: etree._Element) -> datetime | None:
        """The moment in world time, else the wall clock of the site, else that of RSS."""
        world, there = self.of(entry, "wp:post_date_gmt"), self.of(entry, "wp:post_date")
        if world and not world.startswith(_NO_MOMENT):
            return moment_of(world, UTC)
        if there and not there.startswith(_NO_MOMENT):
            return moment_of(there)
        return mail_moment(self.of(entry, "pubDate"))

    def made(self, entry: etree._Element, origin: str, title: str, date: datetime) -> Item:
        made, unknown = in_paragraphs(self.of(entry, "content:encoded"))
        self.remarks += [Said(origin, "tag/unknown", {"tag": f"[{name}]"}) for name in unknown]
        status, link = self.of(entry, "wp:status"), self.of(entry, "link")
        changed = self.of(entry, "wp:post_modified_gmt")
        author = self.of(entry, "dc:creator")
        return Item(
            origin=origin,
            title=title,
            date=date,
            markup=made,
            slug=self.of(entry, "wp:post_name"),
            old=_addresses(link, self.of(entry, "guid")),
            updated=None if changed.startswith(_NO_MOMENT) else moment_of(changed, UTC),
            publish=date if status == "future" else None,
            summary=plain(self.of(entry, "excerpt:encoded")),
            author=self.people.get(author) or plain(author),
            categories=_terms(entry, "category"),
            tags=_terms(entry, "post_tag"),
            image=self.lead(entry),
            draft=status in _DRAFTS,
        )

    def lead(self, entry: etree._Element) -> Lead | None:
        """The picture that the post's thumbnail names, by its address."""
        found = self.attachments.get(self.meta(entry, "_thumbnail_id"))
        if found is None:
            return None
        address = self.of(found, "wp:attachment_url", "guid")
        alt, caption = self.meta(found, "_wp_attachment_image_alt"), self.of(found, "excerpt:encoded")
        return Lead(address, plain(alt), plain(caption)) if address else None

    def meta(self, entry: etree._Element, key: str) -> str:
        for one in entry.findall("wp:postmeta", self.names):
            if self.of(one, "wp:meta_key") == key:
                return self.of(one, "wp:meta_value")
        return ""


def _terms(entry: etree._Element, domain: str) -> tuple[str, ...]:
    found = (
        one for one in entry if local_name(one) == "category" and one.get("domain", "category") == domain
    )
    return tuple(dict.fromkeys(plain("".join(map(str, one.itertext()))) for one in found))


def _addresses(link: str, guid: str) -> tuple[str, ...]:
    """Its address; a GUID with a number in its query is where it stood before it had a name."""
    numbered = guid if urlsplit(guid).query.startswith("p=") else ""
    return tuple(dict.fromkeys(one for one in (link, numbered) if one))
