"""What a Hugo site's settings say of its pages: languages, addresses, zones, taxonomies."""

from dataclasses import dataclass, field
from datetime import tzinfo

from portal.importing.sites.files import Foreign
from portal.importing.sites.item import Said
from portal.importing.sites.matter import (
    Broken,
    Fields,
    is_true,
    mapping_of,
    read_json,
    read_toml,
    read_yaml,
    text_of,
    texts_of,
)
from portal.importing.sites.moments import zone_named
from portal.source.simple import Plain
from vietnamese.dates import HANOI

_READERS = {"toml": read_toml, "yaml": read_yaml, "yml": read_yaml, "json": read_json}
_NAMES = tuple(f"{stem}.{form}" for stem in ("hugo", "config") for form in _READERS)
_PARTS = ("languages", "permalinks", "taxonomies", "frontmatter")
_OWN_TERMS = frozenset({"author", "authors", "category", "categories", "tag", "tags", "series"})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; `language` is empty where none is named, `dated` whether file names may hold dates."""

    base: str = ""
    zone: tzinfo = HANOI
    language: str = ""
    in_folder: bool = False
    ugly: bool = False
    folders: tuple[tuple[str, str], ...] = (("content", ""),)
    languages: frozenset[str] = frozenset()
    permalinks: Fields = field(default_factory=dict)
    taxonomies: tuple[str, ...] = ()
    dated: bool = False


def settings_file(folder: Foreign) -> str:
    """Give the name of the file of settings; empty where there is none."""
    return next(
        (name for name in (*_NAMES, *(f"config/_default/{n}" for n in _NAMES)) if folder.has(name)), ""
    )


def read_settings(folder: Foreign) -> tuple[Settings, tuple[Said, ...]]:
    """Read the settings; those that are broken count as none, which is said."""
    name = settings_file(folder)
    whole, said = _read(folder, name) if name else ({}, ())
    below = {part: _part(folder, part) for part in _PARTS if part not in whole} if "_default" in name else {}
    return _settings({**below, **whole}), said


def _read(folder: Foreign, name: str) -> tuple[Fields, tuple[Said, ...]]:
    read = _READERS[name.rpartition(".")[2]](folder.read(name))
    return ({}, (Said(name, "site/config", read.facts),)) if isinstance(read, Broken) else (read, ())


def _part(folder: Foreign, part: str) -> Plain:
    names = (f"config/_default/{part}.{form}" for form in _READERS)
    name = next((one for one in names if folder.has(one)), "")
    return dict(_read(folder, name)[0]) if name else {}


def _settings(fields: Fields) -> Settings:
    named = text_of(fields, "defaultcontentlanguage") or text_of(fields, "languagecode", "locale")
    content = text_of(fields, "contentdir").strip("/") or "content"
    languages = mapping_of(fields, "languages")
    own = [
        (text_of(mapping_of(languages, code), "contentdir").strip("/"), code.lower()) for code in languages
    ]
    permalinks = mapping_of(fields, "permalinks")
    terms = [one for one in mapping_of(fields, "taxonomies").values() if isinstance(one, str)]
    return Settings(
        base=text_of(fields, "baseurl"),
        zone=zone_named(text_of(fields, "timezone")),
        language=named.lower()[:2],
        in_folder=is_true(fields, "defaultcontentlanguageinsubdir"),
        ugly=is_true(fields, "uglyurls"),
        folders=(*sorted((one for one in own if one[0]), key=lambda one: -len(one[0])), (content, "")),
        languages=frozenset(code.lower() for code in languages),
        permalinks=mapping_of(permalinks, "page") or permalinks,
        taxonomies=tuple(term for term in terms if term.lower() not in _OWN_TERMS),
        dated=":filename" in texts_of(mapping_of(fields, "frontmatter"), "date"),
    )
