"""How words in HTML are written: by elements, by style sheets in attributes, by fonts."""

import re
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from portal.importing.document import Mark
from vietnamese.legacy import Legacy, encoding_of_font

_MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "cite": Mark.ITALIC,
    "dfn": Mark.ITALIC,
    "var": Mark.ITALIC,
    "s": Mark.STRUCK,
    "strike": Mark.STRUCK,
    "del": Mark.STRUCK,
    "sup": Mark.RAISED,
    "sub": Mark.LOWERED,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
}
_STYLES = (
    ("font-weight", re.compile(r"bold(er)?|[6-9]00"), Mark.BOLD),
    ("font-style", re.compile("italic|oblique"), Mark.ITALIC),
    ("text-decoration", re.compile("line-through"), Mark.STRUCK),
    ("vertical-align", re.compile("super"), Mark.RAISED),
    ("vertical-align", re.compile("sub"), Mark.LOWERED),
)
_UNMARKED = (
    ("font-weight", re.compile("normal|lighter|[1-4]00"), Mark.BOLD),
    ("font-style", re.compile("normal"), Mark.ITALIC),
)


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for words at a place: marks, where they lead, what encoding their font promises."""

    marks: Mark = Mark.NONE
    link: str = ""
    encoding: Legacy | None = None


def style_of(element: HtmlElement) -> dict[str, str]:
    """Give the declarations of the attribute `style`, names and values in lower case but for fonts."""
    declared = [part.partition(":") for part in element.get("style", "").split(";")]
    styles = {name.strip().lower(): value.strip() for name, _, value in declared}
    return {name: value if "font-family" in name else value.lower() for name, value in styles.items()}


def is_hidden(element: HtmlElement, style: dict[str, str]) -> bool:
    """Whether a browser would not show it."""
    return (
        element.get("hidden") is not None
        or style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or style.get("mso-list") == "ignore"
    )


def manner_in(element: HtmlElement, style: dict[str, str], around: Manner) -> Manner:
    """Give how words in an element are written, whose surroundings are written in another manner."""
    marks = around.marks | _MARKS.get(str(element.tag), Mark.NONE)
    for name, value, mark in _STYLES:
        if value.search(style.get(name, "")):
            marks |= mark
    for name, value, mark in _UNMARKED:
        if value.search(style.get(name, "")):
            marks &= ~mark
    font = style.get("font-family") or element.get("face") or ""
    encoding = encoding_of_font(font.split(",")[0].strip(" '\"")) if font else around.encoding
    return replace(around, marks=marks, encoding=encoding)
