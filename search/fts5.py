"""The seam to SQLite FTS5: segments are tables in a file each, fed with our keys and read for their places.

FTS5 parses and ranks nothing. It is asked for the places of keys only, through its vocabulary.
"""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from functools import cached_property
from itertools import chain
from pathlib import Path

from search.engine import Change, crowd
from search.entry import KEYS, LENGTHS_OF, Entry
from search.lengths import LENGTHS
from search.pairs import SUFFIX, PairDraft, Pairs
from search.postings import Places, Postings, pack, times
from search.segment_names import segment_name
from search.shown import pack_shown, unpack_shown
from search.tables import new_table, open_table

_TABLE = "table_{}.json"
_FILE = ".fts"
# A part of a key, a place that belongs to no text, and what parts a key of several places from its place.
_BLANK = "@"
_AFTER_BLANK = "A"
_KEPT_BYTES = 20
_SCHEMA = (
    *(
        f"CREATE VIRTUAL TABLE {field} USING fts5(keys, content='', columnsize=0, "
        "tokenize=\"ascii tokenchars './@'\")"
        for field in KEYS
    ),
    "CREATE TABLE name (field TEXT, name TEXT, numbers BLOB, PRIMARY KEY (field, name)) WITHOUT ROWID",
    "CREATE TABLE document (number INTEGER PRIMARY KEY, address TEXT, date INT, text INT, title INT, "
    "shown BLOB)",
)
_Segment = tuple[str, list[int]]


class Store:
    """An open index: posting lists, lengths and stored values. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a folder whose seal was checked."""
        self._segments: list[tuple[sqlite3.Connection, int, Set[int]]] = []
        tables = []
        first = 0
        for name, gone in _read_table(folder)[1]:
            opened = _open(folder / f"{name}{_FILE}")
            self._segments.append((opened, first, frozenset(gone)))
            tables.append((folder / f"{name}{SUFFIX}", first, frozenset(gone)))
            first += opened.execute("SELECT count(*) FROM document").fetchone()[0]
        self._pairs = Pairs(tables)
        self.after, self.words, self.among = self._pairs.after, self._pairs.words, self._pairs.among
        self.pair = self._pairs.counts

    def close(self) -> None:
        """Let go of the files."""
        self._pairs.close()
        for opened, _, _ in self._segments:
            opened.close()

    @cached_property
    def numbers(self) -> Set[int]:
        """The numbers of the documents; there may be gaps."""
        return {first + number for first, number, *_ in self._documents("number")}

    def postings(self, field: str, key: str) -> Postings:
        """Give the documents that have a key in a field of keys, and its places; empty if none has."""
        found: Postings = {}
        for opened, first, gone in self._segments:
            places: defaultdict[int, list[int]] = defaultdict(list)
            for number, place in _places(opened, field, _whole(key)):
                places[number - 1].append(place)
            held = sorted(places.keys() - gone)
            found.update((first + one, pack(sorted(places[one]))) for one in held)
        return found

    def counts(self, field: str, key: str) -> dict[int, int]:
        """Give the documents that have a key in a field of keys, and how many times."""
        if "/" in key:
            return {number: times(packed) for number, packed in self.postings(field, key).items()}
        sought = f"SELECT doc - 1, count(*) FROM {field}_v WHERE term = ? GROUP BY doc"
        return {
            first + number: count
            for opened, first, gone in self._segments
            for number, count in opened.execute(sought, [_whole(key)])
            if number not in gone
        }

    def named(self, field: str, name: str) -> frozenset[int]:
        """Give the documents that have a name in a field to filter by."""
        sought = "SELECT numbers FROM name WHERE field = ? AND name = ?"
        found = [
            first + number
            for opened, first, _ in self._segments
            for row in opened.execute(sought, [field, _whole(name)])
            for number in array("I", row[0])
        ]
        return frozenset(found) & self.numbers

    def names(self, field: str) -> Sequence[str]:
        """Give the names of a field to filter by."""
        sought = "SELECT name FROM name WHERE field = ?"
        found = {row[0] for opened, _, _ in self._segments for row in opened.execute(sought, [field])}
        return sorted(found)

    def lengths(self, field: str) -> Sequence[int]:
        """Give the length of a field by document, as one of `LENGTHS`."""
        order = f"SELECT {field} FROM document ORDER BY number"
        return [LENGTHS[row[0]] for opened, _, _ in self._segments for row in opened.execute(order)]

    def date(self, document: int) -> int | None:
        """Give the date of a document, in seconds since 1970."""
        return self._dates[document][0]

    def address(self, document: int) -> str:
        """Give the address of a document."""
        return self._dates[document][1]

    def shown(self, document: int) -> Mapping[str, str]:
        """Give what was kept to be shown."""
        opened, first, _ = next(one for one in reversed(self._segments) if one[1] <= document)
        row = opened.execute("SELECT shown FROM document WHERE number = ?", [document - first]).fetchone()
        return unpack_shown(row[0])

    @cached_property
    def _dates(self) -> Mapping[int, tuple[int | None, str]]:
        return {first + number: (date, address) for first, number, date, address in self._documents(
            "number, date, address"
        )}  # fmt: skip

    def _documents(self, columns: str) -> Iterator[tuple]:  # type: ignore[type-arg]
        for opened, first, gone in self._segments:
            for row in opened.execute(f"SELECT {columns} FROM document"):
                if row[0] not in gone:
                    yield first, *row


