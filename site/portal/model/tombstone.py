"""What stays at the address of a text that was public and is no more."""

from dataclasses import dataclass
from datetime import datetime

from portal.model.article import Article
from portal.model.life import Life, Withdrawal
from portal.model.page import StandingPage

Lived = tuple[Article | StandingPage, Life]
"""A text, and when it is public."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A text that was taken back, or that has expired (then `withdrawal` is None): nothing of what it said.

    `unit` is the id of the unit that is asked about it; `published` the date that an article showed.
    """

    address: str
    language: str
    title: str
    ended: datetime
    withdrawal: Withdrawal | None = None
    published: datetime | None = None
    unit: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def changed(self) -> datetime:
        """When it last changed for readers."""
        return self.ended


def tombstone(text: Article | StandingPage, life: Life, moment: datetime) -> Tombstone:
    """What is left at a moment of a text that is withdrawn or expired then."""
    withdrawal = life.withdrawn if life.withdrawn and life.withdrawn.date <= moment else None
    ended = withdrawal.date if withdrawal else life.expires
    assert ended is not None
    return Tombstone(
        address=text.address,
        language=text.language,
        title=text.title,
        ended=ended,
        withdrawal=withdrawal,
        published=text.date if isinstance(text, Article) else None,
        unit=text.unit if isinstance(text, Article) else "",
        aliases=text.aliases,
    )
