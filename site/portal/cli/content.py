"""Reading a portal for a verb: its content, all problems, and the application of it."""

import argparse
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from portal.cli.place import templates_of, workspace_of
from portal.model.life import PUBLIC_ALONE, State
from portal.problems.catalogue import level_of
from portal.problems.problem import Level, Problem
from portal.problems.report import as_text
from portal.readers.lost import lost_addresses
from portal.readers.memory import NOTHING, Ahead
from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder

if TYPE_CHECKING:
    from portal.readers.held import Held
    from portal.web.app import PortalApp


@dataclass(frozen=True, slots=True)
class Content:
    """What was read, every problem in order, and the application, where there are settings to make one.

    Where files were held back as they were published, `held` names them; those of these that were never
    public are `unborn`, and what is wrong with them is among `faults`.
    """

    reading: Reading
    problems: tuple[Problem, ...]
    app: "PortalApp | None"
    held: frozenset[str] = frozenset()
    unborn: frozenset[str] = frozenset()
    faults: tuple[Problem, ...] = ()


def read(
    asked: argparse.Namespace,
    moment: datetime,
    seen: Folder | None = None,
    ahead: Callable[[], Ahead] = lambda: NOTHING,
    held: "Held | None" = None,
    shown: Collection[State] = PUBLIC_ALONE,
) -> Content:
    """Read the content and check its links against the table of addresses.

    `seen` is a look at it before, `ahead` what was read of it since then; what files say that are `held` does
    not count. Texts are `shown` in these states of their life.
    """
    # These take a while to load, in which the other process reads.
    from portal.web.app import make_app
    from portal.web.links import dead_links

    workspace = workspace_of(asked)
    folder = seen or Folder(workspace.portal, workspace.portal.name, workspace.moment())
    reading = read_portal(folder, workspace.cache, moment, getattr(asked, "jobs", 1), ahead, held, shown)
    problems = list(reading.problems)
    app = None
    if reading.portal:
        app = make_app(reading.portal, templates_of(workspace), workspace.cache / "templates")
        known = app.slots.keys()
        problems += dead_links(reading.portal, known, reading.broken, reading.waiting)
        problems += lost_addresses(reading, known, folder)
    return Content(reading, tuple(sorted(problems, key=lambda problem: problem.order)), app)


def hold_back(asked: argparse.Namespace, moment: datetime, seen: Folder, found: Content) -> Content:
    """Read again with every broken file as it was published; the same as was found where that cannot be.

    A text that was published can lead to one that never was: then that is held back too, until all fits.
    """
    from portal.freeze.releases import current
    from portal.readers.held import Held

    files: frozenset[str] = frozenset()
    again, faults = found, list[Problem]()
    while stops(again.problems):
        wrong = [problem for problem in again.problems if level_of(problem) is Level.ERROR]
        more = frozenset(problem.at.file.removeprefix(f"{seen.name}/") for problem in wrong)
        if more <= files:
            return found
        faults += [problem for problem in wrong if problem.at.file.removeprefix(f"{seen.name}/") not in files]
        files |= more
        held = Held(files, current(workspace_of(asked)))
        again = read(asked, moment, seen, held=held)
        if held.lost or again.app is None:
            return found
    return replace(again, held=files, unborn=frozenset(held.unborn), faults=tuple(faults)) if files else found


def tell(problems: Sequence[Problem], language: str = "vi") -> None:
    """Say every problem, and how many there are."""
    for problem in problems:
        print(as_text(problem, language), end="\n\n", file=sys.stderr)
    if problems:
        print(count(problems, language), file=sys.stderr)


def count(problems: Sequence[Problem], language: str = "vi") -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(level_of(problem) is Level.ERROR for problem in problems)
    warnings = len(problems) - errors
    if language == "vi":
        return f"{errors} lỗi, {warnings} cảnh báo."
    return f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}."


def stops(problems: Sequence[Problem], strict: bool = False) -> bool:
    """Whether nothing may be published."""
    return any(strict or level_of(problem) is Level.ERROR for problem in problems)
