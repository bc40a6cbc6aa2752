"""After any history of changes a release is what a clean freeze makes of the content, byte for byte."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.cli import main
from portal.freeze.releases import current
from portal.trust.manifest import manifest_of
from portal.workspace import Workspace
from tests.freeze.histories import CHANGES, Change, begin

changes = st.builds(Change, st.sampled_from(sorted(CHANGES)), st.integers(0, 6), st.integers(0, 5))
moments = st.sampled_from(["2026-11-01", "2026-11-02", "2026-11-03 08:00", "2026-11-06"])
steps = st.tuples(moments, st.lists(changes, min_size=1, max_size=3))
HISTORIES = int(os.environ.get("CONG_TIN_HISTORIES", "200"))


def frozen(content: Path, output: Path, *more: str, as_of: str = "2026-11-01") -> str:
    """Freeze and give the release, or what stands where the content has a fault."""
    asked = ["build", "--portal", str(content), "--output", str(output), "--jobs", "1"]
    main([*asked, "--as-of", as_of, "--skip", "index,pack", *more])
    return current(Workspace(content, output)) or ""


@pytest.mark.slow
@settings(max_examples=HISTORIES, deadline=None, derandomize=HISTORIES <= 200)
@given(st.lists(steps, min_size=1, max_size=6))
def test_after_any_history_a_release_is_what_a_clean_freeze_makes(
    history: list[tuple[str, list[Change]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content, output = begin(Path(folder)), Path(folder, "build")
        frozen(content, output)
        for moment, step in history:
            for change in step:
                change.apply(content)
            release = frozen(content, output, as_of=moment)
        clean = frozen(content, Path(folder, "clean"), as_of=moment)
        # Content with a fault is not published: the clean output then holds nothing to compare with.
        if clean:
            assert release == clean
            assert manifest_of(output / "public") == manifest_of(Path(folder, "clean", "public"))


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_each_change_alone_gives_what_a_clean_freeze_makes(name: str, tmp_path: Path) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    assert frozen(content, output)
    Change(name, 1, 1).apply(content)
    release = frozen(content, output)
    assert release == frozen(content, tmp_path / "clean")
    assert manifest_of(output / "public") == manifest_of(tmp_path / "clean" / "public")


def made(content: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """How many addresses a freeze made anew."""
    capsys.readouterr()
    frozen(content, output)
    told = capsys.readouterr().out.split(";")[1]
    return 0 if "không có gì đổi" in told else int("".join(filter(str.isdigit, told.splitlines()[0])))


def test_an_edited_text_touches_its_page_and_its_feeds_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    assert made(content, output, capsys) > 60
    Change("edit_text", 1, 1).apply(content)
    # The article; three feeds of all news and three of its category.
    assert made(content, output, capsys) == 7


def test_nothing_changed_makes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    made(content, output, capsys)
    assert made(content, output, capsys) == 0


def test_a_touched_file_with_the_same_text_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    made(content, output, capsys)
    for file in content.rglob("*.md"):
        file.touch()
    assert made(content, output, capsys) == 0


def test_a_template_that_one_kind_of_page_wears_makes_that_kind_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    made(content, output, capsys)
    Change("own_template", 1, 1).apply(content)
    assert made(content, output, capsys) == 5


def test_a_release_file_that_was_altered_is_made_again(tmp_path: Path) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    frozen(content, output)
    page = output / "public" / "lien-he" / "index.html"
    whole = page.read_bytes()
    page.write_bytes(b"<p>casino</p>")
    frozen(content, output)
    assert page.read_bytes() == whole


def test_what_somebody_put_into_an_old_release_is_never_published(tmp_path: Path) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    for how in range(4):
        Change("edit_text", 1, how).apply(content)
        frozen(content, output)
    for release in output.joinpath("releases").iterdir():
        if release.is_dir() and release != output.joinpath("public").resolve():
            (release / "lien-he" / "casino.html").write_text("casino", "utf-8")
            (release / "404.html").unlink()
    for how in range(4):
        Change("edit_title", 1, how).apply(content)
        assert frozen(content, output) == frozen(content, tmp_path / f"clean-{how}")
        assert not list((output / "public" / "lien-he").glob("casino*"))
        assert (output / "public" / "404.html").is_file()


def test_an_old_release_that_becomes_a_new_one_changes_no_other(tmp_path: Path) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    known: dict[str, object] = {}
    for how in range(6):
        Change("edit_title", how % 5, how).apply(content)
        release = frozen(content, output)
        known[release] = manifest_of(output / "public")
        kept = [one for one in output.joinpath("releases").iterdir() if one.is_dir()]
        assert {one.name: manifest_of(one) for one in kept} == {one.name: known[one.name] for one in kept}
        assert len(kept) <= 3


def test_a_full_freeze_takes_nothing_from_caches(tmp_path: Path) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    release = frozen(content, output)
    shutil.rmtree(output / "cache")
    assert frozen(content, output, "--full") == release


def test_a_release_that_would_be_the_same_is_left_as_it_stands(tmp_path: Path) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    frozen(content, output)
    before = {file: file.stat().st_ctime_ns for file in output.joinpath("releases").rglob("*")}
    for file in content.rglob("*.md"):
        file.touch()
    frozen(content, output)
    assert {file: file.stat().st_ctime_ns for file in output.joinpath("releases").rglob("*")} == before


@pytest.mark.parametrize("damage", [b"", b"hong", None])
def test_damaged_caches_and_ledgers_change_no_page(tmp_path: Path, damage: bytes | None) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    frozen(content, output)
    kept = [*output.joinpath("cache").rglob("*"), *output.joinpath("releases").glob("*.ledger")]
    for file in kept:
        if file.is_file():
            data = bytearray(file.read_bytes())
            data[len(data) // 2 : len(data) // 2 + 1] = b"\xff"
            file.write_bytes(bytes(data) if damage is None else damage)
    Change("edit_text", 1, 1).apply(content)
    assert frozen(content, output) == frozen(content, tmp_path / "clean")


def test_a_store_that_fails_while_pages_are_made_is_read_anew(tmp_path: Path) -> None:
    content, output = begin(tmp_path), tmp_path / "build"
    frozen(content, output)
    with closing(sqlite3.connect(output / "cache" / "sources.db")) as store, store:
        store.execute("UPDATE texts SET text = x'00'")
    Change("rename_portal", 1, 1).apply(content)
    assert frozen(content, output, "--jobs", "2") == frozen(content, tmp_path / "clean")
