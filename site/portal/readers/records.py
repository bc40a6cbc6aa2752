"""Articles as small tuples of plain values, and back: what is kept of a file between two readings.

A record holds what lists are cut by. The words that name an article, and its text, stay in the store until a
page that shows them is made.
"""

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from datetime import date as Day
from datetime import datetime, timedelta
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from portal.model.article import Article, Category, Source, Tag
from portal.model.chronicle import RevisedFigure
from portal.model.correction import NO_NOTES, Correction, Notes, UpdateNote
from portal.model.life import ALWAYS, Life, Withdrawal
from portal.model.media import Asset, Picture, Variant
from portal.model.pairs import pack_pairs
from portal.model.portal import LANGUAGES
from portal.model.text import Body, Heading, Html, Link, QuotedCell
from portal.problems.problem import Location, Problem
from portal.readers.addresses import language_of, stem_of
from portal.source.store import Store, digest
from vietnamese.dates import HANOI

_EPOCH = datetime(1970, 1, 1, 7, tzinfo=HANOI)
_MICROSECOND = timedelta(microseconds=1)
_ALONE = {code: (code,) for code in LANGUAGES}
_UNPACKED = 256  # articles whose words are at hand

Plain = tuple[Any, ...]
"""Nested tuples of text, numbers, bytes and None: what `marshal` writes the same way everywhere."""

TextFacts = tuple[bytes, tuple[str, ...], int]
"""Of a text: its digest in the store, where its links lead, and the number of its words."""


class KeptBody(Body):
    """A text that lies in the store: read when it is asked for, and not held."""

    __slots__ = ("_facts", "_unpacker")
    _facts: "Facts"
    _unpacker: "Unpacker"

    def __init__(self, facts: "Facts", unpacker: "Unpacker") -> None:
        """Take what is at hand; nothing is looked up yet."""
        object.__setattr__(self, "_facts", facts)
        object.__setattr__(self, "_unpacker", unpacker)
        object.__setattr__(self, "words", facts.text[2])

    @property
    def digest(self) -> bytes:
        """Stands for all that it says."""
        return self._facts.text[0]

    @property
    def anchors(self) -> frozenset[str]:
        """What a fragment can lead to in it; raises Damaged."""
        return frozenset(self._unpacker.words(self._facts.file, self._facts.words)[6])

    @property
    def targets(self) -> tuple[str, ...]:
        """Where its links lead."""
        return self._facts.text[1]

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

    @property
    def quoted(self) -> tuple[QuotedCell, ...]:
        """The figures that it takes, with their places; raises Damaged."""
        return tuple(QuotedCell(*found) for found in self._parts()[4])

    def _parts(self) -> Plain:
        parts: Plain = marshal.loads(self._unpacker.store.text(self._facts.file, self.digest))
        return parts


class Facts(NamedTuple):
    """What lists are cut by, of one article; equal parts of many are one value."""

    file: str
    address: str
    language: str
    category: Category
    named: bytes
    """A digest of the name of its category."""
    tags: tuple[Tag, ...]
    languages: tuple[str, ...]
    where: tuple[int, int | None, str, str, Plain, Plain]
    aliases: tuple[str, ...]
    pictured: bool
    text: TextFacts
    marks: tuple[bytes, bytes, bytes]
    """Of what it says, of its teaser, and of where it is listed."""
    words: bytes
    """The digest of its words in the store."""
    unit: str
    order: tuple[int, str]
    targets: tuple[str, ...]
    pairs: bytes
    revised: tuple[RevisedFigure, ...] = ()
    """The figures in it that were revised since it was published: no file of its own says so."""


def _fact(name: str, says: str) -> Any:
    """A property that is one of the facts: asked a million times, and quick for that."""
    return property(attrgetter(f"_facts.{name}"), doc=says)


