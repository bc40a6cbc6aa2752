"""Hugo's folders: `content/`, front matter in three forms, bundles, languages by folder or file name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

from portal.importing.sites.commonmark import to_html
from portal.importing.sites.files import Foreign
from portal.importing.sites.hugo_settings import Settings, read_settings, settings_file
from portal.importing.sites.item import Item, Lead, Said, Site
from portal.importing.sites.matter import (
    Broken,
    Fields,
    Matter,
    is_true,
    mapping_of,
    source_of,
    split_matter,
    text_of,
    texts_of,
)
from portal.importing.sites.moments import moment_of
from portal.importing.sites.permalinks import filled, of_day, urlized
from portal.importing.sites.plain import plain
from portal.importing.sites.shortcodes import Shortcodes, names_of
from vietnamese.dates import HANOI

OTHER_FORMS = {
    "adoc": "AsciiDoc", "asciidoc": "AsciiDoc", "ad": "AsciiDoc", "org": "Org", "rst": "reStructuredText",
    "pandoc": "Pandoc", "pdc": "Pandoc", "textile": "Textile",
}  # fmt: skip
MARKDOWN, HTML = ("md", "markdown", "mkd", "mkdn", "mkdown", "mdown", "mmark"), ("html", "htm")
# In Hugo's own order.
_DATES = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
_CHANGED, _PUBLISHED, _ENDS = (
    ("lastmod", "modified"),
    ("publishdate", "pubdate"),
    ("expirydate", "unpublishdate"),
)
_IMAGES = (
    "image",
    "images",
    "featured_image",
    "featuredimage",
    "thumbnail",
    "banner",
    "cover",
    "primary_image",
)
_NEVER = datetime(1, 1, 1, tzinfo=HANOI)
_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_hugo(folder: Foreign) -> bool:
    """Whether a folder is the root of a Hugo site."""
    return bool(settings_file(folder)) or (folder.root / "content").is_dir()


def read_hugo(folder: Foreign, sections: tuple[str, ...] = ()) -> Site:
    """Read every page with a date below `content/`; of `sections` only these, where any are named."""
    settings, said = read_settings(folder)
    hugo = _Hugo(folder, settings, sections, remarks=list(said))
    pages = hugo.pages()
    items = tuple(item for page in pages if hugo.wants(page) for item in hugo.item(page))
    others = {name: address for page in pages for name, address in hugo.named_address(page)}
    fetch = partial(_picture, folder)
    return Site("Hugo", settings.base, items, tuple(hugo.left), tuple(hugo.remarks), fetch, others)


@dataclass(frozen=True, slots=True)
class _Page:
    """A file of a page: its folder below the content's, the name of the page, its language and form."""

    file: str
    folder: str
    name: str
    language: str
    form: str

    @property
    def is_list(self) -> bool:
        return self.file.rpartition("/")[2].startswith("_index.")

    @property
    def section(self) -> str:
        return self.folder.partition("/")[0]


