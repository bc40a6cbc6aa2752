"""When a text is public: what its editors said of it, and what that makes of it at a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

_BEFORE = timedelta(microseconds=1)


class State(Enum):
    """What a text is at a moment; one that is withdrawn or expired was public, and leaves a tombstone."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a text is taken back: since when, why, and by whom where that is not its unit."""

    date: datetime
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """When a text is public: from `publish` on or ever since, to `expires` or its withdrawal or for ever."""

    draft: bool = False
    publish: datetime | None = None
    expires: datetime | None = None
    withdrawn: Withdrawal | None = None

    def at(self, moment: datetime) -> State:
        """What the text is at a moment: at the very moment that is named, the change has come."""
        if self.draft:
            return State.DRAFT
        if self.publish and self.publish > moment:
            return State.SCHEDULED
        if self.withdrawn and self.withdrawn.date <= moment:
            return State.WITHDRAWN
        if self.expires and self.expires <= moment:
            return State.EXPIRED
        return State.PUBLIC

    @property
    def moments(self) -> tuple[datetime, ...]:
        """Those at which the text becomes something else by itself, earliest first."""
        withdrawn = self.withdrawn.date if self.withdrawn else None
        named = {moment for moment in (self.publish, self.expires, withdrawn) if moment}
        return tuple(one for one in sorted(named) if self.at(one) is not self.at(one - _BEFORE))


ALWAYS = Life()
"""Public at any moment."""


PUBLIC_ALONE = frozenset([State.PUBLIC])
"""The states in which a text is shown to everybody."""
