"""Styles of a document: what holds for a run or a paragraph that does not say it itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from portal.importing.word.names import DRAWING, switched, value, w
from portal.importing.word.package import Package
from vietnamese.legacy import Legacy, encoding_of_font

_DEEPEST = 20


@dataclass(slots=True)
class Styles:
    """Styles by their ids, what holds where none says anything, and the fonts of the theme."""

    known: dict[str, etree._Element] = field(default_factory=dict)
    default_run: etree._Element | None = None
    default_paragraph: str = ""
    theme: dict[str, str] = field(default_factory=dict)

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """Give a style and those that it is based on, nearest first."""
        for _ in range(_DEEPEST):
            found = self.known.get(style or "")
            if found is None:
                return
            yield found
            style = value(found, "basedOn")

    def run_properties(self, run: etree._Element, paragraph: etree._Element | None) -> list[etree._Element]:
        """Give all that says how a run is written, nearest first."""
        own = run.find(w("rPr"))
        styles = [*self.chain(value(own, "rStyle")), *self.paragraph_chain(paragraph)]
        said = [own, *(style.find(w("rPr")) for style in styles), self.default_run]
        return [one for one in said if one is not None]

    def paragraph_chain(self, paragraph: etree._Element | None) -> Iterator[etree._Element]:
        """Give the styles of a paragraph, nearest first."""
        own = None if paragraph is None else value(paragraph, "pPr/pStyle")
        return self.chain(own if own in self.known else self.default_paragraph)

    def names(self, paragraph: etree._Element) -> list[str]:
        """Give the names of a paragraph's styles in lower case, nearest first."""
        return [(value(style, "name") or "").lower() for style in self.paragraph_chain(paragraph)]

    def encoding(self, properties: list[etree._Element]) -> Legacy | None:
        """Give the encoding that the font of a run promises: of letters beyond ASCII first."""
        for script in ("hAnsi", "ascii"):
            found = encoding_of_font(self._font(properties, script))
            if found:
                return found
        return None

    def _font(self, properties: list[etree._Element], script: str) -> str:
        for one in properties:
            theme = value(one, "rFonts", f"{script}Theme")
            name = self.theme.get(theme, "") if theme else value(one, "rFonts", script)
            if name:
                return name
        return ""


def is_on(properties: list[etree._Element], name: str) -> bool:
    """Say whether the nearest that speaks of a property switches it on."""
    return next((said for one in properties if (said := switched(one, name)) is not None), False)


def styles_of(package: Package) -> Styles:
    """Read the styles of a package; one without any has none."""
    root = package.tree("/styles.xml")
    made = Styles(theme=_theme(package.tree("/theme1.xml")))
    for style in () if root is None else root.iterchildren(w("style")):
        name = style.get(w("styleId")) or ""
        made.known[name] = style
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
            made.default_paragraph = name
    if root is not None:
        made.default_run = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    return made


def _theme(root: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        latin = None if root is None else root.find(f".//{DRAWING}{kind}Font/{DRAWING}latin")
        for script in ("HAnsi", "Ascii"):
            found[f"{kind}{script}"] = "" if latin is None else latin.get("typeface", "")
    return found
