"""What is kept of sources comes back as it was, or not at all."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from portal.source.store import Damaged, Store, digest

ROWS = [("a.md", b"ban ghi a", b"ten a", b"loi van a"), ("b.md", b"ban ghi b", b"ten b", b"loi van b" * 5000)]
OUTLINE = b"phac thao" * 1000
CHANGED = (OUTLINE, [("a.md", b"ban ghi a")])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = Store(tmp_path / "kho" / "sources.db", "1")
    made.keep(ROWS, ())
    made.keep_outline(OUTLINE)
    made.keep(ROWS[:1], ())
    made.close()
    return tmp_path / "kho" / "sources.db"


def test_records_and_texts_come_back(file: Path) -> None:
    store = Store(file, "1")
    assert dict(store.records()) == {"a.md": b"ban ghi a", "b.md": b"ban ghi b"}
    assert store.text("b.md", digest(ROWS[1][3])) == ROWS[1][3]


def test_an_outline_comes_back_with_what_changed_since(file: Path) -> None:
    store = Store(file, "1")
    assert store.outline() == CHANGED
    store.keep([("c.md", b"moi", b"ten", b"moi")], ["b.md", "a.md"])
    found = store.outline()
    assert found and found[0] == OUTLINE
    assert dict(found[1]) == {"a.md": None, "b.md": None, "c.md": b"moi"}
    store.keep_outline(b"lai")
    assert store.outline() == (b"lai", [])


def test_a_damaged_outline_is_none(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE outlines SET outline = ?", (OUTLINE[:-1] + b"x",))
    connection.close()
    assert Store(file, "1").outline() is None


def test_a_file_that_is_gone_is_forgotten_and_a_new_record_takes_the_place_of_the_old(file: Path) -> None:
    store = Store(file, "1")
    store.keep([("a.md", b"moi", b"ten", b"moi")], ["b.md"])
    assert dict(store.records()) == {"a.md": b"moi"}
    with pytest.raises(Damaged):
        store.text("b.md", digest(ROWS[1][3]))


def test_a_store_that_somebody_began_anew_is_damaged_and_the_new_one_is_left_alone(file: Path) -> None:
    old, new = Store(file, "1"), Store(file, "1")
    assert dict(old.records())
    new.clear()
    new.keep(ROWS[:1], ())
    with pytest.raises(Damaged):
        old.keep(ROWS, ())
    assert dict(Store(file, "1").records()) == {"a.md": b"ban ghi a"}


def test_another_engine_begins_anew(file: Path) -> None:
    assert dict(Store(file, "2").records()) == {}
    assert dict(Store(file, "1").records()) == {}


def test_a_text_that_is_not_the_one_recorded_is_refused(file: Path) -> None:
    with pytest.raises(Damaged, match="sources.db"):
        Store(file, "1").text("a.md", digest(b"khac"))


@pytest.mark.parametrize("damage", [b"", b"khong phai SQLite" * 100])
def test_a_file_that_is_no_store_is_made_anew(file: Path, damage: bytes) -> None:
    file.write_bytes(damage)
    store = Store(file, "1")
    assert dict(store.records()) == {}
    store.keep(ROWS, ())
    assert set(dict(store.records())) == {"a.md", "b.md"}


def test_a_record_with_a_flipped_bit_is_left_out(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        whole = connection.execute("SELECT record FROM records WHERE file = 'b.md'").fetchone()[0]
        connection.execute("UPDATE records SET record = ? WHERE file = 'a.md'", (b"\x00" + whole[1:],))
    connection.close()
    assert dict(Store(file, "1").records()) == {"b.md": b"ban ghi b"}


def test_no_flipped_bit_anywhere_gives_a_wrong_text(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    for at in range(0, len(whole), 211):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        file.write_bytes(damaged)
        store = Store(file, "1")
        known: dict[str, bytes] = {}
        with suppress(Damaged):
            known = dict(store.records())
        for name, record, words, text in ROWS:
            assert known.get(name, record) == record
            with suppress(Damaged):
                assert store.words(name, digest(words)) == words
            with suppress(Damaged):
                assert store.text(name, digest(text)) == text
            with suppress(Damaged):
                assert store.outline() in (None, (OUTLINE, []), CHANGED)
        store.close()


def published(folder: Path) -> Store:
    """A store of which one file is in a release."""
    store = Store(folder / "s.db", "1")
    store.keep([("a.md", b"one", b"words", b"text one")], ())
    store.settle("first", (), b"key", lambda: b"whole")
    return store


def test_a_record_that_was_published_stays_until_there_is_another_release(tmp_path: Path) -> None:
    store = published(tmp_path)
    for again in (b"two", b"three"):
        store.keep([("a.md", again, b"words", b"text " + again)], ())
        assert store.published("a.md") == b"one"
        assert store.text("a.md", digest(b"text one")) == b"text one"
    store.keep((), ["a.md"])
    assert store.published("a.md") == b"one"
    store.keep([("a.md", b"four", b"words", b"text four")], ())
    store.settle("second", (), b"key", lambda: b"")
    assert (store.release, store.published("a.md")) == ("second", b"four")


def test_a_file_that_was_never_published_is_known_as_such(tmp_path: Path) -> None:
    store = published(tmp_path)
    for again in (b"two", b"three"):
        store.keep([("b.md", again, b"words", b"text")], ())
    assert store.published("b.md") == b""
    assert store.published("c.md") == b""


def test_a_file_that_was_held_back_stays_as_it_was_in_the_next_release_too(tmp_path: Path) -> None:
    store = published(tmp_path)
    store.keep([("a.md", b"two", b"words", b"text two")], ())
    store.settle("second", ["a.md"], b"key", lambda: b"")
    assert store.published("a.md") == b"one"


def test_the_whole_is_asked_for_only_where_another_was_published(tmp_path: Path) -> None:
    store = published(tmp_path)
    store.settle("second", (), b"key", lambda: b"not asked")
    assert store.published_whole() == b"whole"
    store.settle("third", (), b"other", lambda: b"new")
    assert store.published_whole() == b"new"
    store.settle("fourth", (), b"", lambda: b"newer")
    store.settle("fifth", (), b"", lambda: b"newest")
    assert store.published_whole() == b"newest"


def test_a_store_of_another_version_knows_of_no_release(tmp_path: Path) -> None:
    published(tmp_path).close()
    assert Store(tmp_path / "s.db", "2").release is None
