"""A published text as people compare it: its fields that readers see, and its blocks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portal.problems.problem import Problem
from portal.revision.difference import difference
from portal.revision.weight import Change, weigh
from portal.revision.writing import Block, Kind, Writing, blocks_of, readable
from portal.source.front_matter import read_document
from portal.source.markdown import TextPicture, TooComplex, render
from portal.source.text import source_text
from portal.source.tree import read_tree

# What says of a change, or of the file, and nothing of the matter.
_ASIDE = frozenset(
    ["updated", "corrections", "updates", "acknowledged", "checks", "draft", "aliases", "order"]
)
_OWN_LINK = re.compile(r'<a\b(?![^>]*href="https?:)[^>]*>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r"<(?:picture|source)\b[^>]*>|</picture>")
_SHOWN = re.compile(r'<img\b[^>]*?alt="([^"]*)"[^>]*>')
_PLAIN = re.compile(r'<input\b[^>]*>| id="[^"]*"')


@dataclass(frozen=True, slots=True)
class OldText:
    """A version as it was: its fields as they were written, and its text as markup without links of ours.

    The pages that it led to may be gone, and its pictures with them: it depends on nothing but itself.
    """

    title: str
    summary: str
    fields: tuple[tuple[str, str], ...]
    html: str


def writing_of(path: str, text: str) -> Writing:
    """A content file as its fields and blocks; what cannot be read is one block a line."""
    if path.endswith(".csv"):
        return tuple(
            Block(Kind.ROW, " | ".join(line.split(","))) for line in text.splitlines() if line.strip()
        )
    fields, body = _parts(path, text)
    told = (
        Block(Kind.FIELD, readable(value), name)
        for name, value in _flat(fields)
        if name.partition(".")[0] not in _ASIDE
    )
    return (*told, *blocks_of(body))


def change_of(path: str, old: str, new: str) -> Change:
    """The weight of a change of a content file."""
    return weigh(difference(writing_of(path, old), writing_of(path, new)))


def old_text(path: str, text: str, language: str) -> OldText:
    """A version as it can be shown again."""
    fields, body = _parts(path, text)
    title, summary = str(fields.get("title") or fields.get("name") or ""), str(fields.get("summary") or "")
    told = tuple(_flat(fields)) if path.endswith(".yaml") else ()
    try:
        made = render(body, language, lambda target: target, _no_picture).html if body.strip() else ""
    except TooComplex:
        made = ""
    return OldText(title, " ".join(summary.split()), told, _by_itself(made))


def _no_picture(source: str) -> TextPicture | None:
    return None


def _by_itself(markup: str) -> str:
    plain = _OWN_LINK.sub(r"\1", markup)
    plain = _SHOWN.sub(r'<span class="picture-was">[\1]</span>', _IMAGE.sub("", plain))
    return _PLAIN.sub("", plain)


def _parts(path: str, text: str) -> tuple[Mapping[str, Any], str]:
    source = source_text(path, text)
    if path.endswith(".yaml"):
        return read_tree(source, source.text).data, ""
    found = read_document(source)
    if isinstance(found, Problem):
        return {}, text
    return found.tree.data, found.body


def _flat(data: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Texts of a tree with the way to each."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _flat(value, f"{name}.{key}" if name else str(key))
    elif isinstance(data, list | tuple):
        if all(isinstance(value, str) for value in data):
            yield name, ", ".join(data)
        else:
            for number, value in enumerate(data, 1):
                yield from _flat(value, f"{name}.{number}")
    elif data is not None:
        yield name, str(data)
