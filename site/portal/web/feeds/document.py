"""What a feed says, whatever its format: the newest articles of a list, or one archive of older ones."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from portal.model.article import Article, Category, Tag
from portal.model.listing import Listing
from portal.model.settings import Settings
from portal.web.absolute import absolute_address, absolute_markup
from portal.web.section import Reworded
from vietnamese.dates import HANOI

PER_DOCUMENT = 30
# What XML 1.0 cannot carry at all, and the controls that it discourages (XML 1.0, 2.2).
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    """An article as feeds of a portal at `base` tell it; addresses are absolute.

    Nothing is looked up before it is asked for: an article stands in several feeds, and is written once.
    """

    article: Article
    base: str
    publisher: str

    @property
    def made_of(self) -> tuple[bytes, str, str]:
        """What all the rest follows from: entries that are made of the same tell the same."""
        return (self.article.marked, self.base, self.publisher)

    @property
    def id(self) -> str:
        """Its `tag:` URI, the same after every rename."""
        return self.article.id

    @property
    def address(self) -> str:
        """Where its page stands."""
        return self.base + self.article.address

    @property
    def title(self) -> str:
        """Its title, in plain words."""
        return legible(self.article.title)

    @property
    def summary(self) -> str:
        """What it is about, in plain words."""
        return legible(self.article.summary)

    @property
    def html(self) -> str:
        """Its full text; raises what reading a kept text raises."""
        return absolute_markup(legible(self.article.body.html.source), self.address)

    @property
    def author(self) -> str:
        """Who wrote it, or else the publisher."""
        return legible(self.article.author or self.publisher)

    @property
    def published(self) -> datetime:
        """The date that its page shows."""
        return self.article.date

    @property
    def changed(self) -> datetime:
        """When it last changed for readers."""
        return self.article.changed

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Its category, then its tags."""
        held: tuple[Category | Tag, ...] = (self.article.category, *self.article.tags)
        return tuple([Subject(one.id, legible(one.name), self.base + one.address) for one in held])

    @property
    def enclosure(self) -> Enclosure | None:
        """Its lead picture in the size that everybody can show."""
        if self.article.picture is None:
            return None
        asset = self.article.picture.fallback.asset
        return Enclosure(absolute_address(asset.address, self.base), asset.media, asset.size)


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
    entries: tuple[Entry, ...]
    previous: str = ""
    current: str = ""


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
        held = _held(self.listing, self.number)
        return not reworded.articles.isdisjoint([article.address for article in held])


def archive_name(number: int) -> str:
    """The file name of an archive document."""
    return f"atom-{number}.xml"


def archives(listing: Listing) -> int:
    """How many archive documents a list has: all full; the newest entries are the rest."""
    return max(0, (len(listing.articles) - 1) // PER_DOCUMENT)


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
        entries=tuple([Entry(one, settings.url, publisher) for one in articles]),
        previous=home + archive_name(before) if before else "",
        current=f"{home}atom.xml" if spot.number else "",
    )


def title_of(listing: Listing, settings: Settings) -> str:
    """What a list's feed is called among feeds of other portals."""
    name = settings.of(listing.language).name
    return name if listing.kind == "news" else f"{listing.title} – {name}"


def legible(text: str) -> str:
    """A text without the characters that no XML document may hold: one of them would stop the whole feed."""
    return _CONTROL.sub("", text)


def _held(listing: Listing, number: int) -> tuple[Article, ...]:
    if not number:
        return listing.articles[:PER_DOCUMENT]
    end = len(listing.articles) - (number - 1) * PER_DOCUMENT
    return listing.articles[end - PER_DOCUMENT : end]


def _newest_change(articles: tuple[Article, ...], settings: Settings) -> datetime:
    start = datetime.combine(settings.since, time(), HANOI)
    return max((article.changed for article in articles), default=start)
