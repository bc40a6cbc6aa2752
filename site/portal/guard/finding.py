"""What a guard found: where in a text, and why it was looked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """A code of the catalogue, and the characters from `start` to `end` of a text."""

    code: str
    start: int
    end: int
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What a portal says is no private person's, and whom it may link to.

    `phones` are digits alone, with a leading zero; `mails` are whole addresses; hosts stand for those below
    them too.
    """

    phones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    mail_hosts: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()

    @property
    def plain(self) -> tuple[object, ...]:
        """All of it in one order: equal values give equal texts."""
        return tuple(sorted(held) for held in (self.phones, self.mails, self.mail_hosts, self.hosts))


def is_below(host: str, known: frozenset[str]) -> bool:
    """Whether a host is one of those known, or below one."""
    while host not in known:
        _, dot, host = host.partition(".")
        if not dot:
            return False
    return True
