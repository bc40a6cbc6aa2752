"""Jekyll's folders: `_posts` and `_drafts` at any depth, front matter in YAML, Liquid."""

import re
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import partial
from pathlib import PurePosixPath

from portal.importing.sites.commonmark import to_html
from portal.importing.sites.files import Foreign
from portal.importing.sites.hugo import HTML, MARKDOWN, OTHER_FORMS
from portal.importing.sites.item import Item, Lead, Said, Site
from portal.importing.sites.liquid import Liquid
from portal.importing.sites.matter import (
    Broken,
    Fields,
    Matter,
    mapping_of,
    read_yaml,
    source_of,
    split_matter,
    text_of,
    texts_of,
)
from portal.importing.sites.moments import moment_of, zone_named
from portal.importing.sites.permalinks import filled, of_day, urlized
from portal.importing.sites.plain import plain
from portal.source.simple import Plain
from vietnamese.dates import HANOI

_SETTINGS = ("_config.yml", "_config.yaml")
_NAME = re.compile(r"([0-9]{2,4}-[0-9]{1,2}-[0-9]{1,2})-(.+)")
# https://jekyllrb.com/docs/permalinks/, the section on built-in formats.
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}


def is_jekyll(folder: Foreign) -> bool:
    """Whether a folder is a Jekyll site, or a part of one that holds posts."""
    return any(map(folder.has, _SETTINGS)) or any("_posts" in name.split("/")[:-1] for name in folder.walk())


def read_jekyll(folder: Foreign, sections: tuple[str, ...] = ()) -> Site:
    """Read every post and draft; below `sections` only, where any are named."""
    name = next(filter(folder.has, _SETTINGS), "")
    read = read_yaml(folder.read(name)) if name else {}
    jekyll = _Jekyll(folder, {} if isinstance(read, Broken) else read)
    jekyll.remarks += [Said(name, "site/config", read.facts)] if isinstance(read, Broken) else []
    names = [one for one in folder.walk() if _is_post(one) and _is_below(one, sections)]
    items = tuple(item for one in names for item in jekyll.item(one))
    base = text_of(jekyll.settings, "url") + text_of(jekyll.settings, "baseurl")
    return Site("Jekyll", base, items, tuple(jekyll.left), tuple(jekyll.remarks), partial(_picture, folder))


def _is_post(name: str) -> bool:
    parts = name.split("/")[:-1]
    form = name.rpartition(".")[2].lower()
    return ("_posts" in parts or "_drafts" in parts) and form in (*MARKDOWN, *HTML, *OTHER_FORMS)


def _is_below(name: str, sections: tuple[str, ...]) -> bool:
    return not sections or any(name.startswith(f"{one}/") for one in sections)