class KeptArticle(Article):
    """An article of a record: what lists are cut by is at hand, its words are looked up when asked for.

    Of ten thousand articles one build shows the words of few.
    """

    __slots__ = ("_facts", "_unpacker")
    _facts: Facts
    _unpacker: "Unpacker"

    file = _fact("file", "As it was read.")
    address = _fact("address", "As its file decided.")
    language = _fact("language", "As its file is named.")
    category = _fact("category", "As it was read.")
    unit = _fact("unit", "As it was read.")
    tags = _fact("tags", "As it was read.")
    aliases = _fact("aliases", "As it was read.")
    languages = _fact("languages", "Those that it stands in.")
    order = _fact("order", "What lists are ordered by, oldest first.")
    pictured = _fact("pictured", "Whether it has a lead picture.")
    targets = _fact("targets", "Where the links of its text lead.")
    pairs = _fact("pairs", "The pairs of words in its title and summary.")

    def __init__(self, facts: Facts, unpacker: "Unpacker") -> None:
        """Take what is at hand."""
        object.__setattr__(self, "_facts", facts)
        object.__setattr__(self, "_unpacker", unpacker)

    @property
    def slug(self) -> str:
        """As its file is named."""
        return stem_of(self._facts.file)

    @property
    def year(self) -> str:
        """The folder that it lies in."""
        return self._facts.file.split("/", 2)[1]

    @property
    def date(self) -> datetime:
        """As it was read."""
        return unpack_moment(self._facts.where[0])

    @property
    def updated(self) -> datetime | None:
        """As it was read."""
        moment = self._facts.where[1]
        return None if moment is None else unpack_moment(moment)

    @property
    def notes(self) -> Notes:
        """What its editors say of its changes."""
        held = self._facts.where[5]
        return _unpack_notes(held) if held else NO_NOTES

    @property
    def revised(self) -> tuple[RevisedFigure, ...]:
        """The figures in it that were revised since it was published."""
        return self._facts.revised

    @property
    def words(self) -> int:
        """The number of words of its text."""
        return self._facts.text[2]

    @property
    def marked(self) -> bytes:
        """A digest of what it says, with its category's and the languages that it stands in."""
        own = self._facts.marks[0] + self._facts.named + ",".join(self._facts.languages).encode()
        return own + digest(repr(self.revised).encode()) if self.revised else own

    @property
    def listed(self) -> bytes:
        """A digest of what its teaser says, with its category's."""
        return self._facts.marks[1] + self._facts.named

    @property
    def placed(self) -> bytes:
        """A digest of what decides where it is listed, and when it last changed."""
        own = self._facts.marks[2]
        return own + digest(repr(self.changed).encode()) if self.revised else own

    def in_languages(self, codes: tuple[str, ...]) -> "KeptArticle":
        """The same article, known to stand in these languages."""
        return KeptArticle(self._facts._replace(languages=codes), self._unpacker)

    def with_revised(self, revised: tuple[RevisedFigure, ...]) -> "KeptArticle":
        """The same article, known to take figures that were revised since."""
        return KeptArticle(self._facts._replace(revised=revised), self._unpacker)

    def reword(self, other: "KeptArticle") -> None:
        """Say from now on what another says: only for who shows one state of a file after another.

        The other must be listed where this one is (`placed`).
        """
        own = self._facts
        self.__dict__.clear()
        object.__setattr__(
            self, "_facts", other._facts._replace(languages=own.languages, revised=own.revised)
        )
        object.__setattr__(self, "_unpacker", other._unpacker)

    @property
    def body(self) -> Body:
        """Its text, which stays in the store."""
        return KeptBody(self._facts, self._unpacker)

    @property
    def id(self) -> str:
        """As it was read."""
        return str(self._words[0])

    @property
    def title(self) -> str:
        """As it was read."""
        return str(self._words[1])

    @property
    def summary(self) -> str:
        """As it was read."""
        return str(self._words[2])

    @property
    def author(self) -> str:
        """As it was read."""
        return str(self._words[3])

    @property
    def source(self) -> Source | None:
        """As it was read."""
        return _source(self._words[4]) if self._words[4] else None

    @property
    def picture(self) -> Picture | None:
        """As it was read."""
        return self._unpacker.picture(self._words[5]) if self._words[5] else None

    @property
    def _words(self) -> Plain:
        return self._unpacker.words(self._facts.file, self._facts.words)


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


