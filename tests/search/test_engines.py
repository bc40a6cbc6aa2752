"""Every engine gives the same answers, to the last digit."""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import Document
from search.engine import NAMES, engine_named
from search.index import Beside, DamagedIndex, Index, is_sound, open_index, update_index, write_index
from search.pairs import PairDraft
from search.ranking import Filters, Results, Wish, search
from tests.search.pages import page
from tests.search.plain import Plain

WORDS = st.sampled_from(
    ["chuyển", "đổi", "số", "so", "hòa", "hoà", "bình", "12/QĐ-UBND", "13/05/2023", "1.946", "“x”", "an"]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
PAGES = st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["so", "đất"])), min_size=1, max_size=8)
WISHES = (Wish(limit=50), Wish(newest=True), Wish(filters=Filters(category="đất")), Wish(typing=True))
QUERIES = ("chuyen doi so", '"hòa bình"', "12/qd-ubnd so", "chuyn ddooir", "13/5/2023", "s", "binh an so x")


def documents(pages: list[tuple[str, str, str]]) -> list[Document]:
    return [
        Document(f"/{n}/", "tin", "vi", title, "", text, category=category, date=datetime(2020 + n % 3, 1, 2))
        for n, (title, text, category) in enumerate(pages)
    ]


def answers(folder: Path) -> list[Results]:
    with open_index(folder) as index:
        return [search(index, query, wish) for query in QUERIES for wish in WISHES]


def write(folder: Path, engine: str, held: list[Document]) -> None:
    write_index(folder, held, beside(engine, held))


def beside(engine: str, held: list[Document]) -> Beside:
    return Beside(engine, {one.address: f"{one.title}/{one.text}" for one in held})


@settings(max_examples=30)
@given(PAGES)
def test_all_engines_give_the_same_answers(pages: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        for engine in NAMES:
            write(Path(name) / engine, engine, documents(pages))
        first, *others = (answers(Path(name) / engine) for engine in NAMES)
        assert all(other == first for other in others)


@settings(max_examples=20)
@given(PAGES)
def test_whatever_gives_lists_and_counts_can_be_an_engine(pages: list[tuple[str, str, str]]) -> None:
    held = documents(pages)
    with tempfile.TemporaryDirectory() as name:
        write(Path(name) / "index", NAMES[0], held)
        plain = Index(Plain(held))
        found = [search(plain, query, wish) for query in QUERIES for wish in WISHES]
        assert found == answers(Path(name) / "index")


@settings(max_examples=20)
@given(PAGES, TEXTS, st.integers(0, 7), st.sampled_from(NAMES))
def test_brought_up_to_date_each_answers_as_if_written_anew(
    pages: list[tuple[str, str, str]], text: str, changed: int, engine: str
) -> None:
    pages = pages + [("tin", f"số {n}", "so") for n in range(12)]
    with tempfile.TemporaryDirectory() as name:
        write(Path(name) / "old", engine, documents(pages))
        pages[changed % len(pages)] = ("mới", text, "so")
        held = documents(pages[:-1])
        by_address = {one.address: one for one in held}
        assert update_index(
            Path(name) / "new", Path(name) / "old", beside(engine, held), by_address.__getitem__
        )
        write(Path(name) / "clean", engine, held)
        assert answers(Path(name) / "new") == answers(Path(name) / "clean")


@pytest.mark.parametrize("engine", NAMES)
def test_days_and_names_filter(tmp_path: Path, engine: str) -> None:
    days = [datetime(2023, 5, day) for day in (12, 13, 14)]
    held = [page(f"/{day.day}/", "Tin", date=day) for day in days] + [page("/", "Tin")]
    write(tmp_path / "index", engine, held)
    with open_index(tmp_path / "index") as index:
        for filters, expected in (
            (Filters(since=date(2023, 5, 13)), ["/14/", "/13/"]),
            (Filters(until=date(2023, 5, 13)), ["/13/", "/12/"]),
            (Filters(since=date(2023, 5, 13), until=date(2023, 5, 13)), ["/13/"]),
            (Filters(year="2023"), ["/14/", "/13/", "/12/"]),
            (Filters(since=date.min, until=date.max), ["/14/", "/13/", "/12/"]),
        ):
            assert [hit.address for hit in search(index, "tin", Wish(filters=filters)).hits] == expected
        assert index.reader.names("year") == ["2023"]


@pytest.mark.parametrize("engine", NAMES)
def test_equal_pages_make_equal_files(tmp_path: Path, engine: str) -> None:
    held = documents([("Chuyển đổi số", "hòa bình", "so"), ("Tin", "12/QĐ-UBND", "đất")])
    for name in "ab":
        write(tmp_path / name, engine, held)
    one, other = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in "ab")
    assert one == other


@pytest.mark.parametrize("engine", NAMES)
def test_a_failure_while_reading_leaves_no_index(tmp_path: Path, engine: str) -> None:
    def pages() -> Iterator[Document]:
        yield page("/a/", "Chuyển đổi số")
        raise LookupError

    with pytest.raises(LookupError):
        write_index(tmp_path / "index", pages(), Beside(engine))
    with pytest.raises(DamagedIndex), open_index(tmp_path / "index"):
        pass


def test_another_engine_begins_anew(tmp_path: Path) -> None:
    write(tmp_path / "old", NAMES[0], [page("/a/", "Tin")])
    held = page("/a/", "Tin")
    assert update_index(tmp_path / "new", tmp_path / "old", beside(NAMES[1], [held]), lambda _: held) is None


def test_no_other_engine_is_known() -> None:
    with pytest.raises(KeyError):
        engine_named("lucene")


@pytest.mark.parametrize("engine", NAMES)
def test_a_failure_of_sqlite_is_told_as_one_of_the_machine(
    tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(PairDraft, "_rows", fail)
    with pytest.raises(OSError, match="disk is full"):
        write_index(tmp_path / "index", [page("/a/", "Tin")], Beside(engine))
    assert not is_sound(tmp_path / "index")
