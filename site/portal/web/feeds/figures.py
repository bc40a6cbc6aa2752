"""Feeds of figures: an entry for each new or revised value, of all indicators, of a unit's, and of each.

An entry is known by its indicator, period, part and how many values that cell had: it never changes, and what
was told is not told again. An indicator begins with one entry, its newest figure.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import chain
from urllib.parse import quote

from portal.model.article import prefix
from portal.model.chronicle import Part, Statement
from portal.model.indicator import Indicator, by_id
from portal.model.portal import Portal
from portal.model.settings import Settings
from portal.model.telling import amount, period_name, period_within
from portal.web.addresses import group_address, owned_address
from portal.web.feeds.document import (
    Entry,
    Feed,
    Subject,
    archive_name,
    archived,
    beginning,
    held_in,
    legible,
)
from portal.web.page import FeedLink
from portal.web.translator import translator
from vietnamese.addresses import slugify

KINDS = (
    ("RSS", "rss.xml", "application/rss+xml"),
    ("Atom", "atom.xml", "application/atom+xml"),
    ("JSON Feed", "feed.json", "application/feed+json"),
)


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A statement about a figure that a feed of a portal at an address tells."""

    indicator: Indicator
    said: Statement
    group: str
    settings: Settings
    author: str

    @property
    def at(self) -> datetime:
        """When it was published: what waits to be is told by no feed."""
        assert self.said.at is not None
        return self.said.at

    @property
    def made_of(self) -> tuple[object, ...]:
        """What its entry follows from."""
        shown = self.indicator
        facts = (shown.id, shown.language, shown.name, shown.unit, shown.decimals, shown.group)
        return (*facts, self.said, self.group, self.settings.url, self.author)

    @property
    def id(self) -> str:
        """A `tag:` URI (RFC 4151), the same for ever."""
        said, settings = self.said, self.settings
        part = "".join(f"/{quote(name, safe='')}={quote(member, safe='')}" for name, member in said.part)
        own = f"{self.indicator.address.strip('/')}/{said.period.text}{part}/{said.number}"
        return f"tag:{settings.authority},{settings.since.isoformat()}:{own}"

    @property
    def entry(self) -> Entry:
        """What is told of it."""
        shown, base = self.indicator, self.settings.url
        title, told = self._title(), " ".join(self._sentences())
        address = base + shown.address
        more = translator(shown.language)("feeds.figure.more")
        subject = Subject(slugify(shown.group), legible(shown.group), base + self.group)
        return Entry(
            id=self.id,
            address=address,
            title=legible(title),
            summary=legible(told),
            html=f'<p>{escape(legible(told))}</p><p><a href="{escape(address)}">{escape(more)}</a></p>',
            author=legible(self.author),
            published=self.at,
            changed=self.at,
            subjects=(subject,) if self.group else (),
            enclosure=None,
        )

    def _title(self) -> str:
        t, shown, said = translator(self.indicator.language), self.indicator, self.said
        kind = "revised" if said.is_revision else "new"
        members = "".join(f", {member}" for _, member in said.part)
        period = period_within(said.period, shown.language)
        return t(f"feeds.figure.{kind}", name=shown.name + members, period=period, value=self._now())

    def _now(self) -> str:
        none = translator(self.indicator.language)("revisions.none")
        return none if self.said.value is None else amount(self.said.value, self.indicator)

    def _sentences(self) -> Iterator[str]:
        t, shown, said = translator(self.indicator.language), self.indicator, self.said
        yield t("feeds.figure.value", period=period_name(said.period, shown.language), value=self._now())
        if said.seen and said.seen.status.value and said.seen.status.has_value:
            yield t("feeds.figure.status", status=t(f"indicators.status.{said.seen.status.value}"))
        if said.is_revision and said.before and said.before.value is not None:
            yield t("feeds.figure.before", value=amount(said.before.value, shown))
            if said.reason or said.was_early:
                yield t("feeds.figure.reason", reason=said.reason or t("revisions.final"))


