"""Standing pages from Markdown files."""

from portal.model.page import StandingPage
from portal.problems.problem import Problem
from portal.readers.addresses import TAKEN, address_of, language_of, stem_of
from portal.readers.bodies import read_body
from portal.readers.checks import Checks, switched_off
from portal.readers.corrections import CorrectionFields, UpdateFields, check_notes, read_notes
from portal.readers.desk import Desk
from portal.readers.guarding import guard_document
from portal.readers.life import WithdrawnFields, check_life, life_of
from portal.readers.lived import ReadPage
from portal.readers.schema import Flag, Line, Moment, OwnAddress, Schema, Text, validate
from portal.source.front_matter import read_document


class PageFields(Schema):
    """The front matter of a standing page."""

    title: Line
    summary: Text
    updated: Moment | None = None
    publish: Moment | None = None
    expires: Moment | None = None
    withdrawn: WithdrawnFields | None = None
    aliases: tuple[OwnAddress, ...] = ()
    draft: Flag = False
    checks: Checks = {}
    corrections: tuple[CorrectionFields, ...] = ()
    updates: tuple[UpdateFields, ...] = ()


def read_page(desk: Desk, file: str) -> ReadPage | None:
    """Read one page at a desk of its own; None where it is broken."""
    before, stem = len(desk.problems), stem_of(file)
    desk.slug(file, stem)
    source = desk.source(file)
    document = read_document(source) if source else None
    if isinstance(document, Problem):
        desk.problems.append(document)
        document = None
    if source and stem in TAKEN:
        desk.say("address/reserved", source.on_line(1), name=stem)
    fields = validate(PageFields, document.tree, desk.problems) if document else None
    if document and fields:
        desk.off |= switched_off(desk, document.tree, fields.checks)
        # On its own pages an office gives its own numbers.
        guard_document(desk, document, fields.title, private=False)
        body = read_body(desk, file, document, language_of(file))
        made = StandingPage(
            stem, language_of(file), fields.title, fields.summary, body, file, fields.updated, fields.aliases,
            notes=read_notes(fields.corrections, fields.updates),
        )  # fmt: skip
        check_notes(desk, document, fields.corrections, fields.updates)
        check_life(desk, document.tree, fields)
        if not desk.lacking and not desk.has_errors(before):
            taken = [(made.address, document.tree.place(())), *desk.formers(made.aliases, document.tree)]
            desk.claims += [(address, file, at) for address, at in taken]
            assets = tuple(desk.assets[name] for name in sorted(desk.assets))
            return ReadPage(made, life_of(fields), assets, frozenset(desk.used))
    desk.broken.add(address_of(file) or "")
    return None
