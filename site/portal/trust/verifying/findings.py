"""What verifying can find, and the exit code that follows: one cause, one finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SOUND, CHANGED, UNKNOWN, REWRITTEN, STALE, UNCHECKED = 0, 10, 11, 12, 13, 14

EXITS: Mapping[str, int] = {
    "file/changed": CHANGED,
    "file/cloaked": CHANGED,
    "file/missing": CHANGED,
    "file/redirected": CHANGED,
    "log/entries-changed": CHANGED,
    "log/entries-missing": CHANGED,
    "log/record-changed": CHANGED,
    "log/record-missing": CHANGED,
    "log/tile-changed": CHANGED,
    "log/tile-missing": CHANGED,
    "log/no-checkpoint": CHANGED,
    "manifest/changed": CHANGED,
    "manifest/missing": CHANGED,
    "page/cloaked": UNKNOWN,
    "page/elsewhere": UNKNOWN,
    "page/unknown": UNKNOWN,
    "log/forked": REWRITTEN,
    "log/not-signed": REWRITTEN,
    "log/other": REWRITTEN,
    "log/rewritten": REWRITTEN,
    "log/rolled-back": REWRITTEN,
    "log/stale": STALE,
    "log/absent": UNCHECKED,
    "log/entry-unknown": UNCHECKED,
    "log/no-release": UNCHECKED,
    "manifest/absent": UNCHECKED,
    "read/failed": UNCHECKED,
    "read/too-many": UNCHECKED,
    "state/unreadable": UNCHECKED,
    "witness/too-few": UNCHECKED,
}
"""Each code of a finding, and the exit code that it leads to."""

_GRAVEST = (REWRITTEN, UNKNOWN, CHANGED, STALE, UNCHECKED)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that is not as it must be: its code, where, and what more there is to say."""

    code: str
    where: str
    detail: str = ""

    @property
    def exit(self) -> int:
        """The exit code that it leads to by itself."""
        return EXITS[self.code]


def exit_of(findings: Iterable[Finding]) -> int:
    """The exit code of them all: that of the gravest; 0 only where there is none."""
    found = {one.exit for one in findings}
    return next((code for code in _GRAVEST if code in found), SOUND)
