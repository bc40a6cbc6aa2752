"""Any Markdown, by Python-Markdown and nh3."""

import re
import xml.etree.ElementTree as etree
from functools import cache, partial

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from portal.source.markdown.complexity import MOST_NESTING, TooComplex
from portal.source.markdown.lean import Contents, make_lean
from portal.source.markdown.rendered import (
    FIGURE_SIZES,
    TABLE_LABEL,
    Place,
    Rendered,
    Resolve,
    TextPicture,
    anchor_of,
    plain_of,
)

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
}
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
    "a": {"href", "rel", "role", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "source": {"srcset", "sizes", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "div": {"role", "tabindex", "aria-label"},
}
# A word ending in `id` is none; that is looked at last, for a search for fixed letters is five times quicker.
_ANCHOR = re.compile(r'id="(?<!\wid=")([^"]+)"')
# A table in no box, and with no other in it.
_BARE_TABLE = re.compile(r'(?<!tabindex="0">)<table\b(?:(?!</?table\b).)*</table>', re.DOTALL)
_BACK = {"vi": "Quay lại chú thích {} trong bài", "en": "Back to note {} in the text"}


def render_by_engine(text: str, language: str, link: Resolve, picture: Place) -> Rendered:
    """Render any text; raises TooComplex where it nests too deep for the engine."""
    engine, pass_ = _engine(language)
    engine.reset()
    pass_.begin(link, picture)
    try:
        raw = engine.convert(text)
    except RecursionError:
        raise TooComplex(">", MOST_NESTING) from None
    done = pass_.done
    done.html = nh3.clean(
        raw, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto", "tel"}
    )
    done.html = _BARE_TABLE.sub(partial(_boxed, pass_, language), done.html)
    done.plain = plain_of(done.html)
    done.anchors = set(_ANCHOR.findall(done.html))
    return done


def _boxed(pass_: "_Pass", language: str, found: re.Match[str]) -> str:
    """A table that was written in HTML scrolls by itself as the others do."""
    pass_.tables += 1
    label = TABLE_LABEL[language].format(pass_.tables)
    return f'<div aria-label="{label}" class="table" role="region" tabindex="0">{found[0]}</div>'


class _Pass(Treeprocessor):
    """One walk over the element tree: targets, pictures, headings, tables."""

    def __init__(self, md: Markdown, language: str) -> None:
        super().__init__(md)
        self.language = language
        self.done = Rendered()
        self.tables = 0

    def begin(self, link: Resolve, picture: Place) -> None:
        self.link, self.picture, self.done = link, picture, Rendered()
        self.tables = 0

    def run(self, root: etree.Element) -> None:
        self._walk(root)

    def _walk(self, parent: etree.Element) -> None:
        for place, element in enumerate(list(parent)):
            if element.tag == "table":
                parent[place] = self._table(element)
            elif element.tag == "p" and _is_figure(element):
                parent[place] = self._figure(element)
                continue
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "a":
                self._link(element)
            elif element.tag in _HEADINGS:
                self._heading(element)
            self._walk(element)

    def _link(self, element: etree.Element) -> None:
        target = element.get("href", "")
        if not target.startswith("#"):
            self.done.links.append(target)
            found = self.link(target)
            element.set("href", found)
            if found.startswith(("http://", "https://")):
                element.set("rel", "external")

    def _heading(self, element: etree.Element) -> None:
        words = "".join(element.itertext()).strip()
        self.done.headings.append((int(element.tag[1]), element.get("id", ""), words))

    def _picture(self, element: etree.Element) -> TextPicture | None:
        written, alt = element.get("src", ""), element.get("alt", "")
        self.done.pictures.append((written, alt))
        found = self.picture(written)
        if found:
            element.set("src", found.src)
            element.set("width", str(found.width))
            element.set("height", str(found.height))
            element.set("loading", "lazy")
            element.set("decoding", "async")
        return found

    def _figure(self, paragraph: etree.Element) -> etree.Element:
        image = paragraph[0]
        found = self._picture(image)
        figure = etree.Element("figure", {"class": "picture"})
        figure.tail = paragraph.tail
        image.tail = None
        held: etree.Element = figure
        if found and found.srcset:
            held = etree.SubElement(figure, "picture")
            etree.SubElement(
                held,
                "source",
                {"type": "image/webp", "srcset": found.srcset, "sizes": FIGURE_SIZES},
            )
        held.append(image)
        caption = image.attrib.pop("title", "")
        if caption:
            etree.SubElement(figure, "figcaption").text = caption
        return figure

    def _table(self, table: etree.Element) -> etree.Element:
        """Let a wide table scroll by itself, by keyboard too (WCAG 1.4.10, 2.1.1); classes, no styles."""
        for cell in table.iter():
            style = cell.attrib.pop("style", "")
            if "right" in style:
                cell.set("class", "right")
            if "center" in style:
                cell.set("class", "center")
            if cell.tag == "th":
                cell.set("scope", "col")
        # Two regions of one page need two names.
        self.tables += 1
        label = TABLE_LABEL[self.language].format(self.tables)
        box = etree.Element("div", {"class": "table", "role": "region", "tabindex": "0", "aria-label": label})
        box.tail, table.tail = table.tail, None
        box.append(table)
        return box


def _is_figure(paragraph: etree.Element) -> bool:
    return (
        len(paragraph) == 1
        and paragraph[0].tag == "img"
        and not (paragraph.text or "").strip()
        and not (paragraph[0].tail or "").strip()
    )


class _PassExtension(Extension):
    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:
        self.made = _Pass(md, self.language)
        # After inline text and toc, before the tree is written out.
        md.treeprocessors.register(self.made, "cong-tin", 4)


@cache
def _engine(language: str) -> tuple[Markdown, _Pass]:
    """One engine a language: making one costs as much as a hundred articles."""
    own = _PassExtension(language)
    engine = Markdown(
        extensions=[
            "tables",
            "footnotes",
            Contents(slugify=lambda words, _: anchor_of(words)),
            "attr_list",
            "admonition",
            "def_list",
            "abbr",
            "sane_lists",
            own,
        ],
        extension_configs={
            "footnotes": {"BACKLINK_TITLE": _BACK[language], "BACKLINK_TEXT": "↩"},
        },
        output_format="html",
    )
    make_lean(engine)
    return engine, own.made
