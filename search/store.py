"""The seam to Whoosh: an index of segments is opened, written and changed here, in terms of keys and places.

Whoosh analyses, parses and ranks nothing: it keeps posting lists and stored values.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import Any

from search.postings import Postings
from search.segment import NAME, Entry, addresses, schema, write_segments

with warnings.catch_warnings():
    # The source of Whoosh 2.7.4 warns when it is compiled, that is once after each installation.
    warnings.simplefilter("ignore")
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC, FileIndex, clean_files
    from whoosh.reading import TermNotFound

# Segments of fewer documents than a power of four are joined when so many are of about a size.
_SMALL = 5
_MANY = 4


class Store:
    """An open index: posting lists, lengths and stored values. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a folder whose seal was checked, since Whoosh unpickles what it reads."""
        self._reader: Any = FileIndex(FileStorage(str(folder), readonly=True), indexname=NAME).reader()
        # Each segment is asked by itself: Whoosh's way to ask many as one is slow for long lists.
        self._segments: list[tuple[Any, int]] = self._reader.leaf_readers()
        self._columns: dict[str, Any] = {}
        self._lengths: dict[str, list[int]] = {}
        self.count: int = self._reader.doc_count()

    def close(self) -> None:
        """Let go of the files."""
        self._columns.clear()
        self._reader.close()

    def postings(self, field: str, key: str) -> Postings:
        """Give the documents that have a key in a field of keys; empty if none has."""
        found: Postings = {}
        for first, matcher in self._matchers(field, key):
            while matcher.is_active():
                found[first + matcher.id()] = matcher.value()
                matcher.next()
        return found

    def named(self, field: str, name: str) -> frozenset[int]:
        """Give the documents that have a name in a field to filter by."""
        found = self._matchers(field, name)
        return frozenset(first + number for first, matcher in found for number in matcher.all_ids())

    def lengths(self, field: str) -> Sequence[int]:
        """Give the number of keys in a field, by document, in Whoosh's rounding (exact for short ones)."""
        if field not in self._lengths:
            self._lengths[field] = [
                segment.doc_field_length(number, field) or 0
                for segment, _ in self._segments
                for number in range(segment.doc_count_all())
            ]
        return self._lengths[field]

    def average_length(self, field: str) -> float:
        """Give the mean number of keys in a field, 1 at the least."""
        total: int = self._reader.field_length(field)
        return max(1.0, total / max(1, self.count))

    def order(self, document: int) -> tuple[int, str]:
        """Give what settles the order of equal answers: newest first, then by address."""
        return -self._column("date")[document], self._column("address")[document].decode()

    def shown(self, document: int) -> Mapping[str, Any]:
        """Give what was kept to be shown."""
        stored: Mapping[str, Any] = self._reader.stored_fields(document)
        return stored

    def _matchers(self, field: str, key: str) -> Iterator[tuple[int, Any]]:
        """Give the lists of a key, segment by segment, each with the number of the first document there."""
        for segment, first in self._segments:
            with suppress(TermNotFound):
                yield first, segment.postings(field, key.encode("utf-8", "replace"))

    def _column(self, field: str) -> Any:
        if field not in self._columns:
            self._columns[field] = self._reader.column_reader(field)
        return self._columns[field]


def write_table(folder: Path, segments: Iterable[Any]) -> None:
    """Write the table of contents that makes the segments of a folder an index."""
    _commit(folder, sorted(segments, key=lambda segment: str(segment.segid)), 1)


def update_store(
    folder: Path, gone: Set[str], due: Iterable[str], entry: Callable[[str], Entry], memory_mb: int
) -> None:
    """Take documents out of an index, by their addresses, and add those that are due.

    Small segments are joined now and then: `entry` is asked for their documents too. No file is written into,
    for those of the index may be another folder's as well.
    """
    table = TOC.read(FileStorage(str(folder)), NAME)
    held = [(segment, _take_out(folder, segment, gone)) for segment in table.segments]
    crowd = _crowd([len(left) for _, left in held])
    again = [address for number in crowd for address in held[number][1]]
    kept = [segment for number, (segment, left) in enumerate(held) if left and number not in crowd]
    new = write_segments(folder, map(entry, (*due, *again)), table.generation + 1, memory_mb)
    _commit(folder, [*kept, *new], table.generation + 1)


def _take_out(folder: Path, segment: Any, gone: Set[str]) -> Sequence[str]:
    """Mark documents of a segment as taken out; gives the addresses that are left."""
    held = addresses(folder, segment)
    for address in held.keys() & gone:
        segment.delete_document(held[address])
    return [address for address in held if address not in gone]


def _crowd(counts: Sequence[int]) -> Set[int]:
    """Say which segments are to be joined, of so many documents each: four of about a size, and all smaller.

    So a document is written again a few times only, however many updates there are, and large ones never.
    """
    sizes = [(count.bit_length() + 1) // 2 for count in counts]
    full = [size for size in sizes if 0 < size <= _SMALL and sizes.count(size) >= _MANY]
    return {number for number, size in enumerate(sizes) if full and size <= min(full)}


def _commit(folder: Path, segments: Sequence[Any], generation: int) -> None:
    storage = FileStorage(str(folder))
    TOC(schema(), list(segments), generation).write(storage, NAME)
    clean_files(storage, NAME, generation, segments)
