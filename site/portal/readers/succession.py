"""The table of former names, from one file: who looks for one finds texts with the other, too."""

from portal.model.succession import Renaming
from portal.readers.desk import Desk
from portal.readers.guarding import guard_data
from portal.readers.schema import Day, Line, Schema, validate
from vietnamese.spelling import fold

FILE = "ten-cu.yaml"


class RenamingFields(Schema):
    """One name that was given up for another."""

    former: Line
    current: Line
    since: Day | None = None
    basis: Line = ""


class SuccessionFields(Schema):
    """ten-cu.yaml."""

    names: tuple[RenamingFields, ...]


def read_succession(desk: Desk) -> tuple[Renaming, ...]:
    """Read it; nothing where there is none, or where it is broken."""
    tree = desk.tree(FILE) if FILE in desk.folder.names else None
    fields = validate(SuccessionFields, tree, desk.problems) if tree else None
    if tree is None or fields is None:
        return ()
    guard_data(desk, tree.source)
    for number, one in enumerate(fields.names):
        if fold(one.former) == fold(one.current):
            desk.say("former-name/same", tree.place(("names", number, "current")), name=one.current)
    return tuple(Renaming(one.former, one.current, one.since, one.basis) for one in fields.names)
