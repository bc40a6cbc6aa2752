"""News articles and the small values that lists show of them."""

from dataclasses import dataclass, field, fields
from datetime import date as Day
from datetime import datetime
from functools import cached_property

from portal.model.media import Picture
from portal.model.service import ServiceGroup
from portal.model.text import Body
from portal.model.unit import Unit


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
    mark: bytes = field(default=b"", compare=False, repr=False)

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        if self.mark:
            return (self.mark, self.category)
        return (
            self.address, self.language, self.title, self.summary, self.date, self.picture, self.category,
        )  # fmt: skip


@dataclass(frozen=True)
class Article:
    """One article in one language.

    `date` is the date shown, aware, in Asia/Ho_Chi_Minh; `year` the folder it lies in, which is part of its
    address for ever. `id` is its `tag:` URI (RFC 4151), the same after every rename and move. `marks` are
    digests of what it and its teaser say beside category and languages, where they were taken when it was
    read; else empty.
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
    marks: tuple[bytes, bytes] = field(default=(b"", b""), compare=False, repr=False)

    @cached_property
    def address(self) -> str:
        """`/tin-tuc/<year>/<slug>/`, below `/en` for English."""
        return f"{prefix(self.language)}/tin-tuc/{self.year}/{self.slug}/"

    @property
    def changed(self) -> datetime:
        """When it last changed for readers."""
        return self.updated or self.date

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        if self.marks[0]:
            return (self.marks[0], self.category, self.languages)
        return tuple(getattr(self, part.name) for part in fields(self))

    @cached_property
    def teaser(self) -> Teaser:
        """What lists show of it."""
        return Teaser(
            self.address, self.language, self.title, self.summary, self.date, self.category, self.picture,
            self.marks[1],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """An article among its neighbours: what its page shows.

    `previous` is the next older, `following` the next newer; `related` are older articles only, so that a
    new article changes no old page but its neighbours'.
    """

    article: Article
    previous: Teaser | None
    following: Teaser | None
    related: tuple[Teaser, ...]
    unit: Unit | None = None
    services: tuple[ServiceGroup, ...] = ()

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
