"""The text of articles and pages: links and pictures in it get their addresses, faults their places."""

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.model.text import Body, Heading, Html, Link
from portal.readers.addresses import address_of
from portal.readers.desk import Desk, Where, hint
from portal.readers.guarding import guard_alt, guard_headings, guard_notes
from portal.readers.quoted import quotes_of
from portal.source.front_matter import Document
from portal.source.markdown import Rendered, TextPicture, TooComplex, render

if TYPE_CHECKING:
    from portal.source.pictures import Prepared

_SCHEMES = ("http", "https", "mailto", "tel")
_UNSAFE = re.compile(r"[\x00-\x20\\]")
_OWN_ANCHOR = re.compile(r"\(#([\w-]+)\)")
_FILE_NAME = re.compile(r"[\w .()-]+\.(?:png|jpe?g|webp|gif|svg|bmp|tiff?)", re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    desk: Desk
    file: str
    document: Document
    links: list[Link] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def where(self, target: str) -> Where:
        """Where a target is written, the next time it stands there."""
        body = self.document.body
        begin = self.seen.get(target, 0)
        found = max(body.find(f"({target}", begin), body.find(f"<{target}", begin))
        found = found + 1 if found >= 0 else max(body.find(target, begin), 0)
        self.seen[target] = found + 1
        return partial(self.document.source.at, self.document.body_start + found, len(target))

    def link(self, target: str) -> str:
        where = self.where(target)
        written, _, anchor = target.partition("#")
        scheme = _scheme(target)
        if scheme:
            if scheme not in _SCHEMES:
                self.desk.say("link/not-allowed", where(), target=target)
            return target
        address = written if written.startswith("/") else self._file(written, target, where)
        if address is None:
            return target
        whole = f"{address}#{anchor}" if anchor else address
        at = where()
        self.links.append(Link(whole, at.file, at.line, at.column, at.width, at.excerpt))
        return whole

    def _file(self, written: str, target: str, where: Where) -> str | None:
        path = self.desk.folder.beside(self.file, written)
        address = address_of(path) if path in self.desk.folder.names else None
        if path:
            self.desk.named.add(path)
        if path is None or address is None:
            names = [file.rpartition("/")[2] for file in self.desk.folder.files if file.endswith(".md")]
            self.desk.say("link/dead", where(), target=target, hint=hint(written.rpartition("/")[2], names))
        return address

    def picture(self, target: str) -> TextPicture | None:
        where = self.where(target)
        made = self.desk.picture(self.file, target, where)
        if made is None:
            return None
        guard_notes(self.desk, target, made.notes, where)
        return _text_picture(self.desk, made)


def _scheme(target: str) -> str:
    if target.startswith("//") or _UNSAFE.search(target):
        return "unsafe"
    try:
        return urlsplit(target).scheme if ":" in target else ""
    except ValueError:
        return "unsafe"


def _text_picture(desk: Desk, made: "Prepared") -> TextPicture:
    value = desk.picture_value(made, "", "", "")
    return TextPicture(value.fallback.address, value.width, value.height, value.srcset)


def read_body(desk: Desk, file: str, document: Document, language: str) -> Body:
    """Render the text of a document; what is wrong in it is said at its place."""
    reading = _Reading(desk, file, document)
    try:
        quotes = quotes_of(desk, document, language)
        done = quotes.put_in(render(quotes.body, language, reading.link, reading.picture))
    except TooComplex as error:
        at = document.source.at(document.body_start + max(document.body.find(error.sign), 0))
        desk.say("text/too-complex", at, sign=error.sign, count=str(error.count))
        return Body(Html(""), "")
    if not done.plain and not done.pictures:
        desk.say("text/empty", document.source.at(document.body_start))
    _check_pictures(reading, done)
    _check_headings(reading, done)
    guard_headings(desk, document, done)
    if "(#" in document.body:
        _check_own_anchors(reading, done)
    headings = tuple(Heading(*found) for found in done.headings)
    links, words = (*reading.links, *quotes.links), count_words(done.plain)
    anchors, quoted = frozenset(done.anchors), tuple(quotes.cells)
    return Body(Html(done.html), done.plain, headings, anchors, links, words, quoted)


def count_words(text: str) -> int:
    """The number of words separated by white space, as Python splits them."""
    # A space is the only white space that is printable; where each stands alone, they need no splitting.
    if text.isprintable() and text.strip(" ") == text != "" and "  " not in text:
        return text.count(" ") + 1
    return len(text.split())


def _check_pictures(reading: _Reading, done: Rendered) -> None:
    reading.seen.clear()
    for target, alt in done.pictures:
        check_alt(reading.desk, target, alt, reading.where(target))


def check_alt(desk: Desk, name: str, alt: str, where: Where) -> None:
    """A picture says what is to be seen (WCAG 1.1.1): not nothing, not its file's name."""
    if not alt.strip():
        desk.say("picture/no-alt", where(), name=name)
    elif _FILE_NAME.fullmatch(alt.strip()):
        desk.say("picture/alt-is-file-name", where(), alt=alt.strip())
    else:
        guard_alt(desk, alt, where)


def _check_own_anchors(reading: _Reading, done: Rendered) -> None:
    """A link to a part of its own text leads to a part that is there."""
    body = reading.document.body
    for anchor in dict.fromkeys(_OWN_ANCHOR.findall(body)):
        # A target in quoted code is no link; every page has a top.
        if anchor != "top" and f'href="#{anchor}"' in done.html and f'id="{anchor}"' not in done.html:
            place = reading.document.body_start + body.find(f"(#{anchor})") + 1
            at = reading.document.source.at(place, len(anchor) + 1)
            known = ", ".join(f"#{known}" for _, known, _ in done.headings) or "—"
            own = address_of(reading.file) or ""
            reading.desk.say("link/no-anchor", at, target=own, anchor=anchor, known=known)


def _check_headings(reading: _Reading, done: Rendered) -> None:
    document = reading.document
    for level, _, words in done.headings:
        if level == 1:
            found = re.search(r"^#\s", document.body, re.MULTILINE)
            start = document.body_start + (found.start() if found else 0)
            reading.desk.say("heading/first-level", document.source.at(start), text=words)
