"""The verb `fix`: writes what is surely meant, shows it where only that is asked."""

import shutil
from pathlib import Path

import pytest

from portal.cli import main
from tests.problems.folders import BASE

ARTICLE = "tin-tuc/2026/hop-bao.md"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    article = root / ARTICLE
    text = article.read_text("utf-8").replace("title: ", "Tiêu đề: ").replace("category:", "chuyên mục:")
    article.write_text(text, "utf-8")
    article.chmod(0o640)
    return root


def test_a_dry_run_shows_the_difference_and_writes_nothing(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (portal / ARTICLE).read_bytes()
    assert main(["fix", "--portal", str(portal), "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert '-Tiêu đề: "Họp báo quý hai"\n+title: "Họp báo quý hai"\n' in shown
    assert f"+++ content/{ARTICLE}" in shown
    assert (portal / ARTICLE).read_bytes() == before


def test_what_is_fixed_passes_the_check_and_is_fixed_once(
    portal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--strict", "--portal", str(portal)]) == 1
    assert main(["fix", "--portal", str(portal)]) == 0
    assert f"Đã sửa content/{ARTICLE}" in capsys.readouterr().out
    assert (portal / ARTICLE).read_bytes() == (BASE / ARTICLE).read_bytes()
    assert (portal / ARTICLE).stat().st_mode & 0o777 == 0o640
    assert main(["check", "--strict", "--portal", str(portal)]) == 0
    stamp = (portal / ARTICLE).stat().st_mtime_ns
    assert main(["fix", "--portal", str(portal)]) == 0
    assert (portal / ARTICLE).stat().st_mtime_ns == stamp
    assert sorted(file.name for file in (portal / ARTICLE).parent.iterdir()) == ["hop-bao.md"]


def test_only_the_files_that_are_named_are_fixed(portal: Path) -> None:
    other = portal / "tin-tuc/2026/bai.md"
    shutil.copy(portal / ARTICLE, other)
    before = other.read_bytes()
    assert main(["fix", str(portal / ARTICLE), "--portal", str(portal)]) == 0
    assert other.read_bytes() == before


def test_a_file_that_the_portal_does_not_hold_is_wrong_usage(
    portal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "khac.md").write_text("x")
    for file in (tmp_path / "khac.md", portal / "khong-co.md"):
        assert main(["fix", str(file), "--portal", str(portal)]) == 2
        assert "không phải là một tệp trong" in capsys.readouterr().err


def test_schemas_are_written_for_editors_tools(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(tmp_path / "mau")]) == 0
    assert (tmp_path / "mau/article.json").is_file()
    assert "yaml.schemas" in capsys.readouterr().out
