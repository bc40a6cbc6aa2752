"""The walk over a page: text gathers into paragraphs, elements that begin a block end the one before."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from portal.importing.document import (
    Blocks,
    Break,
    Code,
    Content,
    Heading,
    Inline,
    List,
    Mark,
    NoteMark,
    Paragraph,
    PictureFile,
    Quote,
    Rule,
    Run,
    words_of,
)
from portal.importing.fonts import in_unicode
from portal.importing.html.manner import Manner, is_hidden, manner_in, style_of
from portal.importing.html.notes import Notes
from portal.importing.html.pictures import picture_of
from portal.importing.levels import Flat, Item, gathered
from portal.importing.remarks import Remark
from portal.importing.settling import settled
from vietnamese.legacy import Legacy

DEEPEST = 60
"""How deep elements are looked into; what lies deeper is taken as text."""

_NO_TEXT = frozenset({
    "script", "style", "template", "noscript", "head", "meta", "link", "base", "object", "embed", "iframe",
    "svg", "math", "video", "audio", "canvas", "select", "button", "textarea", "input", "map", "datalist",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEVEL = re.compile(r"\blevel([1-9])\b")


@dataclass(slots=True)
class Page:
    """What holds for a whole page: its notes, what links become, and what was found on the way."""

    notes: Notes
    link: Callable[[str], str]
    pictures: list[PictureFile] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    old: int = 0


@dataclass(slots=True)
class Flow:
    """Blocks so far, and the paragraph that is being gathered."""

    page: Page
    depth: int = 0
    blocks: list[Flat] = field(default_factory=list)
    pieces: list[tuple[Inline, Legacy | None]] = field(default_factory=list)

    def words(self, text: str | None, manner: Manner) -> None:
        """Add text."""
        if text:
            self.pieces.append((Run(text, manner.marks, manner.link), manner.encoding))

    def add(self, *blocks: Flat) -> None:
        """End the paragraph, and add blocks."""
        self.flush()
        self.blocks += blocks

    def flush(self) -> None:
        """End the paragraph, if there is one."""
        content = self.content()
        if content:
            self.blocks.append(Paragraph(content))

    def content(self) -> Content:
        """Give what was gathered, in Unicode, and begin anew."""
        pieces, self.pieces = self.pieces, []
        texts = [(one.text if isinstance(one, Run) else "", encoding) for one, encoding in pieces]
        self.page.old += sum(encoding is not None for _, encoding in texts)
        made = in_unicode(texts)
        return settled(
            replace(one, text=text) if isinstance(one, Run) else one
            for (one, _), text in zip(pieces, made, strict=True)
        )

    def inside(self, element: HtmlElement, manner: Manner) -> None:
        """Take what an element holds."""
        self.words(element.text, manner)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child, manner)
            self.words(child.tail, manner)

    def element(self, element: HtmlElement, manner: Manner) -> None:
        """Take an element."""
        style = style_of(element)
        tag = str(element.tag).rpartition(":")[2]
        if tag in _NO_TEXT or is_hidden(element, style) or element in self.page.notes.held:
            return
        if self.depth >= DEEPEST:
            self.words(element.text_content(), manner)
            return
        self.depth += 1
        self.shown(tag, element, style, manner_in(element, style, manner))
        self.depth -= 1

    def shown(self, tag: str, element: HtmlElement, style: dict[str, str], manner: Manner) -> None:
        """Take an element that is to be seen."""
        if tag == "br":
            self.pieces.append((Break(), None))
        elif tag == "img":
            self.picture(element)
        elif tag == "a":
            self.anchor(element, manner)
        elif tag in _INLINE:
            self.inside(element, manner)
        else:
            self.block(tag, element, style, manner)

    def picture(self, element: HtmlElement, caption: str = "") -> None:
        """Take a picture, unless it only counts readers."""
        found = picture_of(element, len(self.page.pictures), caption)
        if found is not None:
            picture, file = found
            self.pieces.append((picture, None))
            self.page.pictures += [file] if file else []

    def anchor(self, element: HtmlElement, manner: Manner) -> None:
        """Take a link, a mark of a note, or a mere place."""
        if element in self.page.notes.back:
            return
        note = self.page.notes.marks.get(element)
        if note is not None:
            self.pieces.append((NoteMark(note), None))
            return
        written = element.get("href") or ""
        target = self.page.link(written)
        if written.strip() and not target and not written.strip().startswith("#"):
            facts = {"target": written.strip()[:200], "text": " ".join(element.text_content().split())[:200]}
            self.page.remarks.append(Remark("link/dropped", facts))
        self.inside(element, replace(manner, link=target or manner.link))

    def block(self, tag: str, element: HtmlElement, style: dict[str, str], manner: Manner) -> None:
        """Take an element that is no part of a paragraph."""
        self.flush()
        level = _LEVEL.search(style.get("mso-list", ""))
        if tag in _HEADINGS:
            self.heading(_HEADINGS[tag], element, manner)
        elif tag in ("ul", "ol", "menu", "dir"):
            self.add(*self.list(element, tag == "ol", manner))
        elif tag == "blockquote":
            self.add(Quote(self.within(element, manner)))
        elif tag == "table":
            from portal.importing.html.tables import table_of

            self.add(*table_of(element, manner, self.within))
        elif tag == "pre":
            self.add(Code(element.text_content().strip("\n")))
        elif tag == "figure":
            self.figure(element, manner)
        elif tag == "hr":
            self.add(Rule())
        elif level:
            self.add(self.word_item(element, int(level[1]), manner))
        else:
            self.inside(
                element, replace(manner, marks=manner.marks | (Mark.BOLD if tag == "dt" else Mark.NONE))
            )
            self.flush()

    def within(self, element: HtmlElement, manner: Manner) -> Blocks:
        """Give what an element holds, as blocks of their own."""
        inner = Flow(self.page, self.depth)
        inner.inside(element, manner)
        inner.flush()
        return gathered(inner.blocks)

    def heading(self, level: int, element: HtmlElement, manner: Manner) -> None:
        """Take a heading; what is no text in it stands below it."""
        flat = self.within(element, manner)
        content = [one for block in flat if isinstance(block, Paragraph) for one in (*block.content, Break())]
        if words_of(content):
            self.add(Heading(level, settled(content)))
        else:
            self.add(*flat)

    def list(self, element: HtmlElement, ordered: bool, manner: Manner) -> Blocks:
        """Give a list; what stands between items belongs to the one before."""
        items: list[Blocks] = []
        for child in element:
            if not isinstance(child.tag, str) or child in self.page.notes.held:
                continue
            if child.tag == "li" or not items:
                style = style_of(child)
                held = self.within(child, manner_in(child, style, manner)) if child.tag == "li" else ()
                items.append(held if child.tag == "li" else self.alone(child, manner))
            else:
                items[-1] = (*items[-1], *self.alone(child, manner))
        kept = tuple(item for item in items if item)
        return (List(kept, ordered, _start(element) if ordered else 1),) if kept else ()

    def alone(self, element: HtmlElement, manner: Manner) -> Blocks:
        """Give one element as blocks."""
        inner = Flow(self.page, self.depth)
        inner.element(element, manner)
        inner.flush()
        return gathered(inner.blocks)

    def figure(self, element: HtmlElement, manner: Manner) -> None:
        """Take a picture with its caption; a figure of anything else, with its caption below."""
        captions = list(element.iter("figcaption"))
        pictures = list(element.iter("img"))
        words = " ".join(" ".join(one.text_content().split()) for one in captions)
        if len(pictures) == 1 and words_without(element, captions) == "":
            self.picture(pictures[0], words)
            self.flush()
            return
        for child in element:
            if isinstance(child.tag, str):
                marks = manner.marks | (Mark.ITALIC if child.tag == "figcaption" else Mark.NONE)
                self.element(child, replace(manner, marks=marks))
        self.flush()

    def word_item(self, element: HtmlElement, level: int, manner: Manner) -> Item:
        """Give a paragraph that Word's HTML calls an item; what it puts for the bullet is hidden."""
        signs = [
            one.text_content().strip()
            for one in element.iter("span")
            if "ignore" in one.get("style", "").lower()
        ]
        digits = re.match(r"[0-9]+(?=[.)])", signs[0]) if signs else None
        return Item(self.within(element, manner), level - 1, int(digits[0]) if digits else None)


def words_without(element: HtmlElement, left_out: "list[HtmlElement]") -> str:
    """Give the words of an element, without those of some within it."""
    texts = element.xpath(".//text()")
    return "".join(
        str(text)
        for text in texts
        if not any(one in left_out for one in text.getparent().iterancestors())
        and text.getparent() not in left_out
    ).strip()


def _start(element: HtmlElement) -> int:
    written = element.get("start", "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else 1
