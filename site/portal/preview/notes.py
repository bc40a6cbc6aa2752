"""What a page of the preview is told beside itself: problems, the state of its text, its style sheet."""

import json

from portal.preview.session import Session
from portal.problems.catalogue import level_of
from portal.problems.problem import Problem
from portal.problems.report import words

_MOST = 50  # problems that are told; the rest are counted


def notes(session: Session, address: str, went_wrong: str = "") -> bytes:
    """Give JSON: the edition's number, problems (`here`: of this page's file), state, fault, style sheet."""
    edition = session.edition
    told = sorted(edition.problems, key=lambda problem: edition.files.get(problem.at.file) != address)
    held = {
        "number": session.number,
        "total": len(told),
        "problems": [_told(one, edition.files.get(one.at.file) == address) for one in told[:_MOST]],
        "waiting": edition.waiting.get(address, ""),
        "fault": edition.fault or went_wrong,
        "style": session.style_of(address),
    }
    return json.dumps(held, ensure_ascii=False).encode()


def _told(problem: Problem, here: bool) -> dict[str, object]:
    what, mend = words(problem)
    at = problem.at
    return {
        "here": here,
        "level": level_of(problem).value,
        "place": f"{at.file}:{at.line}:{at.column}",
        "code": problem.code,
        "what": what,
        "mend": mend,
        "line": at.excerpt[:200],
    }
