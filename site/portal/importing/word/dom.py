"""Mammoth's document as a tree of our own."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from mammoth import documents

from portal.importing.addresses import safe_link
from portal.importing.document import (
    Blocks,
    Break,
    Cell,
    Code,
    Content,
    Heading,
    Inline,
    Mark,
    Note,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    words_of,
)
from portal.importing.levels import Flat, Item, Part, gathered
from portal.importing.pictures import Pictures, alt_of
from portal.importing.remarks import Remark
from portal.importing.settling import settled
from portal.importing.word.settle import MARK

_MOST_SPAN = 100
_ALIGNS = {"center": "center", "right": "right", "end": "right"}
_SHIFTS = {"superscript": Mark.RAISED, "subscript": Mark.LOWERED}
_BOXES = {True: "☑", False: "☐"}
_SEPARATORS = ("-1", "0")


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines of code, which follow one another in paragraphs of their own."""

    text: str


@dataclass(slots=True)
class Taken:
    """What is taken from a document: pictures, the title if a style says which, remarks."""

    pictures: Pictures = field(default_factory=Pictures)
    title: str = ""
    remarks: list[Remark] = field(default_factory=list)

    def blocks(self, elements: Iterable[Any]) -> Blocks:
        """Give elements of mammoth's document as blocks."""
        flat = [one for element in elements for one in self.element(element)]
        return gathered(_joined(flat))

    def element(self, element: Any) -> list[Flat]:
        """Give one element; what may stand only in a paragraph gets one."""
        if isinstance(element, documents.Paragraph):
            return self.paragraph(element)
        if isinstance(element, documents.Table):
            table = self.table(element)
            return [table] if table else []
        content = settled(self.inlines([element], Run("")))
        return [Paragraph(content)] if content else []

    def paragraph(self, element: Any) -> list[Flat]:
        """Give a paragraph as what its bookmark tells."""
        told = [one.name for one in element.children if isinstance(one, documents.Bookmark)]
        role, _, detail = next((name for name in told if name.startswith(MARK)), MARK)[len(MARK) :].partition(
            " "
        )
        content = settled(self.inlines(element.children, Run("")))
        if not content:
            return []
        if role == "title" and not self.title and words_of(content):
            self.title = words_of(content)
        return [_as(role, detail, content)]

    def inlines(self, elements: Iterable[Any], around: Run) -> list[Inline]:
        """Give what stands in a paragraph; `around` says how it is written."""
        return [inline for element in elements for inline in self.inline(element, around)]

    def inline(self, element: Any, around: Run) -> list[Inline]:
        """Give one element of a paragraph."""
        if isinstance(element, documents.Text):
            return [replace(around, text=element.value)]
        if isinstance(element, documents.Run):
            return self.inlines(element.children, replace(around, marks=around.marks | _marks(element)))
        if isinstance(element, documents.Hyperlink):
            return self.inlines(element.children, replace(around, link=self.link(element)))
        if isinstance(element, documents.Image):
            return self.picture(element)
        if isinstance(element, documents.NoteReference):
            return [NoteMark(f"{element.note_type}-{element.note_id}")]
        return _sign(element, around)

    def link(self, element: Any) -> str:
        """Give where a link leads; parts of the same document are let go without a word."""
        written = element.href or ""
        if element.anchor and written:
            written = f"{written.partition('#')[0]}#{element.anchor}"
        target = safe_link(written)
        if written and not target and not written.startswith("#"):
            text = words_of(self.inlines(element.children, Run("")))
            self.remarks.append(Remark("link/dropped", {"target": written[:200], "text": text[:200]}))
        return target

    def picture(self, element: Any) -> list[Inline]:
        """Give a picture, if its bytes are there."""
        try:
            with element.open() as opened:
                body = opened.read()
        except (OSError, KeyError, ValueError):
            self.remarks.append(Remark("picture/missing", {"name": alt_of(element.alt_text) or "?"}))
            return []
        name = self.pictures.name(body, element.content_type or "")
        return [Picture(name, alt_of(element.alt_text))] if name else []

    def table(self, element: Any) -> Table | None:
        """Give a table; its first row holds heads where it does not say how many do."""
        rows = [row for row in element.children if isinstance(row, documents.TableRow)]
        made = [
            tuple(self.cell(one) for one in row.children if isinstance(one, documents.TableCell))
            for row in rows
        ]
        heads = 0
        while heads < len(rows) and rows[heads].is_header:
            heads += 1
        return Table(tuple(row for row in made if row), max(heads, 1)) if any(made) else None

    def cell(self, element: Any) -> Cell:
        """Give a cell, which stands as its paragraphs do, if they agree."""
        aligns = {
            _ALIGNS.get(one.alignment or "", "")
            for one in element.children
            if isinstance(one, documents.Paragraph)
        }
        align = aligns.pop() if len(aligns) == 1 else ""
        columns, rows = (min(max(int(span), 1), _MOST_SPAN) for span in (element.colspan, element.rowspan))
        return Cell(self.blocks(element.children), columns, rows, align)

    def notes(self, held: Any) -> tuple[Note, ...]:
        """Give all footnotes and endnotes."""
        found = held._notes.values()
        return tuple(Note(f"{one.note_type}-{one.note_id}", self.blocks(one.body)) for one in found)


def _as(role: str, detail: str, content: Content) -> Any:
    if role == "heading":
        return Heading(int(detail), content)
    if role == "item":
        level, _, number = detail.partition(" ")
        return Item((Paragraph(content),), int(level), int(number) if number else None)
    if role == "part":
        return Part((Paragraph(content),), int(detail))
    if role == "quote":
        return Quote((Paragraph(content),))
    if role == "code":
        return _Lines("".join(one.text if isinstance(one, Run) else "\n" for one in content))
    if role == "caption":
        return Paragraph(
            tuple(
                replace(one, marks=one.marks | Mark.ITALIC) if isinstance(one, Run) else one
                for one in content
            )
        )
    return Paragraph(content)


def _joined(flat: list[Any]) -> list[Flat]:
    """Quotes that follow one another are one, and so are lines of code."""
    made: list[Flat] = []
    for kind, held in groupby(flat, type):
        if kind is Quote:
            made.append(Quote(tuple(block for one in held for block in one.blocks)))
        elif kind is _Lines:
            made.append(Code("\n".join(one.text for one in held)))
        else:
            made += held
    return made


def _marks(run: Any) -> Mark:
    marks = _SHIFTS.get(run.vertical_alignment, Mark.NONE)
    for said, mark in (
        (run.is_bold, Mark.BOLD),
        (run.is_italic, Mark.ITALIC),
        (run.is_strikethrough, Mark.STRUCK),
    ):
        marks |= mark if said else Mark.NONE
    return marks


def _sign(element: Any, around: Run) -> list[Inline]:
    if isinstance(element, documents.Tab):
        return [replace(around, text=" ")]
    if isinstance(element, documents.Break):
        return [Break()] if element.break_type == "line" else [replace(around, text=" ")]
    if isinstance(element, documents.Checkbox):
        return [replace(around, text=_BOXES[bool(element.checked)])]
    return []
