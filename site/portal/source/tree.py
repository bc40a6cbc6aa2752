"""YAML as a tree of texts with their places: nothing is typed, guessed, merged or repeated by reference."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from portal.problems.problem import Location, Problem
from portal.source.text import SourceText

Path = tuple[str | int, ...]
Plain = str | list["Plain"] | dict[str, "Plain"]

MOST_DEPTH = 16
MOST_BRACKETS = 2_000

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Tree:
    """A mapping read from YAML: its data with every scalar as text, and places of keys and values by path."""

    source: SourceText
    data: dict[str, Plain] = field(default_factory=dict)
    values: dict[Path, Location] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Location:
        """The place of the value at a path, or of the nearest thing around it."""
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.source.on_line(1)

    def key(self, path: Path) -> Location:
        """The place of the key at a path."""
        return self.keys.get(path) or self.place(path)


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_tree(source: SourceText, text: str, first_line: int = 1) -> Tree:
    """Read YAML that begins on a line of the source; its problems stand in the tree beside what was read."""
    tree = Tree(source)
    try:
        _check_brackets(tree, text, first_line)
        _Builder(tree, first_line).build(text)
    except _Refused as refused:
        tree.problems.append(refused.problem)
    except yaml.YAMLError as error:
        tree.problems.append(_syntax(source, error, text, first_line))
    return tree


def _check_brackets(tree: Tree, text: str, first_line: int) -> None:
    depth = 0
    for sign in text:
        depth += (sign in "[{") - (sign in "]}")
        if depth > MOST_DEPTH:
            raise _Refused(
                Problem("yaml/too-deep", tree.source.on_line(first_line), {"most": str(MOST_DEPTH)})
            )


def _syntax(source: SourceText, error: yaml.YAMLError, text: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + first_line if mark else first_line
    at = source.on_line(line, mark.column + 1 if mark else 1)
    detail = str(getattr(error, "problem", None) or "YAML")
    if "mapping values are not allowed" in detail:
        return Problem("yaml/colon-in-text", at)
    return Problem("yaml/syntax", at, {"detail": detail})


class _Builder:
    """Builds data from parser events, so that aliases, tags and repeated keys are seen."""

    def __init__(self, tree: Tree, first_line: int) -> None:
        self.tree = tree
        self.first_line = first_line

    def build(self, text: str) -> None:
        events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                self._mapping((), event, events, self.tree.data)
                break
            if isinstance(event, yaml.NodeEvent):
                raise _Refused(Problem("yaml/not-a-mapping", self._at(event)))
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise _Refused(Problem("yaml/not-allowed", self._at(event), {"what": "---"}))

    def _at(self, event: yaml.Event) -> Location:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return self.tree.source.on_line(self.first_line)
        width = end.column - start.column if end.line == start.line else 1
        return self.tree.source.on_line(start.line + self.first_line, start.column + 1, max(1, width))

    def _value(self, path: Path, event: yaml.Event, events: Iterator[yaml.Event]) -> Plain:
        if len(path) > MOST_DEPTH:
            raise _Refused(Problem("yaml/too-deep", self._at(event), {"most": str(MOST_DEPTH)}))
        self._refuse(event)
        self.tree.values[path] = self._at(event)
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
            at, here = self._at(event), (*path, key)
            value_event = next(events)
            empty = isinstance(value_event, yaml.ScalarEvent) and not value_event.value
            if here in self.tree.keys:
                first = str(self.tree.keys[here].line)
                self.tree.problems.append(Problem("yaml/duplicate-key", at, {"key": key, "first": first}))
            else:
                self.tree.keys[here] = at
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
