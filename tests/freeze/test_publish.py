"""Whatever fails, the public site is whole."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from portal import durable
from portal.freeze import publish as steps
from portal.freeze import releases
from portal.freeze.holding import at_work
from portal.freeze.publish import Sealed, publish
from portal.freeze.releases import current, next_history, read_history
from portal.trust.manifest import read
from portal.workspace import Busy, Workspace
from tests.freeze.sites import files

OLD = {"index.html": "cũ", "tin/index.html": "tin"}
NEW = {"index.html": "mới", "tin/index.html": "tin"}


def filled(texts: dict[str, str]) -> Callable[[Path], None]:
    """Fills a release with these files."""

    def fill(staging: Path) -> None:
        for name, text in texts.items():
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).write_text(text, "utf-8")

    return fill


def publish_files(workspace: Workspace, texts: dict[str, str], keep: int = 3) -> Sealed:
    """Make these files public, with an index of one file."""

    def beside(id: str) -> None:
        folder = releases.index_folder(workspace, id)
        folder.mkdir(exist_ok=True)
        (folder / "digest").write_text(id, "ascii")

    with at_work(workspace):
        return publish(workspace, keep, filled(texts), beside)


def test_public_is_a_relative_link_to_the_release_of_the_contents_digest(workspace: Workspace) -> None:
    sealed = publish_files(workspace, OLD)
    assert files(workspace.public) == OLD
    assert workspace.public.readlink() == Path("releases", sealed.id)
    assert current(workspace) == sealed.id
    listed = read(releases.manifest_file(workspace, sealed.id).read_text("utf-8"))
    assert list(listed) == sorted(OLD)


def test_the_whole_output_can_be_moved(workspace: Workspace, tmp_path: Path) -> None:
    publish_files(workspace, OLD)
    workspace.output.rename(tmp_path / "khac")
    assert files(tmp_path / "khac" / "public") == OLD


def test_the_same_content_is_the_same_release(workspace: Workspace) -> None:
    first = publish_files(workspace, OLD)
    publish_files(workspace, NEW)
    assert publish_files(workspace, OLD).id == first.id
    assert files(workspace.public) == OLD
    assert not workspace.staging.exists()


def test_an_altered_release_is_not_shown_again(workspace: Workspace) -> None:
    sealed = publish_files(workspace, OLD)
    (sealed.folder / "index.html").write_text("bị sửa", "utf-8")
    assert publish_files(workspace, OLD).id == sealed.id
    assert files(workspace.public) == OLD
    assert not list(workspace.releases.glob("*.old"))


STEPS = [
    (os, "fsync"),
    (durable, "_flush_file_system"),
    (steps, "manifest_of"),
    (steps, "write_whole"),
    (steps, "flush_folder"),
    (steps, "write_history"),
    (steps, "_show"),
    (steps, "_replace_public"),
    (shutil, "rmtree"),
    (Path, "mkdir"),
    (Path, "replace"),
    (Path, "symlink_to"),
]


@pytest.mark.parametrize(("where", "name"), STEPS, ids=[name for _, name in STEPS])
def test_a_failure_at_any_step_leaves_the_old_release(
    where: object, name: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_files(workspace, OLD)
    workspace.staging.mkdir()

    def fail(*given: object, **named: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(where, name, fail)
        with pytest.raises(OSError, match="Input/output error"):
            publish_files(workspace, NEW)
    assert files(workspace.public) == OLD
    publish_files(workspace, NEW)
    assert files(workspace.public) == NEW


@pytest.mark.parametrize(("where", "name"), STEPS, ids=[name for _, name in STEPS])
def test_a_kill_at_any_step_leaves_the_old_release(
    where: object, name: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_files(workspace, OLD)
    workspace.staging.mkdir()
    child = os.fork()
    if not child:
        setattr(where, name, lambda *given, **named: os._exit(9))
        publish_files(workspace, NEW)
        os._exit(0)
    # The step was reached, and nothing after it was done.
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert files(workspace.public) == OLD
    assert publish_files(workspace, NEW).id == current(workspace)
    assert files(workspace.public) == NEW


@pytest.mark.parametrize("step", ["fill", "beside"])
def test_a_failed_page_or_index_leaves_the_old_release(step: str, workspace: Workspace) -> None:
    publish_files(workspace, OLD)

    def fill(staging: Path) -> None:
        filled(NEW)(staging)
        if step == "fill":
            raise ValueError("trang hỏng")

    def beside(id: str) -> None:
        raise ValueError("chỉ mục hỏng")

    with pytest.raises(ValueError, match="hỏng"), at_work(workspace):
        publish(workspace, 3, fill, beside)
    assert files(workspace.public) == OLD
    publish_files(workspace, NEW)
    assert files(workspace.public) == NEW


def test_what_a_crash_left_half_written_is_cleared_away(workspace: Workspace) -> None:
    publish_files(workspace, OLD)
    filled({"thua/index.html": "nửa vời"})(workspace.staging)
    (workspace.output / "public.new").symlink_to("releases/khong-co")
    filled({"index.html": "nửa vời"})(workspace.releases / f"{'0' * 16}.old")
    (workspace.releases / f"{'0' * 16}.index.new").mkdir()
    publish_files(workspace, NEW)
    assert files(workspace.public) == NEW
    assert sorted(path.name for path in workspace.output.iterdir()) == [
        "lock",
        "previous",
        "public",
        "releases",
    ]
    assert not list(workspace.releases.glob("0000*"))


def test_the_release_before_is_at_hand_for_pages_that_were_sent_before(workspace: Workspace) -> None:
    publish_files(workspace, OLD)
    assert not workspace.previous.exists()
    publish_files(workspace, NEW)
    assert files(workspace.previous) == OLD
    publish_files(workspace, NEW)
    assert files(workspace.previous) == OLD
    publish_files(workspace, OLD)
    assert files(workspace.previous) == NEW


def test_what_is_called_previous_and_is_not_ours_is_not_touched(workspace: Workspace) -> None:
    publish_files(workspace, OLD)
    filled({"cua-toi.txt": "của tôi"})(workspace.previous)
    publish_files(workspace, NEW)
    assert files(workspace.public) == NEW
    assert files(workspace.previous) == {"cua-toi.txt": "của tôi"}


def test_two_at_once_do_not_meet(workspace: Workspace) -> None:
    def again(staging: Path) -> None:
        filled(OLD)(staging)
        with pytest.raises(Busy):
            publish_files(workspace, NEW)

    with at_work(workspace):
        publish(workspace, 3, again, lambda id: None)
    assert files(workspace.public) == OLD


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_a_web_server_can_read_everything_whatever_the_umask(umask: int, workspace: Workspace) -> None:
    before = os.umask(umask)
    try:
        publish_files(workspace, OLD)
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.lstat().st_mode) for path in workspace.output.rglob("*")}
    wrong = {
        path.name: oct(mode)
        for path, mode in modes.items()
        if not path.is_symlink() and mode != (0o755 if path.is_dir() else 0o644)
    }
    assert wrong == {}
    assert stat.S_IMODE(workspace.output.stat().st_mode) == 0o755


def test_the_last_releases_are_kept_with_what_lies_beside_them(workspace: Workspace) -> None:
    ids = [publish_files(workspace, {"index.html": str(number)}, keep=3).id for number in range(6)]
    assert read_history(workspace) == ids[3:]
    kept = sorted(f"{id}{suffix}" for id in ids[3:] for suffix in ("", ".index", ".manifest"))
    assert sorted(path.name for path in workspace.releases.iterdir()) == [*kept, "history"]


def test_the_release_before_is_never_pruned(workspace: Workspace) -> None:
    ids = [publish_files(workspace, {"index.html": str(number)}, keep=1).id for number in range(4)]
    assert read_history(workspace) == ids[2:]


def test_after_going_back_the_release_that_was_public_is_the_one_before() -> None:
    assert next_history(["a", "b", "c"], "a", "d", 2) == ["a", "d"]
    assert next_history(["a", "b", "c"], "c", "c", 2) == ["b", "c"]
    assert next_history([], None, "a", 5) == ["a"]


def test_what_is_not_ours_is_not_pruned(workspace: Workspace) -> None:
    publish_files(workspace, OLD)
    (workspace.releases / "ghi-chu.txt").write_text("của tôi", "utf-8")
    publish_files(workspace, NEW)
    assert (workspace.releases / "ghi-chu.txt").read_text("utf-8") == "của tôi"


def test_a_folder_public_of_somebody_else_is_not_touched(workspace: Workspace) -> None:
    filled({"cua-toi.txt": "của tôi"})(workspace.public)
    with pytest.raises(FileExistsError):
        publish_files(workspace, NEW)
    assert files(workspace.public) == {"cua-toi.txt": "của tôi"}


def test_where_there_are_no_links_public_is_a_copy(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*given: object, **named: object) -> None:
        raise OSError(1, "Operation not permitted")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "symlink_to", no_links)
        for texts in (OLD, NEW):
            sealed = publish_files(workspace, texts)
            assert not workspace.public.is_symlink()
            assert files(workspace.public) == texts
            assert current(workspace) == sealed.id
    publish_files(workspace, OLD)
    assert workspace.public.is_symlink()
    assert files(workspace.public) == OLD


def test_without_a_flush_of_the_file_system_each_file_is_flushed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr(durable, "_flush_file_system", lambda folder: False)
    monkeypatch.setattr(durable, "flush_file", flushed.append)
    filled(OLD)(workspace.staging)
    durable.flush_tree(workspace.staging)
    assert sorted(flushed) == [workspace.staging / name for name in sorted(OLD)]
    shutil.rmtree(workspace.staging)
