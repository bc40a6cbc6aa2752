"""The published versions of texts, and which pages tell of them: history, differences, old versions.

A text of one version has no such pages: it is itself what was published. Numbers never change, so no page of
a pair ever goes: all pairs of the first five versions, then each with the next, and each with the newest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from portal.model.article import Article
from portal.model.indicator import Indicator
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.readers.writings import change_of
from portal.record.record import Record
from portal.record.version import Version
from portal.revision.weight import Change
from portal.web.section import Reworded
from vietnamese.dates import HANOI

_ALL_PAIRS = 5

Text = Article | StandingPage | Indicator


class Step(NamedTuple):
    """A version, when it was published here, and what it changed of the one before (None where unknown)."""

    version: Version
    at: datetime
    change: Change | None
    compared: str
    """Where the difference stands, empty where there is none."""
    shown: str
    """Where the version stands, empty where its text is gone."""


@dataclass(frozen=True)
class History:
    """The versions of one text as the record of a portal has them."""

    text: Text
    record: Record
    base: str

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.text.language

    @property
    def title(self) -> str:
        """The name of the text."""
        return self.text.name if isinstance(self.text, Indicator) else self.text.title

    @property
    def file(self) -> str:
        """The file that says it."""
        return file_of(self.text)

    @property
    def address(self) -> str:
        """Below the address of the text."""
        return f"{self.text.address}lich-su/"

    @cached_property
    def count(self) -> int:
        """How many versions there are."""
        return count_of(self.record, self.file)

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (self.text, self.base, self.record.mark(self.file))

    def may_show(self, reworded: Reworded) -> bool:
        """Whether its text is among some articles."""
        return any(article.address == self.text.address for article in reworded.articles)

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """Oldest first."""
        return self.record.versions_of(self.file)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Newest first."""
        return tuple(reversed([self._step(place) for place in range(len(self.versions))]))

    def newest(self) -> Step:
        """The newest version; nothing is compared but it."""
        return self._step(len(self.versions) - 1)

    def said(self, number: int) -> str | None:
        """The text of a version by its number; None where there is none any more."""
        return self.record.text(self.versions[number - 1])

    def at(self, number: int) -> datetime:
        """When a version was published, here."""
        return self.versions[number - 1].published.astimezone(HANOI)

    def pair(self, old: int, new: int) -> str:
        """Where the difference of two versions stands."""
        return f"{self.address}{old}-{new}/"

    def version_address(self, number: int) -> str:
        """Where a version stands for ever."""
        return f"{self.text.address}v/{number}/"

    def _step(self, place: int) -> Step:
        version = self.versions[place]
        text = self.record.text(version)
        before = self.record.text(self.versions[place - 1]) if place else None
        both = before is not None and text is not None
        change = change_of(self.file, before, text) if before is not None and text is not None else None
        several = len(self.versions) > 1
        return Step(
            version,
            version.published.astimezone(HANOI),
            change,
            self.pair(place, place + 1) if both else "",
            self.version_address(version.number) if several and text is not None else "",
        )


@dataclass(frozen=True)
class OldVersion:
    """One version of a text, at its own address."""

    history: History
    number: int

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.history.language

    @property
    def address(self) -> str:
        """It never changes."""
        return self.history.version_address(self.number)

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (self.history, self.number)

    def may_show(self, reworded: Reworded) -> bool:
        """Whether its text is among some articles."""
        return self.history.may_show(reworded)


@dataclass(frozen=True)
class Pair:
    """Two versions of a text to compare; `until_now` where the newer is whatever is the newest."""

    history: History
    old: int
    new: int
    until_now: bool = False

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.history.language

    @property
    def address(self) -> str:
        """`…/lich-su/2-3/`, or `…/lich-su/2-nay/`."""
        newer = "nay" if self.until_now else self.new
        return f"{self.history.address}{self.old}-{newer}/"

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (self.history, self.old, self.new, self.until_now)

    def may_show(self, reworded: Reworded) -> bool:
        """Whether its text is among some articles."""
        return self.history.may_show(reworded)


@dataclass(frozen=True)
class TimeMap:
    """The versions of a text for machines (RFC 7089)."""

    history: History

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.history.language

    @property
    def address(self) -> str:
        """Beside the history."""
        return f"{self.history.address}timemap.link"

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change its bytes."""
        return (self.history,)

    def may_show(self, reworded: Reworded) -> bool:
        """Whether its text is among some articles."""
        return self.history.may_show(reworded)


def file_of(text: Text) -> str:
    """The content file that says what a text says."""
    return f"chi-tieu/{text.id}.yaml" if isinstance(text, Indicator) else text.file


def count_of(record: Record, file: str) -> int:
    """How many versions a record has of a file; nothing is read."""
    return sum(isinstance(part, int) for part in record.mark(file))


def histories(portal: Portal) -> Iterator[History]:
    """Those of all texts that were published more than once."""
    if portal.record:
        texts: tuple[Text, ...] = (*portal.articles, *portal.pages, *portal.indicators)
        for text in texts:
            if count_of(portal.record, file_of(text)) > 1:
                yield History(text, portal.record, portal.settings.url)


def old_versions(portal: Portal) -> Iterator[OldVersion]:
    """Every version of a text that has several, the newest too: it can be cited before it is old."""
    return (OldVersion(one, number) for one in histories(portal) for number in range(1, one.count + 1))


def pairs(portal: Portal) -> Iterator[Pair]:
    """Every pair of versions that has a page."""
    return (pair for one in histories(portal) for pair in pairs_of(one))


def pairs_of(history: History) -> Iterator[Pair]:
    """The pairs of one text; their number grows with that of its versions, not with its square."""
    count = history.count
    for new in range(2, count + 1):
        for old in range(1 if new <= _ALL_PAIRS else new - 1, new):
            yield Pair(history, old, new)
    if count > _ALL_PAIRS:
        yield from (Pair(history, old, count, until_now=True) for old in range(1, count))
