"""Reports of problems: as text for people, as JSON for machines."""

import json
from collections.abc import Iterable

from portal.problems.catalogue import CATALOGUE, level_of
from portal.problems.problem import Level, Problem

_LEVELS = {
    "vi": {Level.ERROR: "lỗi", Level.WARNING: "cảnh báo"},
    "en": {Level.ERROR: "error", Level.WARNING: "warning"},
}
_MEND = {"vi": "Cách sửa", "en": "To mend it"}
_EXCERPT = 100


def words(problem: Problem, language: str = "vi") -> tuple[str, str]:
    """What stands there, and how to mend it."""
    entry = CATALOGUE[problem.code]
    pair = (entry.what, entry.mend) if language == "vi" else (entry.what_en, entry.mend_en)
    return pair[0].format(**problem.facts), pair[1].format(**problem.facts)


def as_text(problem: Problem, language: str = "vi") -> str:
    """Several lines: place and code, what stands there, the line with the place marked, how to mend it."""
    what, mend = ("".join(map(_shown, part)) for part in words(problem, language))
    at = problem.at
    lines = [
        f"{at.file}:{at.line}:{at.column}: {_LEVELS[language][level_of(problem)]} {problem.code}",
        f"  {what}",
    ]
    if at.excerpt.strip():
        lines += _marked(at.line, at.column, at.width, at.excerpt)
    return "\n".join([*lines, f"  {_MEND[language]}: {mend}"])


def as_line(problem: Problem, language: str = "vi") -> str:
    """One line: what stands there, and how to mend it."""
    what, mend = words(problem, language)
    return f"{what} {_MEND[language]}: {mend}"


def _marked(line: int, column: int, width: int, excerpt: str) -> list[str]:
    start = max(0, column - _EXCERPT // 2) if len(excerpt) > _EXCERPT else 0
    # What a terminal would obey, or not show, is shown as one sign; marks of letters are as they are.
    shown = "".join(_shown(sign) for sign in excerpt[start : start + _EXCERPT])
    place = column - 1 - start
    carets = "^" * max(1, min(width, len(shown) - place))
    return [f"  {line:>4} │ {shown}", f"       │ {' ' * place}{carets}"]


def _shown(sign: str) -> str:
    if sign == "\t":
        return " "
    return sign if sign.isprintable() or sign in "\u00a0\u200c\u200d" else "␣"


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list, one object a problem, in both languages."""
    return json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2)


def _record(problem: Problem) -> dict[str, object]:
    what, mend = words(problem)
    what_en, mend_en = words(problem, "en")
    return {
        "code": problem.code,
        "level": level_of(problem).value,
        "file": problem.at.file,
        "line": problem.at.line,
        "column": problem.at.column,
        "what": what,
        "mend": mend,
        "what_en": what_en,
        "mend_en": mend_en,
    }
