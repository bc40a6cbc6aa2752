"""What a process that stays has at hand of its last reading: it asks no store, and opens only what changed.

An article that breaks stays as it was last read well. One whose words alone changed says others from then on,
in every list that holds it, so that nothing else need be made anew.
"""

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from portal.model.article import Article
from portal.model.portal import Portal
from portal.problems.catalogue import stops
from portal.problems.problem import Problem
from portal.readers.addresses import language_of
from portal.readers.memory import Context, Outcome, read_files
from portal.readers.records import KeptArticle, Places, Plain, Unpacker, unpack_problems
from portal.source.folder import Folder
from portal.source.store import Store


@dataclass(slots=True)
class Mind:
    """Records and articles of the last reading by their files; `before` is the digest of its context."""

    store: Store
    before: bytes = b""
    records: dict[str, Plain] = field(default_factory=dict)
    _articles: dict[str, Article] = field(default_factory=dict)
    _context: Context | None = None

    def at_hand(self, kept: Mapping[str, Plain], context: Context) -> dict[str, Article]:
        """Those of the articles of some records that were made before."""
        if self._context is None or self._context.categories != context.categories:
            return {}
        known = self._articles
        return {file: known[file] for file, record in kept.items() if self.records.get(file) is record}

    def keep(
        self,
        folder: Folder,
        context: Context,
        kept: dict[str, Plain],
        articles: dict[str, Article],
        broken: Sequence[str],
    ) -> None:
        """Remember what was read; what is `broken` joins it as it was, where that can still be shown."""
        settled = {file: _settled(folder, record) for file, record in kept.items()}
        for file in broken:
            old = self.records.get(file)
            if old is not None and old[5][0][2] in context.categories[language_of(file)]:
                # What it was warned of is of places that the file has no more.
                kept[file] = settled[file] = (*old[:7], b"")
                articles[file] = self._articles[file]
        self.before, self._context = context.digest, context
        self.records, self._articles = settled, articles

    def reword(
        self, portal: Portal, folder: Folder, cache: Path, files: Sequence[str]
    ) -> list[Problem] | None:
        """Let some articles of a portal say what their files say now, and give what these are warned of.

        None, and nothing is changed, where more than words changed, or anything is wrong.
        """
        if self._context is None or not self.records.keys() >= set(files):
            return None
        off = self._context.settings.off
        read = list(read_files(folder, cache, self._context, files))
        if not all(_is_reworded(self.records[one.file], one, off) for one in read):
            return None
        self.store.keep([(one.file, self._packed(one), one.text) for one in read], ())
        unpacker = Unpacker(self.store, Places(cache, folder.root), self._context.categories, {})
        warned: list[Problem] = []
        for file, record in ((one.file, one.record) for one in read if one.record):
            self.records[file] = record
            said = unpacker.article(file, record[3][0], record[5])
            # In two languages the portal has an article of its own beside the one that was read.
            for article in (self._articles[file], *(one for one in portal.articles if one.file == file)):
                assert isinstance(article, KeptArticle) and isinstance(said, KeptArticle)
                article.reword(said)
            warned += unpack_problems(folder.shown(file), record[7], off) if record[7] else ()
        return warned

    def _packed(self, read: Outcome) -> bytes:
        return marshal.dumps((self.before, read.record), 2)


def _is_reworded(old: Plain, read: Outcome, off: frozenset[str]) -> bool:
    """Whether an article may be published, and nothing changed of its life, addresses, pictures and lists."""
    new = read.record
    if new is None or stops(problem for problem in read.problems if problem.code not in off):
        return False
    return bool(new[2:5] == old[2:5] and new[5][:3] == old[5][:3])


def _settled(folder: Folder, record: Plain) -> Plain:
    """A record with the stamps of now: that of a file which was just written was not to be trusted yet."""
    if all(stamp is not None for _, stamp, _ in record[1]):
        return record
    now = folder.stamps
    seen = tuple(
        (file, now[file] if stamp is None and folder.is_settled(now[file]) else stamp, own)
        for file, stamp, own in record[1]
    )
    return (record[0], seen, *record[2:])
