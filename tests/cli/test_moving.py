"""The verb `import` of a whole site: counts, reasons, nothing overwritten, nothing new the second time."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.cli import main
from portal.cli.arguments import parser
from tests.importing.sites import ATOM, HUGO, JEKYLL, RSS, WXR, site_folder
from tests.readers.folders import portal_folder

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/chuyen-trang-cu.md").read_text("utf-8")
GROUP = "khi nhập cả một trang:"
Run = Callable[..., int]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return portal_folder(tmp_path)


@pytest.fixture
def run(content: Path) -> Run:
    return lambda *typed: main(["import", *map(str, typed), "--portal", str(content), "--jobs", "1"])


@pytest.fixture
def hugo(tmp_path: Path) -> Path:
    return site_folder(tmp_path / "cu", HUGO)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    file = tmp_path / "nguon.xml"
    file.write_text(RSS, "utf-8")
    return file


def files(content: Path) -> dict[str, bytes]:
    return {
        one.relative_to(content).as_posix(): one.read_bytes() for one in content.rglob("*") if one.is_file()
    }


def test_a_site_comes_whole_and_passes_check(
    run: Run, hugo: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(files(content))
    assert run(hugo, "--category", "thoi-su") == 0
    assert set(files(content)) - before == {
        "tin-tuc/2022/thu-json.md", "tin-tuc/2023/khoi-cong-cau.md", "tin-tuc/2023/khoi-cong-cau-1.png",
        "tin-tuc/2024/cau-moi.md", "tin-tuc/2024/cau-moi-1.png", "tin-tuc/2024/song.en.md",
    }  # fmt: skip
    told = capsys.readouterr().out
    assert "Hugo: tìm thấy 9 bài.\nĐã ghi 4 bài và 2 ảnh; 0 bài đã có, không đổi; 5 bài không nhập.\n" in told
    assert "- content/tin/khong-ngay.md: không ghi ngày, và máy không tự đặt ra ngày\n" in told
    assert "«{{< thong-bao >}}» của trang cũ không hiểu được" in told
    assert main(["check", "--portal", str(content)]) == 0


def test_an_article_has_all_that_the_site_knew_of_it(run: Run, hugo: Path, content: Path) -> None:
    run(hugo, "--category", "thoi-su")
    assert (
        (content / "tin-tuc/2024/cau-moi.md").read_text("utf-8")
        == """\
