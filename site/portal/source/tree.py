"""YAML as a tree of texts with their places: nothing is typed, guessed, merged or repeated by reference."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import yaml

from portal.problems.problem import Location, Problem
from portal.source.simple import MOST_DEPTH, Plain, read_simple
from portal.source.text import SourceText

if TYPE_CHECKING:
    from portal.source.slips import Halt

Path = tuple[str | int, ...]
_Span = tuple[int, int, int]
"""Line and column from 1, and width."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Parsed:
    """What YAML gives: data and problems, and where keys and values stand."""

    source: SourceText
    data: dict[str, Plain] = field(default_factory=dict)
    values: dict[Path, _Span] = field(default_factory=dict)
    keys: dict[Path, _Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Tree:
    """A mapping written as YAML: its data with every scalar as text, and places of keys and values by path.

    A simple text is parsed only when someone asks for a place in it: nearly all of them are right.
    """

    def __init__(self, source: SourceText, text: str, first_line: int) -> None:
        """Read YAML that begins on a line of the source."""
        self.source = source
        self._text, self._first_line = text, first_line
        simple = read_simple(text)
        self.data: dict[str, Plain] = self._parsed.data if simple is None else simple
        self.problems: list[Problem] = self._parsed.problems if simple is None else []

    @cached_property
    def _parsed(self) -> Parsed:
        return parse(self.source, self._text, self._first_line)

    def place(self, path: Path) -> Location:
        """The place of the value at a path, or of the nearest thing around it."""
        while path:
            if path in self._parsed.values:
                return self.source.on_line(*self._parsed.values[path])
            path = path[:-1]
        return self.source.on_line(1)

    def key(self, path: Path) -> Location:
        """The place of the key at a path."""
        found = self._parsed.keys.get(path)
        return self.source.on_line(*found) if found else self.place(path)

    def __contains__(self, path: Path) -> bool:
        """Whether a key or a value stands at a path."""
        return path in self._parsed.keys or path in self._parsed.values

    def rename(self, path: Path, name: str) -> None:
        """Call the key at a path by another name, of which there is none beside it; its place stays."""
        held: Plain = self.data
        for step in path[:-1]:
            held = held[step]  # type: ignore[index]
        assert isinstance(held, dict)
        for spans in (self._parsed.keys, self._parsed.values):
            for old in [old for old in spans if old[: len(path)] == path]:
                spans[(*path[:-1], name, *old[len(path) :])] = spans.pop(old)
        items = [(name if key == path[-1] else key, value) for key, value in held.items()]
        held.clear()
        held.update(items)


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_tree(source: SourceText, text: str, first_line: int = 1) -> Tree:
    """Read YAML that begins on a line of the source; its problems stand in the tree beside what was read."""
    return Tree(source, text, first_line)


def parse(source: SourceText, text: str, first_line: int) -> Parsed:
    """Read any YAML with a parser."""
    parsed = Parsed(source)
    try:
        _check_brackets(source, text, first_line)
        _Builder(parsed, first_line).build(text)
    except _Refused as refused:
        parsed.problems.append(refused.problem)
    except yaml.YAMLError as error:
        parsed.problems.append(_syntax(source, error, text, first_line))
    return parsed


def _check_brackets(source: SourceText, text: str, first_line: int) -> None:
    # A hundred thousand of them crash the parser.
    if text.count("[") + text.count("{") <= MOST_DEPTH:
        return
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in "[{") - (sign in "]}")
        if depth > MOST_DEPTH:
            line = text.count("\n", 0, place)
            at = source.on_line(first_line + line, place - text.rfind("\n", 0, place))
            raise _Refused(Problem("yaml/too-deep", at, {"most": str(MOST_DEPTH)}))


def _syntax(source: SourceText, error: yaml.YAMLError, text: str, first_line: int) -> Problem:
    # Of YAML that can be read nobody asks where its slips are.
    from portal.source.slips import slip_problem

    return slip_problem(source, text, first_line, halt_of(error))


