"""An index that was brought up to date answers as one written anew."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import Document
from search.index import Beside, DamagedIndex, open_index, update_index, write_index
from search.ranking import Wish, search
from tests.search.pages import page

WORDS = ("chuyển đổi số", "dịch vụ công", "hồ sơ", "đất đai", "hòa bình", "thủ tục")
QUERIES = ("chuyen doi so", "hồ sơ", '"dịch vụ công"', "thu tuc dat dai", "hoa binh")
Pages = Mapping[str, str]

pages = st.dictionaries(
    st.sampled_from([f"/{letter}/" for letter in "abcdefghijklmnop"]), st.sampled_from(WORDS), min_size=8
)


def document(address: str, words: str) -> Document:
    return page(address, words, f"{words} {address.strip('/')} {words}")


def marks(held: Pages) -> Beside:
    return Beside(marks=dict(held))


def write(folder: Path, held: Pages) -> None:
    write_index(folder, [document(*one) for one in held.items()], marks(held))


def update(folder: Path, old: Path, held: Pages) -> bool:
    return (
        update_index(folder, old, marks(held), lambda address: document(address, held[address])) is not None
    )


def answers(folder: Path) -> list[object]:
    with open_index(folder) as index:
        found = [search(index, query, Wish(limit=50)) for query in QUERIES]
        return [index.count, *((one.total, sorted(hit.address for hit in one.hits)) for one in found)]


@settings(max_examples=40, deadline=None)
@given(pages, st.lists(st.tuples(st.sampled_from("abcdefghijklmnopqrst"), st.sampled_from((*WORDS, "")))))
def test_after_any_changes_it_finds_what_a_new_one_finds(
    held: dict[str, str], changes: list[tuple[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        write(here / "0", held)
        last = 0
        for step, (letter, words) in enumerate(changes, 1):
            held.pop(f"/{letter}/", None)
            if words:
                held[f"/{letter}/"] = words
            if not update(here / str(step), here / str(last), held):
                write(here / str(step), held)
            last = step
        write(here / "clean", held)
        assert answers(here / str(last)) == answers(here / "clean")


MANY = {f"/{number}/": WORDS[number % len(WORDS)] for number in range(30)}


def test_the_old_index_stays_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "old", MANY)
    before = answers(tmp_path / "old")
    assert update(tmp_path / "new", tmp_path / "old", {**MANY, "/1/": "hòa bình"})
    assert answers(tmp_path / "old") == before
    assert answers(tmp_path / "new") != before


def test_only_what_differs_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "old", MANY)
    asked: list[str] = []

    def made(address: str) -> Document:
        asked.append(address)
        return document(address, "hòa bình")

    changed = {**MANY, "/1/": "hòa bình", "/99/": "hòa bình"}
    assert update_index(tmp_path / "new", tmp_path / "old", marks(changed), made)
    assert asked == ["/1/", "/99/"]


def test_many_changes_are_left_to_a_new_index(tmp_path: Path) -> None:
    write(tmp_path / "old", MANY)
    assert not update(tmp_path / "new", tmp_path / "old", dict.fromkeys(MANY, "hòa bình"))
    assert not (tmp_path / "new").exists()


def test_a_damaged_index_is_not_gone_on_from(tmp_path: Path) -> None:
    write(tmp_path / "old", MANY)
    (tmp_path / "old" / "marks.json").write_text("{}", "utf-8")
    with pytest.raises(DamagedIndex):
        update(tmp_path / "new", tmp_path / "old", MANY)


def test_after_many_updates_there_are_few_parts(tmp_path: Path) -> None:
    write(tmp_path / "0", MANY)
    for step in range(1, 21):
        held = {**MANY, "/1/": WORDS[step % len(WORDS)], "/new/": f"tin {step}"}
        assert update(tmp_path / str(step), tmp_path / str(step - 1), held)
    assert len(list((tmp_path / "20").glob("search_*.seg"))) <= 6


def test_joined_parts_are_asked_for_and_found(tmp_path: Path) -> None:
    asked: list[str] = []
    write(tmp_path / "0", MANY)
    held = dict(MANY)
    for step in range(1, 13):
        held[f"/{step}/"] = f"tin số {step}"
        asked.clear()

        def made(address: str) -> Document:
            asked.append(address)
            return document(address, held[address])

        assert update_index(tmp_path / str(step), tmp_path / str(step - 1), marks(held), made)
        assert f"/{step}/" in asked
        assert len(asked) <= 9
        assert len(asked) == len(set(asked))
    write(tmp_path / "clean", held)
    assert answers(tmp_path / "12") == answers(tmp_path / "clean")


def test_where_files_cannot_be_linked_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object) -> None:
        raise OSError(1, "Operation not permitted")

    write(tmp_path / "old", MANY)
    monkeypatch.setattr("os.link", fail)
    changed = {**MANY, "/1/": "hòa bình"}
    assert update(tmp_path / "new", tmp_path / "old", changed)
    write(tmp_path / "clean", changed)
    assert answers(tmp_path / "new") == answers(tmp_path / "clean")
