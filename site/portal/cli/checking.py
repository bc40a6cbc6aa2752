"""The verb `check`."""

import argparse
import gc
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from portal.cli.arguments import DONE, PROBLEMS
from portal.cli.content import count, read, stops, tell
from portal.cli.place import now, workspace_of
from portal.parallel import aside
from portal.problems.annotations import as_github, as_gitlab
from portal.problems.problem import Problem
from portal.problems.report import as_json
from portal.readers.portal import read_changed
from portal.source.folder import Folder

_WORDS = {
    "vi": (
        "Còn {} điều ở các tệp khác: python3 freeze.py check",
        "Chỉ nêu {} điều đầu. Tất cả: {}",
        "Không thấy lỗi nào.",
    ),
    "en": (
        "{} more in other files: python3 freeze.py check",
        "Only the first {} are shown. All: {}",
        "No problem found.",
    ),
}


def check(asked: argparse.Namespace) -> int:
    """Say every problem of the content, or of some files of it; writes nothing but the cache.

    Gives 1 where any of these stops publication.
    """
    # Almost all that is read lives until the end.
    gc.disable()
    workspace = workspace_of(asked)
    folder = Folder(workspace.portal, workspace.portal.name, workspace.moment())
    # Looked at before the processes part.
    folder.stamps  # noqa: B018
    with aside(partial(read_changed, folder, workspace.cache), asked.jobs) as ahead:
        found = read(asked, now(asked), folder, ahead)
    if found.app:
        found.app.check_templates()
    wanted = [Path(file).absolute() for file in asked.files]
    problems = [one for one in found.problems if _is_of(one, folder, wanted)]
    _say(problems, folder, asked)
    others = len(found.problems) - len(problems)
    if others:
        print(_WORDS[asked.language][0].format(others), file=sys.stderr)
    return PROBLEMS if stops(problems, asked.strict) else DONE


def _is_of(problem: Problem, folder: Folder, wanted: Sequence[Path]) -> bool:
    file = _file(problem, folder)
    return not wanted or any(file == one or one in file.parents for one in wanted)


def _file(problem: Problem, folder: Folder) -> Path:
    return folder.path(problem.at.file.removeprefix(f"{folder.name}/")).absolute()


def _say(problems: Sequence[Problem], folder: Folder, asked: argparse.Namespace) -> None:
    match asked.format:
        case "json":
            print(as_json(problems))
        case "github":
            # A host of git knows files by their way from where its work begins.
            print(as_github([_from_here(one, folder) for one in problems], asked.language))
        case "gitlab":
            print(as_gitlab([_from_here(one, folder) for one in problems], asked.language))
        case _:
            tell(problems[: asked.limit or None], asked.language)
            if asked.limit and len(problems) > asked.limit:
                found = count(problems, asked.language)
                print(_WORDS[asked.language][1].format(asked.limit, found), file=sys.stderr)
            if not problems:
                print(_WORDS[asked.language][2])


def _from_here(problem: Problem, folder: Folder) -> Problem:
    file, here = _file(problem, folder), Path.cwd()
    shown = file.relative_to(here).as_posix() if here in file.parents else problem.at.file
    return replace(problem, at=replace(problem.at, file=shown))
