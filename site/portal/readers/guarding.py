"""What guards find in a file, at its place there."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from portal.guard.folding import fold_text
from portal.guard.inspection import inspect, inspect_data
from portal.guard.persons import find_persons
from portal.guard.wording import is_in_capitals, says_picture
from portal.readers.desk import Desk, Where
from portal.source.front_matter import Document
from portal.source.markdown import Rendered
from portal.source.text import SourceText

if TYPE_CHECKING:
    from portal.source.pictures import Note

_HEADING = re.compile(r"^(#{1,6})[ \t].*$", re.MULTILINE)


def guard_document(desk: Desk, document: Document, title: str, *, private: bool = True) -> None:
    """Look through a whole file, its fields and its text."""
    source = document.source
    for found in inspect(source.text, document.body_start, desk.known, private=private):
        desk.say(found.code, source.at(found.start, found.end - found.start), **found.facts)
    if is_in_capitals(title):
        desk.say("guard/title-in-capitals", document.tree.place(("title",)), title=title)


def guard_data(desk: Desk, source: SourceText, *, linked: bool = True) -> None:
    """Look through a file of data or settings; its links too, unless it is the one that says which may be."""
    for found in inspect_data(source.text, desk.known, linked=linked):
        desk.say(found.code, source.at(found.start, found.end - found.start), **found.facts)


def guard_alt(desk: Desk, alt: str, where: Where) -> None:
    """What is said for a picture says more than that it is one."""
    if says_picture(alt):
        desk.say("guard/alt-says-picture", where(), alt=alt.strip())


def guard_caption(desk: Desk, alt: str, caption: str, where: Where) -> None:
    """A caption is read to everyone; who hears it twice has learnt nothing of the picture."""
    if caption and " ".join(alt.split()).rstrip(".").lower() == " ".join(caption.split()).rstrip(".").lower():
        desk.say("guard/alt-is-caption", where(), alt=alt.strip())


def guard_notes(desk: Desk, name: str, notes: "Sequence[Note]", where: Where) -> None:
    """What people wrote into a picture's file is on no page, but where the file is."""
    for note in notes:
        if note.is_written:
            for found in find_persons(note.text, fold_text(note.text).plain, desk.known):
                said = next(iter(found.facts.values()))
                label = f"{note.standard} {note.name}"
                desk.say("guard/picture-notes", where(), name=name, note=label, found=said)


def guard_headings(desk: Desk, document: Document, done: Rendered) -> None:
    """Each heading is at most one level below the one before it (the title is of the first)."""
    before = 1
    for number, (level, _, words) in enumerate(done.headings):
        if level > before + 1:
            start, width = _heading(document, number, len(done.headings), words)
            at = document.source.at(start, width)
            desk.say("guard/heading-skips", at, text=words, sign="#" * (before + 1))
        before = level


def _heading(document: Document, number: int, count: int, words: str) -> tuple[int, int]:
    """Where the n-th heading stands: by number where each has a line of its own, or by its words."""
    found = list(_HEADING.finditer(document.body))
    if len(found) == count:
        return document.body_start + found[number].start(), len(found[number][0])
    place = max(document.body.find(words), 0)
    return document.body_start + place, len(words)
