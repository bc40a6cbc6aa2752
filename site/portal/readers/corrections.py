"""Corrections and notes in front matter: dated, with what was wrong and what is right."""

from collections.abc import Sequence
from datetime import datetime

from portal.model.correction import NO_NOTES, Correction, Notes, UpdateNote
from portal.readers.desk import Desk
from portal.readers.schema import Moment, Schema, Text
from portal.source.front_matter import Document
from portal.source.tree import Tree
from vietnamese.dates import HANOI, format_day


class CorrectionFields(Schema):
    """One correction of a published text."""

    date: Moment
    old: Text
    new: Text


class UpdateFields(Schema):
    """What was changed in a published text that was not wrong."""

    date: Moment
    note: Text


def read_notes(corrections: Sequence[CorrectionFields], updates: Sequence[UpdateFields]) -> Notes:
    """What the fields say, newest first."""
    if not corrections and not updates:
        return NO_NOTES
    told = [Correction(_at(one.date), _line(one.old), _line(one.new)) for one in corrections]
    noted = [UpdateNote(_at(one.date), _line(one.note)) for one in updates]
    return Notes(
        tuple(sorted(told, key=lambda one: one.at, reverse=True)),
        tuple(sorted(noted, key=lambda one: one.at, reverse=True)),
    )


def check_notes(
    desk: Desk,
    document: Document,
    corrections: Sequence[CorrectionFields],
    updates: Sequence[UpdateFields],
    date: datetime | None = None,
) -> None:
    """Say where a correction corrects nothing, was made before its text, or has not been made in it."""
    tree = document.tree
    dates = (("corrections", [one.date for one in corrections]), ("updates", [one.date for one in updates]))
    for name, told in dates:
        for number, day in enumerate(told):
            if date and day < date:
                at = tree.place((name, number, "date"))
                desk.say("correction/early", at, value=format_day(day), first=format_day(date))
    text = _line(document.body) if corrections else ""
    for number, one in enumerate(corrections):
        _check_words(desk, tree, number, one, text)


def _check_words(desk: Desk, tree: Tree, number: int, one: CorrectionFields, text: str) -> None:
    old, new = _line(one.old), _line(one.new)
    at = ("corrections", number, "new")
    if old == new:
        desk.say("correction/same", tree.place(at), value=new)
    elif old in text and new not in text:
        desk.say("correction/not-made", tree.place(("corrections", number, "old")), value=old)


def _line(text: str) -> str:
    return " ".join(text.split())


def _at(moment: datetime) -> datetime:
    return moment.astimezone(HANOI)