---
title: "Thông xe cầu mới"
date: 2024-05-10 08:30
updated: 2024-05-11 09:00
summary: "Cầu nối hai xã bên sông, dài 320 mét."
author: "Lan Anh, Minh"
category: thoi-su
tags: ["cầu", "Hạ tầng", "Xây dựng"]
aliases: [/tinh/cu/cau/, /tinh/tin/2024/05/cau-cu/, /tinh/tin/2024/05/cau-moi/]
---
Cầu thông xe sáng nay, xem [bài trước](/tin-tuc/2023/khoi-cong-cau/) và [liên hệ](https://cu.example/lien-he/).

![Cầu nhìn từ bờ đông](cau-moi-1.png "Cầu mới")

- việc thứ nhất
    - việc nhỏ hơn

Giữ **lời** này.

<https://www.youtube.com/watch?v=abc123>
"""
    )


def test_a_second_import_changes_nothing(
    run: Run, hugo: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(hugo, "--category", "thoi-su")
    after = files(content)
    capsys.readouterr()
    assert run(hugo, "--category", "thoi-su") == 0
    assert files(content) == after
    assert "Đã ghi 0 bài và 0 ảnh; 4 bài đã có, không đổi; 5 bài không nhập." in capsys.readouterr().out


def test_what_an_editor_changed_is_kept_unless_it_is_to_be_replaced(
    run: Run, hugo: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(hugo, "--category", "thoi-su")
    article = content / "tin-tuc/2024/cau-moi.md"
    first = article.read_bytes()
    edited = first.replace("sáng nay".encode(), "hôm nay".encode())
    article.write_bytes(edited)
    run(hugo, "--category", "thoi-su")
    assert article.read_bytes() == edited
    assert "- content/tin/cau-moi.md: tin-tuc/2024/cau-moi.md đã có và khác" in capsys.readouterr().out
    run(hugo, "--category", "thoi-su", "--replace")
    assert article.read_bytes() == first


def test_a_dry_run_writes_nothing(
    run: Run, hugo: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(content)
    assert run(hugo, "--category", "thoi-su", "--dry-run") == 0
    assert files(content) == before
    assert "Sẽ ghi 4 bài và 2 ảnh" in capsys.readouterr().out


def test_jekyll_comes_in_two_languages_and_others_are_said(
    run: Run, tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site_folder(tmp_path / "cu", JEKYLL), "--category", "thoi-su") == 0
    assert (content / "tin-tuc/2024/cau-moi.md").is_file() and (
        content / "tin-tuc/2024/cau-moi.en.md"
    ).is_file()
    assert "de/tin/_posts/2024-05-10-cau-moi.md: viết bằng ngôn ngữ «de»" in capsys.readouterr().out


def test_wordpress_comes_with_its_categories_and_numbers_of_programs_for_the_server(
    run: Run, tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cu.xml").write_text(WXR, "utf-8")
    run(tmp_path / "cu.xml", "--format", "json")
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["found"], len(told["written"]), len(told["left_out"])) == (
        "WordPress",
        5,
        2,
        3,
    )
    assert "\ncategory: thoi-su\n" in (content / "tin-tuc/2024/cau-moi.md").read_text("utf-8")
    assert {"from": "/2024/05/cau-moi/", "to": "/tin-tuc/2024/cau-moi/", "alias": True} in told["moved"]
    assert {"from": "/?p=7", "to": "/tin-tuc/2024/cau-moi/", "alias": False} in told["moved"]
    assert all(one["message"]["vi"] and one["message"]["en"] for one in (*told["left_out"], *told["remarks"]))


@pytest.mark.parametrize(
    ("text", "name"), [(RSS, "tin-tuc/2024/cau-moi.md"), (ATOM, "tin-tuc/2024/bridge.en.md")]
)
def test_a_feed_that_was_saved_comes(run: Run, tmp_path: Path, content: Path, text: str, name: str) -> None:
    (tmp_path / "nguon.xml").write_text(text, "utf-8")
    run(tmp_path / "nguon.xml", "--map", "News=thoi-su")
    assert "\ncategory: thoi-su\n" in (content / name).read_text("utf-8")


def test_what_is_still_missing_is_counted_and_ends_with_1(
    run: Run, hugo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(hugo) == 1
    told = capsys.readouterr().out
    assert "không có chuyên mục nào của cổng ứng với «Giao thông»; thêm --map" in told
    assert "- field/missing: 4 chỗ, trước hết ở content/tin-tuc/2022/thu-json.md:" in told


@pytest.mark.parametrize(
    ("typed", "words"),
    [(("--title", "Tên"), "--title: chỉ dùng khi nhập một bài"),
     (("--category", "la"), "Không có chuyên mục «la»"),
     (("--map", "A=la"), "Không có chuyên mục «la»")],
)  # fmt: skip
def test_what_is_typed_wrong_is_refused_before_anything_is_read(
    run: Run,
    feed: Path,
    content: Path,
    capsys: pytest.CaptureFixture[str],
    typed: tuple[str, ...],
    words: str,
) -> None:
    before = files(content)
    assert run(feed, *typed) == 2
    assert words in capsys.readouterr().err and files(content) == before


def test_what_is_no_site_is_refused(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "la.xml").write_text("<la/>")
    assert run(tmp_path / "la.xml") == 1
    assert "không phải tệp xuất của WordPress, RSS hay Atom" in capsys.readouterr().err


@pytest.mark.parametrize("command", re.findall(r"^python3 freeze\.py (import .*)$", PAGE, re.MULTILINE))
def test_each_command_of_the_page_does_what_it_says(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_folder(tmp_path / "trang-cu", HUGO)
    (tmp_path / "wordpress.xml").write_text(WXR, "utf-8")
    (tmp_path / "tin.rss").write_text(RSS, "utf-8")
    monkeypatch.chdir(tmp_path)
    _, *typed = [one.strip('"') for one in re.findall(r'"[^"]*"|\S+', command)]
    assert run(*(re.sub(r"\bhuong-dan$", "thoi-su", one) for one in typed)) == 0


def test_the_table_of_options_is_the_verbs() -> None:
    told = re.findall(r"^\| `(--[\w-]+)` \|", PAGE, re.MULTILINE)
    help_text = next(action for action in parser()._actions if action.choices).choices["import"].format_help()  # type: ignore[index]
    of_sites = re.findall(r"^  (--[\w-]+)", help_text.partition(GROUP)[2], re.MULTILINE)
    assert told == [*of_sites, "--category", "--dry-run", "--replace"]
