"""What one types, what is answered, and the number it ends with: 0 done, 1 content, 2 usage, 3 machine."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from portal.cli import main
from portal.preview.server import ADDRESS
from portal.problems.catalogue import CATALOGUE
from portal.problems.problem import Level
from portal.workspace import Workspace, locked
from tests.readers.folders import ARTICLE, ARTICLE_FILE, portal_folder

ROOT = Path(__file__).resolve().parents[1]
DEAD = ARTICLE.replace("../../trang/lien-he.md", "/khong-co/")
LATER = ARTICLE.replace("category: thoi-su", "category: thoi-su\npublish: 2026-06-01 08:00")
Run = Callable[..., int]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The folder of a portal without a fault."""
    return portal_folder(tmp_path)


@pytest.fixture
def run(content: Path) -> Run:
    """Types a verb and what follows, for the portal."""

    def typed(verb: str, *more: str) -> int:
        return main([verb, "--portal", str(content), *more, *(["--jobs", "1"] if verb == "build" else [])])

    return typed


def write(content: Path, file: str, text: str) -> None:
    """Write a file of the portal."""
    (content / file).parent.mkdir(parents=True, exist_ok=True)
    (content / file).write_text(text, "utf-8")


def public(content: Path) -> dict[str, bytes]:
    """What the public sees, by path."""
    folder = content.parent / "build" / "public"
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_portal_without_fault_is_checked_with_0(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert capsys.readouterr() == ("Không thấy lỗi nào.\n", "")


def test_check_publishes_nothing_and_leaves_the_content_as_it_is(content: Path, run: Run) -> None:
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    assert run("check") == 0
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before
    assert {made.name for made in (content.parent / "build").glob("*")} <= {"cache"}


def test_a_fault_of_the_content_ends_with_1_and_is_told_at_its_place(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write(content, ARTICLE_FILE, ARTICLE.replace("2026-05-13 14:44", "2026-02-31"))
    assert run("check") == 1
    told = capsys.readouterr().err
    assert told.startswith(f"content/{ARTICLE_FILE}:3:7: lỗi ")
    assert "Cách sửa:" in told and told.endswith("1 lỗi, 0 cảnh báo.\n")


def checked(content: Path, stdout: int) -> subprocess.CompletedProcess[str]:
    """A check in a process of its own."""
    command = [sys.executable, str(ROOT / "freeze.py"), "check", "--portal", str(content)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


def test_whoever_reads_only_the_beginning_is_no_fault(content: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = checked(content, writing)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.faults
def test_an_answer_that_cannot_be_written_ends_with_3(content: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = checked(content, full.fileno())
    assert ended.returncode == 3
    assert "Traceback" not in ended.stderr


def test_a_dead_link_is_a_fault_of_the_content(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write(content, ARTICLE_FILE, DEAD)
    assert run("check") == 1
    assert re.match(rf"content/{ARTICLE_FILE}:11:\d+: lỗi link/dead\n", capsys.readouterr().err)


def test_all_faults_are_told_in_one_run(content: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    write(content, ARTICLE_FILE, DEAD)
    write(content, "trang/gioi-thieu.md", "Không có phần đầu.\n")
    assert run("check") == 1
    told = capsys.readouterr().err
    assert "hop-bao.md:11:" in told and "gioi-thieu.md:1:" in told


def test_faults_can_be_told_in_english(content: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    write(content, ARTICLE_FILE, DEAD)
    assert run("check", "--language", "en") == 1
    told = capsys.readouterr().err
    assert "error link/dead" in told and "To mend it:" in told


def test_machines_get_a_list_of_faults_with_place_and_words_in_both_languages(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write(content, ARTICLE_FILE, DEAD)
    assert run("check", "--format", "json") == 1
    shown, aside = capsys.readouterr()
    (told,) = json.loads(shown)
    assert (told["code"], told["level"], told["file"]) == ("link/dead", "error", f"content/{ARTICLE_FILE}")
    assert (told["line"], type(told["column"])) == (11, int)
    assert all(told[words] for words in ("what", "mend", "what_en", "mend_en"))
    assert aside == ""


def test_machines_get_an_empty_list_where_there_is_no_fault(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_warning_stops_nothing_unless_strict(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mild = replace(CATALOGUE["link/dead"], level=Level.WARNING)
    monkeypatch.setitem(CATALOGUE, "link/dead", mild)
    write(content, ARTICLE_FILE, DEAD)
    assert run("check") == 0
    assert "0 lỗi, 1 cảnh báo." in capsys.readouterr().err
    assert run("check", "--strict") == 1


def test_a_folder_without_a_portal_is_a_fault_that_says_how_to_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--portal", str(tmp_path / "khong-co")]) == 1
    assert "--portal" in capsys.readouterr().err


def test_a_build_ends_with_0_and_says_where_to_look(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    shown, aside = capsys.readouterr()
    assert str(content.parent / "build" / "public") in shown and "freeze.py preview" in shown
    assert aside == ""
    assert {"index.html", f"{ARTICLE_FILE.removesuffix('.md')}/index.html"} <= set(public(content))


def test_it_says_how_many_pages_there_are(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    held = public(content)
    pages = sum(path.endswith(".html") for path in held)
    assert capsys.readouterr().out.startswith(f"Đã dựng {pages} trang, ")


def test_without_a_verb_it_is_a_build(content: Path) -> None:
    assert main(["--portal", str(content), "--jobs", "1"]) == 0
    assert "index.html" in public(content)


def test_another_folder_can_be_chosen_for_what_is_made(content: Path, run: Run, tmp_path: Path) -> None:
    assert run("build", "--output", str(tmp_path / "noi-khac")) == 0
    assert (tmp_path / "noi-khac" / "public" / "index.html").is_file()
    assert not (tmp_path / "build").exists()


def test_the_number_of_workers_changes_no_byte(content: Path, run: Run, tmp_path: Path) -> None:
    assert run("build") == 0
    first = public(content)
    assert main(["build", "--portal", str(content), "--output", str(tmp_path / "hai"), "--jobs", "2"]) == 0
    second = tmp_path / "hai" / "public"
    assert {path: (second / path).read_bytes() for path in first} == first


def test_faults_leave_the_public_site_as_it_was(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    before = public(content)
    write(content, ARTICLE_FILE, DEAD)
    assert run("build") == 1
    assert "Chưa xuất bản gì" in capsys.readouterr().err
    assert public(content) == before


def test_a_page_that_fails_the_audit_is_not_published(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write(content, "templates/pages/404.html", "<p>Không có trang này</p>")
    assert run("build") == 1
    assert "/404.html: page/no-title:" in capsys.readouterr().err
    assert not (content.parent / "build" / "public").exists()


def test_a_page_that_cannot_be_made_ends_with_3_and_is_named(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    before = public(content)
    write(content, "templates/pages/404.html", "{{ ten_go_nham }}")
    assert run("build") == 3
    told = capsys.readouterr().err
    assert "/404.html" in told and "ten_go_nham" in told and "Traceback" not in told
    assert public(content) == before


@pytest.mark.parametrize(("moment", "seen"), [("2026-06-01 07:59", False), ("2026-06-01 08:00", True)])
def test_what_is_due_later_appears_when_its_moment_has_come(
    moment: str, seen: bool, content: Path, run: Run
) -> None:
    write(content, ARTICLE_FILE, LATER)
    assert run("build", "--as-of", moment) == 0
    assert ("tin-tuc/2026/hop-bao/index.html" in public(content)) == seen


def test_the_same_moment_gives_the_same_bytes(content: Path, run: Run) -> None:
    write(content, ARTICLE_FILE, LATER)
    moment = ("--as-of", "01/06/2026")
    assert run("build", *moment) == 0
    first = public(content)
    assert run("build", "--full", *moment) == 0
    assert public(content) == first


@pytest.mark.parametrize(
    "typed",
    [
        ["xuat-ban"],
        ["--khong-co"],
        ["check", "--format", "xml"],
        ["check", "--as-of", "31/02/2026"],
        ["build", "--jobs", "nhieu"],
        ["preview", "--port", "http"],
        ["search"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_does_nothing(
    typed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(typed) == 2
    shown, aside = capsys.readouterr()
    assert shown == "" and "usage: freeze.py" in aside
    assert list(tmp_path.iterdir()) == []


def test_a_moment_that_is_none_is_told_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--as-of", "hom nay"]) == 2
    assert "«hom nay» không phải là ngày; ví dụ 2026-12-01 08:00" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [["--help"], ["-h"], ["build", "--help"], ["search", "-h"]], ids=" ".join)
def test_who_asks_for_help_gets_it_with_0(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(typed) == 0
    assert capsys.readouterr().out.startswith("usage: freeze.py")


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    shown = capsys.readouterr().out
    assert all(f"\n    {verb} " in shown for verb in ("build", "check", "preview", "search"))


def test_an_output_that_another_build_holds_ends_with_3(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with locked(Workspace(content)):
        assert run("build") == 3
    assert "Một lượt xuất bản khác đang chạy." in capsys.readouterr().err
    assert not (content.parent / "build" / "public").exists()
    assert run("build") == 0


def test_a_full_build_leaves_the_cache_of_another_that_is_at_work(content: Path, run: Run) -> None:
    assert run("build") == 0
    kept = content.parent / "build" / "cache" / "sources.db"
    with locked(Workspace(content)):
        assert run("build", "--full") == 3
    assert kept.is_file()


def test_a_check_needs_no_lock(content: Path, run: Run) -> None:
    with locked(Workspace(content)):
        assert run("check") == 0


def test_a_place_that_cannot_be_written_ends_with_3_and_is_named(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tep").write_text("", "utf-8")
    assert run("build", "--output", str(tmp_path / "tep")) == 3
    told = capsys.readouterr().err
    assert str(tmp_path / "tep") in told and "Traceback" not in told


def test_an_interrupted_build_ends_with_3_and_leaves_the_public_site(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build") == 0
    before = public(content)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    write(content, ARTICLE_FILE, ARTICLE.replace("Nội dung buổi họp.", "Nội dung khác."))
    monkeypatch.setattr("portal.freeze.build.freeze_all", interrupted)
    assert run("build") == 3
    assert "Đã dừng theo yêu cầu" in capsys.readouterr().err
    assert public(content) == before


def test_a_search_without_a_build_says_so(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", "hop bao") == 3
    assert capsys.readouterr() == ("", "Chưa có bản nào được dựng. Gõ: python3 freeze.py\n")


def test_a_search_needs_no_marks(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("build")
    capsys.readouterr()
    assert run("search", "hop bao") == 0
    told = capsys.readouterr().out
    assert told.startswith("1 kết quả.\n") and "/tin-tuc/2026/hop-bao/" in told


def test_machines_get_hits_and_how_many_there_are(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("build")
    capsys.readouterr()
    assert run("search", "câu hỏi", "--format", "json", "--limit", "1") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["total"], len(told["hits"])) == (2, 1)
    assert told["hits"][0].keys() == {
        *("address", "title", "summary", "kind", "category", "category_name", "unit", "date", "language"),
        *("score", "marked_title", "extract"),
    }
    assert (told["query"], told["searched"], told["rung"], told["also"]) == ("câu hỏi", "câu hỏi", "all", [])


def test_a_search_says_what_it_was_read_as(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("build")
    capsys.readouterr()
    for typed, said in (
        ("hopj baos", "Đã tìm theo: họp báo\n"),
        ("hop bap", "Đã tìm theo: hop bao\n"),
        ("hop bao xyzzy", "Đã tìm theo: phần lớn các chữ trong hop bao xyzzy\n"),
    ):
        assert run("search", typed) == 0
        assert capsys.readouterr().out.startswith(f"{said}1 kết quả.\n")


def test_a_search_is_narrowed_by_kind_category_unit_language_and_day(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    capsys.readouterr()
    for option, value, found in (
        ("--kind", "article", 1), ("--kind", "unit", 0), ("--category", "khong", 0), ("--unit", "khong", 0),
        ("--language", "en", 0), ("--year", "2026", 1), ("--year", "2020", 0), ("--until", "2020-01-01", 0),
        ("--since", "2020-01-01", 1), ("--skip", "1", 1),
    ):  # fmt: skip
        assert run("search", "hop bao", option, value) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{found} kết quả.\n")
        assert ("/tin-tuc/2026/hop-bao/" in told) == (found == 1 and option != "--skip")
    assert run("search", "hop b", "--typing", "--newest") == 0
    assert capsys.readouterr().out.startswith("1 kết quả.\n")


def test_another_engine_is_chosen_by_flag_or_in_the_settings(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build", "--engine", "fts5")
    (index,) = content.parent.glob("**/*.index")
    assert [path.suffix for path in index.glob("*.fts")] == [".fts"]
    capsys.readouterr()
    assert run("search", "hop bao") == 0
    assert "/tin-tuc/2026/hop-bao/" in capsys.readouterr().out
    run("build")
    assert not list(index.glob("*.fts"))


def test_a_new_table_of_former_names_reaches_the_index(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    write(content, "ten-cu.yaml", 'names:\n  - {former: "phòng cũ", current: "Họp báo"}\n')
    run("build")
    capsys.readouterr()
    assert run("search", "phong cu") == 0
    assert "/tin-tuc/2026/hop-bao/" in capsys.readouterr().out


def test_a_search_that_finds_nothing_is_no_fault(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("build")
    capsys.readouterr()
    assert run("search", "zzz") == 0
    assert capsys.readouterr().out == "0 kết quả.\n"


def test_a_damaged_index_ends_with_3_and_how_to_mend_it(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    (index,) = (content.parent / "build" / "releases").glob("*.index")
    for file in index.iterdir():
        file.write_bytes(b"")
    assert run("search", "hop bao") == 3
    assert "Dựng lại: python3 freeze.py" in capsys.readouterr().err
    assert run("build") == 0
    assert run("search", "hop bao") == 0


def test_a_preview_on_a_port_in_use_ends_with_3(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server((ADDRESS, 0)) as taken:
        assert run("preview", "--port", str(taken.getsockname()[1])) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_a_preview_shows_what_there_is_in_spite_of_faults_and_tells_them(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzeug.serving.BaseWSGIServer.serve_forever", lambda server: None)
    write(content, ARTICLE_FILE, DEAD)
    assert run("preview", "--port", "0") == 0
    told = capsys.readouterr()
    assert f"http://{ADDRESS}:" in told.out
    assert "(1 lỗi, 0 cảnh báo)" in told.out


def test_a_preview_of_no_portal_serves_nothing(tmp_path: Path) -> None:
    assert main(["preview", "--portal", str(tmp_path), "--port", "0"]) == 1


@pytest.mark.parametrize("verb", ["check", "build", "preview"])
def test_a_template_that_cannot_be_read_ends_with_3_and_its_place(
    verb: str, content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write(content, "templates/pages/404.html", "\n{% if %}")
    assert run(verb) == 3
    assert "404.html:2" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "một"])
def test_a_port_that_there_is_not_is_wrong_usage(port: str, run: Run) -> None:
    assert run("preview", "--port", port) == 2


def test_a_second_build_says_that_nothing_changed(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if all files had been written long ago: files of this very moment are looked at again.
    monkeypatch.setattr("portal.freeze.unchanged._TICK", -(10**12))
    assert run("build") == 0
    before = public(content)
    capsys.readouterr()
    assert run("build") == 0
    assert "không có gì đổi" in capsys.readouterr().out
    assert public(content) == before


def test_a_build_with_nothing_changed_makes_an_index_that_is_gone(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.freeze.unchanged._TICK", -(10**12))
    assert run("build") == 0
    index = next((content.parent / "build" / "releases").glob("*.index"))
    shutil.rmtree(index)
    assert run("build") == 0
    assert index.is_dir() and run("search", "hop bao") == 0


@pytest.mark.parametrize("sure", [True, False])
def test_a_build_with_nothing_changed_clears_away_what_a_killed_one_left(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch, *, sure: bool
) -> None:
    if sure:
        monkeypatch.setattr("portal.freeze.unchanged._TICK", -(10**12))
    assert run("build") == 0
    output = content.parent / "build"
    left = [output / "staging", output / "releases" / f"{'0' * 16}.old"]
    for folder in left:
        folder.mkdir()
    assert run("build") == 0
    assert [folder for folder in left if folder.exists()] == []


def test_why_says_what_makes_a_page_due(content: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for change in (None, "build", "content", "template"):
        if change == "build":
            assert run("build") == 0
        if change == "content":
            write(content, ARTICLE_FILE, ARTICLE.replace("Nội dung buổi họp.", "Nội dung khác."))
        if change == "template":
            write(content, ARTICLE_FILE, ARTICLE)
            write(content, "templates/pages/article.html", '{% extends "layout/base.html" %}')
        capsys.readouterr()
        assert run("why", "/tin-tuc/2026/hop-bao/") == 0
        said.append(capsys.readouterr().out.strip().removeprefix("/tin-tuc/2026/hop-bao/: "))
    assert [words.split(":")[0].split(" vì ")[-1] for words in said] == [
        "dựng mới",
        "giữ nguyên",
        "nội dung mà trang cho xem đã đổi.",
        "mẫu trang hoặc thành phần của mẫu đã đổi.",
    ]


def test_why_of_no_page_is_wrong_usage(run: Run) -> None:
    assert run("why", "/khong-co/") == 2


def test_a_rollback_shows_the_release_before(
    content: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    before = public(content)
    write(content, ARTICLE_FILE, ARTICLE.replace("Nội dung buổi họp.", "Nội dung khác."))
    assert run("build") == 0
    assert public(content) != before
    assert run("rollback") == 0
    assert public(content) == before
    capsys.readouterr()
    assert run("rollback", "--list") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_after_a_rollback_a_build_goes_on_from_the_content(content: Path, run: Run) -> None:
    assert run("build") == 0
    write(content, ARTICLE_FILE, ARTICLE.replace("Nội dung buổi họp.", "Nội dung khác."))
    assert run("build") == 0
    after = public(content)
    assert run("rollback") == 0
    assert run("build") == 0
    assert public(content) == after


def test_there_is_nothing_to_go_back_to_before_a_second_release(run: Run) -> None:
    assert run("build") == 0
    assert run("rollback") == 2
    assert run("rollback", "0123456789abcdef") == 2


def test_a_release_that_was_altered_is_not_gone_back_to(content: Path, run: Run) -> None:
    assert run("build") == 0
    old = (content.parent / "build" / "public").resolve()
    write(content, ARTICLE_FILE, ARTICLE.replace("Nội dung buổi họp.", "Nội dung khác."))
    assert run("build") == 0
    after = public(content)
    (old / "404.html").unlink()
    (old / "404.html").write_text("bị sửa", "utf-8")
    assert run("rollback") == 2
    assert public(content) == after