class Shared:
    """Makes equal texts of many records one: each is held, and written and read by `marshal`, once."""

    def __init__(self) -> None:
        """Know no text yet."""
        self._known: dict[str, str] = {}

    def of(self, record: Plain) -> Plain:
        """The same record, of texts that were seen before."""
        return tuple([self._same(part) for part in record])

    def text(self, text: str) -> str:
        """The same text, as it was seen before."""
        return self._known.setdefault(text, text)

    def _same(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        return self.of(value) if isinstance(value, tuple) else value


def pack_text(body: Body) -> bytes:
    """What the store keeps of a text."""
    headings = tuple((h.level, h.anchor, h.text) for h in body.headings)
    links = tuple((x.target, x.file, x.line, x.column, x.width, x.excerpt) for x in body.links)
    quoted = tuple(astuple(x) for x in body.quoted)
    return marshal.dumps((body.html.source, body.plain, headings, links, quoted), 2)


def pack_words(article: Article, claimed: Sequence[Location], places: Places) -> bytes:
    """What the store keeps of what names an article, of what can be led to in it, and of its claims."""
    source, picture = article.source, article.picture
    words = (
        article.id, article.title, article.summary, article.author,
        (source.name, source.url, source.date.toordinal() if source.date else 0) if source else None,
        _pack_picture(picture, places) if picture else None,
        tuple(sorted(article.body.anchors)), tuple(pack_place(at) for at in claimed),
    )  # fmt: skip
    return marshal.dumps(words, 2)


def pack_article(article: Article, words: bytes, text: bytes) -> Plain:
    """An article but its words and text; these are what `pack_words` and `pack_text` gave."""
    body = article.body
    where = (
        article.file, pack_moment(article.date), pack_moment(article.updated), article.category.id,
        article.unit, tuple((tag.id, tag.name) for tag in article.tags), _pack_notes(article.notes),
    )  # fmt: skip
    says = marshal.loads(words)
    said = digest(text)
    own = digest(repr((says[:6], where, article.aliases, said)).encode())
    short = digest(repr((where[:2], where[3], says[1], says[2], says[5])).encode())
    held: TextFacts = (said, body.targets, body.words)
    marks = (own, short, digest(repr(where).encode()))
    pairs = pack_pairs(article.title, article.summary)
    return (where[1:], article.aliases, article.picture is not None, held, marks, digest(words), pairs)


def _pack_notes(notes: Notes) -> Plain:
    if not notes:
        return ()
    told = tuple((pack_moment(one.at), one.old, one.new) for one in notes.corrections)
    return (told, tuple((pack_moment(one.at), one.note) for one in notes.updates))


def _unpack_notes(held: Plain) -> Notes:
    told = tuple(Correction(unpack_moment(at), old, new) for at, old, new in held[0])
    return Notes(told, tuple(UpdateNote(unpack_moment(at), note) for at, note in held[1]))


@dataclass(slots=True)
class Unpacker:
    """Makes articles of records; equal tags and assets are one value."""

    store: Store
    places: Places
    categories: Mapping[str, Mapping[str, Category]]
    assets: dict[str, Asset]
    tags: dict[tuple[str, str, str], Tag] = field(default_factory=dict)
    kinds: dict[tuple[str, str], tuple[Category, bytes]] = field(default_factory=dict)
    unpacked: dict[bytes, Plain] = field(default_factory=dict)

    def article(self, file: str, address: str, packed: Plain) -> Article:
        """The article of a file, at an address."""
        where, aliases, pictured, text, marks, own, pairs = packed
        language = language_of(file)
        kind = self.kinds.get((language, where[2])) or self._kind(language, where[2])
        tags = tuple([self._tag(tag[0], tag[1], language) for tag in where[4]])
        facts = Facts(
            file, address, language, *kind, tags, _ALONE[language], where, aliases, pictured, text, marks,
            own, where[3], (where[0], address), text[1], pairs,
        )  # fmt: skip
        return KeptArticle(facts, self)

    def words(self, file: str, expected: bytes) -> Plain:
        """What names an article, kept for a while: a page asks for it piece by piece. Raises Damaged."""
        found = self.unpacked.get(expected)
        if found is None:
            if len(self.unpacked) >= _UNPACKED:
                self.unpacked.clear()
            found = self.unpacked[expected] = marshal.loads(self.store.words(file, expected))
        return found

    def _kind(self, language: str, category_id: str) -> tuple[Category, bytes]:
        category = self.categories[language][category_id]
        self.kinds[language, category_id] = made = category, digest(repr(category).encode())
        return made

    def asset(self, held: Plain) -> Asset:
        """An asset, the same value for the same address."""
        found = self.assets.get(held[0])
        if found is None:
            found = self.assets[held[0]] = self.places.unpack(held)
        return found

    def _tag(self, id: str, name: str, language: str) -> Tag:
        key = (id, name, language)
        found = self.tags.get(key)
        if found is None:
            found = self.tags[key] = Tag(*key)
        return found

    def picture(self, held: Plain) -> Picture:
        """A picture."""
        variants, fallback, alt, caption, credit, avif = held
        made, small = (tuple(self._variant(one) for one in form) for form in (variants, avif))
        return Picture(made, self._variant(fallback), alt, caption, credit, small)

    def _variant(self, held: Plain) -> Variant:
        asset, width, height = held
        return Variant(self.asset(asset), width, height)


def pack_place(at: Location) -> Plain:
    """A place in a file that is known."""
    return (at.line, at.column, at.width, at.excerpt)


def unpack_place(file: str, held: Plain) -> Location:
    """The place again, in a file as reports call it."""
    return Location(file, *held)


def pack_life(life: Life) -> Plain:
    """When a text is public; nothing where it always is."""
    if life == ALWAYS:
        return ()
    taken = life.withdrawn
    withdrawal = (pack_moment(taken.date), taken.reason, taken.by) if taken else None
    return (life.draft, pack_moment(life.publish), pack_moment(life.expires), withdrawal)


def unpack_life(held: Plain) -> Life:
    """When it is public, again."""
    draft, publish, expires, taken = held
    begins, ends = (None if moment is None else unpack_moment(moment) for moment in (publish, expires))
    withdrawal = Withdrawal(unpack_moment(taken[0]), *taken[1:]) if taken else None
    return Life(draft, begins, ends, withdrawal)


def pack_problems(problems: Sequence[Problem]) -> bytes:
    """Problems of a file, packed; nothing where there are none."""
    if not problems:
        return b""
    return marshal.dumps([(p.code, pack_place(p.at), sorted(p.facts.items())) for p in problems], 2)


def unpack_problems(file: str, held: bytes, off: frozenset[str]) -> list[Problem]:
    """The problems again, of a file as reports call it, without those of guards that are off."""
    if not held:
        return []
    return [
        Problem(code, unpack_place(file, at), dict(facts))
        for code, at, facts in marshal.loads(held)
        if code not in off
    ]


def _pack_picture(picture: Picture, places: Places) -> Plain:
    def packed(variant: Variant) -> Plain:
        return (places.pack(variant.asset), variant.width, variant.height)

    variants, avif = (tuple(packed(one) for one in form) for form in (picture.variants, picture.avif))
    return (variants, packed(picture.fallback), picture.alt, picture.caption, picture.credit, avif)


def _source(held: Plain) -> Source:
    name, url, day = held
    return Source(name, url, Day.fromordinal(day) if day else None)


def pack_moment(moment: datetime | None) -> int | None:
    """A moment as microseconds since 1970."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def unpack_moment(held: int) -> datetime:
    """The moment again, in Asia/Ho_Chi_Minh."""
    return _EPOCH + _MICROSECOND * held
