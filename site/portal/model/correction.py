"""What an office says of its own changes: corrections, and notes on what else was changed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong, and what is right; both stay where the text stands, for as long as it does."""

    at: datetime
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class UpdateNote:
    """What was changed that was not wrong before."""

    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What is said of the changes of one text, newest first."""

    corrections: tuple[Correction, ...] = ()
    updates: tuple[UpdateNote, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.corrections or self.updates)

    @property
    def newest(self) -> datetime | None:
        """When anything was last said."""
        told = (*(one.at for one in self.corrections), *(one.at for one in self.updates))
        return max(told, default=None)


NO_NOTES = Notes()
"""Of a text of which nothing is said: of nearly all."""
