"""A text from elsewhere as a tree of frozen values, between the readers of foreign forms and the writer."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Flag, auto
from typing import TypeAlias


class Mark(Flag):
    """How words are written. Underlining is not among them: on a page it would look like a link."""

    NONE = 0
    BOLD = auto()
    ITALIC = auto()
    STRUCK = auto()
    RAISED = auto()
    LOWERED = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Words written in one manner; `link` is where they lead, or empty."""

    text: str
    marks: Mark = Mark.NONE
    link: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a note is referred to; `note` is the id of a Note of the document."""

    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the name of its file or its address; alone in a paragraph it is a figure."""

    name: str
    alt: str = ""
    caption: str = ""


Inline: TypeAlias = Run | Break | NoteMark | Picture
Content: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels go from 2, for the title is the first, to 6."""

    level: int
    content: Content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words, notes and pictures that stand together."""

    content: Content


@dataclass(frozen=True, slots=True)
class List:
    """Items, each of its own blocks; a list in an item is one level deeper. `start` is the first number."""

    items: tuple["Blocks", ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `align` is empty, `center` or `right`."""

    blocks: "Blocks"
    colspan: int = 1
    rowspan: int = 1
    align: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first `head` of them headings; a merged cell stands only where it begins."""

    rows: tuple[tuple[Cell, ...], ...]
    head: int = 1

    @property
    def merged(self) -> bool:
        """Whether any cell spans others."""
        return any(cell.colspan > 1 or cell.rowspan > 1 for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Quote:
    """What another said."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that keep their spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block: TypeAlias = Heading | Paragraph | List | Table | Quote | Code | Rule
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote."""

    id: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that came with the text: the name that `Picture.name` says, and its bytes as they came."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text; what its source did not say is empty."""

    blocks: Blocks
    notes: tuple[Note, ...] = ()
    pictures: tuple[PictureFile, ...] = ()
    title: str = ""
    author: str = ""


def words_of(content: Iterable[Inline]) -> str:
    """Give the words of a paragraph or heading, with one space between any two."""
    return " ".join("".join(_words(inline) for inline in content).split())


def _words(inline: Inline) -> str:
    if isinstance(inline, Run):
        return inline.text
    return " " if isinstance(inline, Break) else ""
