"""Engines: what keeps the entries of an index on the disk, each behind the same few functions.

None of them analyses, parses or ranks: they keep our keys, and give lists of documents back.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.entry import Entry
from search.reader import Reader

Part = Any
"""A segment, as the table of contents of its engine names it; can be pickled."""

NAMES = ("whoosh", "fts5")
"""The engines that there are, the usual one first."""

# Segments of fewer documents than a power of four are joined when so many are of about a size.
_SMALL = 5
_MANY = 4


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to an index: addresses to take out and to put in; `entry` is asked for the latter.

    It is asked, too, for a few documents whose small segments are joined.
    """

    gone: Set[str]
    due: Sequence[str]
    entry: Callable[[str], Entry]


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine. Segments are written once, by several processes at a time if need be, and never changed.

    `write_segments` takes a folder, entries, a generation, which is in the names of the files, and how many
    megabytes of lists may be held at a time; `write_table` makes the segments of a folder an index;
    `update` changes the index of a folder whose files may be another folder's too, so it writes into none.
    """

    name: str
    write_segments: Callable[[Path, Iterable[Entry], int, int], list[Part]]
    write_table: Callable[[Path, Iterable[Part]], None]
    update: Callable[[Path, Change, int], None]
    open: Callable[[Path], Reader]


def engine_named(name: str) -> Engine:
    """Give one of `NAMES`; nothing of the others is loaded. Raises KeyError for any other name."""
    if name == "whoosh":
        from search import segment, store

        return Engine(name, segment.write_segments, store.write_table, store.update_store, store.Store)
    if name == "fts5":
        from search import fts5

        return Engine(name, fts5.write_segments, fts5.write_table, fts5.update, fts5.Store)
    raise KeyError(name)


def crowd(counts: Sequence[int]) -> Set[int]:
    """Say which segments are to be joined, of so many documents each: four of about a size, and all smaller.

    So a document is written again a few times only, however many updates there are, and large ones never.
    """
    sizes = [(count.bit_length() + 1) // 2 for count in counts]
    full = [size for size in sizes if 0 < size <= _SMALL and sizes.count(size) >= _MANY]
    return {number for number, size in enumerate(sizes) if full and size <= min(full)}
