"""One published version of one thing."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Redaction:
    """Why a version was taken away: the decision, its legal basis, and when."""

    decision: str
    basis: str
    time: datetime
    entry: int


@dataclass(frozen=True, slots=True)
class Version:
    """What a file said from a moment on: `number` counts from 1, `entry` is its number in the log.

    `change` is the editor's note. Of a version that was taken away only its moment, its entry and the
    redaction are left. One with no digest says that nothing stands there any more.
    """

    number: int
    published: datetime
    sha256: str
    change: str
    entry: int
    path: str = ""
    media: str = ""
    size: int = 0
    redaction: Redaction | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether it says that the thing was withdrawn."""
        return not self.sha256 and self.redaction is None
