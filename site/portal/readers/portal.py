"""A whole portal from its folder, with every problem found on the way."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from portal.engine import engine_digest
from portal.model.article import Article
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.problems.problem import Problem
from portal.readers.beside import Beside, read_beside, recall_beside
from portal.readers.desk import Desk
from portal.readers.memory import NOTHING, Ahead, Context, Memory, read_ahead
from portal.source.folder import Folder
from portal.source.store import Damaged, Store


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the portal (None without settings), all problems in order, addresses of broken files.

    `moments` are those at which an article comes due or expires.
    """

    portal: Portal | None
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    moments: tuple[datetime, ...] = ()


def read_portal(
    folder: Folder, cache: Path, as_of: datetime, jobs: int = 1, ahead: Callable[[], Ahead] = lambda: NOTHING
) -> Reading:
    """Read a portal's folder in up to `jobs` processes; nothing is written but in the cache.

    `ahead` gives what `read_changed` found. Raises OSError where the machine fails, and WorkerDied.
    """
    store = _store(cache)
    try:
        return _read(folder, cache, as_of, Memory(store, jobs, ahead))
    except Damaged:
        # What is kept is a copy of what can be read again.
        store.clear()
        return _read(folder, cache, as_of, Memory(store, jobs))


def read_changed(folder: Folder, cache: Path) -> Ahead:
    """Read the few articles that changed since the portal was read, if they are few; nothing is kept.

    It needs nothing but the folder, so that another process can do it in the meantime.
    """
    # It is not this process's to mend or to write.
    store = _store(cache, for_reading=True)
    try:
        beside = recall_beside(folder, cache, store)
    except Damaged:
        return NOTHING
    return read_ahead(folder, cache, store, _articles_of(folder), _context(beside)) if beside else NOTHING


def _store(cache: Path, *, for_reading: bool = False) -> Store:
    return Store(cache / "sources.db", engine_digest(), for_reading=for_reading)


def _context(beside: Beside) -> Context:
    table = {code: {c.id: c for c in held} for code, held in beside.categories.items()}
    return Context(beside.settings, table, beside.named)


def _articles_of(folder: Folder) -> Sequence[str]:
    return folder.below("tin-tuc", ".md")


def _read(folder: Folder, cache: Path, as_of: datetime, memory: Memory) -> Reading:
    beside, said = read_beside(folder, cache, memory.store)
    desk = Desk(folder, cache, list(said))
    portal = _portal(desk, beside, as_of, memory) if beside else None
    problems = tuple(sorted(desk.problems, key=lambda problem: problem.order))
    return Reading(portal, problems, frozenset(desk.broken), tuple(memory.moments))


def _portal(desk: Desk, beside: Beside, as_of: datetime, memory: Memory) -> Portal:
    desk.broken |= beside.broken
    desk.assets.update(beside.assets)
    articles = memory.articles(desk, _articles_of(desk.folder), _context(beside), as_of)
    for address, file, at in beside.claims:
        desk.claim(address, file, at)
    return Portal(
        settings=beside.settings,
        categories=beside.categories,
        articles=_articles(articles),
        pages=_pages(beside.pages),
        units=beside.units,
        services=beside.services,
        indicators=beside.indicators,
        assets=tuple(desk.assets[address] for address in sorted(desk.assets)),
        identity=beside.identity,
    )


def _articles(articles: list[Article]) -> tuple[Article, ...]:
    languages: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in articles:
        languages[article.year, article.slug].append(article.language)
    paired = [_in_languages(a, languages[a.year, a.slug]) for a in articles]
    return tuple(sorted(paired, key=attrgetter("order"), reverse=True))


def _in_languages(article: Article, codes: list[str]) -> Article:
    return article if codes == [article.language] else article.in_languages(_ordered(codes))


def _pages(pages: Iterable[StandingPage]) -> tuple[StandingPage, ...]:
    languages: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        languages[page.slug].append(page.language)
    return tuple(replace(page, languages=_ordered(languages[page.slug])) for page in pages)


def _ordered(codes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(codes, reverse=True))
