"""Articles from their files: as they were read before where nothing that they depend on has changed.

A file is known again by its stamp without being opened, or by its digest. What was read of it also depended
on the pictures that it shows, on the files that it links to being there, and on what the context says:
categories, units, the portal's authority and the code. A reading that stops publication is not kept.
"""

import marshal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from portal.failure import naming
from portal.guard.finding import Known
from portal.model.article import Article, Category
from portal.model.indicator import Indicator
from portal.model.life import PUBLIC_ALONE, Life, State
from portal.model.settings import Settings
from portal.parallel import spread
from portal.problems.catalogue import stops
from portal.problems.problem import Problem
from portal.readers.addresses import address_of
from portal.readers.desk import Desk
from portal.readers.records import (
    Places,
    Plain,
    Shared,
    Unpacker,
    pack_article,
    pack_life,
    pack_problems,
    pack_text,
    pack_words,
    unpack_life,
    unpack_place,
    unpack_problems,
)
from portal.source.folder import Folder, Stamp
from portal.source.store import Row, Store, digest

if TYPE_CHECKING:
    from portal.readers.held import Held
    from portal.readers.mind import Mind
    from portal.source.pictures import Prepared

_HELD = 256  # articles whose texts wait in memory to be kept
_FEW = 8  # files that are read ahead
_TURNS = 3  # of each process that reads: what these share of their parent's memory is little
_RARELY = 50  # of so many files one may change before the outline is drawn anew


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of every article depends on beside its own file."""

    settings: Settings
    categories: Mapping[str, Mapping[str, Category]]
    units: frozenset[str]
    known: Known = Known()
    indicators: Mapping[str, Mapping[str, Indicator]] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    """Files that do not say what is read of them: they are held back."""

    @property
    def digest(self) -> bytes:
        """Stands for all of it that can change what is read, but for indicators.

        An article that takes figures of one depends on its files, as on those of its pictures.
        """
        settings = self.settings
        known = tuple(sorted(self.categories.get("vi", {})))
        named = tuple(sorted(self.units))
        said = (settings.authority, settings.since.isoformat(), known, named, self.known.plain)
        return digest(repr(said).encode())


class Seen(NamedTuple):
    """A file on which a reading depended: its stamp, or None where that may deceive, and its digest.

    Of a picture there is no digest: what was prepared of it may be of the bytes before or after a change.
    """

    file: str
    stamp: Stamp | None
    digest: bytes


class Outcome(NamedTuple):
    """What became of one file: what is kept of it, no record where it is broken; and what is wrong in it.

    What guards found is in the record, whether they are switched off or not: that is the portal's to say.
    """

    file: str
    record: Plain | None
    words: bytes
    text: bytes
    problems: tuple[Problem, ...]


class Ahead(NamedTuple):
    """What became of those few files that seemed to have changed, and the context in which they were read."""

    context: bytes
    outcomes: Sequence[Outcome]


NOTHING = Ahead(b"", ())


@dataclass(slots=True)
class Memory:
    """Reads the articles of a portal, in several processes, and keeps what was read.

    `ahead` gives what was read of them already, while something else was done; `held` are files of which it
    does not count what they say now. `lives` are the articles that are not public for ever, `former` the
    records of those that broke. `mind` is what a process that stays has at hand of the reading before.
    """

    store: Store
    jobs: int = 1
    ahead: Callable[[], Ahead] = lambda: NOTHING
    held: "Held | None" = None
    shown: Collection[State] = PUBLIC_ALONE
    mind: "Mind | None" = None
    read: int = 0
    since: int | None = None
    former: dict[str, Plain] = field(default_factory=dict)
    lives: list[tuple[Article, Life]] = field(default_factory=list)

    def articles(self, desk: Desk, files: Sequence[str], context: Context, as_of: datetime) -> list[Article]:
        """Give the public articles of some files; problems, claims and assets go to the desk.

        Raises Damaged where the store fails, WorkerDied, and OSError where the machine does.
        """
        before = context.digest
        places = Places(desk.cache, desk.folder.root)
        unpacker = Unpacker(self.store, places, context.categories, desk.assets)
        held, off = self.held.articles if self.held else frozenset(), context.settings.off
        kept, gone = self._recalled(desk.folder, [file for file in files if file not in held], before, off)
        for file in held:
            gone.pop(file, None)
        articles = self.mind.at_hand(kept, context) if self.mind else {}
        for file, record in kept.items():
            if file not in articles:
                articles[file] = unpacker.article(file, record[3][0], record[5])
        ahead = self.ahead()
        outcomes = ahead.outcomes if ahead.context == before else ()
        early = {one.file: one for one in outcomes if one.file not in kept and one.file not in held}
        due = [file for file in files if file not in kept and file not in early and file not in held]
        self.read = len(due) + len(early)
        if due:
            # What reading needs is loaded once, before the processes part.
            import_module("portal.readers.articles")
            import_module("portal.source.pictures.preparing")
        late = spread(partial(read_files, desk.folder, desk.cache, context), due, self.jobs, _TURNS)
        for file, record in self._told(desk, chain(early.values(), late), before, gone, off):
            kept[file] = record
            articles[file] = unpacker.article(file, record[3][0], record[5])
        for file in sorted(held):
            assert self.held is not None
            if (published := self.held.record(self.store, file, context, places)) is not None:
                kept[file] = published
                articles[file] = unpacker.article(file, published[3][0], published[5])
        self._draw(before, kept)
        if self.mind:
            for file, record in self.mind.broken([file for file in due if file not in kept], context):
                kept[file], articles[file] = record, unpacker.article(file, record[3][0], record[5])
            self.mind.keep(desk.folder, context, kept, articles)
        return [
            articles[file]
            for file in files
            if file in kept
            and (
                self._is_simple(desk, file, kept[file])
                or self._is_public(desk, unpacker, articles[file], kept[file], as_of, off)
            )
        ]

    def _is_simple(self, desk: Desk, file: str, record: Plain) -> bool:
        """Whether an article is public for ever, without warning or picture, and alone at its one address."""
        if record[2] or record[4] or record[6] or len(record[3]) > 1:
            return False
        shown = desk.folder.shown(file)
        return desk.claimed.setdefault(record[3][0], shown) == shown

    def _told(
        self,
        desk: Desk,
        outcomes: Iterable[Outcome],
        before: bytes,
        gone: dict[str, Plain | None],
        off: frozenset[str],
    ) -> Iterator[tuple[str, Plain]]:
        """The files that can be published, with their records, which are kept; of others, what is wrong."""
        fresh: list[Row] = []
        shared = Shared()
        for outcome in outcomes:
            said = [problem for problem in outcome.problems if problem.code not in off]
            old = gone.pop(outcome.file, None)
            if outcome.record is None or stops(said):
                desk.problems += said
                if address := address_of(outcome.file):
                    desk.broken.add(address)
                # What it last said is kept: it may be what is public.
                if old:
                    self.former[outcome.file] = old
                continue
            yield shared.text(outcome.file), shared.of(outcome.record)
            record = marshal.dumps((before, outcome.record), 2)
            fresh.append((outcome.file, record, outcome.words, outcome.text))
            if len(fresh) == _HELD:
                self.store.keep(fresh, ())
                fresh.clear()
        if fresh or gone:
            self.store.keep(fresh, gone)

    def _recalled(
        self, folder: Folder, files: Iterable[str], before: bytes, off: frozenset[str]
    ) -> tuple[dict[str, Plain], dict[str, Plain | None]]:
        """The records that still hold, and those that do not, or may not be published.

        Of what was read in another context the record says nothing.
        """
        wanted, stamps = set(files), folder.stamps
        kept: dict[str, Plain] = {}
        gone: dict[str, Plain | None] = {}
        for context, records in self._known():
            for file, record in records.items():
                seen = record[1]
                if context != before:
                    gone[file] = None
                elif file not in wanted:
                    gone[file] = record
                elif not record[7] and not record[0] and len(seen) == 1 and seen[0][1] == stamps[file]:
                    # Most depend on nothing but their own file, which is as it was.
                    kept[file] = record
                elif _holds(folder, record) and not _stops(file, record, off):
                    kept[file] = record
                else:
                    gone[file] = record
        if self.mind:
            self.mind.former.update((file, record) for file, record in gone.items() if record)
        return kept, gone

    def _known(self) -> Iterator[tuple[bytes, Mapping[str, Plain]]]:
        """All records by their files, with the context in which they were read."""
        if self.mind and self.mind.records:
            yield self.mind.before, self.mind.records
            return
        drawn = self.store.outline()
        if drawn is None:
            for file, data in self.store.records():
                context, record = marshal.loads(data)
                yield context, {file: record}
            return
        outline, since = drawn
        self.since = len(since)
        context, records = marshal.loads(outline)
        for file, changed in since:
            records.pop(file, None)
            if changed is not None:
                own, record = marshal.loads(changed)
                yield own, {file: record}
        yield context, records

    def _draw(self, before: bytes, kept: Mapping[str, Plain]) -> None:
        """Keep an outline of all records, unless there is one in which little changed since."""
        if self.held or (self.mind and self.mind.records):
            return
        if self.since is None or self.since > max(_FEW, len(kept) // _RARELY):
            self.store.keep_outline(marshal.dumps((before, {**kept, **self.former})))

    def _is_public(
        self,
        desk: Desk,
        unpacker: Unpacker,
        article: Article,
        record: Plain,
        as_of: datetime,
        off: frozenset[str],
    ) -> bool:
        """Take what an article claims, public or not, and its pictures if it is; say whether it is."""
        _, _, held, claims, assets, packed, warned, _ = record
        shown = desk.folder.shown(article.file)
        if warned:
            desk.problems += unpack_problems(shown, warned, off)
        for number, address in enumerate(claims):
            if desk.claimed.setdefault(address, shown) != shown:
                places = unpacker.words(article.file, packed[5])[7]
                desk.claim(address, article.file, unpack_place(shown, places[number]))
        if held:
            life = unpack_life(held)
            self.lives.append((article, life))
            if life.at(as_of) not in self.shown:
                return False
        for asset in assets:
            unpacker.asset(asset)
        desk.used.update(seen[0] for seen in record[1][1:])
        return True


def read_ahead(folder: Folder, cache: Path, store: Store, files: Sequence[str], context: Context) -> Ahead:
    """Read the files that changed after anything was kept, where they are few: a guess, and no more."""
    written = store.written
    likely = [file for file in files if folder.stamps[file][2] > written]
    found = tuple(read_files(folder, cache, context, likely)) if 0 < len(likely) <= _FEW else ()
    return Ahead(context.digest, found)


def _holds(folder: Folder, record: Plain) -> bool:
    stamps = folder.stamps
    for name in record[0]:
        if name not in stamps:
            return False
    for file, stamp, before in record[1]:
        now = stamps.get(file)
        if now is None:
            return False
        if now != stamp and (before == b"" or _digest(folder.path(file)) != before):
            return False
    return True


def _stops(file: str, record: Plain, off: frozenset[str]) -> bool:
    """Whether it may not be published, unless what is wrong with it is switched off."""
    return bool(record[7]) and stops(unpack_problems(file, record[6], off))


def read_files(folder: Folder, cache: Path, context: Context, files: Sequence[str]) -> Iterator[Outcome]:
    """Read some articles, one after another; nothing is kept."""
    # What reading needs is not needed where nothing is to be read.
    from portal.readers.articles import read_article

    places = Places(cache, folder.root)
    prepared: dict[tuple[str, bool], Prepared] = {}
    for file in files:
        desk = Desk(folder, cache, known=context.known, prepared=prepared, indicators=context.indicators)
        # Taken before the reading: a file that changes meanwhile will look changed the next time.
        own = _seen(folder, file, _digest(folder.path(file)))
        read = read_article(desk, file, context.settings, context.categories, context.units)
        if read is None or desk.has_errors(whatever_is_off=True):
            yield Outcome(file, None, b"", b"", tuple(desk.problems))
            continue
        text = pack_text(read.article.body)
        words = pack_words(read.article, [at for _, at in read.claims], places)
        claims = tuple(address for address, _ in read.claims)
        assets = tuple(places.pack(desk.assets[address]) for address in sorted(desk.assets))
        seen = (own, *(_seen(folder, used, b"", context.unsure) for used in sorted(desk.used)))
        record = (
            tuple(sorted(desk.named)), tuple(map(tuple, seen)), pack_life(read.life), claims, assets,
            pack_article(read.article, words, text), pack_problems(desk.problems), stops(desk.problems),
        )  # fmt: skip
        yield Outcome(file, record, words, text, tuple(desk.problems))


def _digest(path: Path) -> bytes:
    with naming(path):
        return digest(path.read_bytes())


def _seen(folder: Folder, file: str, own: bytes, unsure: Collection[str] = ()) -> Seen:
    found = folder.stamps[file]
    # A file that was changed in this tick may change again without a new stamp.
    return Seen(file, found if folder.is_settled(found) and file not in unsure else None, own)
