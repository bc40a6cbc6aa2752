"""After a figure is revised the next build makes what a clean one makes, and a reader sees it everywhere."""

import json
from pathlib import Path

import pytest

from portal.cli import main
from tests.readers.folders import ARTICLE_FILE, portal_folder
from tests.readers.test_quoted import DATA
from tests.readers.test_revised import EARLY, FIRST, TABLE, changed
from tests.record.portals import Writer


def built(folder: Path, output: str) -> dict[str, bytes]:
    """The bytes of every file of the release, after a build into an output folder."""
    content, out = str(folder / "content"), folder / output
    assert main(["build", "--portal", content, "--output", str(out), "--as-of", "2026-11-01"]) == 0
    public = out / "public"
    return {
        path.relative_to(public).as_posix(): path.read_bytes()
        for path in sorted(public.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A portal that published its figures once, and was built."""
    root = portal_folder(tmp_path, {**DATA, TABLE: FIRST, ARTICLE_FILE: EARLY})
    (root / "tin-tuc/2026/anh.png").unlink()
    return tmp_path


def test_an_edit_and_its_publication_give_what_clean_builds_give(folder: Path) -> None:
    writer, table = Writer(folder), folder / "content" / TABLE
    writer.publish(TABLE, FIRST)
    built(folder, "out")
    table.write_text(changed("57", "Nhập nhầm"), "utf-8")
    assert built(folder, "out") == built(folder, "edited")
    writer.publish(TABLE, changed("57", "Nhập nhầm"))
    after = built(folder, "out")
    assert after == built(folder, "published")
    page = after["tin-tuc/2026/hop-bao/index.html"].decode()
    assert "khi đăng bài là 56%, nay là 57%" in page and "14/05/2026" in page
    assert "56% sửa thành 57%" in after["chi-tieu/ty-le/index.html"].decode()
    assert "2022,56,,," in after["chi-tieu/ty-le/phien-ban/1.csv"].decode()
    told = json.loads(after["chi-tieu/feed.json"])["items"]
    assert told[0]["title"].startswith("Sửa số liệu: Tỷ lệ hồ sơ nộp trực tuyến, năm 2022")
    (news,) = json.loads(after["tin-tuc/feed.json"])["items"]
    assert news["date_modified"].startswith("2026-05-14") and "nay là 57%" in news["content_html"]