def find_halt(text: str) -> "Halt | None":
    """Where reading a text as YAML ends before its end; None where it does not, or where it is refused."""
    from portal.source.slips import Halt

    source = SourceText("", text)
    try:
        _check_brackets(source, text, 1)
        events = list(yaml.parse(text, Loader=_LOADER))
    except _Refused:
        return None
    except yaml.YAMLError as error:
        return halt_of(error)
    # A whole text may be one value, as `title:Họp` is.
    is_value = any(isinstance(event, yaml.ScalarEvent) for event in events[2:3])
    return Halt(text.count("\n"), 0, "") if is_value else None


def halt_of(error: yaml.YAMLError) -> "Halt":
    """Where the parser gave up, and its words."""
    from portal.source.slips import Halt

    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = mark or begun
    return Halt(
        mark.line if mark else 0,
        mark.column if mark else 0,
        str(getattr(error, "problem", None) or "YAML"),
        (begun.line, begun.column) if begun else None,
    )


class _Builder:
    """Builds data from parser events, so that aliases, tags and repeated keys are seen."""

    def __init__(self, parsed: Parsed, first_line: int) -> None:
        self.parsed = parsed
        self.first_line = first_line

    def build(self, text: str) -> None:
        events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                self._mapping((), event, events, self.parsed.data)
                break
            if isinstance(event, yaml.NodeEvent):
                raise _Refused(self._not_a_mapping(event, text))
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise _Refused(Problem("yaml/not-allowed", self._at(event), {"what": "---"}))

    def _not_a_mapping(self, event: yaml.Event, text: str) -> Problem:
        from portal.source.slips import Halt, find_slip, slip_problem

        halt = Halt(text.count("\n"), 0, "")
        if isinstance(event, yaml.ScalarEvent) and find_slip(text, halt)[1].code == "yaml/no-space":
            return slip_problem(self.parsed.source, text, self.first_line, halt)
        return Problem("yaml/not-a-mapping", self._at(event))

    def _at(self, event: yaml.Event) -> Location:
        return self.parsed.source.on_line(*self._span(event))

    def _span(self, event: yaml.Event) -> _Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return (self.first_line, 1, 1)
        width = end.column - start.column if end.line == start.line else 1
        return (start.line + self.first_line, start.column + 1, max(1, width))

    def _value(self, path: Path, event: yaml.Event, events: Iterator[yaml.Event]) -> Plain:
        if len(path) > MOST_DEPTH:
            raise _Refused(Problem("yaml/too-deep", self._at(event), {"most": str(MOST_DEPTH)}))
        self._refuse(event)
        self.parsed.values[path] = self._span(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, events)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, event, events, {})
        return event.value if isinstance(event, yaml.ScalarEvent) else ""

    def _refuse(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _Refused(Problem("yaml/not-allowed", self._at(event), {"what": f"{sign}{anchor}"}))
        if tag:
            raise _Refused(Problem("yaml/not-allowed", self._at(event), {"what": str(tag)}))

    def _sequence(self, path: Path, events: Iterator[yaml.Event]) -> list[Plain]:
        held: list[Plain] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            held.append(self._value((*path, len(held)), event, events))
        return held

    def _mapping(
        self, path: Path, start: yaml.Event, events: Iterator[yaml.Event], held: dict[str, Plain]
    ) -> dict[str, Plain]:
        self._refuse(start)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            here = (*path, key)
            value_event = next(events)
            empty = isinstance(value_event, yaml.ScalarEvent) and not value_event.value
            if here in self.parsed.keys:
                first = str(self.parsed.source.on_line(*self.parsed.keys[here]).line)
                facts = {"key": key, "first": first}
                self.parsed.problems.append(Problem("yaml/duplicate-key", self._at(event), facts))
            else:
                self.parsed.keys[here] = self._span(event)
            value = self._value(here, value_event, events)
            if not (empty and getattr(value_event, "style", None) in (None, "")):
                held.setdefault(key, value)
        return held

    def _key(self, event: yaml.Event) -> str:
        self._refuse(event)
        if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
            raise _Refused(
                Problem(
                    "yaml/not-allowed",
                    self._at(event),
                    {"what": "<<" if isinstance(event, yaml.ScalarEvent) else "? [ ]"},
                )
            )
        return str(event.value)
