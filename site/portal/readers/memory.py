"""Articles from their files: as they were read before where nothing that they depend on has changed.

A file is known again by its stamp without being opened, or by its digest. What was read of it also depended
on the pictures that it shows, on the files that it links to being there, and on what the context says:
categories, units, the portal's authority and the code. Only a reading without any problem is kept.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from portal.failure import naming
from portal.model.article import Article, Category
from portal.model.settings import Settings
from portal.parallel import spread
from portal.problems.problem import Location, Problem
from portal.readers.addresses import address_of
from portal.readers.desk import Desk
from portal.readers.records import (
    Places,
    Plain,
    Unpacker,
    pack_article,
    pack_moment,
    pack_place,
    pack_text,
    unpack_moment,
)
from portal.source.folder import Folder, Stamp
from portal.source.store import Store, digest

_TICK = 2_000_000_000
"""Nanoseconds within which a file system may give two changes one time (FAT: two seconds)."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of every article depends on beside its own file."""

    settings: Settings
    categories: Mapping[str, Mapping[str, Category]]
    units: frozenset[str]

    @property
    def digest(self) -> bytes:
        """Stands for all of it that can change what is read."""
        settings = self.settings
        known = tuple(sorted(self.categories.get("vi", {})))
        said = (settings.authority, settings.since.isoformat(), known, tuple(sorted(self.units)))
        return digest(repr(said).encode())


class Seen(NamedTuple):
    """A file on which a reading depended: its stamp, or None where that may deceive, and its digest.

    Of a picture there is no digest: what was prepared of it may be of the bytes before or after a change.
    """

    file: str
    stamp: Stamp | None
    digest: bytes


class Outcome(NamedTuple):
    """What became of one file: a record and a text, or problems; assets that a broken file has still."""

    file: str
    record: Plain | None
    text: bytes
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Memory:
    """Reads the articles of a portal, in several processes, and keeps what was read.

    `now` is the time of the output's file system when the reading began: a file changed in the same tick may
    change again without a new stamp.
    """

    store: Store
    now: int
    jobs: int = 1
    read: int = 0
    known: dict[str, bytes] = field(default_factory=dict)
    moments: list[datetime] = field(default_factory=list)

    def articles(self, desk: Desk, files: Sequence[str], context: Context, as_of: datetime) -> list[Article]:
        """Give the public articles of some files; problems, claims and assets go to the desk.

        Raises Damaged where the store fails, WorkerDied, and OSError where the machine does.
        """
        self.known = self.store.records()
        before = context.digest
        kept = {file: self._recalled(desk.folder, file, before) for file in files}
        due = [file for file in files if kept[file] is None]
        gone = [file for file in self.known if file not in kept]
        self.read = len(due)
        broken: dict[str, tuple[Problem, ...]] = {}
        fresh: list[tuple[str, bytes, bytes]] = []
        for outcome in spread(partial(_read_all, desk.folder, desk.cache, context, self.now), due, self.jobs):
            if outcome.record is None:
                broken[outcome.file] = outcome.problems
                gone += [outcome.file] if outcome.file in self.known else []
            else:
                kept[outcome.file] = outcome.record
                fresh.append((outcome.file, marshal.dumps((before, outcome.record), 2), outcome.text))
        if fresh or gone:
            self.store.keep(fresh, gone)
        self.moments = [
            unpack_moment(moment)
            for record in kept.values()
            if record is not None
            for moment in record[2][1:]
            if moment is not None
        ]
        unpacker = Unpacker(
            self.store, Places(desk.cache, desk.folder.root), context.categories, desk.assets, {}
        )
        return [
            article
            for file in files
            if (article := _taken(desk, unpacker, file, kept[file], broken.get(file, ()), as_of))
        ]

    def _recalled(self, folder: Folder, file: str, before: bytes) -> Plain | None:
        data = self.known.get(file)
        if data is None:
            return None
        context, record = marshal.loads(data)
        if context != before:
            return None
        named, seen = record[0], record[1]
        same = all(name in folder.stamps for name in named) and all(_is_same(folder, *one) for one in seen)
        found: Plain | None = record if same else None
        return found


def _is_same(folder: Folder, file: str, stamp: Stamp | None, before: bytes) -> bool:
    now = folder.stamps.get(file)
    if now is None:
        return False
    return now == stamp or (before != b"" and _digest(folder.path(file)) == before)


def _read_all(
    folder: Folder, cache: Path, context: Context, now: int, files: Sequence[str]
) -> Iterator[Outcome]:
    # What reading needs is not needed where nothing is to be read.
    from portal.readers.articles import read_article

    places = Places(cache, folder.root)
    for file in files:
        desk = Desk(folder, cache)
        # Taken before the reading: a file that changes meanwhile will look changed the next time.
        own = _seen(folder, file, now, _digest(folder.path(file)))
        read = read_article(desk, file, context.settings, context.categories, context.units)
        if read is None or desk.problems:
            yield Outcome(file, None, b"", tuple(desk.problems))
            continue
        text = pack_text(read.article.body)
        claims = tuple((address, pack_place(at)) for address, at in read.claims)
        assets = tuple(places.pack(desk.assets[address]) for address in sorted(desk.assets))
        seen = (own, *(_seen(folder, used, now, b"") for used in sorted(desk.used)))
        window = (read.draft, pack_moment(read.publish), pack_moment(read.expires))
        record = (
            tuple(sorted(desk.named)), tuple(map(tuple, seen)), window, claims, assets,
            pack_article(read.article, text, places),
        )  # fmt: skip
        yield Outcome(file, record, text, ())


def _digest(path: Path) -> bytes:
    with naming(path):
        return digest(path.read_bytes())


def _seen(folder: Folder, file: str, now: int, own: bytes) -> Seen:
    found = folder.stamps[file]
    return Seen(file, found if found[2] < now - _TICK else None, own)


def _taken(
    desk: Desk,
    unpacker: Unpacker,
    file: str,
    record: Plain | None,
    problems: Iterable[Problem],
    as_of: datetime,
) -> Article | None:
    desk.problems += problems
    if record is None:
        if address := address_of(file):
            desk.broken.add(address)
        return None
    _, _, (draft, publish, expires), claims, assets, packed = record
    for address, at in claims:
        desk.claim(address, file, Location(*at))
    for asset in assets:
        unpacker.asset(asset)
    due = publish is None or unpack_moment(publish) <= as_of
    if draft or not due or (expires is not None and unpack_moment(expires) <= as_of):
        return None
    return unpacker.article(file, packed)
