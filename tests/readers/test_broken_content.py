"""Whatever stands in a file, reading gives values, or problems with a place in it: never a traceback."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from portal.guard.finding import Known
from portal.model.article import Category
from portal.problems.catalogue import CATALOGUE
from portal.problems.problem import Problem
from portal.problems.report import as_json, as_text
from portal.readers.articles import read_article
from portal.readers.data import read_services, read_unit
from portal.readers.desk import Desk
from portal.readers.indicators import read_indicator
from portal.readers.mending import mend
from portal.readers.notice import read_notice
from portal.readers.pages import read_page
from portal.readers.settings import read_settings
from portal.source.folder import Folder
from portal.source.text import MOST_BYTES
from tests.readers.mutations import contents, mutated

CASES = {
    "tin-tuc/2026/bai.md": 9000,
    "trang/lien-he.md": 2000,
    "co-quan/so-noi-vu.yaml": 1500,
    "dich-vu/nguoi-dan.yaml": 2500,
    "chi-tieu/dich-vu.yaml": 2000,
    "chi-tieu/dich-vu.csv": 2500,
    "thong-bao-khan.yaml": 1000,
    "portal.yaml": 2500,
}
MENDED = 3000
UNITS = frozenset(["so-noi-vu"])


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for name, text in contents().items():
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    Image.new("1", (640, 400)).save(tmp_path / "content/tin-tuc/2026/anh.png")
    found = Folder(tmp_path / "content", "content")
    assert len(found.names) == len(CASES) + 1
    return found


def reader_of(file: str, folder: Folder) -> Callable[[Desk], object]:
    """What reads a file of its kind."""
    if file == "portal.yaml":
        return read_settings
    if file == "thong-bao-khan.yaml":
        return read_notice
    if file.startswith("chi-tieu/"):
        return lambda desk: read_indicator(desk, "chi-tieu/dich-vu.yaml", UNITS)
    if file.startswith("tin-tuc/"):
        read = read_settings(Desk(folder, folder.root.parent / "cache"))
        assert read
        settings, categories = read
        known: dict[str, dict[str, Category]] = {
            code: {one.id: one for one in held} for code, held in categories.items()
        }
        return lambda desk: read_article(desk, file, settings, known, UNITS)
    kinds = {"trang": read_page, "co-quan": read_unit, "dich-vu": read_services}
    return lambda desk: kinds[file.partition("/")[0]](desk, file)


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as an editor shows them."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).split("\n")


def assert_placed(problem: Problem, file: str, data: bytes) -> None:
    """The problem is in the file, in a line and column that it has, and can be told."""
    assert problem.code in CATALOGUE
    assert problem.at.file == f"content/{file}"
    lines = lines_of(data)
    assert 1 <= problem.at.line <= len(lines)
    assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1
    assert as_text(problem) and as_text(problem, "en") and as_json([problem])


def problems_of(folder: Folder, file: str) -> Callable[[bytes], list[Problem]]:
    """What reading says of a file with these bytes."""
    read = reader_of(file, folder)

    def said(data: bytes) -> list[Problem]:
        folder.path(file).write_bytes(data)
        desk = Desk(folder, folder.root.parent / "cache", known=Known(hosts=frozenset(("example",))))
        found = read(desk)
        assert found or desk.problems or file == "dich-vu/nguoi-dan.yaml"
        return desk.problems

    return said


def test_there_are_at_least_twenty_thousand_cases() -> None:
    assert set(CASES) == set(contents())
    assert sum(CASES.values()) >= 20_000


@pytest.mark.parametrize("file", CASES)
def test_the_contents_are_right_before_they_are_broken(folder: Folder, file: str) -> None:
    assert problems_of(folder, file)(contents()[file].encode()) == []


@pytest.mark.slow
@pytest.mark.parametrize("file", CASES)
def test_what_is_broken_is_told_with_a_place_in_the_file(folder: Folder, file: str) -> None:
    said = problems_of(folder, file)
    for data in mutated(contents()[file], CASES[file], file):
        try:
            for problem in said(data):
                assert_placed(problem, file, data)
        except Exception as error:
            error.add_note(repr(data))
            raise


@pytest.mark.slow
@pytest.mark.parametrize("file", CASES)
def test_what_is_mended_is_mended_once_and_no_worse(folder: Folder, file: str) -> None:
    said = problems_of(folder, file)
    for data in mutated(contents()[file], MENDED // len(CASES), f"mend {file}"):
        try:
            mended = mend(file, data)
            assert mend(file, mended) == mended
            if mended != data and len(data) < MOST_BYTES:
                before, after = said(data), said(mended)
                assert after == [] or before != []
        except Exception as error:
            error.add_note(repr(data))
            raise
