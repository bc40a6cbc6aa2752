"""What is in a text but is not to be seen: markup that hides, turned direction, very many blanks."""

import re
from collections.abc import Iterator

from portal.guard.finding import Finding
from portal.guard.folding import BIDI

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+(?![.\d])"
    r"|(?:font-size|(?<![\w-])height|(?<![\w-])width|max-height)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;\"'}]|!)"
    r"|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|transform\s*:\s*scale\(\s*0\s*\)"
    r"|(?<![\w-])color\s*:\s*(?:#f{3}(?:f{3})?\b|white|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255)"
    r"|<font[^>]*\b(?:color\s*=\s*[\"']?(?:#f{3}(?:f{3})?|white)\b|size\s*=\s*[\"']?0)|\shidden(?=[\s>=/])",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;\"']+)", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;\"']+)", re.IGNORECASE)
_TURN = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MANY = 40
_BLANKS = re.compile(rf"[ \t\u00a0]{{{_MANY},}}(?=\S)|\n{{{_MANY},}}(?=\S)|(?:&nbsp;\s*){{10,}}")
_RUNS = (b" " * _MANY, b"\n" * _MANY, b"&nbsp;&nbsp;&nbsp;")


def find_hidden(text: str, plain: bytes, start: int) -> Iterator[Finding]:
    """Find it from an offset on; `plain` is the text folded."""
    if plain.find(b"<", start) >= 0:
        yield from _tags(text, start)
    if BIDI in plain:
        yield from (_finding(found, "direction") for found in _TURN.finditer(text))
    if any(run in plain for run in _RUNS):
        for found in _BLANKS.finditer(text, start):
            if "|" not in _line(text, found.start()):
                yield _finding(found, "blanks")


def _tags(text: str, start: int) -> Iterator[Finding]:
    for found in _TAG.finditer(text, start):
        if _HIDING.search(found[0]) or _is_same_colour(found[0]):
            yield _finding(found, "markup")


def _is_same_colour(tag: str) -> bool:
    colour, ground = _COLOUR.search(tag), _GROUND.search(tag)
    return bool(colour and ground and colour[1].strip().lower() == ground[1].strip().lower())


def _line(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 : place]


_WAYS = {
    "markup": ("thẻ HTML che chữ", "markup that hides words"),
    "direction": ("dấu đảo chiều chữ", "a sign that turns the direction of text"),
    "blanks": ("một dãy khoảng trắng rất dài", "a very long run of blanks"),
}


def _finding(found: re.Match[str], way: str) -> Finding:
    how, how_en = _WAYS[way]
    return Finding("guard/hidden-text", *found.span(), {"how": how, "how_en": how_en})
