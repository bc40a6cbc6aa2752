"""Where things lie, and who may write there."""

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from portal.workspace import Busy, Workspace, default_output, locked


@pytest.mark.parametrize(
    ("portal", "output"),
    [
        ("content", "build"),
        ("a/content", "a/build"),
        ("a/huyen", "a/build-huyen"),
        ("a/huyen/../xa", "a/huyen/../build-xa"),
    ],
)
def test_the_output_lies_beside_the_portal(portal: str, output: str) -> None:
    assert default_output(Path(portal)) == Path(output)


def test_a_portal_that_is_the_present_folder_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "huyen").mkdir()
    monkeypatch.chdir(tmp_path / "huyen")
    assert default_output(Path()) == tmp_path / "build-huyen"


def test_a_chosen_output_stands_for_build() -> None:
    workspace = Workspace(Path("content"), Path("noi-khac"))
    places = (workspace.public, workspace.releases, workspace.staging, workspace.cache, workspace.lock)
    assert {path.parent for path in places} == {Path("noi-khac")}


def test_a_second_freeze_is_told_that_the_first_is_at_work(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "content")
    with locked(workspace), pytest.raises(Busy), locked(workspace):
        pass
    with locked(workspace):
        pass


def _hold(workspace: Workspace, tells: Connection) -> None:
    with locked(workspace):
        tells.send("held")
        tells.recv()


def test_a_freeze_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "content")
    here, there = multiprocessing.get_context("spawn").Pipe()
    other = multiprocessing.get_context("spawn").Process(target=_hold, args=(workspace, there))
    other.start()
    assert here.recv() == "held"
    with pytest.raises(Busy), locked(workspace):
        pass
    other.kill()
    other.join()
    with locked(workspace):
        pass
