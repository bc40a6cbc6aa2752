"""`check` where content is written and reviewed: some files alone, hooks of git, hosts of git."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from portal.cli import main
from tests.readers.folders import ARTICLE, portal_folder

ROOT = Path(__file__).resolve().parents[1]
CI = ROOT / "docs" / "ci"
BROKEN = ARTICLE.replace("../../trang/lien-he.md", "/khong-co/")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A portal of which one article is right and two are not."""
    return portal_folder(tmp_path, {"tin-tuc/2026/sai.md": BROKEN, "tin-tuc/2026/sai-nua.md": BROKEN})


def check(content: Path, *more: str) -> int:
    return main(["check", "--portal", str(content), "--jobs", "1", *more])


def test_of_files_that_were_named_problems_alone_are_told_and_others_counted(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(content, str(content / "tin-tuc/2026/sai.md")) == 1
    said = capsys.readouterr().err
    assert "content/tin-tuc/2026/sai.md:11:21" in said
    assert "sai-nua.md" not in said
    assert "Còn 1 điều ở các tệp khác" in said


def test_a_right_file_passes_though_others_are_broken(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(content, str(content / "tin-tuc/2026/hop-bao.md")) == 0
    assert "Còn 2 điều" in capsys.readouterr().err


def test_a_folder_stands_for_its_files(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content)
    assert check(content, "tin-tuc") == 1
    assert check(content, "trang") == 0


def test_only_so_many_are_told_and_the_rest_counted(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(content, "--limit", "1") == 1
    said = capsys.readouterr().err
    assert said.count("link/dead") == 1
    assert "2 lỗi, 0 cảnh báo." in said
    check(content, "--limit", "0")
    assert capsys.readouterr().err.count("link/dead") == 2


def test_files_are_named_from_where_the_work_begins(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content.parent / "kho" / "trong"
    folder.mkdir(parents=True)
    moved = folder / "content"
    content.rename(moved)
    monkeypatch.chdir(folder.parent)
    check(moved, "--format", "github")
    assert "file=trong/content/tin-tuc/2026/sai.md," in capsys.readouterr().out
    check(moved, "--format", "gitlab")
    paths = {one["location"]["path"] for one in json.loads(capsys.readouterr().out)}
    assert paths == {"trong/content/tin-tuc/2026/sai.md", "trong/content/tin-tuc/2026/sai-nua.md"}


def test_a_host_is_told_nothing_where_nothing_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = portal_folder(tmp_path)
    assert check(content, "--format", "gitlab") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert check(content, "--format", "github") == 0
    assert capsys.readouterr().out.strip() == ""


@pytest.mark.parametrize("file", ["github.yml", "gitea.yml", "gitlab.yml"])
def test_each_template_calls_check_with_options_that_there_are(file: str, content: Path) -> None:
    read = yaml.safe_load((CI / file).read_text("utf-8"))
    (line,) = (line for line in _strings(read) if "freeze.py check" in line)
    options = line.split("freeze.py check")[1].split(">")[0].split()
    assert check(content, *options) == 1


def _strings(held: object) -> list[str]:
    if isinstance(held, dict):
        return [one for value in held.values() for one in _strings(value)]
    if isinstance(held, list):
        return [one for value in held for one in _strings(value)]
    return [str(held)]


def test_the_hook_of_pre_commit_calls_check() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "python3 freeze.py check"
    assert not hook["pass_filenames"]


@pytest.fixture
def clone(content: Path) -> Path:
    """A repository with the engine, the broken portal and the hook."""
    root = content.parent
    for name in ("freeze.py", "requirements.txt", "requirements.lock"):
        shutil.copy(ROOT / name, root)
    for name in ("site", "search", "templates"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / ".gitignore").write_text("/build\n/cache\n")
    git(root, "init", "-q")
    shutil.copy(CI / "pre-commit", root / ".git" / "hooks" / "pre-commit")
    return root


def git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    named: Sequence[str] = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    # The hook calls `python3`: the one that runs the tests has what it needs.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["git", *named, *words], cwd=root, capture_output=True, text=True, check=False,
        env={**os.environ, "PATH": path},
    )  # fmt: skip


def test_git_refuses_a_commit_with_broken_content_and_takes_it_mended(clone: Path) -> None:
    git(clone, "add", "content")
    refused = git(clone, "commit", "-m", "Bài mới")
    assert refused.returncode != 0
    assert "sai.md:11:21: lỗi link/dead" in refused.stderr
    for file in ("sai.md", "sai-nua.md"):
        (clone / "content/tin-tuc/2026" / file).write_text(ARTICLE, "utf-8")
    git(clone, "add", "content")
    taken = git(clone, "commit", "-m", "Bài mới")
    assert taken.returncode == 0, taken.stderr


def test_git_takes_a_commit_that_leaves_the_content_alone(clone: Path) -> None:
    (clone / "GHI-CHU.md").write_text("x")
    git(clone, "add", "GHI-CHU.md")
    assert git(clone, "commit", "-m", "Ghi chú").returncode == 0
