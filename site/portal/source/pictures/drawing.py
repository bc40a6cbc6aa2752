"""Drawings (SVG), written anew from what is known to be harmless.

What only programs need goes in silence: comments, notes, links, elements and attributes of editors. What
could run code, fetch something or move is refused: without it the drawing might show something else, and no
honest drawing of a news text has it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from portal.source.pictures.bounds import MOST_DRAWING, UNREADABLE, Refused
from portal.source.pictures.made import Encoded

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "http://www.w3.org/1999/xlink href"
_XML_SPACE = "http://www.w3.org/XML/1998/namespace space"
_DRAWN = frozenset([
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "textPath", "style", "clipPath", "mask", "pattern", "marker",
    "linearGradient", "radialGradient", "stop", "filter", "feBlend", "feColorMatrix", "feFlood",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
    "feSpotLight", "feTile", "feTurbulence",
])  # fmt: skip
_UNWRAPPED = frozenset(["a", "switch"])
_ACTIVE = frozenset([
    "script", "foreignobject", "iframe", "object", "embed", "image", "feimage", "animate", "animatemotion",
    "animatetransform", "animatecolor", "set", "discard", "audio", "video", "canvas", "handler", "listener",
    "link", "meta", "base",
])  # fmt: skip
_RUNNING = (_SVG, "http://www.w3.org/1999/xhtml", "")
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_FETCHES = re.compile(
    r"url\((?!\s*[\"']?\s*#)|@(?!media\b)|\\|javascript:|expression\(|(?:image|image-set|src|cross-fade)\(",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_LARGEST = 10_000  # pixels
_DEEPEST = 100  # elements in one another


def clean(data: bytes) -> Encoded:
    """Write a drawing anew; raises Refused for what is none, is active, or does not say how large it is."""
    cleaner = _Cleaner()
    try:
        cleaner.parse(data)
    except expat.ExpatError as error:
        raise Refused(UNREADABLE) from error
    return Encoded("svg", *cleaner.size, "".join(cleaner.made).encode())


@dataclass(slots=True)
class _Cleaner:
    """One pass over the parser's events; nothing of what is read is kept but what is written."""

    made: list[str] = field(default_factory=list)
    size: tuple[int, int] = (0, 0)
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate("utf-8", " "))
    # The name under which each open element is written, and its id; of what is left out, nothing.
    open: list[tuple[str, str]] = field(default_factory=list)
    skipped: int = 0
    used: set[str] = field(default_factory=set)
    using: set[str] = field(default_factory=set)
    style: list[str] = field(default_factory=list)

    def parse(self, data: bytes) -> None:
        parser = self.parser
        parser.buffer_text = parser.ordered_attributes = True
        parser.buffer_size = MOST_DRAWING
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)
        if not self.used.isdisjoint(self.using):
            # Each level of it draws ten times what the one below draws.
            self._refuse("use → use")

    def _doctype(self, name: str, system: str | None, public: str | None, has_own: int) -> None:
        if has_own:
            self._refuse("<!DOCTYPE [")

    def _start(self, name: str, flat: list[str]) -> None:
        space, _, local = name.rpartition(" ")
        if space in _RUNNING and local.lower() in _ACTIVE:
            self._refuse(f"<{local}>")
        if len(self.open) + self.skipped >= _DEEPEST:
            self._refuse(f"<{local}> × {_DEEPEST}")
        if not self.open and (space, local) != (_SVG, "svg"):
            raise Refused(UNREADABLE)
        if self.skipped or space != _SVG or local not in _DRAWN | _UNWRAPPED or self._is_style():
            self.skipped += 1
        elif local in _UNWRAPPED:
            self.open.append(("", ""))
        else:
            given = dict(zip(flat[::2], flat[1::2], strict=True))
            self._check(given)
            self._write(local, given)

    def _is_style(self) -> bool:
        return bool(self.open) and self.open[-1][0] == "style"

    def _check(self, given: Mapping[str, str]) -> None:
        for attribute, value in given.items():
            if attribute.lower().startswith("on"):
                self._refuse(f"{attribute}=")
            if attribute in ("href", _XLINK_HREF) and not value.strip().startswith("#"):
                self._refuse(f"href={_shortened(value)}")
            if "(" in value or attribute == "style":
                self._check_style(value)

    def _check_style(self, text: str) -> None:
        found = _FETCHES.search(text)
        if found:
            self._refuse(_shortened(text[found.start() :]))

    def _write(self, local: str, given: dict[str, str]) -> None:
        if not self.open:
            given = self._measured(given)
        own = {self._name(key): value for key, value in given.items()}
        own.pop("", None)
        if local == "use":
            self.used.add(own.get("href", "").strip().removeprefix("#"))
            self.using.update(id for _, id in self.open if id)
        elif local == "style":
            own = {}
        self.open.append((local, own.get("id", "")))
        said = "".join(f' {key}="{_quoted(value)}"' for key, value in own.items())
        self.made.append(f"<{local}{said}>")

    def _name(self, attribute: str) -> str:
        """How an attribute is written; not at all where it is an editor's own."""
        if attribute == _XLINK_HREF:
            return "href"
        if attribute == _XML_SPACE:
            return "xml:space"
        return attribute if _PLAIN.fullmatch(attribute) else ""

    def _measured(self, given: dict[str, str]) -> dict[str, str]:
        """The attributes of the whole drawing, with its measures and what they show of it."""
        box = [float(part) for part in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)", given.get("viewBox", ""))[:4]]
        own = _pixels(given.get("width", "")), _pixels(given.get("height", ""))
        width, height = own if all(own) else (box[2], box[3]) if len(box) == 4 else (0, 0)
        self.size = round(width), round(height)
        if not all(1 <= side <= _LARGEST for side in self.size):
            raise Refused("picture/drawing-without-size")
        shown = given.get("viewBox") or f"0 0 {width:g} {height:g}"
        size = {"width": str(self.size[0]), "height": str(self.size[1]), "viewBox": shown}
        return {"xmlns": _SVG, **given, **size}

    def _end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        written, _ = self.open.pop()
        if written == "style":
            # A comment may part a word, so it is taken out before the text is looked at.
            text = _STYLE_COMMENT.sub("", "".join(self.style))
            self._check_style(text)
            self.made.append(escape(text, quote=False))
            self.style.clear()
        if written:
            self.made.append(f"</{written}>")

    def _text(self, text: str) -> None:
        if not self.skipped and self.open:
            if self._is_style():
                self.style.append(text)
            else:
                self.made.append(escape(text, quote=False))

    def _refuse(self, found: str) -> None:
        raise Refused("picture/active-drawing", found=found, line=str(self.parser.CurrentLineNumber))


def _pixels(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _PIXELS[found[2] or ""] if found else 0


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


def _quoted(value: str) -> str:
    """The value of an attribute between double quotes."""
    return escape(value, quote=False).replace('"', "&quot;")
