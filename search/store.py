"""The seam to Whoosh: keys and their places into its files and back; the only module that knows it.

Whoosh analyses, parses and ranks nothing here: it keeps posting lists and stored values.
"""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    # The source of Whoosh 2.7.4 warns when it is compiled, that is once after each installation. Some of it
    # would be imported only in use: the codec is named here so that all of it comes now.
    warnings.simplefilter("ignore")
    from whoosh import fields, formats
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import FileIndex
    from whoosh.reading import TermNotFound
    from whoosh.writing import SegmentWriter

Places = Mapping[str, list[int]]
"""Each key of a text with its places in the row of words, ascending."""

Postings = dict[int, bytes]
"""The documents that have a key, by their number, and the places where, packed: see `times` and `unpack`."""

_NAME = "search"
_NO_DATE = -(2**63)
_FAR = 255


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of a document: keys by field, names to filter by (empty ones left out), what is shown."""

    address: str
    date: int | None
    places: Mapping[str, Places]
    names: Mapping[str, str]
    shown: Mapping[str, str | bytes]


class KeyField(fields.FieldType):  # type: ignore[misc]
    """A field that is given keys and their places, instead of text to be analysed."""

    def __init__(self) -> None:
        """Keep all that Whoosh needs to count keys in."""
        super().__init__(formats.Format(), None, scorable=True)

    def index(self, value: Places, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give Whoosh each key as (bytes, frequency, weight, packed places)."""
        for key, places in value.items():
            yield key.encode(), len(places), 1.0, _pack(places)


class Store:
    """An open index: posting lists, lengths and stored values. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a folder whose seal was checked, since Whoosh unpickles what it reads."""
        self._reader: Any = FileIndex(FileStorage(str(folder), readonly=True), indexname=_NAME).reader()
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
        matcher = self._matcher(field, key)
        while matcher is not None and matcher.is_active():
            found[matcher.id()] = matcher.value()
            matcher.next()
        return found

    def named(self, field: str, name: str) -> frozenset[int]:
        """Give the documents that have a name in a field to filter by."""
        matcher = self._matcher(field, name)
        return frozenset() if matcher is None else frozenset(matcher.all_ids())

    def lengths(self, field: str) -> Sequence[int]:
        """Give the number of keys in a field, by document, in Whoosh's rounding (exact for short ones)."""
        if field not in self._lengths:
            read = self._reader.doc_field_length
            numbers = range(self._reader.doc_count_all())
            self._lengths[field] = [read(document, field) or 0 for document in numbers]
        return self._lengths[field]

    def average_length(self, field: str) -> float:
        """Give the mean number of keys in a field, 1 at the least."""
        total: int = self._reader.field_length(field)
        return max(1.0, total / max(1, self.count))

    def order(self, document: int) -> tuple[int, str]:
        """Give what settles the order of equal answers: newest first, then by address."""
        return -self._column("date")[document], self._column("address")[document]

    def shown(self, document: int) -> Mapping[str, Any]:
        """Give what was kept to be shown."""
        stored: Mapping[str, Any] = self._reader.stored_fields(document)
        return stored

    def _matcher(self, field: str, key: str) -> Any | None:
        try:
            return self._reader.postings(field, key.encode("utf-8", "replace"))
        except TermNotFound:
            return None

    def _column(self, field: str) -> Any:
        if field not in self._columns:
            self._columns[field] = self._reader.column_reader(field)
        return self._columns[field]


def write_store(folder: Path, entries: Iterable[Entry], memory_mb: int) -> None:
    """Write a new index into an empty folder, holding in memory one entry and `memory_mb` of postings."""
    storage = FileStorage(str(folder))
    with _writer(FileIndex.create(storage, _schema(), _NAME), memory_mb) as writer:
        for entry in entries:
            writer.add_document(**_values(entry))
    (folder / f"{_NAME}_WRITELOCK").unlink(missing_ok=True)


def update_store(folder: Path, gone: Iterable[str], entries: Iterable[Entry], memory_mb: int) -> None:
    """Take documents out of an index, by their addresses, and add others; Whoosh joins small parts.

    No file is written into: files of the index may be another folder's too.
    """
    index = FileIndex(FileStorage(str(folder)), indexname=_NAME)
    with index.reader() as reader:
        numbers = [number for address in gone for number in _numbers(reader, address)]
    with _writer(index, memory_mb) as writer:
        for number in numbers:
            writer.delete_document(number)
        for entry in entries:
            writer.add_document(**_values(entry))
    (folder / f"{_NAME}_WRITELOCK").unlink(missing_ok=True)


def _numbers(reader: Any, address: str) -> list[int]:
    try:
        found: list[int] = list(reader.postings("address", address.encode()).all_ids())
    except TermNotFound:
        return []
    return found


@contextmanager
def _writer(index: Any, memory_mb: int) -> Iterator[Any]:
    writer = SegmentWriter(index, limitmb=memory_mb, codec=W3Codec())
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


def _schema() -> Any:
    date = fields.NUMERIC(int, bits=64, shift_step=0, sortable=True)
    return fields.Schema(
        **{name: KeyField() for name in ("text", "text_exact", "title", "title_exact")},
        **{name: fields.ID() for name in ("kind", "language", "category", "unit", "year")},
        address=fields.ID(unique=True, sortable=True),
        date=date,
        shown=fields.STORED(),
    )


def _values(entry: Entry) -> dict[str, Any]:
    names = {field: name for field, name in entry.names.items() if name}
    date = _NO_DATE if entry.date is None else entry.date
    return {**entry.places, **names, "address": entry.address, "date": date, "shown": dict(entry.shown)}


def times(packed: bytes) -> int:
    """Give the number of places in a packed row of them."""
    return len(packed) - packed.count(_FAR)


def unpack(packed: bytes) -> list[int]:
    """Give the places in a packed row of them, ascending."""
    if _FAR not in packed:
        return list(accumulate(packed))
    return [place for place, step in zip(accumulate(packed), packed, strict=True) if step != _FAR]


def _pack(places: Sequence[int]) -> bytes:
    """Pack ascending places: the step to each in one byte, after one `_FAR` for each 255 places passed over.

    Most steps fit a byte, and such a row is counted and unpacked without a loop of our own.
    """
    packed = bytearray()
    last = 0
    for place in places:
        far, step = divmod(place - last, _FAR)
        packed += bytes([_FAR]) * far
        packed.append(step)
        last = place
    return bytes(packed)
