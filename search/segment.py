"""Segments: the parts of an index in Whoosh's files, each written in one go and never again.

Whoosh's own writer keeps every posting as an object of its own, sorts them all, and hands them on one by one.
Here documents come in the order of their numbers, so the list of each key is in order already, and goes
through Whoosh's codec as a whole.
"""

import pickle
import tempfile
import warnings
import zlib
from array import array
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain, repeat
from operator import sub
from pathlib import Path
from typing import Any

from search.entry import KEYS, LENGTHS_OF, NAMES, Entry
from search.pairs import SUFFIX, PairDraft
from search.postings import Places, pack
from search.segment_names import segment_name
from search.shown import pack_shown

with warnings.catch_warnings():
    # The source of Whoosh 2.7.4 warns when it is compiled, that is once after each installation.
    warnings.simplefilter("ignore")
    from whoosh import columns, fields, formats
    from whoosh.codec.whoosh3 import (
        WHOOSH3_HEADER_MAGIC,
        W3Codec,
        W3FieldWriter,
        W3PostingsWriter,
        W3Segment,
    )
    from whoosh.filedb.compound import CompoundStorage
    from whoosh.filedb.filestore import FileStorage

NAME = "search"
"""The name of the index in the names of its files."""

NO_DATE = -(2**63)
"""What stands in the column of dates where there is none."""

# A number, a reference, and places of its own for less than half of them, as measured.
_POSTING_BYTES = 40
# Lists are read whole, and long blocks take less room and time than Whoosh's 128.
_BLOCK = 1024
_LEVEL = 3
_ONES = array("f", repeat(1.0, _BLOCK))
_ADDRESS = columns.VarBytesColumn()
_SHOWN = columns.VarBytesColumn()
_DATE = columns.NumericColumn("q")
_LENGTH = columns.NumericColumn("B")

Part = W3Segment
"""A segment, as the table of contents of an index names it; can be pickled."""

_List = tuple["array[int]", list[bytes]]


def schema() -> Any:
    """Give Whoosh's description of the fields."""
    return fields.Schema(
        **{name: fields.FieldType(formats.Format(), None) for name in KEYS},
        **{name: fields.FieldType(formats.Existence(), None) for name in NAMES},
        address=fields.COLUMN(_ADDRESS),
        date=fields.COLUMN(_DATE),
        **{length_of(name): fields.COLUMN(_LENGTH) for name in LENGTHS_OF},
        shown=fields.COLUMN(_SHOWN),
    )


def length_of(field: str) -> str:
    """Give the name of the column that has the length codes of a field."""
    return f"{field}_length"


def write_segments(folder: Path, entries: Iterable[Entry], generation: int, memory_mb: int) -> list[Any]:
    """Write entries into as few segments as `memory_mb` of postings allow, and give them for the table.

    Others may write segments into the same folder at the same time. The names of segments are made of the
    generation and the first address, so that equal entries give equal files.
    """
    rest = iter(entries)
    most = memory_mb * 2**20 // _POSTING_BYTES
    segments = []
    for first in rest:
        name = segment_name(generation, first.address)
        segments.append(_write_segment(folder, name, chain([first], rest), most))
    return segments


def addresses(folder: Path, segment: Any) -> dict[str, int]:
    """Give the address and the number of each document of a segment that was not taken out."""
    storage = segment.open_compound_file(FileStorage(str(folder)))
    reader = segment.codec().per_document_reader(storage, segment)
    gone = frozenset(segment.deleted_docs())
    try:
        column = reader.column_reader("address", _ADDRESS)
        return {name.decode(): number for number, name in enumerate(column) if number not in gone}
    finally:
        reader.close()
        storage.close()


def _write_segment(folder: Path, name: str, entries: Iterable[Entry], most: int) -> Any:
    """Write entries until there are so many postings, and leave the others."""
    with tempfile.TemporaryDirectory(dir=folder) as loose:
        storage = _Loose(loose)
        with _Draft(storage, name) as draft:
            for entry in entries:
                draft.add(entry)
                if draft.postings >= most:
                    break
            segment = draft.finish(folder / f"{name}{SUFFIX}")
        file = segment.create_file(FileStorage(str(folder)), segment.COMPOUND_EXT)
        CompoundStorage.assemble(file, storage, sorted(segment.list_files(storage)))
    segment.compound = True
    return segment


