"""Text files: decoding, normal form, and places in them."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from portal.failure import naming
from portal.problems.problem import Location, Problem

MOST_BYTES = 512 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})


@dataclass(frozen=True)
class SourceText:
    """The text of a file in NFC with LF line ends; `file` is its name in reports."""

    file: str
    text: str

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
    """Read a text file, or say why it cannot be: its size, its encoding, a control character."""
    with naming(path):
        data = path.read_bytes()
    if len(data) > MOST_BYTES:
        facts = {"size": str(len(data) // 1024), "most": str(MOST_BYTES // 1024)}
        return Problem("file/too-large", Location(file), facts)
    try:
        source = source_text(file, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem("file/not-utf8", Location(file, line))
    found = _CONTROL.search(source.text) if _may_hold_controls(data) else None
    if found:
        facts = {"code_point": f"{ord(found[0]):04X}"}
        return Problem("file/control-character", source.at(found.start()), facts)
    return source


def _may_hold_controls(data: bytes) -> bool:
    # In UTF-8 those above ASCII begin with the byte C2, or EF BF; most Vietnamese texts hold neither.
    return b"\xc2" in data or b"\xef\xbf" in data or len(data.translate(None, _CONTROL_BYTES)) < len(data)
