"""What guards let pass, and what they found in a whole portal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from portal.guard.finding import Known
from portal.model.unit import Unit
from portal.problems.problem import Problem

HOSTS = frozenset((
    "gov.vn", "edu.vn", "mil.vn", "chinhphu.vn", "baochinhphu.vn", "quochoi.vn", "dangcongsan.vn", "vbpl.vn",
    "nhandan.vn", "qdnd.vn", "vtv.vn", "vov.vn", "vietnamplus.vn", "ttxvn.vn", "tinnhiemmang.vn", "gov",
    "gov.uk", "int", "europa.eu", "un.org", "worldbank.org", "w3.org", "ietf.org", "rfc-editor.org",
    "iso.org", "wikipedia.org", "creativecommons.org", "openstreetmap.org", "maps.google.com",
    "play.google.com", "apps.apple.com", "facebook.com", "youtube.com", "zalo.me", "example", "example.com",
    "example.org",
))  # fmt: skip
"""Hosts that every portal may link to: of the state, of standards, and where offices have their pages."""

MAIL_HOSTS = frozenset(("gov.vn", "edu.vn", "mil.vn", "example", "example.com"))
"""Hosts of which every address is an office's, or nobody's (RFC 2606)."""


def with_units(known: Known, units: Sequence[Unit]) -> Known:
    """The same, and what units say of themselves."""
    phones = {number(part) for unit in units for part in unit.phone.replace(";", ",").split(",") if part}
    mails = {unit.email.lower() for unit in units if unit.email}
    return Known(known.phones | phones, known.mails | mails, known.mail_hosts, known.hosts)


def number(phone: str) -> str:
    """The digits of a telephone number, with a leading zero."""
    digits = "".join(filter(str.isdigit, phone))
    return "0" + digits[2:] if digits.startswith("84") and len(digits) > 9 else digits


def settled(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Of each strange host the first link alone, with how many there are: it is one to judge."""
    kept: list[Problem] = []
    count: dict[str, int] = {}
    for problem in problems:
        if problem.code == "guard/foreign-link":
            host = problem.facts["host"]
            count[host] = count.get(host, 0) + 1
            if count[host] > 1:
                continue
        kept.append(problem)
    if not count:
        return tuple(kept)
    return tuple(_counted(one, count) if one.code == "guard/foreign-link" else one for one in kept)


def _counted(problem: Problem, count: Mapping[str, int]) -> Problem:
    return replace(problem, facts={**problem.facts, "count": str(count[problem.facts["host"]])})