@dataclass(frozen=True, slots=True)
class FigureList:
    """What one set of feeds tells, newest first: of all indicators, of those of a unit, or of one.

    `kind` is one of `figures`, `figures-unit`, `indicator`; `home` is the page that shows the same.
    """

    kind: str
    id: str
    title: str
    home: str
    language: str
    told: tuple[ToldFigure, ...]

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page that names it."""
        return (self.kind, self.id, self.title, self.home, self.language)


def figure_lists(portal: Portal) -> Iterator[FigureList]:
    """Every list of figures that has feeds, in each language in which indicators are told."""
    names = {id: held["vi"].group for id, held in by_id(portal.indicators).items()}
    for code in portal.indicator_languages:
        t, home = translator(code), f"{prefix(code)}/chi-tieu/"
        told = [
            (one, tuple(reversed([*_told(portal, one, group_address(names[one.id], code))])))
            for one in portal.indicators_in(code)
        ]
        if told:
            yield FigureList("figures", "", t("feeds.figures"), home, code, _merged(held for _, held in told))
        for unit in portal.units:
            own = [held for one, held in told if one.owner == unit.id]
            if own:
                title, address = t("indicators.unit.title", name=unit.name), owned_address(unit.id, code)
                yield FigureList("figures-unit", unit.id, title, address, code, _merged(own))
        for one, held in told:
            yield FigureList("indicator", one.id, one.name, one.address, code, held)


def _told(portal: Portal, shown: Indicator, group: str) -> Iterator[ToldFigure]:
    owner, words = portal.unit(shown.owner), portal.settings.of(shown.language)
    author = owner.name if owner else words.publisher or words.name
    for said in shown.chronicle.news:
        yield ToldFigure(shown, said, group, portal.settings, author)


def _merged(lists: Iterable[tuple[ToldFigure, ...]]) -> tuple[ToldFigure, ...]:
    return tuple(sorted(chain.from_iterable(lists), key=_order, reverse=True))


def _order(one: ToldFigure) -> tuple[datetime, str, tuple[int, int, int], str, Part, int]:
    """Those of one moment stand in an order that nothing later changes."""
    said = one.said
    return (one.at, one.indicator.id, said.period.order, said.period.text, said.part, said.number)


def feed_links(title: str, home: str) -> tuple[FeedLink, ...]:
    """The feeds of a list, for the head of its page and for readers."""
    return tuple(FeedLink(f"{title}: {kind}", home + file, media) for kind, file, media in KINDS)


@dataclass(frozen=True, slots=True)
class FigureSpot:
    """The place of a feed document of figures: of the newest entries (`number` 0), or of an archive."""

    of: FigureList
    settings: Settings
    file: str
    number: int = 0

    @property
    def language(self) -> str:
        """The language of the list."""
        return self.of.language

    @property
    def address(self) -> str:
        """Where the document stands."""
        return self.of.home + self.file

    @property
    def told(self) -> tuple[ToldFigure, ...]:
        """What stands in the document, newest first."""
        return held_in(self.of.told, self.number)

    @property
    def marked(self) -> tuple[object, ...]:
        """What the document is made of."""
        made_of = tuple(one.made_of for one in self.told)
        return (self.of.marked, self.settings, self.file, self.number, made_of, archived(len(self.of.told)))


def newest(file: str) -> Callable[[Portal], Iterator[FigureSpot]]:
    """The documents of the newest entries, of every list, in one format."""

    def spots(portal: Portal) -> Iterator[FigureSpot]:
        return (FigureSpot(one, portal.settings, file) for one in figure_lists(portal))

    return spots


def older(portal: Portal) -> Iterator[FigureSpot]:
    """The archive documents of every list."""
    for one in figure_lists(portal):
        for number in range(1, archived(len(one.told)) + 1):
            yield FigureSpot(one, portal.settings, archive_name(number), number)


def figure_feed(spot: FigureSpot) -> Feed:
    """What the document at a place says; a full archive names none after it, and so never changes."""
    held, settings = spot.of, spot.settings
    words, home = settings.of(spot.language), settings.url + held.home
    before = spot.number - 1 if spot.number else archived(len(held.told))
    return Feed(
        id=f"tag:{settings.authority},{settings.since.isoformat()}:{held.home.strip('/')}/so-lieu",
        title=legible(f"{held.title} – {words.name}"),
        description=legible(translator(spot.language)("feeds.figures.about", name=held.title)),
        language=spot.language,
        home=home,
        own=settings.url + spot.address,
        publisher=legible(words.publisher or words.name),
        updated=max((one.at for one in spot.told), default=beginning(settings)),
        told=spot.told,
        previous=home + archive_name(before) if before else "",
        current=f"{home}atom.xml" if spot.number else "",
    )
