"""The wording of every problem, in Vietnamese and English: what stands there, and what to write instead.

A module for each area; a code begins with the name of what it is about.
"""

from collections.abc import Iterable

from portal.problems.catalogue import (
    addresses,
    corrections,
    fields,
    figures,
    files,
    guard,
    life,
    pictures,
    quoting,
    settings,
    texts,
    writing,
)
from portal.problems.entry import Entry
from portal.problems.problem import Level, Problem

AREAS = (
    files,
    writing,
    fields,
    figures,
    quoting,
    addresses,
    texts,
    pictures,
    settings,
    life,
    guard,
    corrections,
)

CATALOGUE: dict[str, Entry] = {code: entry for area in AREAS for code, entry in area.ENTRIES.items()}


def level_of(problem: Problem) -> Level:
    """Whether a problem stops publication."""
    return CATALOGUE[problem.code].level


def stops(problems: Iterable[Problem]) -> bool:
    """Whether any of them stops publication."""
    return any(level_of(problem) is Level.ERROR for problem in problems)


def is_switchable(problem: Problem) -> bool:
    """Whether a portal, or a file, may switch it off."""
    return problem.code.startswith("guard/")