class _Draft:
    """A segment being written: values go to the disk at once, posting lists at the end."""

    def __init__(self, storage: Any, name: str) -> None:
        self._storage = storage
        self._segment: Any = W3Segment(W3Codec(), NAME, segid=name)
        self._values: Any = self._segment.codec().per_document_writer(storage, self._segment)
        self._lists: dict[str, dict[str, _List]] = {field: {} for field in (*KEYS, *NAMES)}
        self._pairs = PairDraft()
        self._count = 0
        self.postings = 0

    def __enter__(self) -> "_Draft":
        return self

    def __exit__(self, *_: object) -> None:
        # After a failure there is nothing to write, and a second one must not hide the first.
        with suppress(Exception):
            if not self._values.is_closed:
                self._values.close()

    def add(self, entry: Entry) -> None:
        self._values.start_doc(self._count)
        for field, places in entry.places.items():
            self._add_keys(self._lists[field], places)
        for field in LENGTHS_OF:
            self._values.add_column_value(length_of(field), _LENGTH, entry.length_code(field))
        self._pairs.add(self._count, entry.row)
        for field, name in entry.names.items():
            if name:
                _list(self._lists[field], name)[0].append(self._count)
        self._values.add_column_value("address", _ADDRESS, entry.address.encode())
        self._values.add_column_value("date", _DATE, NO_DATE if entry.date is None else entry.date)
        self._values.add_column_value("shown", _SHOWN, pack_shown(entry.shown))
        self._values.finish_doc()
        self._count += 1

    def _add_keys(self, lists: "dict[str, _List]", places: Places) -> None:
        number = self._count
        for key, held in places.items():
            numbers, values = lists.get(key) or _list(lists, key)
            numbers.append(number)
            values.append(pack(held))
        self.postings += len(places)

    def finish(self, pairs: Path) -> Any:
        """Write what is held, the pairs into a file of their own."""
        self._values.close()
        self._segment.set_doc_count(self._count)
        writer: Any = _ListWriter(_Codec(), self._storage, self._segment)
        fields_of = schema()
        for field, lists in self._lists.items():
            writer.start_field(field, fields_of[field])
            for key in sorted(lists):
                writer.add_list(key.encode(), *lists[key])
            writer.finish_field()
        writer.close()
        self._pairs.write(pairs)
        return self._segment


def _list(lists: "dict[str, _List]", key: str) -> "_List":
    return lists.setdefault(key, (array("I"), []))


class _Loose(FileStorage):  # type: ignore[misc]
    """Files that become one, without their times in it."""

    def file_modified(self, name: str) -> float:
        return 0.0


class _Codec(W3Codec):  # type: ignore[misc]
    def postings_writer(self, dbfile: Any, byteids: bool = False) -> "_Lists":
        return _Lists(dbfile, _BLOCK, byteids, _LEVEL)


class _Lists(W3PostingsWriter):  # type: ignore[misc]
    """Writes posting lists as wholes, for Whoosh's own reader."""

    def write_list(self, numbers: "array[int]", values: list[bytes]) -> None:
        """Write the list of the key that was begun, but for its last block."""
        for start in range(0, len(numbers), _BLOCK):
            if start:
                self._write_block()
            self._ids = numbers[start : start + _BLOCK]
            self._values = values[start : start + _BLOCK]
            self._weights = _ONES[: len(self._ids)]
            self._maxweight = 1.0

    def _write_block(self, last: bool = False) -> None:
        # As Whoosh does it, but for the newer pickle: the one it takes spells each bytes as a call.
        if not self._blockcount:
            self._postfile.write(WHOOSH3_HEADER_MAGIC)
        self._terminfo.add_block(self)
        steps = tuple(map(sub, self._ids, chain((0,), self._ids)))
        content = pickle.dumps((steps, None, tuple(self._values) or None), 4)
        data = zlib.compress(content, _LEVEL)
        about = pickle.dumps((len(self._ids), self._ids[-1], self._maxweight, _LEVEL, 0, 0), 2)
        size = len(about) + len(data)
        self._postfile.write_int(-size if last else size)
        self._postfile.write(about)
        self._postfile.write(data)
        self._blockcount += 1
        self._new_block()


class _ListWriter(W3FieldWriter):  # type: ignore[misc]
    def add_list(self, key: bytes, numbers: "array[int]", values: list[bytes]) -> None:
        """Add the next key of a field with its documents and their values."""
        self.start_term(key)
        self._postwriter.write_list(numbers, values)
        self.finish_term()