@dataclass(slots=True)
class _Hugo:
    site: Foreign
    settings: Settings
    sections: tuple[str, ...]
    left: list[Said] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)
    terms: dict[tuple[str, str], str] = field(default_factory=dict)

    def pages(self) -> list[_Page]:
        """Every file of a page, in order; files in another page's bundle are none."""
        tops = [top for top, _ in self.settings.folders]
        names = [n for top in dict.fromkeys(tops) for n in self.site.walk(top)]
        bundles = {
            n.rpartition("/")[0]
            for n in names
            if re.fullmatch(r"index(\.\w+)*", n.rpartition("/")[2].rpartition(".")[0])
        }
        return [page for name in dict.fromkeys(names) for page in self.page(name, bundles)]

    def page(self, name: str, bundles: set[str]) -> list[_Page]:
        """The page of a file, if it makes one."""
        path = PurePosixPath(name)
        form = path.suffix[1:].lower()
        stem, language = self.language_in(path.name.removesuffix(path.suffix))
        top, of_folder = next(
            (top, code) for top, code in self.settings.folders if name.startswith(f"{top}/")
        )
        folder = "/".join(path.parts[len(PurePosixPath(top).parts) : -1])
        around = {str(parent) for parent in path.parents}
        if form not in (*MARKDOWN, *HTML, *OTHER_FORMS):
            return []
        if stem in ("index", "_index"):
            folder, _, stem = folder.rpartition("/")
            around.discard(str(path.parent))
        page = _Page(name, folder, stem, language or of_folder or self.settings.language, form)
        return [page] if not around & bundles else []

    def wants(self, page: _Page) -> bool:
        """Whether a page may be an article of those that were asked for."""
        below = not self.sections or any(f"{page.folder}/".startswith(f"{one}/") for one in self.sections)
        return below and bool(page.name) and not page.is_list

    def named_address(self, page: _Page) -> Iterator[tuple[str, str]]:
        """Where a page stood that is no article, by the names that links may call it."""
        matter = split_matter(self.site.read(page.file)) if not self.wants(page) else None
        if not isinstance(matter, Matter):
            return
        date = moment_of(text_of(matter.fields, *_DATES), self.settings.zone) or _NEVER
        address = self.address(page, matter.fields, date, plain(text_of(matter.fields, "title")))
        bare = page.file.partition("/")[2]
        for name in (bare, bare.rpartition(".")[0], f"{page.folder}/{page.name}", bare.rpartition("/")[2]):
            yield name.strip("/"), address

    def language_in(self, stem: str) -> tuple[str, str]:
        """The name of a page, and the language that it ends with."""
        name, _, code = stem.rpartition(".")
        known = self.settings.languages or {"vi", "en"}
        return (name, code.lower()) if name and code.lower() in known else (stem, "")

    def item(self, page: _Page) -> list[Item]:
        """The item of a page; none, and the reason among what was left, where it cannot come."""
        found = self.read(page)
        if isinstance(found, Said):
            self.left.append(found)
            return []
        matter, date = found
        if matter.fields.get("headless") == "true":
            return []
        return [self.made(page, matter, date)]

    def read(self, page: _Page) -> tuple[Matter, datetime] | Said:
        """A page's front matter and date, or why it does not come."""
        if page.form in OTHER_FORMS:
            return Said(page.file, "left/markup", {"form": OTHER_FORMS[page.form]})
        text = self.site.text(page.file)
        if isinstance(text, Said):
            return text
        matter = split_matter(text) or Matter({}, text)
        if isinstance(matter, Broken):
            return Said(page.file, "left/front-matter", matter.facts)
        written = text_of(matter.fields, *_DATES) or self.date_in_name(page)
        date = moment_of(written, self.settings.zone)
        if date is None:
            return Said(page.file, "left/date" if written else "left/no-date", {"value": written})
        return matter, date

    def date_in_name(self, page: _Page) -> str:
        found = _DATED.match(page.name) if self.settings.dated else None
        return found[0] if found else ""

    def made(self, page: _Page, matter: Matter, date: datetime) -> Item:
        """A page as an item."""
        fields, zone = matter.fields, self.settings.zone
        changed, starts, ends = (
            moment_of(text_of(fields, *names), zone) for names in (_CHANGED, _PUBLISHED, _ENDS)
        )
        title = plain(text_of(fields, "title"))
        return Item(
            origin=page.file,
            title=title,
            date=date,
            markup=self.markup(page, matter.text),
            slug=text_of(fields, "slug") or page.name,
            language=(text_of(fields, "lang", "language") or page.language).lower(),
            old=self.addresses(page, fields, date, title),
            updated=changed,
            publish=starts,
            expires=ends,
            summary=plain(text_of(fields, "summary", "description", "deck", "lead", "excerpt")),
            author=", ".join(self.named("authors", one) for one in _authors(fields)),
            categories=tuple(
                self.named("categories", one) for one in texts_of(fields, "categories", "category")
            ),
            tags=tuple(
                self.named(term, one)
                for term in ("tags", *self.settings.taxonomies)
                for one in texts_of(fields, term, *(["tag"] if term == "tags" else []))
            ),
            image=_lead(fields),
            source=source_of(fields),
            draft=is_true(fields, "draft"),
        )

    def markup(self, page: _Page, text: str) -> str:
        """The text as HTML, without shortcodes; those that are not known are said."""
        codes = Shortcodes()
        bare = codes.without(text.replace("<!--more-->", ""))
        self.remarks += [Said(page.file, "tag/unknown", {"tag": name}) for name in names_of(codes.unknown)]
        return bare if page.form in HTML else to_html(bare)

    def addresses(self, page: _Page, fields: Fields, date: datetime, title: str) -> tuple[str, ...]:
        """Where a page stood, and where before."""
        own = self.address(page, fields, date, title)
        base = own.rstrip("/").rpartition("/")[0]
        formers = [one if one.startswith("/") else f"{base}/{one}" for one in texts_of(fields, "aliases")]
        return tuple(dict.fromkeys(one for one in (own, *formers) if one))

    def address(self, page: _Page, fields: Fields, date: datetime, title: str) -> str:
        set_apart = text_of(fields, "url")
        other = page.language and page.language != self.settings.language
        prefix = f"/{page.language}" if page.language and (other or self.settings.in_folder) else ""
        if set_apart:
            return set_apart if set_apart.startswith("/") else f"{prefix}/{set_apart}"
        slug = urlized(text_of(fields, "slug") or page.name)
        name = urlized(page.name)
        parts = {
            "section": page.section, "sections": page.folder, "title": urlized(title), "slug": slug,
            "filename": name, "contentbasename": name, "slugorfilename": slug, "slugorcontentbasename": slug,
        }  # fmt: skip
        pattern = "" if page.is_list else text_of(self.settings.permalinks, page.section)
        pattern = pattern or "/:sections/:slug/"
        made = filled(pattern, {**of_day(date), **parts})
        return f"{prefix}{made.rstrip('/')}.html" if self.settings.ugly and made else f"{prefix}{made}"

    def named(self, taxonomy: str, term: str) -> str:
        """What a site calls a term in the page that it has of it; else as written."""
        key = (taxonomy, term)
        if key not in self.terms:
            matter = split_matter(self.site.read(f"content/{taxonomy}/{urlized(term)}/_index.md"))
            fields = matter.fields if isinstance(matter, Matter) else {}
            self.terms[key] = plain(text_of(fields, "title", "display_name", "name")) or plain(term)
        return self.terms[key]


def _authors(fields: Fields) -> tuple[str, ...]:
    named = texts_of(mapping_of(fields, "author"), "name")
    return named or texts_of(fields, "authors", "author")


def _lead(fields: Fields) -> Lead | None:
    for name in _IMAGES:
        of = mapping_of(fields, name)
        source = text_of(of, "src", "image", "path", "url") if of else text_of(fields, name)
        if source:
            alt = text_of(of, "alt") or text_of(fields, f"{name}_alt", f"{name}alt", "image_alt", "alt")
            return Lead(source, plain(alt), plain(text_of(of, "caption")))
    return None


def _picture(folder: Foreign, item: Item, name: str) -> bytes | None:
    """A picture of a page's bundle, else of `static/` or `assets/`."""
    here = item.origin.rpartition("/")[0]
    places = ("static", "assets") if name.startswith("/") else (here, "static", "assets")
    return next((body for place in places if (body := folder.picture(f"{place}/{name.lstrip('/')}"))), None)
