"""Writes what is surely meant as it should be written; all else of a file stays byte for byte.

Mended are: the encoding, the form of letters, line ends, signs that nobody sees; slips of YAML of which the
meaning is sure; keys that are other names of fields; the spelling of days and moments; blanks at the ends of
lines of fields. A file that could be read means the same afterwards, else it is left as it was.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime

from pydantic import BaseModel

from portal.problems.problem import Problem
from portal.readers.kinds import Kind, is_table, kind_of
from portal.readers.schema import Schema, inner_schema, validate
from portal.readers.tables import mend_table
from portal.source.encodings import decoded, encoding_of
from portal.source.front_matter import fields_of
from portal.source.slips import find_slip
from portal.source.text import INVISIBLE, source_text
from portal.source.tree import Path, Tree, find_halt, read_tree
from vietnamese.dates import NotADate, has_time, parse_moment
from vietnamese.legacy import is_unicode, suspect

_MOST_SLIPS = 50
_BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)
_BLOCK = re.compile(r"[|>][+\-0-9]*\s*(?:#.*)?$", re.MULTILINE)
_UNSEEN = re.compile(INVISIBLE.pattern.replace("\u2028\u2029", ""))
# Seconds or an offset: what says more than the usual spelling is left as it is.
_MORE = re.compile(r":\d\d:|Z|[+-]\d\d:?\d\d\s*$")
_BREAKS = ("\x0b", "\x0c", "\u2028", "\u2029")
_TO_LINES = str.maketrans(dict.fromkeys(_BREAKS, "\n"))
# A field goes on for a line only.
_TO_SPACES = str.maketrans(dict.fromkeys(_BREAKS, " "))


def mend(file: str, data: bytes, *, ordered: bool = False) -> bytes:
    """Give the bytes of a file of a portal as they should be; the same where nothing is sure.

    `ordered` also puts the fields in the order of the schema.
    """
    kind = kind_of(file)
    if kind is None and not is_table(file):
        return data
    text = _text(data)
    if text is None:
        return data
    if kind is None:
        return mend_table(text.translate(_TO_SPACES)).encode()
    begin, end = fields_of(text) if kind.is_text else (0, len(text))
    fields = _fields(text[begin:end].translate(_TO_SPACES), kind, ordered)
    return (text[:begin] + fields + text[end:].translate(_TO_LINES)).encode()


def _text(data: bytes) -> str | None:
    """The text in its normal form, without signs that nobody sees; None where it cannot be decoded."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text or "\0" in text:
        encoding = encoding_of(data)
        if encoding is None:
            return text or None
        text = decoded(data, encoding)
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = in_unicode(plain)
    if suspect(plain):
        # What nobody sees is a letter in an old font.
        return plain
    return unicodedata.normalize("NFC", _UNSEEN.sub("", plain))


def in_unicode(text: str) -> str:
    """Text of an old font in Unicode: the whole, or those lines of which that is sure."""
    found = suspect(text)
    if found and not is_unicode(text):
        return found.text
    return "\n".join(_line_in_unicode(line) for line in text.split("\n")) if found else text


def _line_in_unicode(line: str) -> str:
    # With one letter of Unicode it is of two kinds, and a word could be of either.
    found = None if is_unicode(line) else suspect(line)
    return found.text if found else line


def _fields(text: str, kind: Kind, ordered: bool) -> str:
    mended = _without_slips(text)
    if not _BLOCK.search(mended):
        mended = _BLANKS.sub("", mended)
    if not _tree(mended).problems:
        mended = _written(mended, kind.schema)
        mended = _in_order(mended, kind.schema) if ordered else mended
    return mended if _means_the_same(text, mended, kind.schema) else text


def _tree(text: str) -> Tree:
    return read_tree(source_text("", text), text)


def _means_the_same(before: str, after: str, schema: type[Schema]) -> bool:
    """Whether nothing is wrong afterwards that was right before."""
    said: list[Problem] = []
    said_after: list[Problem] = []
    meant = validate(schema, _tree(before), said)
    return validate(schema, _tree(after), said_after) == meant if meant else len(said_after) <= len(said)


def _without_slips(text: str) -> str:
    """Mend the line at which reading ends, again and again; all of them, or none."""
    lines = text.split("\n")
    for _ in range(_MOST_SLIPS):
        now = "\n".join(lines)
        halt = find_halt(now)
        if halt is None:
            return now
        number, slip = find_slip(now, halt)
        if slip.meant is None or slip.meant == lines[number]:
            return text
        lines[number] = slip.meant
    return text


def _written(text: str, schema: type[Schema]) -> str:
    """With keys as the schema calls them, and days as they should be spelt."""
    tree, said = _tree(text), list[Problem]()
    validate(schema, tree, said)
    changes = [(p.at, p.facts["meant"]) for p in said if p.code == "field/alias"]
    for path in _days(schema, tree.data):
        at = tree.place(path)
        written = at.excerpt[at.column - 1 : at.column - 1 + at.width]
        changes.append((at, _spelt(written.strip("\"'")) or written))
    lines = text.split("\n")
    for at, new in sorted(changes, key=lambda change: change[0], reverse=True):
        line = lines[at.line - 1]
        lines[at.line - 1] = line[: at.column - 1] + new + line[at.column - 1 + at.width :]
    return "\n".join(lines)


def _days(schema: type[BaseModel], data: object, path: Path = ()) -> Iterator[Path]:
    """The paths of days and moments."""
    if not isinstance(data, dict):
        return
    for name, field in schema.model_fields.items():
        value, inner = data.get(name), inner_schema(field.annotation)
        if isinstance(value, str) and _is_day(field.annotation):
            yield (*path, name)
        elif inner and isinstance(value, list):
            for place, item in enumerate(value):
                yield from _days(inner, item, (*path, name, place))
        elif inner:
            yield from _days(inner, value, (*path, name))


def _is_day(annotation: object) -> bool:
    return annotation in (date, datetime) or any(map(_is_day, getattr(annotation, "__args__", ())))


def _spelt(text: str) -> str | None:
    """A day or moment in one spelling; None for what is none, or says more than the minute."""
    try:
        moment = parse_moment(text)
    except NotADate:
        return None
    if _MORE.search(text):
        return None
    return f"{moment:%Y-%m-%d %H:%M}" if has_time(text) else f"{moment:%Y-%m-%d}"


def _in_order(text: str, schema: type[Schema]) -> str:
    """With the fields in the order of the schema, each with the comments above it."""
    body = text.removesuffix("\n")
    lines, tree, order = body.split("\n"), _tree(text), list(schema.model_fields)
    places = [(tree.key((key,)), key) for key in tree.data]
    if any(at.column > 1 for at, _ in places):
        return text
    starts = [_with_comments(lines, at.line - 1) for at, _ in places]
    if starts:
        # What stands above the first field is said of the file.
        starts[0] = places[0][0].line - 1
    ends = [*starts[1:], len(lines)]
    chunks = [(key, lines[a:b]) for (_, key), a, b in zip(places, starts, ends, strict=True)]
    chunks.sort(key=lambda chunk: order.index(chunk[0]) if chunk[0] in order else len(order))
    head = lines[: starts[0]] if starts else lines
    return "\n".join([*head, *(line for _, held in chunks for line in held)]) + text[len(body) :]


def _with_comments(lines: list[str], number: int) -> int:
    while number and lines[number - 1].startswith("#"):
        number -= 1
    return number
