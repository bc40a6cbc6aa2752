"""A whole portal from its folder, with every problem found on the way."""

import pickle
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime, time
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from portal.engine import engine_digest
from portal.model.article import Article
from portal.model.indicator import by_id
from portal.model.life import ALWAYS, PUBLIC_ALONE, State
from portal.model.notice import Announcement
from portal.model.page import StandingPage
from portal.model.portal import LANGUAGES, Portal
from portal.model.release_calendar import dues
from portal.model.tombstone import Lived, Tombstone, tombstone
from portal.problems.problem import Problem
from portal.readers.beside import Beside, read_beside, recall_beside
from portal.readers.consistency import inconsistent
from portal.readers.desk import Desk
from portal.readers.known import settled, with_units
from portal.readers.memory import NOTHING, Ahead, Context, Memory, read_ahead
from portal.readers.revised import note_revised
from portal.record.record import read_record
from portal.source.folder import Folder
from portal.source.store import Damaged, Store
from vietnamese.dates import HANOI

if TYPE_CHECKING:
    from portal.readers.held import Held
    from portal.readers.mind import Mind

_Text = TypeVar("_Text", Article, StandingPage)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the portal (None without settings), all problems in order, addresses of broken files.

    `lives` are the texts that are not public for ever; `announcement` is the emergency notice, whether it
    stands now or not; `beside` is all that was read but articles; `waiting` are the texts that are not public
    yet; `used` the files that public ones show; `found` are the problems before those that speak of one thing
    were put together.
    """

    portal: Portal | None
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    lives: tuple[Lived, ...] = ()
    announcement: Announcement | None = None
    beside: Beside | None = None

    waiting: tuple[Lived, ...] = ()
    used: frozenset[str] = frozenset()
    found: tuple[Problem, ...] = ()

    @property
    def moments(self) -> tuple[datetime, ...]:
        """Those at which anything changes by itself, earliest first: then a freeze is due."""
        lives = [life for _, life in self.lives]
        if self.announcement:
            lives.append(self.announcement.life)
        told = {moment for life in lives for moment in life.moments}
        for due in self.portal.dues if self.portal else ():
            told |= {_midnight(day) for day in due.holds if day > Day.min}
        return tuple(sorted(told))


def read_portal(
    folder: Folder,
    cache: Path,
    as_of: datetime,
    jobs: int = 1,
    ahead: Callable[[], Ahead] = lambda: NOTHING,
    held: "Held | None" = None,
    shown: Collection[State] = PUBLIC_ALONE,
    mind: "Mind | None" = None,
) -> Reading:
    """Read a portal's folder in up to `jobs` processes; nothing is written but in the cache.

    `ahead` gives what `read_changed` found; of files that are `held` it does not count what they say now.
    Texts are `shown` in these states of their life. `mind` has at hand what was read before.
    Raises OSError where the machine fails, and WorkerDied.
    """
    store = mind.store if mind else open_store(cache)
    try:
        return _read(folder, cache, as_of, Memory(store, jobs, ahead, held, shown, mind))
    except Damaged:
        # What is kept is a copy of what can be read again; what is in mind speaks of what was kept.
        store.clear()
        return _read(folder, cache, as_of, Memory(store, jobs, held=held, shown=shown))


def settle(cache: Path, release: str, reading: Reading, held: Iterable[str] = ()) -> None:
    """Keep in mind what the public release was made of, so that a file that breaks can stay as it was."""
    if reading.beside is None:
        return
    beside = reading.beside
    # Nothing public depends on it.
    with suppress(Damaged, OSError):
        open_store(cache).settle(release, held, beside.key, lambda: pickle.dumps(beside, 5))


def read_changed(folder: Folder, cache: Path) -> Ahead:
    """Read the few articles that changed since the portal was read, if they are few; nothing is kept.

    It needs nothing but the folder, so that another process can do it in the meantime.
    """
    # It is not this process's to mend or to write.
    store = open_store(cache, for_reading=True)
    try:
        beside = recall_beside(folder, cache, store, read_record(folder, cache))
    except Damaged:
        return NOTHING
    return read_ahead(folder, cache, store, _articles_of(folder), _context(beside)) if beside else NOTHING


def open_store(cache: Path, *, for_reading: bool = False) -> Store:
    """What is kept of the sources of a portal."""
    return Store(cache / "sources.db", engine_digest(), for_reading=for_reading)


def _context(beside: Beside, unsure: frozenset[str] = frozenset()) -> Context:
    table = {code: {c.id: c for c in held} for code, held in beside.categories.items()}
    known = with_units(beside.settings.known, beside.units)
    return Context(beside.settings, table, beside.named, known, by_id(beside.indicators), unsure)


def _articles_of(folder: Folder) -> Sequence[str]:
    return folder.below("tin-tuc", ".md")


def _read(folder: Folder, cache: Path, as_of: datetime, memory: Memory) -> Reading:
    record = read_record(folder, cache)
    beside, said = read_beside(folder, cache, memory.store, record)
    if beside and memory.held:
        beside = memory.held.beside(beside, memory.store, folder.name)
        said = beside.problems
    desk = Desk(folder, cache, list(said))
    portal = replace(_portal(desk, beside, as_of, memory), record=record) if beside else None
    desk.problems += inconsistent(folder)
    found = tuple(sorted(desk.problems, key=lambda problem: problem.order))
    problems = settled(found)
    lives = (*memory.lives, *_lives(beside)) if beside else ()
    announcement = beside.announcement if beside else None
    yet = (State.DRAFT, State.SCHEDULED)
    waiting = tuple(lived for lived in lives if lived[1].at(as_of) in yet)
    broken, used = frozenset(desk.broken), frozenset(desk.used)
    return Reading(portal, problems, broken, lives, announcement, beside, waiting, used, found)


def _portal(desk: Desk, beside: Beside, as_of: datetime, memory: Memory) -> Portal:
    desk.broken |= beside.broken
    context = _context(beside, memory.held.files if memory.held else frozenset())
    articles = memory.articles(desk, _articles_of(desk.folder), context, as_of)
    for address, file, at in beside.claims:
        desk.claim(address, file, at)
    public = [read for read in beside.pages if read.life.at(as_of) in memory.shown]
    desk.assets.update((asset.address, asset) for read in public for asset in read.assets)
    desk.used.update(file for read in public for file in read.used)
    announced = beside.announcement
    begins = {article.file: life.publish for article, life in memory.lives if life.publish}
    noted = note_revised(desk, _alone(desk, articles), beside.indicators, begins)
    portal = Portal(
        settings=beside.settings,
        categories=beside.categories,
        articles=_articles(noted),
        pages=_pages(_alone(desk, [read.page for read in public])),
        units=beside.units,
        services=beside.services,
        indicators=beside.indicators,
        renamed=beside.renamed,
        assets=tuple(desk.assets[address] for address in sorted(desk.assets)),
        identity=beside.identity,
        gone=_gone((*memory.lives, *_lives(beside)), as_of),
        announced=announced if announced and announced.life.at(as_of) is State.PUBLIC else None,
        dues=dues(beside.indicators, as_of.astimezone(HANOI).date()),
    )
    # Figures alone make no portal in another language.
    told = tuple(one for one in beside.indicators if one.language in portal.languages)
    return portal if told == beside.indicators else replace(portal, indicators=told)


def _midnight(day: Day) -> datetime:
    return datetime.combine(day, time.min, HANOI)


def _alone(desk: Desk, texts: Sequence[_Text]) -> Sequence[_Text]:
    """Those but the second at an address, which is left out so that all the others can be looked at."""
    second = {problem.at.file for problem in desk.problems if problem.code == "address/duplicate"}
    return [text for text in texts if desk.folder.shown(text.file) not in second] if second else texts


def _articles(articles: Sequence[Article]) -> tuple[Article, ...]:
    # Most portals have few in another language, and some none.
    abroad = {(a.year, a.slug) for a in articles if a.language != LANGUAGES[0]}
    if abroad:
        languages: dict[tuple[str, str], list[str]] = defaultdict(list)
        for article in articles:
            if (name := (article.year, article.slug)) in abroad:
                languages[name].append(article.language)
        articles = [_in_languages(a, languages.get((a.year, a.slug), [a.language])) for a in articles]
    return tuple(sorted(articles, key=attrgetter("order"), reverse=True))


def _in_languages(article: Article, codes: list[str]) -> Article:
    return article if codes == [article.language] else article.in_languages(_ordered(codes))


def _pages(pages: Sequence[StandingPage]) -> tuple[StandingPage, ...]:
    languages: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        languages[page.slug].append(page.language)
    return tuple(replace(page, languages=_ordered(languages[page.slug])) for page in pages)


def _lives(beside: Beside) -> Iterable[Lived]:
    return ((read.page, read.life) for read in beside.pages if read.life != ALWAYS)


def _gone(lives: Iterable[Lived], as_of: datetime) -> tuple[Tombstone, ...]:
    left = (State.WITHDRAWN, State.EXPIRED)
    stones = (tombstone(text, life, as_of) for text, life in lives if life.at(as_of) in left)
    return tuple(sorted(stones, key=attrgetter("address")))


def _ordered(codes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(codes, reverse=True))
