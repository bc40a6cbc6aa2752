"""What mammoth does not know is settled in the XML before it reads: old fonts, styles, numbers, fields.

What a paragraph is, is told by a bookmark in it, which mammoth hands on: see `Told`.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from portal.importing.fonts import in_unicode
from portal.importing.word.names import CHOICES, DRAWING, MATH, SHAPES, replaced, switched, value, w
from portal.importing.word.numbering import Label, Numbering, numbering_of
from portal.importing.word.package import Package
from portal.importing.word.styles import Styles, is_on, styles_of

MARK = "cong-tin:"
"""With this begins the name of a bookmark that tells what a paragraph is."""

_TEXT_PARTS = ("/document.xml", "/footnotes.xml", "/endnotes.xml")
_UNWRAPPED = [w(name) for name in ("fldSimple", "dir", "bdo", "smartTag", "customXml")]
_EMPHASIS = ("b", "i", "strike")
_HEADING = re.compile(r"heading ([1-9])")
_ROLES = {
    "title": "title",
    "quote": "quote",
    "intense quote": "quote",
    "caption": "caption",
    "html preformatted": "code",
    "preformatted text": "code",
}
_TABLE_OF_CONTENTS = re.compile(r"toc \d|toc heading|table of figures|contents \d|contents heading")
_DEEP_FORMS = ("chart", "relIds", "wgp")


@dataclass(slots=True)
class Told:
    """What was found on the way: pieces of old text by encoding, and what could not be taken."""

    old: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    changes: int = 0


def settle(package: Package) -> Told:
    """Settle all parts with text, the body first, and say what was found."""
    told = Told()
    styles = styles_of(package)
    numbering = numbering_of(package, styles)
    for ending in _TEXT_PARTS:
        root = package.tree(ending)
        if root is not None:
            _Settling(root, styles, numbering, told).all()
    return told


@dataclass(slots=True)
class _Settling:
    """One part that is being settled."""

    root: etree._Element
    styles: Styles
    numbering: Numbering
    told: Told

    def all(self) -> None:
        self.choose()
        self.drop_what_is_not_text()
        self.unwrap()
        self.flatten_formulas()
        self.say_emphasis_and_fonts()
        for paragraph in list(self.root.iter(w("p"))):
            self.say_what_it_is(paragraph)

    def choose(self) -> None:
        """Of alternatives mammoth takes the old form, which some programs do not write."""
        for choice in list(self.root.iter(f"{CHOICES}AlternateContent")):
            fallback = choice.find(f"{CHOICES}Fallback")
            first = choice.find(f"{CHOICES}Choice")
            if (fallback is None or not len(fallback)) and first is not None:
                replaced(choice, list(first))
        for drawing in list(self.root.iter(w("drawing"))):
            boxes = list(drawing.iter(w("txbxContent")))
            if boxes:
                replaced(drawing, [_old_box(box) for box in boxes])

    def drop_what_is_not_text(self) -> None:
        self.told.changes += sum(1 for _ in self.root.iter(w("ins"), w("del"), w("moveFrom")))
        for run in list(self.root.iter(w("r"))):
            if switched(run.find(w("rPr")), "vanish") or switched(run.find(w("rPr")), "webHidden"):
                self.told.dropped["hidden"] += any((text.text or "").strip() for text in run.iter(w("t")))
                replaced(run, [])
        for block in list(self.root.iter(w("sdt"))):
            gallery = value(block, "sdtPr/docPartObj/docPartGallery") or ""
            if gallery.lower() == "table of contents":
                self.told.dropped["contents"] += 1
                replaced(block, [])
        self.told.dropped["comments"] += sum(1 for _ in self.root.iter(w("commentReference")))
        for data in self.root.iter(f"{DRAWING}graphicData"):
            self.told.dropped["drawing"] += not any(True for _ in data.iter(f"{DRAWING}blip"))

    def unwrap(self) -> None:
        for wrapper in list(self.root.iter(*_UNWRAPPED)):
            replaced(wrapper, [child for child in wrapper if not str(child.tag).endswith("Pr")])
        for end in list(self.root.iter(w("cr"))):
            end.tag = w("br")
        for tab in list(self.root.iter(w("ptab"))):
            tab.tag = w("tab")

    def flatten_formulas(self) -> None:
        for formula in list(self.root.iter(f"{MATH}oMath")):
            self.told.dropped["formula"] += 1
            text = "".join(part.text or "" for part in formula.iter(f"{MATH}t"))
            parent = formula.getparent()
            wrapper = parent if parent is not None and parent.tag == f"{MATH}oMathPara" else formula
            replaced(wrapper, [_run(text)])

    def say_emphasis_and_fonts(self) -> None:
        for paragraph, runs in groupby(list(self.root.iter(w("r"))), _paragraph_of):
            pieces = []
            for run in runs:
                properties = self.styles.run_properties(run, paragraph)
                encoding = self.styles.encoding(properties)
                _say_emphasis(run, properties)
                if encoding:
                    _spell_out(run)
                pieces += [(text, encoding) for text in run.iterchildren(w("t"))]
            made = in_unicode([(text.text or "", encoding) for text, encoding in pieces])
            for (text, encoding), new in zip(pieces, made, strict=True):
                self.told.old[encoding.value if encoding else ""] += (text.text or "") != new
                text.text = new

    def say_what_it_is(self, paragraph: etree._Element) -> None:
        """Put a bookmark at the beginning, and the words of a number before the text."""
        names = self.styles.names(paragraph)
        if any(_TABLE_OF_CONTENTS.fullmatch(name) for name in names[:1]):
            self.told.dropped["contents"] += 1
            replaced(paragraph, [])
            return
        label = self.numbering.label(paragraph)
        level = self.outline(paragraph, names)
        role = next((_ROLES[name] for name in names if name in _ROLES), "")
        said = f"heading {level}" if level else role
        if not said and label and (label.bullet or label.number is not None):
            said = f"item {label.level} {'' if label.number is None else label.number}"
        elif label:
            _put_before(paragraph, _words(label))
            said = said or (f"part {label.level}" if label.words else "")
        if said:
            _bookmark(paragraph, said)
        for numbered in paragraph.findall(f"{w('pPr')}/{w('numPr')}"):
            replaced(numbered, [])

    def outline(self, paragraph: etree._Element, names: list[str]) -> int:
        """The level of a heading from 1, or 0: by the names of its styles, or by the level in the outline."""
        for name in names:
            found = _HEADING.fullmatch(name)
            if found:
                return int(found[1])
        said = [paragraph, *self.styles.paragraph_chain(paragraph)]
        levels = [level for one in said if (level := value(one, "pPr/outlineLvl"))]
        return int(levels[0]) + 1 if levels and levels[0] in "012345678" else 0


def _paragraph_of(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(w("p")), None)


def _say_emphasis(run: etree._Element, properties: list[etree._Element]) -> None:
    own = run.find(w("rPr"))
    if own is None:
        own = etree.Element(w("rPr"))
        run.insert(0, own)
    on = [name for name in _EMPHASIS if is_on(properties, name)]
    if is_on(properties, "dstrike"):
        on.append("strike")
    for name in _EMPHASIS:
        for said in own.findall(w(name)):
            own.remove(said)
    for name in on:
        etree.SubElement(own, w(name))
    if own.find(w("vertAlign")) is None:
        shift = next((found for one in properties if (found := value(one, "vertAlign"))), None)
        if shift:
            etree.SubElement(own, w("vertAlign")).set(w("val"), shift)


def _spell_out(run: etree._Element) -> None:
    """Under old fonts a soft hyphen, a symbol and a hyphen that breaks no line are letters."""
    for child in list(run):
        letter = ""
        if child.tag == w("softHyphen"):
            letter = "\u00ad"
        elif child.tag == w("noBreakHyphen"):
            letter = "-"
        elif child.tag == w("sym"):
            letter = _symbol(child.get(w("char")) or "")
        if letter:
            text = etree.Element(w("t"))
            text.text = letter
            replaced(child, [text])


def _symbol(code: str) -> str:
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{2,4}", code) and int(code, 16) >= 0x20 else ""


def _words(label: Label) -> str:
    if label.number is not None:
        return f"{label.number}. "
    return f"{label.words} " if label.words else ""


def _old_box(content: etree._Element) -> etree._Element:
    """A box of text in the form of old Word, which mammoth reads."""
    picture = etree.Element(w("pict"))
    etree.SubElement(picture, f"{SHAPES}textbox").append(content)
    return picture


def _run(text: str) -> etree._Element:
    run = etree.Element(w("r"))
    etree.SubElement(run, w("t")).text = text
    return run


def _put_before(paragraph: etree._Element, words: str) -> None:
    """Words are written as the first run of the text is."""
    first = next(paragraph.iter(w("r")), None)
    properties = None if first is None else first.find(w("rPr"))
    if words and first is not None:
        run = _run(words)
        if properties is not None:
            run.insert(0, etree.fromstring(etree.tostring(properties)))
        paragraph.insert(_begin(paragraph), run)


def _bookmark(paragraph: etree._Element, said: str) -> None:
    mark = etree.Element(w("bookmarkStart"))
    mark.set(w("name"), f"{MARK}{said}")
    paragraph.insert(_begin(paragraph), mark)


def _begin(paragraph: etree._Element) -> int:
    return 1 if len(paragraph) and paragraph[0].tag == w("pPr") else 0