@dataclass(slots=True)
class _Jekyll:
    site: Foreign
    settings: Fields
    left: list[Said] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)
    known: dict[str, Plain] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known = {**self.settings, "data": _data(self.site)}

    @property
    def zone(self) -> tzinfo:
        return zone_named(text_of(self.settings, "timezone"))

    def item(self, name: str) -> list[Item]:
        """The item of a post; none, and the reason among what was left, where it cannot come."""
        found = self.read(name)
        if isinstance(found, Said):
            self.left.append(found)
            return []
        return [self.made(name, *found)]

    def read(self, name: str) -> tuple[Matter, datetime] | Said:
        """A post's front matter and date, or why it does not come."""
        form = PurePosixPath(name).suffix[1:].lower()
        if form in OTHER_FORMS:
            return Said(name, "left/markup", {"form": OTHER_FORMS[form]})
        text = self.site.text(name)
        if isinstance(text, Said):
            return text
        matter = split_matter(text) or Matter({}, text)
        if isinstance(matter, Broken):
            return Said(name, "left/front-matter", matter.facts)
        dated = _NAME.fullmatch(PurePosixPath(name).stem)
        written = text_of(matter.fields, "date") or (dated[1] if dated else "")
        date = moment_of(written, self.zone)
        if date is None:
            return Said(name, "left/date" if written else "left/no-date", {"value": written})
        return matter, date

    def made(self, name: str, matter: Matter, date: datetime) -> Item:
        """A post as an item."""
        fields = {**self.defaults(name), **matter.fields}
        stem = PurePosixPath(name).stem
        dated = _NAME.fullmatch(stem)
        slug = dated[2] if dated else stem
        title = plain(text_of(fields, "title"))
        if not title:
            self.remarks.append(Said(name, "title/from-name"))
        return Item(
            origin=name,
            title=title or slug.replace("-", " ").capitalize(),
            date=date,
            markup=self.markup(name, fields, matter.text),
            slug=text_of(fields, "slug") or slug,
            language=(
                text_of(fields, "lang", "locale", "language") or text_of(self.settings, "lang", "locale")
            )[:5].lower(),
            old=self.addresses(name, fields, self.day(date), slug),
            updated=moment_of(text_of(fields, "last_modified_at", "updated", "modified"), self.zone),
            summary=plain(text_of(fields, "excerpt", "description", "summary")),
            author=", ".join(self.author(one) for one in _authors(fields)),
            categories=tuple(map(plain, _explicit(fields))),
            tags=tuple(map(plain, _split(fields, "tags", "tag"))),
            image=_lead(fields),
            source=source_of(fields),
            draft="_drafts" in name.split("/") or text_of(fields, "published") == "false",
        )

    def defaults(self, name: str) -> dict[str, Plain]:
        """What the settings say of posts in a folder, unless they say it themselves."""
        made: dict[str, Plain] = {}
        rules = self.settings.get("defaults")
        for rule in rules if isinstance(rules, list) else []:
            scope = mapping_of(rule, "scope") if isinstance(rule, dict) else {}
            path, kind = text_of(scope, "path").strip("/"), text_of(scope, "type")
            if isinstance(rule, dict) and kind in ("", "posts") and (not path or name.startswith(f"{path}/")):
                made |= mapping_of(rule, "values")
        return made

    def markup(self, name: str, fields: Fields, text: str) -> str:
        """The text as HTML, without Liquid; what is not known of it is said."""
        liquid = Liquid({"site": {**self.known, "url": "", "baseurl": ""}, "page": dict(fields)})
        bare = liquid.without(text)
        self.remarks += [Said(name, "tag/unknown", {"tag": one}) for one in liquid.unknown]
        return bare if PurePosixPath(name).suffix[1:].lower() in HTML else to_html(bare)

    def addresses(self, name: str, fields: Fields, date: datetime, slug: str) -> tuple[str, ...]:
        """Where a post stood, and where before."""
        style = text_of(fields, "permalink") or text_of(self.settings, "permalink") or "date"
        folders = [one for one in name.split("/")[:-1] if one not in ("_posts", "_drafts")]
        categories = dict.fromkeys(urlized(one) for one in (*folders, *_explicit(fields)))
        parts = {
            **of_day(date), "short_day": f"{date:%a}", "title": text_of(fields, "slug") or slug,
            "slug": urlized(slug), "categories": "/".join(categories), "output_ext": ".html",
        }  # fmt: skip
        own = filled(_STYLES.get(style, style), parts)
        return tuple(one for one in (own, *texts_of(fields, "redirect_from")) if one)

    def day(self, date: datetime) -> datetime:
        """The date as the site's addresses have it; a bare day is the same everywhere."""
        return date if date.tzinfo is HANOI and not (date.hour or date.minute) else date.astimezone(self.zone)

    def author(self, name: str) -> str:
        """A name as `_data/authors.yml` has it, if it has it."""
        people = self.known["data"].get("authors") if isinstance(self.known["data"], dict) else None
        return (
            text_of(mapping_of(people, name), "name") or plain(name)
            if isinstance(people, dict)
            else plain(name)
        )


def _authors(fields: Fields) -> tuple[str, ...]:
    return texts_of(mapping_of(fields, "author"), "name") or texts_of(fields, "author", "authors")


def _explicit(fields: Fields) -> tuple[str, ...]:
    return _split(fields, "category") if "category" in fields else _split(fields, "categories")


def _split(fields: Fields, *names: str) -> tuple[str, ...]:
    """In Jekyll a text of several words is a list of them; with commas they are what it lists."""
    found = [one for name in names for one in texts_of({name: fields.get(name, "")}, name)]
    if len(found) != 1 or isinstance(fields.get(names[0]), list):
        return tuple(found)
    return tuple(filter(None, re.split(r"\s*,\s*" if "," in found[0] else r"\s+", found[0])))


def _lead(fields: Fields) -> Lead | None:
    of = mapping_of(fields, "image") or mapping_of(fields, "header")
    source = (
        text_of(of, "path", "image", "teaser", "src", "url") if of else text_of(fields, "image", "thumbnail")
    )
    alt = text_of(of, "alt", "image_description") or text_of(fields, "image_alt", "image-alt")
    return Lead(source, plain(alt), plain(text_of(of, "caption"))) if source else None


def _data(folder: Foreign) -> dict[str, Plain]:
    """What lies in `_data`, by name, for what posts put in of it."""
    made: dict[str, Plain] = {}
    for name in folder.walk("_data") if (folder.root / "_data").is_dir() else ():
        if name.endswith((".yml", ".yaml")):
            made[PurePosixPath(name).stem] = _value_of(folder.read(name))
    return made


def _value_of(text: str) -> Plain:
    # A list becomes the value of a key, for the reader of YAML reads mappings.
    listed = re.match(r"(?:\s*(?:#.*)?\n)*(?:---\s*\n)?(?:\s*(?:#.*)?\n)*-\s", text)
    read = read_yaml(f"value:\n{text}" if listed else text)
    if isinstance(read, Broken):
        return {}
    return read.get("value", []) if listed else dict(read)


def _picture(folder: Foreign, item: Item, name: str) -> bytes | None:
    """A picture by its path from the site's root, else beside the post."""
    places = ("", item.origin.rpartition("/")[0])
    return next((body for place in places if (body := folder.picture(f"{place}/{name.lstrip('/')}"))), None)
