"""Pairs: which words stand side by side in which documents, beside each segment in a table of its own.

They carry the ranking, say what a word that is being typed may become, and which word was meant by a slip.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby, pairwise, repeat
from pathlib import Path

from search.postings import pack, unpack
from search.tables import new_table, open_table

SUFFIX = ".pairs"
"""What the name of a segment's table of pairs ends in."""

_DOCUMENT_BITS = 24
_DOCUMENT = (1 << _DOCUMENT_BITS) - 1
_SHORT, _LONG, _STEPS, _COUNTED = 0, 1, 2, 4
_TYPES = {_SHORT: "H", _LONG: "I"}
_MOST_COUNTED = 255
_LAST = "\U0010ffff"
_SOUGHT = "SELECT documents, list FROM pair WHERE key = ?"


class PairDraft:
    """The pairs of a segment that is being written; its documents come in the order of their numbers."""

    def __init__(self) -> None:
        """Begin without documents."""
        self._numbers: dict[str, int] = {}
        self._after: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
        self._words: Counter[str] = Counter()

    def add(self, document: int, row: Sequence[str]) -> None:
        """Add the next document, by its row of words; an empty word is no one's neighbour."""
        numbers, after = self._numbers, self._after
        for one, other in pairwise(row):
            if one and other:
                after[one].append(numbers.setdefault(other, len(numbers)) << _DOCUMENT_BITS | document)
        self._words.update({*row} - {""})

    def write(self, path: Path) -> None:
        """Write the table; equal documents give equal bytes."""
        with new_table(path) as table:
            table.execute("CREATE TABLE word (key TEXT PRIMARY KEY, documents INT) WITHOUT ROWID")
            table.execute("CREATE TABLE pair (key TEXT PRIMARY KEY, documents INT, list BLOB) WITHOUT ROWID")
            table.execute("BEGIN")
            table.executemany("INSERT INTO word VALUES (?, ?)", sorted(self._words.items()))
            table.executemany("INSERT INTO pair VALUES (?, ?, ?)", self._rows())
            table.execute("COMMIT")
            # In order rows leave half of each page empty.
            table.execute("VACUUM")

    def _rows(self) -> Iterator[tuple[str, int, bytes]]:
        names = list(self._numbers)
        for one in sorted(self._after):
            # What is written is needed no more, and there is much of it.
            held = sorted(self._after.pop(one))
            lists = groupby(held, key=lambda value: value >> _DOCUMENT_BITS)
            rows = [(names[other], [value & _DOCUMENT for value in values]) for other, values in lists]
            for name, documents in sorted(rows):
                counts = Counter(documents)
                yield f"{one} {name}", len(counts), pack_counts(counts)


def pack_counts(counts: Mapping[int, int]) -> bytes:
    """Pack a list of documents, ascending, and how many times each has something (255 at the most)."""
    numbers = list(counts)
    if len(numbers) + (numbers[-1] >> 8) < 2 * len(numbers):
        kind, packed = _STEPS, pack(numbers)
    else:
        kind = _SHORT if numbers[-1] <= 0xFFFF else _LONG
        packed = array(_TYPES[kind], numbers).tobytes()
    if len(counts) == sum(counts.values()):
        return bytes([kind]) + packed
    capped = bytes([min(count, _MOST_COUNTED) for count in counts.values()])
    return bytes([kind | _COUNTED]) + packed + capped


def unpack_counts(size: int, packed: bytes) -> dict[int, int]:
    """Give the `size` documents of a packed list, ascending, with their counts."""
    kind, end = packed[0], len(packed)
    counts: Iterable[int] = repeat(1)
    if kind & _COUNTED:
        end -= size
        counts = packed[end:]
    if kind & _STEPS:
        return dict(zip(unpack(packed[1:end]), counts, strict=False))
    numbers = array(_TYPES[kind & ~_COUNTED])
    numbers.frombytes(packed[1:end])
    return dict(zip(numbers, counts, strict=False))


class Pairs:
    """The tables of an index: each with the number of its first document and those taken out of it."""

    def __init__(self, tables: Sequence[tuple[Path, int, Set[int]]]) -> None:
        """Open the tables of a folder whose seal was checked."""
        self._tables = [(open_table(path), first, gone) for path, first, gone in tables]
        self.exact = not any(gone for _, _, gone in self._tables)

    def close(self) -> None:
        """Let go of the files."""
        for table, _, _ in self._tables:
            table.close()

    def counts(self, one: str, other: str) -> dict[int, int]:
        """Give the documents in which two words stand side by side, and how many times."""
        found: dict[int, int] = {}
        for table, first, gone in self._tables:
            row = table.execute(_SOUGHT, [f"{one} {other}"]).fetchone()
            if row:
                held = unpack_counts(*row).items()
                found.update((first + number, count) for number, count in held if number not in gone)
        return found

    def after(self, one: str, prefix: str) -> Counter[str]:
        """Give the words that begin so and stand after a word, with the number of documents where they do."""
        found: Counter[str] = Counter()
        start = f"{one} {prefix}"
        for table, _, gone in self._tables:
            sought = "SELECT key, documents, list FROM pair WHERE key >= ? AND key < ?"
            for key, size, packed in table.execute(sought, [start, start + _LAST]):
                left = len(unpack_counts(size, packed).keys() - gone) if gone else size
                if left:
                    found[key.partition(" ")[2]] += left
        return found

    def words(self, prefix: str) -> Counter[str]:
        """Give the words that begin so, with the number of documents; some may be taken out of them."""
        found: Counter[str] = Counter()
        for table, _, _ in self._tables:
            sought = "SELECT key, documents FROM word WHERE key >= ? AND key < ?"
            found.update(dict(table.execute(sought, [prefix, prefix + _LAST])))
        return found

    def among(self, words: Sequence[str]) -> Counter[str]:
        """Give those of some words that are known, counted as in `words`."""
        found: Counter[str] = Counter()
        for table, _, _ in self._tables:
            for word in words:
                row = table.execute("SELECT documents FROM word WHERE key = ?", [word]).fetchone()
                if row:
                    found[word] += row[0]
        return found
