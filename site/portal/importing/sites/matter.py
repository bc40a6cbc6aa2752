"""Front matter and settings of other systems: YAML, TOML and JSON, every value as text."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from portal.problems.report import words
from portal.source.simple import Plain
from portal.source.text import source_text
from portal.source.tree import read_tree

MOST_MATTER = 64 * 1024
"""The longest front matter, in characters."""

Fields = Mapping[str, Plain]
_YAML, _TOML = (re.compile(rf"^{sign}[ \t]*$", re.MULTILINE) for sign in ("---", r"\+\+\+"))
_REPEATED = "yaml/duplicate-key"


@dataclass(frozen=True, slots=True)
class Broken:
    """Why something cannot be read, on which line of its file, in Vietnamese and in English."""

    line: int
    detail: str
    detail_en: str = ""

    @property
    def facts(self) -> dict[str, str]:
        """For what is said of it."""
        return {"line": str(self.line), "detail": self.detail, "detail_en": self.detail_en or self.detail}


@dataclass(frozen=True, slots=True)
class Matter:
    """A file's fields, named in small letters, and the text below them."""

    fields: Fields
    text: str


def split_matter(text: str) -> Matter | Broken | None:
    """Give the front matter of a text and what stands below it; None where it has none."""
    blank = len(text) - len(text.lstrip("\n"))
    text = text[blank:]
    if text.startswith("{"):
        return _json_first(text)
    for fence, read in ((_YAML, read_yaml), (_TOML, read_toml)):
        opening = fence.match(text)
        if opening is None:
            continue
        closing = fence.search(text, opening.end(), opening.end() + MOST_MATTER)
        if closing is None:
            return Broken(1, "không có dòng kết thúc phần khai báo", "the front matter has no end")
        fields = read(text[opening.end() + 1 : closing.start()], blank + 2)
        return fields if isinstance(fields, Broken) else Matter(fields, text[closing.end() + 1 :])
    return None


def read_yaml(text: str, first_line: int = 1) -> Fields | Broken:
    """Read YAML; of a key that stands twice the first value counts."""
    tree = read_tree(source_text("", text), text, first_line)
    faults = [one for one in tree.problems if one.code != _REPEATED]
    if faults:
        return Broken(faults[0].at.line, words(faults[0])[0], words(faults[0], "en")[0])
    return _named(tree.data)


def read_toml(text: str, first_line: int = 1) -> Fields | Broken:
    """Read TOML."""
    try:
        return _named(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line ([0-9]+)", str(error))
        return Broken(first_line - 1 + int(found[1]) if found else first_line, f"TOML: {error}")


def read_json(text: str) -> Fields | Broken:
    """Read a JSON object."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Broken(getattr(error, "lineno", 1), f"JSON: {error}")
    return _named(read) if isinstance(read, dict) else Broken(1, "JSON")


def _json_first(text: str) -> Matter | Broken | None:
    try:
        read, end = json.JSONDecoder().raw_decode(text[:MOST_MATTER])
    except (ValueError, RecursionError) as error:
        return Broken(getattr(error, "lineno", 1), f"JSON: {error}")
    return Matter(_named(read), text[end:]) if isinstance(read, dict) else None


def _named(read: Mapping[str, object]) -> Fields:
    """Keys in small letters, values as text; what is empty is left out."""
    made = {str(key).lower(): _plain(value, 0) for key, value in read.items()}
    return {key: value for key, value in made.items() if value not in ("", [], {})}


def _plain(value: object, depth: int) -> Plain:
    if depth > 16 or value is None:
        return ""
    if isinstance(value, Mapping):
        return {str(key).lower(): _plain(held, depth + 1) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held, depth + 1) for held in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date | time) else str(value)


def text_of(fields: Fields, *names: str) -> str:
    """Give the first of some fields that holds a text, on one line; of a list its first text."""
    for name in names:
        value = fields.get(name, "")
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str) and first.strip():
            return " ".join(first.split())
    return ""


def texts_of(fields: Fields, *names: str) -> tuple[str, ...]:
    """Give every text of some fields, each a text or a list of them."""
    found: list[str] = []
    for name in names:
        value = fields.get(name, "")
        held = value if isinstance(value, list) else [value]
        found += [" ".join(one.split()) for one in held if isinstance(one, str) and one.strip()]
    return tuple(dict.fromkeys(found))


def mapping_of(fields: Fields, name: str) -> Fields:
    """Give what a field maps; empty where it is no mapping."""
    value = fields.get(name)
    return value if isinstance(value, dict) else {}


def source_of(fields: Fields) -> str:
    """Give the address on the web that themes say a text comes from, or leads to."""
    named = text_of(fields, "source_url", "external_url", "externallink", "original_url", "link", "canonical")
    return named if named.startswith(("http://", "https://")) else ""


def is_true(fields: Fields, name: str) -> bool:
    """Whether a field says yes."""
    return text_of(fields, name).lower() in ("true", "yes", "on", "1")
