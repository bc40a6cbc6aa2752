"""Text files: decoding, normal form, and places in them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from portal.failure import naming
from portal.problems.problem import Location, Problem
from portal.source.encodings import encoding_of

MOST_BYTES = 512 * 1024
MOST_IN_LINE = 20_000
"""Characters of a line: what is longer is no text that a person wrote, and no report could show it."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Emoji need the two joiners, U+200C and U+200D.
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2028\u2029\u2060-\u2065\ufeff]")
"""Signs that nobody sees: they come with pasted text, break searching, and may hide what a text says."""

_LOST = "\ufffd"
# đ, à, á of TCVN3, and đ, ư, and the dot below of VNI: no text of three words is without them.
_OF_OLD_FONTS = ("®", "µ", "¸", "ñ", "ö", "ï")


@dataclass(frozen=True)
class SourceText:
    """The text of a file in NFC with LF line ends; `file` is its name in reports.

    `warnings` are of signs that do not stop publication.
    """

    file: str
    text: str
    warnings: tuple[Problem, ...] = ()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where its lines begin."""
        return (0, *accumulate([len(line) + 1 for line in self.text.split("\n")[:-1]]))

    def at(self, offset: int, width: int = 1) -> Location:
        """The place of an offset into the text."""
        line = bisect_right(self.starts, offset)
        return self.on_line(line, offset - self.starts[line - 1] + 1, width)

    def on_line(self, line: int, column: int = 1, width: int = 1) -> Location:
        """The place at a line and column, both from 1; past the end it is the last line."""
        line = max(1, min(line, len(self.starts)))
        begin = self.starts[line - 1]
        end = self.text.find("\n", begin)
        excerpt = self.text[begin : end if end >= 0 else None]
        column = max(1, min(column, len(excerpt) + 1))
        return Location(self.file, line, column, max(1, min(width, len(excerpt) - column + 1)), excerpt)


def source_text(file: str, text: str) -> SourceText:
    """Take a text that is already decoded."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return SourceText(file, unicodedata.normalize("NFC", text))


def read_source(path: Path, file: str) -> SourceText | Problem:
    """Read a text file, or say why not: its size, its encoding, a sign that is no text, a long line."""
    with naming(path):
        data = path.read_bytes()
    if len(data) > MOST_BYTES:
        facts = {"size": str(len(data) // 1024), "most": str(MOST_BYTES // 1024)}
        return Problem("file/too-large", Location(file), facts)
    try:
        source = source_text(file, data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _misread(file, data)
    text = source.text
    if len(text) > MOST_IN_LINE and (place := _long_line(text)) is not None:
        return Problem("file/long-line", source.at(place), {"most": str(MOST_IN_LINE)})
    if any(sign in text for sign in _OF_OLD_FONTS) and (old := _in_old_font(source)):
        return old
    # Signs that are no letters, marks or spaces are seldom: only then each is looked at.
    if text.replace("\n", "").isprintable() and _LOST not in text:
        return source
    found = _CONTROL.search(text)
    if found:
        return _control(source, found.start(), data)
    return replace(source, warnings=tuple(_strange(source)))


def _in_old_font(source: SourceText) -> Problem | None:
    # Hardly any text has such signs.
    from vietnamese.legacy import decoded, suspect

    found = suspect(source.text)
    if found is None:
        return None
    place = min(place for sign in _OF_OLD_FONTS if (place := source.text.find(sign)) >= 0)
    at = source.at(place)
    word = next(word for word in at.excerpt.split() if any(sign in word for sign in _OF_OLD_FONTS))
    facts = {"name": found.encoding.value, "word": word, "meant": decoded(word, found.encoding)}
    return Problem("file/old-font", at, facts)


def _misread(file: str, data: bytes) -> Problem:
    """Say where the bytes cease to be UTF-8, and in which encoding they are, where that is sure."""
    encoding = encoding_of(data)
    if encoding and encoding.startswith("utf-16"):
        return Problem("file/utf-16", Location(file))
    try:
        sound = data.decode()
    except UnicodeDecodeError as error:
        sound = data[: error.start].decode()
    before = source_text(file, sound.removeprefix("\ufeff")).text
    source = source_text(file, data.decode("utf-8-sig", "replace"))
    at = source.on_line(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem("file/cp1258" if encoding else "file/not-utf8", at)


def _long_line(text: str) -> int | None:
    begin = 0
    for line in text.split("\n"):
        if len(line) > MOST_IN_LINE:
            return begin
        begin += len(line) + 1
    return None


def _control(source: SourceText, place: int, data: bytes) -> Problem:
    if source.text[place] == "\0" and encoding_of(data):
        return Problem("file/utf-16", Location(source.file))
    return Problem("file/control-character", source.at(place), _code_point(source.text[place]))


def _strange(source: SourceText) -> Iterator[Problem]:
    """Each sign that is not seen, or stands for lost ones, at its first place."""
    first = {sign: place for place, sign in reversed(list(enumerate(source.text))) if _is_strange(sign)}
    for sign, place in first.items():
        code = "file/lost-character" if sign == _LOST else "file/invisible-character"
        facts = _code_point(sign) | {"count": str(source.text.count(sign))}
        yield Problem(code, source.at(place), facts)


def _is_strange(sign: str) -> bool:
    return sign == _LOST or INVISIBLE.match(sign) is not None


def _code_point(sign: str) -> dict[str, str]:
    return {"code_point": f"{ord(sign):04X}"}
