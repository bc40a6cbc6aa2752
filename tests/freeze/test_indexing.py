"""What `portal.freeze.indexing` promises of the index of a release."""

from pathlib import Path

import pytest

from portal.freeze import indexing
from portal.freeze.indexing import Findable, Way, documents, index_release
from portal.model.fingerprint import Marks
from search.document import Document
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
