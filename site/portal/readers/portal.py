"""A whole portal from its folder, with every problem found on the way."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from portal.engine import engine_digest
from portal.failure import naming
from portal.model.article import Article, Category
from portal.model.media import Asset
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.model.service import ServiceGroup
from portal.model.settings import Settings
from portal.model.unit import Unit
from portal.problems.problem import Problem
from portal.readers.data import read_services, read_unit
from portal.readers.desk import Desk
from portal.readers.indicators import read_indicator
from portal.readers.memory import Context, Memory
from portal.readers.pages import read_page
from portal.readers.settings import read_settings
from portal.source.folder import Folder
from portal.source.store import Damaged, Store

_MEDIA = {".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/vnd.microsoft.icon"}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the portal (None without settings), all problems in order, addresses of broken files.

    `moments` are those at which an article comes due or expires.
    """

    portal: Portal | None
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    moments: tuple[datetime, ...] = ()


def read_portal(folder: Folder, cache: Path, as_of: datetime, jobs: int = 1) -> Reading:
    """Read a portal's folder in up to `jobs` processes; nothing is written but in the cache.

    Raises OSError where the machine fails, and WorkerDied.
    """
    store = Store(cache / "sources.db", engine_digest())
    try:
        return _read(folder, cache, as_of, Memory(store, jobs))
    except Damaged:
        # What is kept is a copy of what can be read again.
        store.clear()
        return _read(folder, cache, as_of, Memory(store, jobs))


def _read(folder: Folder, cache: Path, as_of: datetime, memory: Memory) -> Reading:
    desk = Desk(folder, cache)
    read = read_settings(desk)
    portal = _portal(desk, *read, as_of, memory) if read else None
    problems = tuple(sorted(desk.problems, key=lambda problem: problem.order))
    return Reading(portal, problems, frozenset(desk.broken), tuple(memory.moments))


def _portal(
    desk: Desk,
    settings: Settings,
    categories: Mapping[str, tuple[Category, ...]],
    as_of: datetime,
    memory: Memory,
) -> Portal:
    files = desk.folder
    units = _held(read_unit(desk, file) for file in files.below("co-quan", ".yaml"))
    # A unit whose file is broken is still a unit: naming it is no second fault.
    names = frozenset(
        file.rpartition("/")[2].removesuffix(".yaml") for file in files.below("co-quan", ".yaml")
    )
    table = {code: {c.id: c for c in held} for code, held in categories.items()}
    context = Context(settings, table, names)
    articles = memory.articles(desk, files.below("tin-tuc", ".md"), context, as_of)
    pages = _held(read_page(desk, file) for file in files.below("trang", ".md"))
    indicators = _held(read_indicator(desk, file, names) for file in files.below("chi-tieu", ".yaml"))
    return Portal(
        settings=settings,
        categories=categories,
        articles=_articles(articles),
        pages=_pages(pages),
        units=tuple(sorted(units, key=_unit_order)),
        services=_services(desk),
        indicators=tuple(sorted(indicators, key=lambda item: (item.order, item.id))),
        assets=tuple(desk.assets[address] for address in sorted(desk.assets)),
        identity=_identity(desk.folder),
    )


def _held(found: Iterable[_T | None]) -> list[_T]:
    return [value for value in found if value is not None]


def _unit_order(unit: Unit) -> tuple[int, str]:
    return (unit.order, unit.id)


def _articles(articles: list[Article]) -> tuple[Article, ...]:
    languages: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in articles:
        languages[article.year, article.slug].append(article.language)
    paired = [_in_languages(a, languages[a.year, a.slug]) for a in articles]
    return tuple(sorted(paired, key=attrgetter("order"), reverse=True))


def _in_languages(article: Article, codes: list[str]) -> Article:
    return article if codes == [article.language] else article.in_languages(_ordered(codes))


def _pages(pages: list[StandingPage]) -> tuple[StandingPage, ...]:
    languages: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        languages[page.slug].append(page.language)
    return tuple(replace(page, languages=_ordered(languages[page.slug])) for page in pages)


def _ordered(codes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(codes, reverse=True))


def _services(desk: Desk) -> dict[str, tuple[ServiceGroup, ...]]:
    found: dict[str, list[ServiceGroup]] = {"vi": [], "en": []}
    for file in desk.folder.below("dich-vu", ".yaml"):
        for code, group in read_services(desk, file).items():
            found[code].append(group)
    return {
        code: tuple(sorted(held, key=lambda group: (group.order, group.id))) for code, held in found.items()
    }


def _identity(folder: Folder) -> dict[str, Asset]:
    made = {}
    for file in folder.below("nhan-dien", ""):
        name = file.removeprefix("nhan-dien/")
        suffix = Path(name).suffix
        if "/" not in name and suffix in _MEDIA:
            with naming(folder.path(file)):
                data = folder.path(file).read_bytes()
            digest = sha256(data).hexdigest()
            address = f"/tai-nguyen/{Path(name).stem}.{digest[:12]}{suffix}"
            made[name] = Asset(address, folder.path(file), _MEDIA[suffix], len(data), digest)
    return made
