"""The seam to Whoosh: an index of segments is opened, written and changed here, in terms of keys and places.

Whoosh analyses, parses and ranks nothing: it keeps posting lists and stored values.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from search.engine import Change, crowd
from search.lengths import LENGTHS
from search.pairs import SUFFIX, Pairs
from search.postings import Postings, all_times
from search.segment import NAME, NO_DATE, addresses, length_of, schema, write_segments
from search.shown import unpack_shown

with warnings.catch_warnings():
    # The source of Whoosh 2.7.4 warns when it is compiled, that is once after each installation.
    warnings.simplefilter("ignore")
    from whoosh.codec.whoosh3 import W3LeafMatcher
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC, FileIndex, clean_files
    from whoosh.reading import TermNotFound


class Store:
    """An open index: posting lists, lengths and stored values. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a folder whose seal was checked, since Whoosh unpickles what it reads."""
        self._reader: Any = FileIndex(FileStorage(str(folder), readonly=True), indexname=NAME).reader()
        # Each segment is asked by itself: Whoosh's way to ask many as one is slow for long lists.
        self._segments: list[tuple[Any, int, frozenset[int]]] = [
            (leaf, first, frozenset(leaf.segment().deleted_docs()))
            for leaf, first in self._reader.leaf_readers()
            if leaf.segment() is not None
        ]
        tables = [(_pairs_of(folder, leaf), first, gone) for leaf, first, gone in self._segments]
        self._pairs = Pairs(tables)
        self._columns: dict[str, Any] = {}

    def close(self) -> None:
        """Let go of the files."""
        self._columns.clear()
        self._pairs.close()
        self._reader.close()

    @cached_property
    def numbers(self) -> Set[int]:
        """The numbers of the documents; there may be gaps."""
        return {
            first + number
            for segment, first, gone in self._segments
            for number in range(segment.doc_count_all())
            if number not in gone
        }

    def postings(self, field: str, key: str) -> Postings:
        """Give the documents that have a key in a field of keys; empty if none has."""
        found: Postings = {}
        for first, numbers, values in self._lists(field, key):
            held = [first + number for number in numbers] if first else numbers
            found.update(zip(held, values, strict=True))
        return {number: found[number] for number in found.keys() & self.numbers} if self._some_gone else found

    def counts(self, field: str, key: str) -> dict[int, int]:
        """Give the documents that have a key in a field of keys, and how many times."""
        found: dict[int, int] = {}
        for first, numbers, values in self._lists(field, key):
            held = [first + number for number in numbers] if first else numbers
            found.update(zip(held, all_times(values), strict=True))
        return {number: found[number] for number in found.keys() & self.numbers} if self._some_gone else found

    def named(self, field: str, name: str) -> frozenset[int]:
        """Give the documents that have a name in a field to filter by."""
        found = self._lists(field, name)
        return frozenset(first + number for first, numbers, _ in found for number in numbers) & self.numbers

    def names(self, field: str) -> Sequence[str]:
        """Give the names of a field to filter by."""
        found = {bytes(term) for leaf, _, _ in self._segments for term in leaf.lexicon(field)}
        return sorted(term.decode() for term in found)

    def lengths(self, field: str) -> Sequence[int]:
        """Give the length of a field by document, as one of `LENGTHS`."""
        return [LENGTHS[code] for code in self._column(length_of(field))]

    def pair(self, one: str, other: str) -> dict[int, int]:
        """Give the documents in which two folded words stand side by side, and how many times."""
        return self._pairs.counts(one, other)

    def after(self, one: str, prefix: str) -> Counter[str]:
        """Give the words that begin so and stand after a word, with the number of documents where they do."""
        return self._pairs.after(one, prefix)

    def words(self, prefix: str) -> Counter[str]:
        """Give the words that begin so, with the number of documents, or somewhat more."""
        return self._pairs.words(prefix)

    def among(self, words: Sequence[str]) -> Counter[str]:
        """Give those of some words that are known, with the number of documents, or somewhat more."""
        return self._pairs.among(words)

    def date(self, document: int) -> int | None:
        """Give the date of a document, in seconds since 1970."""
        seconds: int = self._column("date")[document]
        return None if seconds == NO_DATE else seconds

    def address(self, document: int) -> str:
        """Give the address of a document."""
        address: bytes = self._column("address")[document]
        return address.decode()

    def shown(self, document: int) -> Mapping[str, str]:
        """Give what was kept to be shown."""
        return unpack_shown(self._column("shown")[document])

    @cached_property
    def _some_gone(self) -> bool:
        return any(gone for _, _, gone in self._segments)

    def _lists(self, field: str, key: str) -> Iterator[tuple[int, Sequence[int], Sequence[bytes]]]:
        """Give the lists of a key, block by block, each with the number of its segment's first document."""
        term = key.encode("utf-8", "replace")
        for leaf, first, gone in self._segments:
            with suppress(TermNotFound):
                matcher = leaf.postings(field, term)
                # What was taken out is left out by the caller, and at once.
                yield from _blocks(matcher.child if gone else matcher, first)

    def _column(self, field: str) -> Any:
        if field not in self._columns:
            self._columns[field] = self._reader.column_reader(field)
        return self._columns[field]


def _pairs_of(folder: Path, leaf: Any) -> Path:
    return folder / f"{leaf.segment().segid}{SUFFIX}"


def _blocks(matcher: Any, first: int) -> Iterator[tuple[int, Sequence[int], Sequence[bytes]]]:
    """Give what a matcher of Whoosh would give one by one; a list of one document lies beside its key."""
    if not isinstance(matcher, W3LeafMatcher):
        while matcher.is_active():
            yield first, [matcher.id()], [matcher.value()]
            matcher.next()
        return
    while matcher.is_active():
        matcher._read_data()
        steps, _, values = matcher._data
        yield first, list(accumulate(steps)), values or ()
        matcher._next_block()


def write_table(folder: Path, segments: Iterable[Any]) -> None:
    """Write the table of contents that makes the segments of a folder an index."""
    _commit(folder, sorted(segments, key=lambda segment: str(segment.segid)), 1)


def update_store(folder: Path, change: Change, memory_mb: int) -> None:
    """Take documents out of an index, and add those that are due; small segments are joined now and then."""
    table = TOC.read(FileStorage(str(folder)), NAME)
    held = [(segment, _take_out(folder, segment, change.gone)) for segment in table.segments]
    joined = crowd([len(left) for _, left in held])
    again = [address for number in joined for address in held[number][1]]
    kept = [segment for number, (segment, left) in enumerate(held) if left and number not in joined]
    new = write_segments(folder, map(change.entry, (*change.due, *again)), table.generation + 1, memory_mb)
    _commit(folder, [*kept, *new], table.generation + 1)


def _take_out(folder: Path, segment: Any, gone: Set[str]) -> Sequence[str]:
    """Mark documents of a segment as taken out; gives the addresses that are left."""
    held = addresses(folder, segment)
    for address in held.keys() & gone:
        segment.delete_document(held[address])
    return [address for address in held if address not in gone]


def _commit(folder: Path, segments: Sequence[Any], generation: int) -> None:
    storage = FileStorage(str(folder))
    TOC(schema(), list(segments), generation).write(storage, NAME)
    clean_files(storage, NAME, generation, segments)
    kept = {f"{segment.segid}{SUFFIX}" for segment in segments}
    for path in folder.glob(f"*{SUFFIX}"):
        if path.name not in kept:
            path.unlink()
