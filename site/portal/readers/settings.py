"""The settings of a portal, from portal.yaml."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from portal.model.article import Category
from portal.model.settings import MenuItem, Settings, Wording
from portal.problems.problem import Location, Problem
from portal.readers.checks import AllowFields, Checks, known_of, switched_off
from portal.readers.desk import Desk
from portal.readers.guarding import guard_data
from portal.readers.schema import (
    Day,
    Flag,
    Line,
    OwnAddress,
    Schema,
    Text,
    WebAddress,
    Whole,
    fail,
    validate,
    written_as,
)
from portal.source.tree import Tree

FILE = "portal.yaml"
_TEXT_CONTRAST = 4.5
_ON_GROUND = ("ink", "muted", "brand", "accent")


def _colour(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise fail("colour/form", value=str(value))
    return value.lower()


Colour = Annotated[str, BeforeValidator(_colour), written_as("#[0-9a-fA-F]{6}")]
Pair = tuple[Colour, Colour]


class Item(Schema):
    """An entry of a menu."""

    title: Line
    address: OwnAddress


class CategoryFields(Schema):
    """A category of news."""

    id: Line
    name: Line
    name_en: Line = ""
    description: Text = ""


class Colours(Schema):
    """The colours of a portal, each for light and dark."""

    paper: Pair
    surface: Pair
    ink: Pair
    muted: Pair
    line: Pair
    brand: Pair
    accent: Pair


class SettingsFields(Schema):
    """portal.yaml."""

    url: WebAddress
    authority: Line
    since: Day
    lead: OwnAddress | None = None
    keep_releases: Whole = 5
    search_engine: Literal["whoosh", "fts5"] = "whoosh"
    search_files: Flag = False
    name: Line
    short: Line
    description: Text
    publisher: Line = ""
    notice: Text = ""
    menu: tuple[Item, ...] = ()
    footer: tuple[Item, ...] = ()
    name_en: Line = ""
    short_en: Line = ""
    description_en: Text = ""
    publisher_en: Line = ""
    notice_en: Text = ""
    menu_en: tuple[Item, ...] = ()
    footer_en: tuple[Item, ...] = ()
    security_contact: Line = ""
    security_expires: Day | None = None
    allow: AllowFields = AllowFields()
    checks: Checks = {}
    categories: tuple[CategoryFields, ...]
    colours: Colours


def read_settings(desk: Desk) -> tuple[Settings, Mapping[str, tuple[Category, ...]]] | None:
    """Give the settings, and the categories by language; None where portal.yaml is missing or broken."""
    if FILE not in desk.folder.names:
        desk.say("portal/missing", Location(desk.folder.shown(FILE)), name=desk.folder.name)
        return None
    tree = desk.tree(FILE)
    fields = validate(SettingsFields, tree, desk.problems) if tree else None
    if tree is None or fields is None:
        return None
    faults = list(_contrast(tree, fields.colours))
    desk.problems += faults
    off = desk.off = switched_off(desk, tree, fields.checks)
    guard_data(desk, tree.source, linked=False)
    return _settings(fields, off), _categories(fields)


def _settings(fields: SettingsFields, off: frozenset[str]) -> Settings:
    wording = {
        "vi": Wording(
            fields.name, fields.short, fields.description, fields.notice, fields.publisher,
            _items(fields.menu), _items(fields.footer),
        ),
        "en": Wording(
            fields.name_en or fields.name, fields.short_en or fields.short,
            fields.description_en or fields.description, fields.notice_en or fields.notice,
            fields.publisher_en or fields.publisher, _items(fields.menu_en), _items(fields.footer_en),
        ),
    }  # fmt: skip
    colours = {name: getattr(fields.colours, name) for name in type(fields.colours).model_fields}
    return Settings(
        fields.url.rstrip("/"), fields.authority, fields.since, wording, fields.security_contact,
        fields.security_expires, colours, fields.lead or "", fields.keep_releases,
        known_of(fields.allow, (fields.authority, urlsplit(fields.url).hostname or "")), off,
        fields.search_engine, fields.search_files,
    )  # fmt: skip


def _items(items: tuple[Item, ...]) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(item.title, item.address) for item in items)


def _categories(fields: SettingsFields) -> dict[str, tuple[Category, ...]]:
    return {
        "vi": tuple(Category(c.id, c.name, c.description) for c in fields.categories),
        "en": tuple(Category(c.id, c.name_en or c.name, "", "en") for c in fields.categories),
    }


def _contrast(tree: Tree, colours: Colours) -> list[Problem]:
    """Text needs 4.5:1 on every ground it stands on (WCAG 1.4.3)."""
    found = []
    for scheme, name_of_scheme in enumerate(("nền sáng", "nền tối")):
        for name in _ON_GROUND:
            for ground in ("paper", "surface"):
                ratio = contrast(getattr(colours, name)[scheme], getattr(colours, ground)[scheme])
                if ratio < _TEXT_CONTRAST:
                    facts = {"name": name, "scheme": name_of_scheme, "ratio": f"{ratio:.1f}", "least": "4.5"}
                    at = tree.place(("colours", name, scheme))
                    found.append(Problem("colour/contrast", at, facts))
                    break
    return found


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
