"""A problem: a permanent code, a place in a source file, and the facts that its wording is filled with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Level(Enum):
    """An error stops publication; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: line and column count from 1, `width` in characters; `excerpt` is the whole line."""

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One cause, at one place. `code` is a key of the catalogue."""

    code: str
    at: Location
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def order(self) -> tuple[Location, str]:
        """Files in order, then lines."""
        return (self.at, self.code)
