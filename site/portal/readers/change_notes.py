"""The editor's note on a change, as the front matter or the data file itself says."""

from collections.abc import Iterator
from typing import Any

from portal.problems.problem import Problem
from portal.source.front_matter import read_document
from portal.source.text import source_text
from portal.source.tree import read_tree

_LONGEST = 1000


def note_of(path: str, before: str | None, now: str) -> str:
    """The notes and corrections that a text has now and had not before, on one line; empty without any."""
    if path.endswith(".csv"):
        return ""
    known = set(_notes(path, before)) if before is not None else set()
    return " · ".join(note for note in _notes(path, now) if note not in known)[:_LONGEST]


def _notes(path: str, text: str) -> Iterator[str]:
    data = _data(path, text)
    for told in _listed(data.get("corrections")):
        if told.get("old") and told.get("new"):
            yield _one_line(f"Đính chính: «{told['old']}» → «{told['new']}»")
    for told in _listed(data.get("updates")):
        if told.get("note"):
            yield _one_line(str(told["note"]))


def _data(path: str, text: str) -> dict[str, Any]:
    source = source_text(path, text)
    if not path.endswith(".md"):
        return read_tree(source, source.text).data
    document = read_document(source)
    return {} if isinstance(document, Problem) else document.tree.data


def _listed(told: object) -> list[dict[str, Any]]:
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _one_line(text: str) -> str:
    return " ".join(text.split())
