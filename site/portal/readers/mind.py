"""What a process that stays has at hand of its last reading: it asks no store, and opens only what changed.

An article that breaks stays as it was last read well. One whose words alone changed says others from then on,
in every list that holds it, so that nothing else need be made anew.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from portal.model.article import Article
from portal.model.portal import Portal
from portal.problems.catalogue import stops
from portal.problems.problem import Problem
from portal.readers.addresses import language_of
from portal.readers.memory import Context, Outcome, read_files
from portal.readers.records import KeptArticle, Places, Plain, Unpacker
from portal.source.folder import Folder
from portal.source.store import Store

_NONE = b"-"  # the digest of no file


class Said(NamedTuple):
    """What reading a file gave beside its words: whether it is broken, and all problems."""

    broken: bool
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Mind:
    """Records and articles of the last reading by their files; `before` is the digest of its context.

    `former` are records of files that changed, until it is known what became of these.
    """

    store: Store
    before: bytes = b""
    records: dict[str, Plain] = field(default_factory=dict)
    former: dict[str, Plain] = field(default_factory=dict)
    _articles: dict[str, Article] = field(default_factory=dict)
    _context: Context | None = None

    def at_hand(self, kept: Mapping[str, Plain], context: Context) -> dict[str, Article]:
        """Those of the articles of some records that were made before."""
        if self._context is None or self._context.categories != context.categories:
            return {}
        known = self._articles
        return {file: known[file] for file, record in kept.items() if self.records.get(file) is record}

    def broken(self, files: Iterable[str], context: Context) -> Iterator[tuple[str, Plain]]:
        """The records of some files that cannot be published, as these were read well, if they ever were."""
        for file in files:
            old = self.former.get(file)
            if old is not None and old[5][0][2] in context.categories[language_of(file)]:
                yield file, _stale(file, old)

    def keep(
        self, folder: Folder, context: Context, kept: Mapping[str, Plain], articles: dict[str, Article]
    ) -> None:
        """Remember what was read."""
        self.before, self._context = context.digest, context
        self.records = {file: _settled(folder, record) for file, record in kept.items()}
        self._articles = articles
        self.former.clear()

    def reword(
        self, portal: Portal, folder: Folder, cache: Path, files: Sequence[str]
    ) -> dict[str, Said] | None:
        """Let some articles of a portal say what their files say now; one that breaks says what it said.

        None, and nothing is changed, where more than words changed of any.
        """
        if self._context is None or not self.records.keys() >= set(files):
            return None
        off = self._context.settings.off
        read = {one.file: _judged(one, off) for one in read_files(folder, cache, self._context, files)}
        if not all(
            one.record is None or _is_same(self.records[file], one.record) for file, one in read.items()
        ):
            return None
        sound = [one for one in read.values() if one.record]
        self.store.keep([(one.file, self._packed(one), one.words, one.text) for one in sound], ())
        unpacker = Unpacker(self.store, Places(cache, folder.root), self._context.categories, {})
        for file, one in read.items():
            self.records[file] = one.record or _stale(file, self.records[file])
            if one.record:
                self._tell(portal, file, unpacker.article(file, one.record[3][0], one.record[5]))
        return {file: Said(one.record is None, one.problems) for file, one in read.items()}

    def _tell(self, portal: Portal, file: str, said: Article) -> None:
        """Let an article say this; in two languages the portal has its own beside the one that was read."""
        for article in (self._articles[file], *(one for one in portal.articles if one.file == file)):
            assert isinstance(article, KeptArticle) and isinstance(said, KeptArticle)
            article.reword(said)

    def _packed(self, read: Outcome) -> bytes:
        return marshal.dumps((self.before, read.record), 2)


def _judged(read: Outcome, off: frozenset[str]) -> Outcome:
    """What became of a file, without what is switched off; no record where it may not be published."""
    said = tuple(problem for problem in read.problems if problem.code not in off)
    return read._replace(record=None if stops(said) else read.record, problems=said)


def _is_same(old: Plain, new: Plain) -> bool:
    """Whether nothing changed of an article's life, addresses, pictures and place in lists."""
    return bool(new[2:5] == old[2:5] and new[5][:3] == old[5][:3])


def _stale(file: str, record: Plain) -> Plain:
    """A record that holds no more, whatever its file says; it was warned of places that are there no more."""
    return (record[0], ((file, None, _NONE),), *record[2:6], b"", False)


def _settled(folder: Folder, record: Plain) -> Plain:
    """A record with the stamps of now: that of a file which was just written was not to be trusted yet."""
    if all(stamp is not None or own == _NONE for _, stamp, own in record[1]):
        return record
    now = folder.stamps
    seen = tuple(
        (file, now[file] if stamp is None and folder.is_settled(now[file]) else stamp, own)
        for file, stamp, own in record[1]
    )
    return (record[0], seen, *record[2:])
