"""The index for browsers in a release: made where the settings ask for it, and no file more than is due."""

from pathlib import Path

import pytest

from portal.cli import main
from portal.freeze.exporting import FOLDER
from portal.freeze.releases import current
from portal.trust.manifest import manifest_of
from portal.workspace import Workspace
from tests.readers.folders import ARTICLE, ARTICLE_FILE, portal_folder


def release(content: Path, output: Path, *more: str) -> Path:
    assert main(["build", "--portal", str(content), "--output", str(output), "--jobs", "1", *more]) == 0
    id = current(Workspace(content, output))
    assert id
    return output / "releases" / id


def exported(folder: Path) -> dict[str, bytes]:
    held = folder / FOLDER
    return {str(file.relative_to(held)): file.read_bytes() for file in held.rglob("*") if file.is_file()}


def ask_for_files(content: Path, wanted: str = "yes") -> None:
    file = content / "portal.yaml"
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("search_files:")]
    file.write_text("\n".join([f"search_files: {wanted}", *lines]) + "\n", "utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = portal_folder(tmp_path, {ARTICLE_FILE: ARTICLE})
    ask_for_files(made)
    return made


def test_a_release_holds_them_and_its_manifest_names_each(content: Path, tmp_path: Path) -> None:
    made = release(content, tmp_path / "out")
    held = exported(made)
    assert {"muc-luc.json", "tu.bin"} <= held.keys()
    assert {f"{FOLDER}{name}" for name in held} <= manifest_of(made).keys()


def test_after_an_edit_they_are_those_of_a_clean_freeze(content: Path, tmp_path: Path) -> None:
    first = exported(release(content, tmp_path / "out"))
    (content / ARTICLE_FILE).write_text(ARTICLE + "\nMột câu nữa về cây vải.\n", "utf-8")
    edited = release(content, tmp_path / "out")
    clean = release(content, tmp_path / "clean")
    assert exported(edited) == exported(clean) != first
    assert manifest_of(edited) == manifest_of(clean)


def test_a_file_that_was_lost_is_made_again(content: Path, tmp_path: Path) -> None:
    made = release(content, tmp_path / "out")
    whole = exported(made)
    next((made / FOLDER).rglob("w0.bin")).unlink()
    assert exported(release(content, tmp_path / "out")) == whole


def test_where_settings_ask_no_more_none_is_left(content: Path, tmp_path: Path) -> None:
    release(content, tmp_path / "out")
    ask_for_files(content, "no")
    left = release(content, tmp_path / "out")
    assert exported(left) == {}
    assert manifest_of(left) == manifest_of(release(content, tmp_path / "clean"))
