"""What a page of the preview is told beside itself: problems, the state of its text, its style sheet."""

import json

from portal.preview.faults import Fault
from portal.preview.session import Session
from portal.problems.catalogue import level_of
from portal.problems.problem import Problem
from portal.problems.report import words

_LINE = 160  # characters of a line that are shown around a place
_MOST = 50  # problems that are told; the rest are counted


def notes(session: Session, address: str) -> bytes:
    """Give JSON of an address: the edition's number, a mark of the page, problems (`here`: of the page's own
    file), the state of its text, what went wrong, and its style sheet."""
    with session.alone() as edition:
        shown = session.shown(address)

        def page_of(problem: Problem) -> str:
            return edition.files.get(problem.at.file, "")

        known = sorted(edition.problems, key=lambda one: (page_of(one) != address, level_of(one).value))
        fault = edition.fault or (shown.fault if shown else None)
        held = {
            "number": session.number,
            "mark": shown.mark if shown else "",
            "total": len(known),
            "errors": sum(level_of(one).value == "error" for one in known),
            "problems": [told(one, page_of(one)) for one in known[:_MOST]],
            "address": address,
            "waiting": edition.waiting.get(address, ""),
            "unborn": {one: said.partition(":")[0].split(" lúc")[0] for one, said in edition.waiting.items()},
            "fault": _fault(fault) if fault else None,
            "style": session.style_of(address),
        }
    return json.dumps(held, ensure_ascii=False).encode()


def _fault(fault: Fault) -> dict[str, str]:
    return {"what": fault.what, "place": fault.place, "line": fault.line}


def told(problem: Problem, page: str) -> dict[str, str]:
    """A problem in words; `page` is the address of the page that its file makes.

    The line is cut into what stands `before` the place, what is `marked`, and what comes `after`.
    """
    what, mend = words(problem)
    at = problem.at
    begin, end = at.column - 1, at.column - 1 + at.width
    first = max(0, begin - _LINE // 2)
    return {
        "page": page,
        "level": level_of(problem).value,
        "place": f"{at.file}:{at.line}:{at.column}",
        "what": what,
        "mend": mend,
        "line": at.excerpt.strip(),
        "before": at.excerpt[first:begin].lstrip(),
        "marked": at.excerpt[begin:end][:_LINE],
        "after": at.excerpt[end : end + _LINE // 2],
    }
