"""What `portal.freeze.indexing` promises of the index of a release."""

from dataclasses import replace
from pathlib import Path

import pytest

from portal.freeze import indexing
from portal.freeze.indexing import Findable, Way, documents, expansions, holds, index_release
from portal.model.fingerprint import Marks
from portal.model.succession import Renaming
from search.document import Document
from search.expansion import Expansion
from search.index import open_index
from search.ranking import search
from tests.freeze.portals import portal

QUERIES = ("chuyen doi so", "hồ sơ", "thu tuc tai nha", "12")


def answers(folder: Path) -> list[object]:
    with open_index(folder) as index:
        return [index.count, *(search(index, query) for query in QUERIES)]


@pytest.fixture
def twofold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few documents be worth two processes."""
    monkeypatch.setattr("portal.parallel._WORTH", 1)


@pytest.mark.usefixtures("twofold")
def test_any_number_of_processes_gives_the_same_answers(tmp_path: Path) -> None:
    for jobs in (1, 2, 3):
        index_release(portal(), tmp_path / str(jobs), Marks(), Way(jobs=jobs))
    assert len(list((tmp_path / "3").glob("*.seg"))) == 3
    assert answers(tmp_path / "1") == answers(tmp_path / "2") == answers(tmp_path / "3")
    assert answers(tmp_path / "1")[0] == len(list(documents(portal())))


@pytest.mark.usefixtures("twofold")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failure_in_any_process_leaves_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    made = indexing._document
    broken = next(iter(indexing.findable(portal()).values())).__class__

    def fail(value: Findable) -> Document:
        if isinstance(value, broken):
            raise LookupError("hỏng")
        return made(value)

    monkeypatch.setattr(indexing, "_document", fail)
    with pytest.raises(LookupError, match="hỏng"):
        index_release(portal(), tmp_path / "index", Marks(), Way(jobs=jobs))
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize("engine", ["whoosh", "fts5"])
def test_an_index_in_which_a_file_was_put_is_made_again(tmp_path: Path, engine: str) -> None:
    folder, way = tmp_path / "index", Way(engine=engine)
    index_release(portal(), folder, Marks(), way)
    before = answers(folder)
    (folder / "_search_9.toc").write_bytes(b"\x80\x04.")
    assert not holds(folder, portal(), engine)
    index_release(portal(), folder, Marks(), way)
    assert holds(folder, portal(), engine)
    assert answers(folder) == before
    assert not (folder / "_search_9.toc").exists()


def test_an_index_holds_for_its_engine_and_its_names_alone(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    index_release(portal(), folder, Marks())
    assert holds(folder, portal())
    assert not holds(folder, portal(), "fts5")
    renamed = replace(portal(), renamed=(Renaming("tên cũ", "tên mới"),))
    assert not holds(folder, renamed)
    assert not holds(tmp_path / "none", portal())


def test_a_former_name_leads_on_to_the_name_of_today() -> None:
    names = (Renaming("Ty Bưu điện", "Sở Bưu chính"), Renaming("Sở Bưu chính", "Sở Thông tin"))
    made = expansions(replace(portal(), renamed=names))
    assert Expansion("Ty Bưu điện", "Sở Thông tin") in made
    assert made.index(Expansion("Ty Bưu điện", "Sở Bưu chính")) == 0
    assert Expansion("UBND", "ủy ban nhân dân") in made
