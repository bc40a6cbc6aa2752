"""The fields `checks`, which switches guards off, and `allow`, which says what is no private person's."""

from collections.abc import Iterable, Mapping

from portal.guard.finding import Known
from portal.problems.catalogue import CATALOGUE
from portal.readers.desk import Desk, hint
from portal.readers.known import HOSTS, MAIL_HOSTS, number
from portal.readers.schema import Line, Schema
from portal.source.tree import Tree

_GUARDS = frozenset(code for code in CATALOGUE if code.startswith("guard/"))
_LEAST_REASON = 2  # words


class Off(Schema):
    """Why a guard is switched off."""

    off: Line


class AllowFields(Schema):
    """What is no private person's, and whom the portal links to."""

    phones: tuple[Line, ...] = ()
    mails: tuple[Line, ...] = ()
    hosts: tuple[Line, ...] = ()


Checks = dict[str, Off]


def switched_off(desk: Desk, tree: Tree, checks: Mapping[str, Off]) -> frozenset[str]:
    """The guards that `checks` of a file switches off; an unknown code or a missing reason is said."""
    for code, given in checks.items():
        if code not in _GUARDS:
            names = {name.partition("/")[2]: name for name in sorted(_GUARDS)}
            near = hint(code, _GUARDS) or hint(code.rpartition("/")[2], names)
            desk.say("checks/unknown", tree.key(("checks", code)), name=code, hint=near)
        elif len(given.off.split()) < _LEAST_REASON:
            desk.say("checks/no-reason", tree.place(("checks", code, "off")), name=code)
    return frozenset(checks)


def known_of(allow: AllowFields, own: Iterable[str]) -> Known:
    """What portal.yaml allows; `own` are the portal's hosts. A mail that is a host allows all at it."""
    mails = {mail.lower().removeprefix("@") for mail in allow.mails}
    whole = frozenset(mail for mail in mails if "@" in mail)
    hosts = {host.lower().rpartition("://")[2].strip("/") for host in (*allow.hosts, *own) if host}
    phones = frozenset(number(phone) for phone in allow.phones)
    return Known(phones, whole, MAIL_HOSTS | hosts | (mails - whole), HOSTS | hosts)
