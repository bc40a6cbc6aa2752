"""What a portal holds beside its articles: settings, units, pages, indicators, services and its own marks.

It is little and changes seldom, so it is read whole, and kept whole while no file but articles changes.
"""

import marshal
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from portal.failure import naming
from portal.model.article import Category
from portal.model.indicator import Indicator, by_id
from portal.model.media import Asset
from portal.model.notice import Announcement
from portal.model.service import ServiceGroup
from portal.model.settings import Settings
from portal.model.succession import Renaming
from portal.model.unit import Unit
from portal.problems.problem import Location, Problem
from portal.readers.chronicles import published_in
from portal.readers.desk import Desk
from portal.readers.lived import ReadPage
from portal.record.record import Record
from portal.source.folder import Folder
from portal.source.store import Store, digest

_MEDIA = {".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/vnd.microsoft.icon"}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Beside:
    """All of a portal but its articles, as it was read.

    `named` are all units, also those of which the file is broken; `linked` are the articles' files of which
    it mattered that they are there. `key` stands for the files that it was made of, where it was kept.
    """

    settings: Settings
    categories: Mapping[str, tuple[Category, ...]]
    named: frozenset[str]
    units: tuple[Unit, ...]
    pages: tuple[ReadPage, ...]
    indicators: tuple[Indicator, ...]
    services: Mapping[str, tuple[ServiceGroup, ...]]
    identity: Mapping[str, Asset]
    announcement: Announcement | None
    claims: tuple[tuple[str, str, Location], ...]
    linked: frozenset[str]
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    renamed: tuple[Renaming, ...] = ()
    key: bytes = b""


def read_beside(
    folder: Folder, cache: Path, store: Store, record: Record
) -> tuple[Beside | None, tuple[Problem, ...]]:
    """Read it, or take it as it was read before; None without settings, and all problems.

    Raises Damaged where the store fails, and OSError where the machine does.
    """
    key, sure = _key(folder, cache, record)
    before = _recall(folder, store, key)
    if before:
        return before, before.problems
    desk = Desk(folder, cache, versions=published_in(record))
    made = _read(desk)
    if made and sure and not desk.has_errors():
        made = replace(made, key=key)
        store.keep_whole(key, pickle.dumps(made, 5))
    return made, tuple(desk.problems)


def recall_beside(folder: Folder, cache: Path, store: Store, record: Record) -> Beside | None:
    """Give it as it was read before; None where it must be read again. Raises Damaged."""
    return _recall(folder, store, _key(folder, cache, record)[0])


def _recall(folder: Folder, store: Store, key: bytes) -> Beside | None:
    kept = store.whole(key)
    if kept is None:
        return None
    # The store is ours, as the compiled templates beside it are, and this has its digest.
    before: Beside = pickle.loads(kept)
    return before if before.linked <= folder.names else None


def _key(folder: Folder, cache: Path, record: Record) -> tuple[bytes, bool]:
    """Stands for every file but articles, and whether none of them is so new that its stamp may deceive.

    Of what was published it is data files alone that matter here: what they stated follows from it.
    """
    stamps = sorted((file, found) for file, found in folder.stamps.items() if not is_article(file))
    tables = folder.below("chi-tieu", ".csv") if record else ()
    marks = repr([record.mark(file) for file in tables]) if record else ""
    said = (str(folder.root), folder.name, str(cache), stamps, marks)
    return digest(marshal.dumps(said, 2)), all(folder.is_settled(found) for _, found in stamps)


def is_article(file: str) -> bool:
    """Whether a file is an article's."""
    return file.startswith("tin-tuc/") and file.endswith(".md")


def _read(desk: Desk) -> Beside | None:
    # What reading needs is not needed where nothing is to be read.
    from portal.readers.data import read_unit
    from portal.readers.indicators import read_indicator
    from portal.readers.notice import read_notice
    from portal.readers.settings import read_settings
    from portal.readers.succession import read_succession

    read = read_settings(desk)
    if read is None:
        return None
    files = desk.folder
    desk.known, desk.off = read[0].known, read[0].off
    units = _held(read_unit, desk, files.below("co-quan", ".yaml"))
    # A unit whose file is broken is still a unit: naming it is no second fault.
    named = frozenset(
        file.rpartition("/")[2].removesuffix(".yaml") for file in files.below("co-quan", ".yaml")
    )
    indicators = [
        told for file in files.below("chi-tieu", ".yaml") for told in read_indicator(desk, file, named)
    ]
    desk.indicators = by_id(indicators)
    pages = _held(_read_page, desk, files.below("trang", ".md"))
    services, identity = _services(desk), _identity(desk.folder)
    return Beside(
        *read,
        named=named,
        units=tuple(sorted(units, key=lambda unit: (unit.order, unit.id))),
        pages=tuple(pages),
        indicators=tuple(sorted(indicators, key=lambda item: (item.order, item.id, item.language))),
        services=services,
        identity=identity,
        announcement=read_notice(desk),
        renamed=read_succession(desk),
        claims=tuple(desk.claims),
        linked=frozenset(file for file in desk.named if is_article(file)),
        problems=tuple(desk.problems),
        broken=frozenset(desk.broken),
    )


def _read_page(desk: Desk, file: str) -> ReadPage | None:
    """A page, with the pictures that it alone named."""
    from portal.readers.pages import read_page

    own = Desk(desk.folder, desk.cache, known=desk.known, off=desk.off, indicators=desk.indicators)
    found = read_page(own, file)
    desk.problems += own.problems
    desk.claims += own.claims
    desk.broken |= own.broken
    desk.named |= own.named
    return found


def _held(read: Callable[[Desk, str], _T | None], desk: Desk, files: Iterable[str]) -> list[_T]:
    found = (read(desk, file) for file in files)
    return [value for value in found if value is not None]


def _services(desk: Desk) -> dict[str, tuple[ServiceGroup, ...]]:
    from portal.readers.data import read_services

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