def write_segments(folder: Path, entries: Iterable[Entry], generation: int, memory_mb: int) -> list[_Segment]:
    """Write entries into as few segments as so much memory allows, and give them for the table."""
    rest = iter(entries)
    most = memory_mb * 2**20 // _KEPT_BYTES
    written = []
    for first in rest:
        name = segment_name(generation, first.address)
        _write_segment(folder, name, chain([first], rest), most)
        written.append((name, list[int]()))
    return written


def write_table(folder: Path, segments: Iterable[_Segment]) -> None:
    """Write the table of contents that makes the segments of a folder an index."""
    _commit(folder, 1, sorted(segments))


def update(folder: Path, change: Change, memory_mb: int) -> None:
    """Take documents out of an index, and add those that are due; small segments are joined now and then."""
    generation, segments = _read_table(folder)
    held = [(name, *_take_out(folder, name, gone, change.gone)) for name, gone in segments]
    joined = crowd([len(left) for _, _, left in held])
    again = [address for number in joined for address in held[number][2]]
    kept = [(name, gone) for number, (name, gone, left) in enumerate(held) if left and number not in joined]
    new = write_segments(folder, map(change.entry, (*change.due, *again)), generation + 1, memory_mb)
    _commit(folder, generation + 1, [*kept, *new])


def _take_out(folder: Path, name: str, gone: list[int], out: Set[str]) -> tuple[list[int], list[str]]:
    """Give the numbers of a segment that are out, and the addresses that are left."""
    with closing(_open(folder / f"{name}{_FILE}")) as opened:
        rows = opened.execute("SELECT number, address FROM document ORDER BY number").fetchall()
    held = [(number, address) for number, address in rows if number not in gone]
    left = [address for _, address in held if address not in out]
    return sorted([*gone, *(number for number, address in held if address in out)]), left


def _commit(folder: Path, generation: int, segments: Sequence[_Segment]) -> None:
    kept = {f"{name}{suffix}" for name, _ in segments for suffix in (_FILE, SUFFIX)}
    for path in (*folder.glob(f"*{_FILE}"), *folder.glob(f"*{SUFFIX}")):
        if path.name not in kept:
            path.unlink()
    # Written before the old one goes, under a name of its own: that may be another folder's too.
    (folder / _TABLE.format(generation)).write_text(json.dumps([generation, segments]), "utf-8")
    (folder / _TABLE.format(generation - 1)).unlink(missing_ok=True)


def _read_table(folder: Path) -> tuple[int, list[_Segment]]:
    path = next(folder.glob(_TABLE.format("*")))
    generation, segments = json.loads(path.read_text("utf-8"))
    return generation, [(name, gone) for name, gone in segments]


def _write_segment(folder: Path, name: str, entries: Iterable[Entry], most: int) -> None:
    """Write entries until so many pairs are held, and leave the others."""
    pairs = PairDraft()
    names: defaultdict[tuple[str, str], array[int]] = defaultdict(lambda: array("I"))
    path = folder / f"{name}{_FILE}"
    held = 0
    try:
        with new_table(path) as table:
            for line in _SCHEMA:
                table.execute(line)
            table.execute("BEGIN")
            for number, entry in enumerate(entries):
                _add(table, number, entry)
                pairs.add(number, entry.row)
                for field, called in entry.names.items():
                    if called:
                        names[field, called].append(number)
                held += len(entry.row)
                if held >= most:
                    break
            rows = [(*key, numbers.tobytes()) for key, numbers in sorted(names.items())]
            table.executemany("INSERT INTO name VALUES (?, ?, ?)", rows)
            for field in KEYS:
                table.execute(f"INSERT INTO {field} ({field}) VALUES ('optimize')")
            table.execute("COMMIT")
            table.execute("VACUUM")
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    pairs.write(folder / f"{name}{SUFFIX}")


def _add(table: sqlite3.Connection, number: int, entry: Entry) -> None:
    for field in KEYS:
        fed = _fed(entry.places[field])
        table.execute(f"INSERT INTO {field} (rowid, keys) VALUES (?, ?)", [number + 1, fed])
    lengths = [entry.length_code(field) for field in LENGTHS_OF]
    row = [number, entry.address, entry.date, *lengths, pack_shown(entry.shown)]
    table.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)", row)


def _fed(places: Places) -> str:
    """Give the keys of a field as a text of words whose order says their places.

    A key of several places would push what follows it on; it comes after all others, with its place.
    """
    row: dict[int, str] = {}
    longer: list[str] = []
    for key, held in places.items():
        if "/" in key:
            longer += (f"{key}{_BLANK}{place}" for place in held)
        else:
            row.update(dict.fromkeys(held, key))
    last = max(row, default=-1)
    return " ".join([*(row.get(place, _BLANK) for place in range(last + 1)), *longer])


def _places(opened: sqlite3.Connection, field: str, key: str) -> Iterator[tuple[int, int]]:
    if "/" not in key:
        yield from opened.execute(f"SELECT doc, offset FROM {field}_v WHERE term = ?", [key])
        return
    sought = f"SELECT doc, term FROM {field}_v WHERE term >= ? AND term < ?"
    for number, term in opened.execute(sought, [key + _BLANK, key + _AFTER_BLANK]):
        yield number, int(term.rpartition(_BLANK)[2])


def _open(path: Path) -> sqlite3.Connection:
    opened = open_table(path)
    for field in KEYS:
        opened.execute(f"CREATE VIRTUAL TABLE temp.{field}_v USING fts5vocab(main, {field}, instance)")
    return opened


def _whole(text: str) -> str:
    """Give a text that SQLite takes: half a character, which no document has, becomes a sign."""
    return text.encode("utf-8", "replace").decode()
