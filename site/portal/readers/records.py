"""Articles as small tuples of plain values, and back: what is kept of a file between two readings.

A record holds what every page and list needs of an article. Its text stays in the store until a page that
shows it is made.
"""

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from portal.model.article import Article, Category, Source, Tag
from portal.model.media import Asset, Picture, Variant
from portal.model.text import Body, Heading, Html, Link
from portal.problems.problem import Location
from portal.readers.addresses import language_of, stem_of
from portal.source.store import Store, digest
from vietnamese.dates import HANOI

_EPOCH = datetime(1970, 1, 1, 7, tzinfo=HANOI)
_MICROSECOND = timedelta(microseconds=1)

Plain = tuple[Any, ...]
"""Nested tuples of text, numbers, bytes and None: what `marshal` writes the same way everywhere."""


class KeptBody(Body):
    """A text that lies in the store: read when it is asked for, and not held."""

    __slots__ = ("_digest", "_file", "_store", "_targets")
    _store: Store
    _file: str
    _digest: bytes
    _targets: tuple[str, ...]

    def __init__(self, store: Store, file: str, held: Plain) -> None:
        """Take what the record says of it; nothing is looked up yet."""
        own, anchors, targets, words = held
        for name, value in (
            ("_store", store), ("_file", file), ("_digest", own), ("_targets", targets),
            ("anchors", frozenset(anchors)), ("words", words),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    @property
    def digest(self) -> bytes:
        """Stands for all that it says."""
        return self._digest

    @property
    def targets(self) -> tuple[str, ...]:
        """Where its links lead."""
        return self._targets

    @property
    def html(self) -> Html:
        """The markup; raises Damaged where the store has another text."""
        return Html(self._parts()[0])

    @property
    def plain(self) -> str:
        """The plain words; raises Damaged."""
        words: str = self._parts()[1]
        return words

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings; raises Damaged."""
        return tuple(Heading(*found) for found in self._parts()[2])

    @property
    def links(self) -> tuple[Link, ...]:
        """The links with their places; raises Damaged."""
        return tuple(Link(*found) for found in self._parts()[3])

    def _parts(self) -> Plain:
        parts: Plain = marshal.loads(self._store.text(self._file, self._digest))
        return parts


@dataclass(frozen=True, slots=True)
class Places:
    """Where the files of assets may lie: prepared in the cache, or as they are in the portal's folder."""

    cache: Path
    portal: Path

    def pack(self, asset: Asset) -> Plain:
        """An asset as plain values, with no folder of this machine in them."""
        prepared = asset.file.is_relative_to(self.cache)
        file = asset.file.relative_to(self.cache if prepared else self.portal).as_posix()
        return (asset.address, prepared, file, asset.media, asset.size, asset.digest)

    def unpack(self, held: Plain) -> Asset:
        """The asset again."""
        address, prepared, file, media, size, own = held
        return Asset(address, (self.cache if prepared else self.portal) / file, media, size, own)


def pack_text(body: Body) -> bytes:
    """What the store keeps of a text."""
    headings = tuple((h.level, h.anchor, h.text) for h in body.headings)
    links = tuple((x.target, x.file, x.line, x.column, x.width, x.excerpt) for x in body.links)
    return marshal.dumps((body.html.source, body.plain, headings, links), 2)


def pack_article(article: Article, text: bytes, places: Places) -> Plain:
    """An article but its text; `text` is what `pack_text` gave."""
    body = article.body
    held = (digest(text), tuple(sorted(body.anchors)), body.targets, body.words)
    source = article.source
    teaser = (
        article.title, article.summary, pack_moment(article.date), article.category.id,
        _pack_picture(article.picture, places) if article.picture else None,
    )  # fmt: skip
    rest = (
        article.id, pack_moment(article.updated), article.author,
        (source.name, source.url, source.date.toordinal() if source.date else 0) if source else None,
        article.unit, tuple((tag.id, tag.name) for tag in article.tags), article.aliases, held,
    )  # fmt: skip
    file = article.file
    return (teaser, rest, digest(repr((file, teaser, rest)).encode()), digest(repr((file, teaser)).encode()))


@dataclass(slots=True)
class Unpacker:
    """Makes articles of records; equal tags and assets are one value."""

    store: Store
    places: Places
    categories: Mapping[str, Mapping[str, Category]]
    assets: dict[str, Asset]
    tags: dict[tuple[str, str, str], Tag]

    def article(self, file: str, packed: Plain) -> Article:
        """The article of a file."""
        teaser, rest, own, of_teaser = packed
        title, summary, date, category, picture = teaser
        id, updated, author, source, unit, tags, aliases, held = rest
        language = language_of(file)
        return Article(
            stem_of(file), file.split("/", 2)[1], language, id, title, unpack_moment(date), summary,
            self.categories[language][category], KeptBody(self.store, file, held), file,
            unpack_moment(updated) if updated is not None else None, author,
            _source(source) if source else None, unit,
            tuple(self._tag(found, language) for found in tags),
            self._picture(picture) if picture else None, aliases, (language,), (own, of_teaser),
        )  # fmt: skip

    def asset(self, held: Plain) -> Asset:
        """An asset, the same value for the same address."""
        found = self.assets.get(held[0])
        if found is None:
            found = self.assets[held[0]] = self.places.unpack(held)
        return found

    def _tag(self, held: tuple[str, str], language: str) -> Tag:
        key = (*held, language)
        found = self.tags.get(key)
        if found is None:
            found = self.tags[key] = Tag(*key)
        return found

    def _picture(self, held: Plain) -> Picture:
        variants, fallback, alt, caption, credit = held
        made = tuple(self._variant(variant) for variant in variants)
        return Picture(made, self._variant(fallback), alt, caption, credit)

    def _variant(self, held: Plain) -> Variant:
        asset, width, height = held
        return Variant(self.asset(asset), width, height)


def pack_place(at: Location) -> Plain:
    """A place in a file."""
    return (at.file, at.line, at.column, at.width, at.excerpt)


def _pack_picture(picture: Picture, places: Places) -> Plain:
    def packed(variant: Variant) -> Plain:
        return (places.pack(variant.asset), variant.width, variant.height)

    variants = tuple(packed(variant) for variant in picture.variants)
    return (variants, packed(picture.fallback), picture.alt, picture.caption, picture.credit)


def _source(held: Plain) -> Source:
    name, url, day = held
    return Source(name, url, Day.fromordinal(day) if day else None)


def pack_moment(moment: datetime | None) -> int | None:
    """A moment as microseconds since 1970."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def unpack_moment(held: int) -> datetime:
    """The moment again, in Asia/Ho_Chi_Minh."""
    return _EPOCH + _MICROSECOND * held
