"""News articles and the small values that lists show of them."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Day
from functools import cached_property
from typing import NamedTuple, Self

from portal.model.chronicle import RevisedFigure
from portal.model.correction import NO_NOTES, Notes
from portal.model.fingerprint import Marks
from portal.model.media import Picture
from portal.model.pairs import pack_pairs
from portal.model.service import ServiceGroup
from portal.model.text import Body
from portal.model.unit import Unit

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Category:
    """A subject that the portal files its news under."""

    id: str
    name: str
    description: str = ""
    language: str = "vi"

    @property
    def address(self) -> str:
        """Where its list stands."""
        return f"{prefix(self.language)}/chuyen-muc/{self.id}/"


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that articles share; `id` is its slug."""

    id: str
    name: str
    language: str = "vi"

    @property
    def address(self) -> str:
        """Where its list stands."""
        return f"{prefix(self.language)}/chu-de/{self.id}/"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article's facts come from."""

    name: str
    url: str = ""
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Teaser:
    """What a list shows of an article: nothing of its body, so that an edited body changes no list."""

    address: str
    language: str
    title: str
    summary: str
    date: datetime
    category: Category
    picture: Picture | None = None


@dataclass(frozen=True)
class Article:
    """One article in one language.

    `date` is the date shown, aware, in Asia/Ho_Chi_Minh; `year` the folder it lies in, which is part of its
    address for ever. `id` is its `tag:` URI (RFC 4151), the same after every rename and move.
    """

    slug: str
    year: str
    language: str
    id: str
    title: str
    date: datetime
    summary: str
    category: Category
    body: Body
    file: str
    updated: datetime | None = None
    author: str = ""
    source: Source | None = None
    unit: str = ""
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("vi",)
    revised: tuple[RevisedFigure, ...] = ()
    """The figures in its text that were revised since it was published."""
    notes: Notes = NO_NOTES
    """What its editors say of its changes."""

    @cached_property
    def address(self) -> str:
        """`/tin-tuc/<year>/<slug>/`, below `/en` for English."""
        return f"{prefix(self.language)}/tin-tuc/{self.year}/{self.slug}/"

    @property
    def changed(self) -> datetime:
        """When it last changed for readers: also when a figure in it was revised."""
        own = self.updated or self.date
        if told := self.notes.newest:
            own = max(own, told)
        return max((own, *(one.at for one in self.revised if one.at))) if self.revised else own

    @property
    def order(self) -> tuple[int, str]:
        """What lists are ordered by, oldest first."""
        return ((self.date - _EPOCH) // _MICROSECOND, self.address)

    @property
    def pictured(self) -> bool:
        """Whether it has a lead picture."""
        return self.picture is not None

    @property
    def pairs(self) -> bytes:
        """The pairs of words in its title and summary (`portal.model.pairs`)."""
        return pack_pairs(self.title, self.summary)

    @property
    def targets(self) -> tuple[str, ...]:
        """Where the links of its text lead."""
        return self.body.targets

    @property
    def words(self) -> int:
        """The number of words of its text."""
        return self.body.words

    @property
    def marked(self) -> bytes:
        """A digest of what of it can change its page."""
        return Marks().once([getattr(self, part.name) for part in fields(self)])

    @property
    def listed(self) -> bytes:
        """A digest of what of it can change a list: its teaser."""
        return Marks().once(self.teaser)

    @property
    def placed(self) -> bytes:
        """A digest of what decides where it is listed, and when it last changed."""
        tags = tuple(tag.id for tag in self.tags)
        return Marks().once(
            (self.address, self.date, self.changed, self.category.id, self.unit, tags, self.notes)
        )

    @cached_property
    def teaser(self) -> Teaser:
        """What lists show of it."""
        return Teaser(
            self.address, self.language, self.title, self.summary, self.date, self.category, self.picture
        )

    def with_revised(self, revised: tuple[RevisedFigure, ...]) -> Self:
        """The same article, known to take figures that were revised since."""
        return replace(self, revised=revised)

    def in_languages(self, codes: tuple[str, ...]) -> Self:
        """The same article, known to stand in these languages."""
        return replace(self, languages=codes)


class Story(NamedTuple):
    """An article among its neighbours: what its page shows.

    `older` and `newer` are the next ones in time; its `kin` are older articles only, so that a new article
    changes no old page but its neighbours'. A page shows teasers of them.
    """

    article: Article
    older: Article | None
    newer: Article | None
    find_kin: Callable[[Article], tuple[Article, ...]]
    unit: Unit | None = None
    services: tuple[ServiceGroup, ...] = ()

    @property
    def kin(self) -> tuple[Article, ...]:
        """The articles nearest to it, found when they are asked for."""
        return self.find_kin(self.article)

    @property
    def previous(self) -> Teaser | None:
        """The teaser of the next older article."""
        return self.older.teaser if self.older else None

    @property
    def following(self) -> Teaser | None:
        """The teaser of the next newer article."""
        return self.newer.teaser if self.newer else None

    @property
    def related(self) -> tuple[Teaser, ...]:
        """The teasers of its kin, nearest first."""
        return tuple(article.teaser for article in self.kin)

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        around = (self.older, self.newer, *self.kin)
        shown = b",".join([article.listed if article else b"" for article in around])
        return (self.article.marked, shown, self.unit, self.services)

    @property
    def language(self) -> str:
        """The language of the article."""
        return self.article.language

    @property
    def address(self) -> str:
        """The address of the article."""
        return self.article.address


def prefix(language: str) -> str:
    """What stands before the addresses of a language: nothing for Vietnamese, `/en` for English."""
    return "" if language == "vi" else f"/{language}"
