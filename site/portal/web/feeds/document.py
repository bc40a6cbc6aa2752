"""What a feed says, whatever its format: the newest articles of a list, or one archive of older ones."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from html import escape
from typing import Protocol, TypeVar

from portal.model.article import Article
from portal.model.listing import Listing, holds
from portal.model.media import Picture
from portal.model.settings import Settings
from portal.model.telling import period_within
from portal.web.absolute import absolute_address, absolute_markup
from portal.web.section import Reworded
from portal.web.translator import translator
from vietnamese.dates import HANOI, format_day, format_day_en

PER_DOCUMENT = 30
T = TypeVar("T")
# What XML 1.0 cannot carry at all, and the controls that it discourages (XML 1.0, 2.2).
# Compiled when the first feed is made: it takes as long as ten articles.
_CONTROL = "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with an entry: absolute address, media type, length in bytes."""

    address: str
    media: str
    size: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: the id of a category or tag, its name, and the absolute address of its list."""

    id: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as feeds tell it; addresses are absolute, `html` is its full text."""

    id: str
    address: str
    title: str
    summary: str
    html: str
    author: str
    published: datetime
    changed: datetime
    subjects: tuple[Subject, ...]
    enclosure: Enclosure | None


class Telling(Protocol):
    """What a feed tells one of."""

    @property
    def made_of(self) -> Hashable:
        """What its entry follows from: what is made of the same says the same."""
        ...

    @property
    def entry(self) -> Entry:
        """What is told of it."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """An article that a feed of a portal at an address tells.

    It stands in several feeds, so that its text is not looked up where its entry is at hand.
    """

    article: Article
    base: str
    publisher: str

    @property
    def made_of(self) -> tuple[bytes, str, str]:
        """What its entry follows from: what is made of the same says the same."""
        return (self.article.marked, self.base, self.publisher)

    @property
    def entry(self) -> Entry:
        """What is told of it; raises what reading a kept text raises."""
        article, address = self.article, self.base + self.article.address
        return Entry(
            id=article.id,
            address=address,
            title=legible(article.title),
            summary=legible(article.summary),
            html=absolute_markup(legible(_noted(article) + article.body.html.source), address),
            author=legible(article.author or self.publisher),
            published=article.date,
            changed=article.changed,
            subjects=tuple(_subjects(article, self.base)),
            enclosure=_enclosure(article.picture, self.base) if article.picture else None,
        )


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed document, newest entry first; all addresses are absolute.

    `own` is where it stands and `home` the page that shows the same. `previous` is the archive document
    before it, if there is one; `current` is set in archive documents only (RFC 5005).
    """

    id: str
    title: str
    description: str
    language: str
    home: str
    own: str
    publisher: str
    updated: datetime
    told: Sequence[Telling]
    previous: str = ""
    current: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What it says of its articles."""
        return tuple([one.entry for one in self.told])


@dataclass(frozen=True, slots=True)
class FeedSpot:
    """The place of a feed document: of the newest entries (`number` 0), or of an archive."""

    listing: Listing
    settings: Settings
    file: str
    number: int = 0

    @property
    def language(self) -> str:
        """The language of the list."""
        return self.listing.language

    @property
    def address(self) -> str:
        """Where the document stands."""
        return self.listing.home + self.file

    @property
    def marked(self) -> tuple[object, ...]:
        """What the document is made of."""
        held = b",".join([article.marked for article in _held(self.listing, self.number)])
        return (self.listing, self.settings, self.file, self.number, held, archives(self.listing))

    def may_show(self, reworded: Reworded) -> bool:
        """Whether any of some articles is in the document."""
        return holds(_held(self.listing, self.number), reworded.articles)


def archive_name(number: int) -> str:
    """The file name of an archive document."""
    return f"atom-{number}.xml"


def archives(listing: Listing) -> int:
    """How many archive documents a list has: all full; the newest entries are the rest."""
    return archived(len(listing.articles))


def archived(entries: int) -> int:
    """How many archive documents so many entries have."""
    return max(0, (entries - 1) // PER_DOCUMENT)


def articles_at(spot: FeedSpot) -> tuple[Article, ...]:
    """Give the articles of the document at a place, newest first."""
    return _held(spot.listing, spot.number)


def feed_at(spot: FeedSpot) -> Feed:
    """Give what the document at a place says.

    A full archive names no archive after it, so that it stays as it is however many articles follow.
    """
    listing, settings = spot.listing, spot.settings
    words, home = settings.of(spot.language), settings.url + listing.home
    before = spot.number - 1 if spot.number else archives(listing)
    publisher = words.publisher or words.name
    articles = articles_at(spot)
    return Feed(
        id=f"tag:{settings.authority},{settings.since.isoformat()}:{listing.home.strip('/')}",
        title=legible(title_of(listing, settings)),
        description=legible(listing.description or words.description or words.name),
        language=listing.language,
        home=home,
        own=settings.url + spot.address,
        publisher=legible(publisher),
        updated=_newest_change(articles, settings),
        told=tuple([Told(one, settings.url, publisher) for one in articles]),
        previous=home + archive_name(before) if before else "",
        current=f"{home}atom.xml" if spot.number else "",
    )


def title_of(listing: Listing, settings: Settings) -> str:
    """What a list's feed is called among feeds of other portals."""
    name = settings.of(listing.language).name
    return name if listing.kind == "news" else f"{listing.title} – {name}"


def legible(text: str) -> str:
    """A text without the characters that no XML document may hold: one of them would stop the whole feed."""
    return re.sub(_CONTROL, "", text)


def held_in(entries: Sequence[T], number: int) -> tuple[T, ...]:
    """Those of some entries, newest first, that stand in a document: the newest (0), or an archive's."""
    if not number:
        return tuple(entries[:PER_DOCUMENT])
    end = len(entries) - (number - 1) * PER_DOCUMENT
    return tuple(entries[end - PER_DOCUMENT : end])


def _held(listing: Listing, number: int) -> tuple[Article, ...]:
    return held_in(listing.articles, number)


def _newest_change(articles: tuple[Article, ...], settings: Settings) -> datetime:
    return max((article.changed for article in articles), default=beginning(settings))


def beginning(settings: Settings) -> datetime:
    """When a feed changed last that tells of nothing yet."""
    return datetime.combine(settings.since, time(), HANOI)


def _noted(article: Article) -> str:
    """What the page of an article says of figures that were revised after it was published."""
    if not article.revised:
        return ""
    language = article.language
    t = translator(language)
    day = format_day if language == "vi" else format_day_en
    told = (
        (f"{day(one.at)}. " if one.at else "")
        + t(
            "revised.one", name=one.name, period=period_within(one.period, language), old=one.old, new=one.new
        )
        + (" " + t("revisions.reason", reason=one.reason) if one.reason else "")
        for one in article.revised
    )
    entries = "".join(f"<li>{escape(one)}</li>" for one in told)
    return f"<p><strong>{escape(t('revised.title'))}</strong></p><ul>{entries}</ul>"


def _subjects(article: Article, base: str) -> Iterator[Subject]:
    category = article.category
    yield Subject(category.id, legible(category.name), base + category.address)
    for tag in article.tags:
        yield Subject(tag.id, legible(tag.name), base + tag.address)


def _enclosure(picture: Picture, base: str) -> Enclosure:
    asset = picture.fallback.asset
    return Enclosure(absolute_address(asset.address, base), asset.media, asset.size)
