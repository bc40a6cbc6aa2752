"""What `search.segment` and `search.store` promise: what was written is read, in one segment or in many."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3PerDocWriter

from search.engine import Change
from search.entry import KEYS, LENGTHS_OF, NAMES, Entry
from search.lengths import LENGTHS, length_code
from search.postings import pack
from search.segment import addresses, write_segments
from search.store import Store, update_store, write_table

WORDS = st.sampled_from(["a", "b", "đ", "ệ.3", "12/2023", "\U0001f600"])
PLACES = st.dictionaries(WORDS, st.sets(st.integers(0, 700), min_size=1, max_size=4).map(sorted))
CONTENTS = st.tuples(
    st.fixed_dictionaries(dict.fromkeys(KEYS, PLACES)),
    st.fixed_dictionaries({field: st.sampled_from(["", "tin", "số"]) for field in NAMES}),
    st.none() | st.integers(-(2**40), 2**40) | st.just(0),
)
LARGE = 128


def entry(number: int, content: tuple[dict[str, dict[str, list[int]]], dict[str, str], int | None]) -> Entry:
    places, names, date = content
    return Entry(f"/{number}/", date, places, names, {"title": f"Tin {number}"})


ENTRIES = st.lists(CONTENTS, max_size=6).map(lambda all: [entry(*one) for one in enumerate(all)])


@contextmanager
def store_of(entries: Sequence[Entry], memory_mb: int = LARGE) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        write_table(Path(folder), write_segments(Path(folder), entries, 1, memory_mb))
        store = Store(Path(folder))
        try:
            yield store
        finally:
            store.close()


def content(store: Store, entries: Sequence[Entry]) -> dict[str, object]:
    """Give all that a store says of each document, by its address, with all keys of all entries asked for."""
    places = {(field, key) for one in entries for field in KEYS for key in one.places[field]}
    names = {(field, name) for one in entries for field, name in one.names.items() if name}
    return {
        store.address(number): (
            store.date(number),
            {(*at, packed) for at in places if (packed := store.postings(*at).get(number))},
            {at for at in names if number in store.named(*at)},
            {field: store.lengths(field)[number] for field in LENGTHS_OF},
            store.shown(number),
        )
        for number in store.numbers
    }


def rounded(length: int) -> int:
    return LENGTHS[length_code(length)]


def expected(entries: Sequence[Entry]) -> dict[str, object]:
    return {
        one.address: (
            one.date,
            {(field, key, pack(row)) for field in KEYS for key, row in one.places[field].items()},
            {(field, name) for field, name in one.names.items() if name},
            {field: rounded(sum(map(len, one.places[field].values()))) for field in LENGTHS_OF},
            one.shown,
        )
        for one in entries
    }


@settings(max_examples=40)
@given(ENTRIES, st.sampled_from([0, LARGE]))
def test_all_that_was_written_is_read(entries: list[Entry], memory_mb: int) -> None:
    with store_of(entries, memory_mb) as store:
        assert len(store.numbers) == len(entries)
        assert content(store, entries) == expected(entries)


def test_a_list_of_many_documents_is_read_whole() -> None:
    empty = dict.fromkeys(KEYS, dict[str, list[int]]())
    rows = [[number % 7, 300 + number % 5] for number in range(2500)]
    entries = [
        Entry(f"/{number}/", number, {**empty, "text": {"so": row}}, {"kind": "tin"}, {})
        for number, row in enumerate(rows)
    ]
    with store_of(entries) as store:
        assert store.postings("text", "so") == dict(enumerate(map(pack, rows)))
        assert store.named("kind", "tin") == frozenset(range(2500))
        assert set(store.lengths("text")) == {2}


def test_where_memory_is_small_there_are_many_segments(tmp_path: Path) -> None:
    entries = [entry(number, (dict.fromkeys(KEYS, {"a": [1]}), {}, None)) for number in range(5)]
    assert len(write_segments(tmp_path, entries, 1, LARGE)) == 1
    segments = write_segments(tmp_path, entries, 2, 0)
    assert [list(addresses(tmp_path, one)) for one in segments] == [[one.address] for one in entries]


def test_a_failure_leaves_no_part_of_a_segment(tmp_path: Path) -> None:
    def entries() -> Iterator[Entry]:
        yield entry(1, (dict.fromkeys(KEYS, {"a": [1]}), {}, None))
        raise LookupError

    with pytest.raises(LookupError):
        write_segments(tmp_path, entries(), 1, LARGE)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    errors: Iterator[Exception] = iter((OSError(28, "No space left on device"), ValueError("closed file")))

    def fail(writer: W3PerDocWriter) -> None:
        writer._cols._temp.close()
        raise next(errors)

    monkeypatch.setattr(W3PerDocWriter, "close", fail)
    with pytest.raises(OSError, match="No space"):
        write_segments(tmp_path, [entry(1, (dict.fromkeys(KEYS, {"a": [1]}), {}, None))], 1, LARGE)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=40)
@given(ENTRIES, st.data())
def test_what_was_taken_out_is_not_read(entries: list[Entry], data: st.DataObject) -> None:
    held = {one.address: one for one in entries}
    gone = data.draw(st.sets(st.sampled_from(sorted(held)))) if held else set[str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = (write_segments(folder, entries[::2], 1, LARGE), write_segments(folder, entries[1::2], 1, 0))
        write_table(folder, chain(*parts))
        update_store(folder, Change(gone, [], held.__getitem__), LARGE)
        store = Store(folder)
        left = [one for one in entries if one.address not in gone]
        found = {at for one in entries for at in store.postings("text", "a")}
        assert len(store.numbers) == len(left)
        assert {store.address(number) for number in found} == {
            one.address for one in left if "a" in one.places["text"]
        }
        store.close()


def test_large_segments_are_never_joined(tmp_path: Path) -> None:
    content = (dict.fromkeys(KEYS, {"a": [1]}), dict[str, str](), None)
    entries = {one.address: one for one in (entry(number, content) for number in range(4 * 1024 + 1))}
    whole = list(entries.values())
    write_table(tmp_path, chain(*(write_segments(tmp_path, whole[at:4096:4], 1, LARGE) for at in range(4))))
    asked = []

    def made(address: str) -> Entry:
        asked.append(address)
        return entries[address]

    update_store(tmp_path, Change(set(), ["/4096/"], made), LARGE)
    assert asked == ["/4096/"]
