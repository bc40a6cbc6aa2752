"""What a rendered text is, and what is asked of those who know its links and pictures."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from vietnamese.addresses import slugify

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class TextPicture:
    """What a picture in a text becomes: sources of other sizes, one fallback and its measures in pixels."""

    src: str
    width: int
    height: int
    srcset: str = ""


@dataclass(slots=True)
class Rendered:
    """A rendered text. Headings are `(level, anchor, words)`; links and pictures as written, in order."""

    html: str = ""
    plain: str = ""
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)


Resolve = Callable[[str], str]
Place = Callable[[str], TextPicture | None]

TABLE_LABEL = {"vi": "Bảng {}, cuộn ngang để xem hết", "en": "Table {}, scroll sideways to see all"}
"""What a screen reader calls the box of a text's n-th table, by language."""

FIGURE_SIZES = "(min-width: 68rem) 42rem, (min-width: 64rem) calc(100vw - 26rem), min(42rem, 100vw - 2rem)"
"""How wide a picture of a text is shown: the value of `sizes`."""


def anchor_of(words: str) -> str:
    """Give the anchor of a heading, before a number makes it the only one in its text."""
    return slugify(words) or "muc"


def plain_of(markup: str) -> str:
    """Give the words of clean markup, with one space between any two."""
    words = " ".join(_TAG.sub(" ", markup).split())
    # A space that an entity stands for is kept between words.
    return html.unescape(words).strip() if "&" in words else words
