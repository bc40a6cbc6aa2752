"""Problems as the hosts of git show them beside the lines of a change."""

import json
from collections.abc import Iterable
from hashlib import sha256

from portal.problems.catalogue import level_of
from portal.problems.problem import Level, Problem
from portal.problems.report import as_line


def as_github(problems: Iterable[Problem], language: str = "vi") -> str:
    """Give a workflow command for each problem, which GitHub, Gitea and Forgejo show at its line.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(_command(problem, language) for problem in problems)


def _command(problem: Problem, language: str) -> str:
    at = problem.at
    level = "error" if level_of(problem) is Level.ERROR else "warning"
    place = {"file": at.file, "line": at.line, "col": at.column, "endColumn": at.column + at.width}
    said = {**place, "title": problem.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in said.items())
    return f"::{level} {properties}::{_data(as_line(problem, language))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Iterable[Problem], language: str = "vi") -> str:
    """Give a report that GitLab shows at the lines of a merge request.

    https://docs.gitlab.com/ci/testing/code_quality/
    """
    return json.dumps([_finding(problem, language) for problem in problems], ensure_ascii=False, indent=2)


def _finding(problem: Problem, language: str) -> dict[str, object]:
    at = problem.at
    known = "\n".join((problem.code, at.file, at.excerpt, *sorted(problem.facts.values())))
    return {
        "description": as_line(problem, language),
        "check_name": problem.code,
        # A line that only moved is the same finding.
        "fingerprint": sha256(known.encode()).hexdigest(),
        "severity": "major" if level_of(problem) is Level.ERROR else "minor",
        "location": {"path": at.file, "lines": {"begin": at.line}},
    }
