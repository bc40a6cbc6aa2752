"""Files that are broken, taken as they were when the public release was made.

What is kept of them is what that release was made of, or nothing: a store that was begun anew, or that knows
of another release, holds nothing back.
"""

import marshal
import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Protocol, TypeVar

from portal.model.media import Asset
from portal.problems.problem import Problem
from portal.readers.addresses import language_of
from portal.readers.beside import Beside, is_article
from portal.readers.memory import Context
from portal.readers.notice import FILE as NOTICE
from portal.readers.records import Places, Plain
from portal.readers.succession import FILE as SUCCESSION
from portal.source.store import Store

_PARTS = ("trang/", "co-quan/", "chi-tieu/", "dich-vu/", NOTICE)
_T = TypeVar("_T")


@dataclass(slots=True)
class Held:
    """Which files are held back, and the release that is public (None where there is none).

    `unborn` are those among them that it does not have; `lost` those of which nothing is kept that could be
    published: they hold up the whole.
    """

    files: frozenset[str] = frozenset()
    release: str | None = None
    unborn: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)

    @property
    def articles(self) -> frozenset[str]:
        """Those of them that are articles."""
        return frozenset(file for file in self.files if is_article(file))

    def knows(self, store: Store) -> bool:
        """Whether what a store keeps is what the public release was made of."""
        return self.release is not None and store.release == self.release

    def record(self, store: Store, file: str, context: Context, places: Places) -> Plain | None:
        """The record of an article as it was published; None where it was not, or is lost."""
        if self.release is None:
            self.unborn.add(file)
            return None
        kept = store.published(file) if self.knows(store) else None
        if kept == b"":
            self.unborn.add(file)
        elif kept is None or not _fits(record := marshal.loads(kept)[1], file, context, places, store):
            self.lost.add(file)
        else:
            # Its warnings are of places that the file has no more.
            return (*record[:6], b"", False)
        return None

    def beside(self, made: Beside, store: Store, folder: str) -> Beside:
        """What stands beside the articles, with the parts of these files as they were published."""
        files = self.files - self.articles
        if not files:
            return made
        kept = store.published_whole() if self.knows(store) else None
        if kept is None and self.release is not None:
            self.lost |= files
            return made
        self.lost |= {file for file in files if not file.startswith(_PARTS)}
        self.unborn |= files
        before: Beside | None = pickle.loads(kept) if kept else None
        own = tuple(problem for problem in made.problems if not self._speaks_of(problem, folder))
        return replace(_Mix(self, files, made, before).made(), problems=own, broken=frozenset(), key=b"")

    def _speaks_of(self, problem: Problem, folder: str) -> bool:
        return problem.at.file.removeprefix(f"{folder}/") in self.files


@dataclass(slots=True)
class _Mix:
    """What was read now, but of some files what was read before."""

    held: Held
    files: frozenset[str]
    now: Beside
    before: Beside | None

    def made(self) -> Beside:
        now, before = self.now, self.before or _bare(self.now)
        pages = self._mixed(now.pages, before.pages, lambda read: (read.page.file,))
        units = self._mixed(now.units, before.units, lambda unit: (f"co-quan/{unit.id}.yaml",))
        indicators = self._mixed(
            now.indicators,
            before.indicators,
            lambda one: (f"chi-tieu/{one.id}.yaml", f"chi-tieu/{one.id}.csv"),
        )
        services = {
            code: self._mixed(groups, before.services.get(code, ()), lambda one: (f"dich-vu/{one.id}.yaml",))
            for code, groups in now.services.items()
        }
        announced = self._mixed(_all(now.announcement), _all(before.announcement), lambda one: (NOTICE,))
        return replace(
            now,
            pages=tuple(sorted(pages, key=lambda read: read.page.file)),
            units=tuple(sorted(units, key=_order)),
            indicators=tuple(sorted(indicators, key=_order)),
            services={code: tuple(sorted(groups, key=_order)) for code, groups in services.items()},
            announcement=announced[0] if announced else None,
            renamed=tuple(self._mixed(now.renamed, before.renamed, lambda one: (SUCCESSION,))),
            claims=tuple(self._mixed(now.claims, before.claims, lambda claim: (claim[1],))),
        )

    def _mixed(
        self, now: Iterable[_T], then: Iterable[_T], files_of: Callable[[_T], Sequence[str]]
    ) -> list[_T]:
        old = [one for one in then if not self.files.isdisjoint(files_of(one))]
        self.held.unborn.difference_update(file for one in old for file in files_of(one))
        return [*(one for one in now if self.files.isdisjoint(files_of(one))), *old]


class _Ordered(Protocol):
    @property
    def order(self) -> int: ...
    @property
    def id(self) -> str: ...


def _order(one: _Ordered) -> tuple[int, str]:
    return (one.order, one.id)


def _all(value: _T | None) -> tuple[_T, ...]:
    return () if value is None else (value,)


def _bare(beside: Beside) -> Beside:
    """With nothing in it that could be held back."""
    none = replace(beside, pages=(), units=(), indicators=(), services={}, announcement=None, claims=())
    return replace(none, renamed=())


def _fits(record: Plain, file: str, context: Context, places: Places, store: Store) -> bool:
    """Whether a page can be made of it: of the pictures, categories and units that there are now."""
    (_, _, category, unit, *_), *_, words, _ = record[5]
    settings = context.settings
    own = f"tag:{settings.authority},{settings.since.isoformat()}:"
    return (
        category in context.categories[language_of(file)]
        and (not unit or unit in context.units)
        and marshal.loads(store.words(file, words))[0].startswith(own)
        and all(_stands(places.unpack(asset)) for asset in record[4])
    )


def _stands(asset: Asset) -> bool:
    return asset.file.is_file() and sha256(asset.file.read_bytes()).hexdigest() == asset.digest
