"""Units and service links from YAML files."""

from typing import Literal

from portal.model.service import ServiceGroup, ServiceLink
from portal.model.unit import Unit
from portal.readers.addresses import address_of, stem_of
from portal.readers.desk import Desk
from portal.readers.guarding import guard_data
from portal.readers.schema import Line, Schema, ServiceAddress, Text, WebAddress, Whole, validate

Icon = Literal[
    "file-check", "building", "scale", "shopping-bag", "users", "map-pin", "phone", "chart-bar", "rss",
    "shield-check", "briefcase", "book", "landmark", "signature", "search", "link",
]  # fmt: skip


class UnitFields(Schema):
    """A file of co-quan/."""

    name: Line
    name_en: Line = ""
    short: Line = ""
    description: Text = ""
    description_en: Text = ""
    address: Line = ""
    phone: Line = ""
    email: Line = ""
    website: WebAddress | None = None
    parent: Line = ""
    order: Whole = 0


class LinkFields(Schema):
    """One card."""

    title: Line
    title_en: Line = ""
    icon: Icon = "link"
    text: Text
    text_en: Text = ""
    url: ServiceAddress
    link_text: Line
    link_text_en: Line = ""


class GroupFields(Schema):
    """A file of dich-vu/."""

    title: Line
    title_en: Line = ""
    audience: Literal["cong-dan", "doanh-nghiep", "chung"]
    order: Whole = 0
    links: tuple[LinkFields, ...]


def read_unit(desk: Desk, file: str) -> Unit | None:
    """Read one unit; None where it is broken."""
    named, tree = desk.slug(file, stem_of(file)), desk.tree(file)
    fields = validate(UnitFields, tree, desk.problems) if tree else None
    if tree:
        guard_data(desk, tree.source)
    if not named or not fields:
        desk.broken.add(address_of(file) or "")
        return None
    return Unit(
        stem_of(file), fields.name, fields.short or fields.name, fields.description, fields.address,
        fields.phone, fields.email, fields.website or "", fields.parent, fields.order,
    )  # fmt: skip


def read_services(desk: Desk, file: str) -> dict[str, ServiceGroup]:
    """Read one group of service links, in each language in which it is written whole."""
    tree = desk.tree(file)
    fields = validate(GroupFields, tree, desk.problems) if tree else None
    if tree is None or not fields:
        return {}
    guard_data(desk, tree.source)
    found = {"vi": _group(fields, stem_of(file), "vi")}
    english = _group(fields, stem_of(file), "en")
    return found | {"en": english} if english.title and english.links else found


def _group(fields: GroupFields, id: str, language: str) -> ServiceGroup:
    links = tuple(_link(link, language) for link in fields.links if language == "vi" or link.title_en)
    title = fields.title if language == "vi" else fields.title_en
    return ServiceGroup(id, title, fields.audience, links, fields.order, language)


def _link(link: LinkFields, language: str) -> ServiceLink:
    if language == "vi":
        return ServiceLink(link.title, link.text, link.url, link.link_text, link.icon)
    text, words = link.text_en or link.text, link.link_text_en or link.title_en
    return ServiceLink(link.title_en, text, link.url, words, link.icon)
