"""Slips of the hand in YAML: which line is wrong where a parser gives up, and how it was surely meant.

Loaded only where YAML cannot be read. A parser says where it could not go on; an editor must be told where
the slip is, often lines above.
"""

import re
from dataclasses import dataclass

from portal.problems.problem import Problem
from portal.source.text import SourceText

_HEAD = r"(?P<head> *(?:- +)?(?P<key>[^\W\d](?:[\w -]*\w)?):)"
_ITEM = re.compile(rf"{_HEAD}(?P<space>\s*)(?P<value>.*?)\s*")
_CLOSED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COMMENT = re.compile(r"\s+#.*$")
_BAD_START = re.compile(r"[@`%,\]}]|[-?] |[>|][^\S\n]*[^\s+\-0-9#]")
_ENDS = {"'": "single", '"': "double"}


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in one line: its code, its place (column from 1), and the line as it was meant, if sure."""

    code: str
    column: int
    width: int
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class Halt:
    """Where a parser gave up: a line (from 0) and column (from 0) of the text, and its words for it.

    `begun` is the line and column of what it was reading then.
    """

    line: int
    column: int
    words: str
    begun: tuple[int, int] | None = None


def quoted(text: str) -> str:
    """A text in quotes, so that it is read as it stands."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def slip_problem(source: SourceText, text: str, first_line: int, halt: Halt) -> Problem:
    """The problem of YAML that begins on a line of the source and cannot be read."""
    line, slip = find_slip(text, halt)
    facts = {"detail": halt.words} if slip.code == "yaml/syntax" else {}
    return Problem(slip.code, source.on_line(first_line + line, slip.column, slip.width), facts)


def find_slip(text: str, halt: Halt) -> tuple[int, Slip]:
    """The line (from 0) that is wrong, and what is wrong in it."""
    lines = text.split("\n")
    last = min(halt.line, len(lines) - 1)
    for number, line in enumerate(lines[: last + 1]):
        slip = _in_line(line, lines[number + 1] if number + 1 < len(lines) else "")
        if slip:
            return number, slip
    return _at_halt(lines, last, halt)


def _in_line(line: str, below: str) -> Slip | None:
    indent = line[: len(line) - len(line.lstrip(" \t\u00a0"))]
    if "\t" in indent or "\u00a0" in indent:
        meant = indent.replace("\t", "  ").replace("\u00a0", " ") + line[len(indent) :]
        return Slip("yaml/tab", 1, len(indent), meant if line.strip() else "")
    found = _ITEM.fullmatch(line)
    if found is None or not found["value"]:
        return None
    head, value, start = found["head"], found["value"], found.start("value")
    if found["space"].strip(" ") or not found["space"]:
        return None if value.startswith("//") else _without_space(found)
    if value[0] in _ENDS:
        return _in_quotes(head, value, start, below)
    if _BAD_START.match(value):
        return Slip("yaml/sign", start + 1, 1, f"{head} {quoted(value)}")
    return None


def _without_space(found: re.Match[str]) -> Slip | None:
    head, value = found["head"], found["value"]
    plain = value if not re.search(r":(?:\s|$)", value) or value[0] in _ENDS else quoted(value)
    return Slip("yaml/no-space", found.end("head"), 1, f"{head} {plain}")


def _in_quotes(head: str, value: str, start: int, below: str) -> Slip | None:
    closed = _CLOSED.match(value)
    if closed is None:
        goes_on = below.startswith(" ") and _ITEM.fullmatch(below) is None
        meant = None if "\\" in value else head + " " + value + value[0]
        return None if goes_on else Slip("yaml/quote-open", start + 1, len(value), meant)
    rest = value[closed.end() :]
    if not rest.strip() or rest.lstrip().startswith("#") or rest.lstrip().startswith(":"):
        return None
    return Slip("yaml/quote-after", start + closed.end() + 1, len(rest), f"{head} {quoted(value)}")


def _at_halt(lines: list[str], last: int, halt: Halt) -> tuple[int, Slip]:
    line, before = lines[last], lines[last][: halt.column]
    if "mapping values" in halt.words:
        if before.startswith(" ") and re.fullmatch(r" +[^:]*", before):
            return last, Slip("yaml/indent", 1, len(line) - len(line.lstrip(" ")))
        return last, Slip("yaml/colon-in-text", halt.column + 1, 1, _with_colon_quoted(line))
    if "expected ',' or" in halt.words and halt.begun:
        return halt.begun[0], Slip("yaml/bracket-open", halt.begun[1] + 1, 1)
    if "could not find expected ':'" in halt.words:
        number = _without_colon(lines, last)
        return number, Slip("yaml/no-colon", 1, max(1, len(lines[number])))
    if line.strip() and not before.strip() and _ITEM.fullmatch(line):
        return last, Slip("yaml/indent", 1, max(1, len(before)))
    return last, Slip("yaml/syntax", halt.column + 1, 1)


def _with_colon_quoted(line: str) -> str | None:
    found = _ITEM.fullmatch(line)
    if found is None or not found["value"] or found["value"][0] in "\"'[{":
        return None
    comment = _COMMENT.search(found["value"])
    value = found["value"][: comment.start()] if comment else found["value"]
    return f"{found['head']} {quoted(value)}{comment[0] if comment else ''}"


def _without_colon(lines: list[str], last: int) -> int:
    for number in range(min(last, len(lines) - 1), -1, -1):
        line = lines[number].strip()
        if line and not line.startswith(("#", "-")) and ":" not in line:
            return number
    return last
