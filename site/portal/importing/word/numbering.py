"""Numbers that Word puts before paragraphs, counted as Word counts them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from portal.importing.word.names import value, w
from portal.importing.word.package import Package
from portal.importing.word.styles import Styles

_PLAIN = re.compile(r"%[1-9][.)]?")
_DEEPER_STYLE = re.compile(r"list (?:bullet|number) ([2-5])")
_HOLE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: a bullet, a number that Markdown can count, or words."""

    level: int
    bullet: bool = False
    number: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted."""

    styles: Styles
    abstract: dict[str, etree._Element] = field(default_factory=dict)
    numbers: dict[str, etree._Element] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: etree._Element) -> Label | None:
        """Count a paragraph, and say what stands before it; paragraphs are to be asked in their order."""
        number, level = self._place(paragraph)
        found = self._abstract(number)
        if number is None or found is None or not 0 <= level < 9:
            return None
        key, definition = found
        shown = level or self._level_by_name(paragraph)
        levels = [_level(definition, at) for at in range(level + 1)]
        counts = self._count(number, key, level, levels[level])
        here = levels[level]
        if here.kind == "bullet":
            return Label(shown, bullet=True)
        if here.kind == "decimal" and _PLAIN.fullmatch(here.text.strip()):
            return Label(shown, number=counts[level])
        words = _HOLE.sub(lambda hole: _written(levels, counts, int(hole[1]) - 1), here.text).strip()
        return Label(level, words="" if here.kind == "none" and not words else words)

    def _place(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, or those of its style."""
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        number, level = value(own, "numId"), value(own, "ilvl")
        for style in self.styles.paragraph_chain(paragraph):
            held = style.find(f"{w('pPr')}/{w('numPr')}")
            if number is None and held is not None:
                number = value(held, "numId")
                level = level or value(held, "ilvl") or self._level_of_style(number, style)
        digits = level or "0"
        return (None if number in (None, "0") else number), int(digits) if digits.isdecimal() else 0

    def _level_by_name(self, paragraph: etree._Element) -> int:
        """Word's own styles for deeper lists each have a list of their own, which only looks deeper."""
        found = [_DEEPER_STYLE.fullmatch(name) for name in self.styles.names(paragraph)]
        return next((int(one[1]) - 1 for one in found if one), 0)

    def _level_of_style(self, number: str | None, style: etree._Element) -> str | None:
        found = self._abstract(number)
        for level in () if found is None else found[1].iterchildren(w("lvl")):
            if value(level, "pStyle") == style.get(w("styleId")):
                return level.get(w("ilvl"))
        return None

    def _abstract(self, number: str | None, links: int = 3) -> tuple[str, etree._Element] | None:
        key = value(self.numbers.get(number or ""), "abstractNumId")
        found = self.abstract.get(key or "")
        linked = value(found, "numStyleLink")
        if linked and links:
            style = self.styles.known.get(linked)
            held = None if style is None else style.find(f"{w('pPr')}/{w('numPr')}")
            return self._abstract(value(held, "numId"), links - 1)
        return None if key is None or found is None else (key, found)

    def _count(self, number: str, key: str, level: int, here: _Level) -> dict[int, int]:
        counts = self.counts.setdefault(key, {})
        override = self._override(number, level)
        if override is not None and (number, level) not in self.begun:
            counts[level] = override
        else:
            counts[level] = counts[level] + 1 if level in counts else here.start
        self.begun.add((number, level))
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return counts

    def _override(self, number: str, level: int) -> int | None:
        for one in self.numbers[number].iterchildren(w("lvlOverride")):
            if one.get(w("ilvl")) == str(level):
                return _whole(value(one, "startOverride"), None)
        return None


def numbering_of(package: Package, styles: Styles) -> Numbering:
    """Read the lists of a package; one without any has none."""
    root = package.tree("/numbering.xml")
    made = Numbering(styles)
    for one in () if root is None else root:
        if one.tag == w("abstractNum"):
            made.abstract[one.get(w("abstractNumId")) or ""] = one
        elif one.tag == w("num"):
            made.numbers[one.get(w("numId")) or ""] = one
    return made


def _level(definition: etree._Element, level: int) -> _Level:
    for one in definition.iterchildren(w("lvl")):
        if one.get(w("ilvl"), "0") == str(level):
            kind, text = value(one, "numFmt") or "decimal", value(one, "lvlText") or ""
            return _Level(kind, text, _whole(value(one, "start"), 1) or 0)
    return _Level("bullet", "", 1)


def _whole(written: str | None, otherwise: int | None) -> int | None:
    return int(written) if written and written.isascii() and written.isdecimal() else otherwise


def _written(levels: list[_Level], counts: dict[int, int], level: int) -> str:
    if level >= len(levels):
        return ""
    number = min(counts.get(level, levels[level].start), _MOST)
    return _FORMS.get(levels[level].kind, str)(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def _roman(number: int) -> str:
    made = ""
    for worth, letters in (*_ROMAN, *_ROMAN_LOW):
        made += letters * (number // worth)
        number %= worth
    return made or "0"


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
