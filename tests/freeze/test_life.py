"""What is drafted, expired or withdrawn is gone from a release, and comes and goes by itself."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from portal.cli import main
from tests.readers.folders import ARTICLE, portal_folder

TOLD = "Một câu chỉ bài này có"
PICTURED = ARTICLE.replace("category:", 'image: {src: anh.png, alt: "Bàn họp"}\ntags: [lạ]\ncategory:')
OWN = PICTURED.replace("Họp báo quý hai", "Thu phí sai").replace("Nội dung", TOLD)
FILE = "tin-tuc/2026/thu-phi.md"
LEADS_HERE = ARTICLE.replace("../../trang/lien-he.md", "thu-phi.md#ket-qua")
AS_OF = "2026-11-01"
TAKEN = 'withdrawn: {date: 2026-10-01, reason: "Sai số tiền."}'


def build(root: Path, as_of: str = AS_OF, *more: str) -> Path:
    """Freeze a portal and give what is public."""
    output = root.parent / "build"
    asked = ["--portal", str(root), "--output", str(output), "--jobs", "1", "--as-of", as_of]
    assert main(["build", *asked, *more]) == 0
    return output / "public"


def portal(folder: Path) -> Path:
    """A portal with an article that another leads to, by its anchor."""
    return portal_folder(folder, {FILE: OWN, "tin-tuc/2026/khac.md": LEADS_HERE})


def changed(root: Path, line: str) -> None:
    """Say something more in the front matter of the article."""
    (root / FILE).write_text(OWN.replace("category:", f"{line}\ncategory:"), "utf-8")


def files_that_say(public: Path, words: str) -> set[str]:
    """Every file of a release in which some words stand, packed copies aside."""
    found = (file for file in public.rglob("*") if file.is_file() and file.suffix not in (".br", ".gz"))
    return {
        file.relative_to(public).as_posix() for file in found if words in file.read_text("utf-8", "replace")
    }


@pytest.mark.parametrize("line", [TAKEN, "expires: 2026-10-01"])
def test_what_was_public_leaves_a_tombstone_and_nothing_else(tmp_path: Path, line: str) -> None:
    root = portal(tmp_path)
    before = build(root)
    assert len(files_that_say(before, TOLD)) > 3
    assert list(before.glob("anh/*"))
    changed(root, line)
    public = build(root)
    address = "tin-tuc/2026/thu-phi/index.html"
    assert files_that_say(public, TOLD) == set()
    assert files_that_say(public, "Thu phí sai") == {address}
    assert list(public.glob("anh/*")) == []
    assert not (public / "chu-de/la").exists()
    assert "thu-phi" not in (public / "sitemap.xml").read_text("utf-8")
    page = (public / address).read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert ("Sai số tiền." in page) == (line == TAKEN)


def test_a_withdrawn_article_is_found_no_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = portal(tmp_path)
    counts = []
    for line in ("author: A", TAKEN):
        changed(root, line)
        build(root)
        capsys.readouterr()
        asked = ["--portal", str(root), "--output", str(tmp_path / "build"), "--format", "json"]
        assert main(["search", "thu phí sai", *asked]) == 0
        hits = json.loads(capsys.readouterr().out)["hits"]
        counts.append(sum("thu-phi" in hit["address"] for hit in hits))
    assert counts == [1, 0]


def items(public: Path) -> Mapping[str, tuple[str, str | None]]:
    """What the feed of all news says of each item: its dates, by its id."""
    feed = json.loads((public / "tin-tuc/feed.json").read_text("utf-8"))
    return {one["id"]: (one["date_published"], one.get("date_modified")) for one in feed["items"]}


def test_a_withdrawn_item_goes_and_no_other_is_sent_again(tmp_path: Path) -> None:
    root = portal(tmp_path)
    before = items(build(root))
    changed(root, TAKEN)
    after = items(build(root))
    gone = before.keys() - after.keys()
    assert {id.rpartition("/")[2] for id in gone} == {"thu-phi"}
    assert after == {id: dates for id, dates in before.items() if id not in gone}


def test_what_comes_due_by_itself_comes_at_the_next_freeze(tmp_path: Path) -> None:
    root = portal(tmp_path)
    changed(root, "publish: 2026-12-01 08:00\nexpires: 2026-12-24")
    (root / "tin-tuc/2026/khac.md").unlink()
    (root / "thong-bao-khan.yaml").write_text('text: "Bão số 9."\nexpires: 2026-12-10\n', "utf-8")
    seen = []
    for as_of in ("2026-12-01 07:59", "2026-12-01 08:00", "2026-12-09 23:59", "2026-12-10", "2026-12-24"):
        public = build(root, as_of)
        clean = build_clean(root, as_of, tmp_path / as_of)
        assert public.resolve().name == clean.resolve().name
        page = public / "tin-tuc/2026/thu-phi/index.html"
        state = (
            "none" if not page.exists() else "gone" if "Đã hết hạn" in page.read_text("utf-8") else "there"
        )
        seen.append((state, "Bão số 9." in (public / "index.html").read_text("utf-8")))
    there = [("none", True), ("there", True), ("there", True), ("there", False), ("gone", False)]
    assert seen == there


def build_clean(root: Path, as_of: str, output: Path) -> Path:
    asked = ["--portal", str(root), "--output", str(output), "--jobs", "1", "--as-of", as_of]
    assert main(["build", *asked]) == 0
    return output / "public"


def test_a_notice_stands_on_every_page(tmp_path: Path) -> None:
    root = portal(tmp_path)
    notice = (
        'text: "Bão số 9."\nlevel: canh-bao\nlink: /lien-he/\nlink_text: "Số trực"\nexpires: 2026-12-10\n'
    )
    (root / "thong-bao-khan.yaml").write_text(notice, "utf-8")
    public = build(root)
    pages = sorted(public.rglob("*.html"))
    assert len(pages) > 15
    shown = [
        page
        for page in pages
        if 'class="alert canh-bao" aria-label="Thông báo khẩn"' in page.read_text("utf-8")
    ]
    assert shown == pages
    assert all("Cảnh báo:" in page.read_text("utf-8") for page in pages)


def test_a_notice_that_leads_nowhere_is_said_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = portal(tmp_path)
    text = 'text: "Bão số 9."\nlink: /khong-co/\nlink_text: "Số trực"\nexpires: 2026-12-10\n'
    (root / "thong-bao-khan.yaml").write_text(text, "utf-8")
    assert main(["check", "--portal", str(root), "--output", str(tmp_path / "b"), "--as-of", AS_OF]) == 1
    assert "content/thong-bao-khan.yaml:2:7: lỗi link/dead" in capsys.readouterr().err


def test_tables_for_servers_name_what_moved_and_what_is_gone(tmp_path: Path) -> None:
    root = portal(tmp_path)
    changed(root, f"aliases: [/tin-tuc/2026/cu/]\n{TAKEN}")
    public = build(root)
    told = {
        name: (public / name).read_text("utf-8")
        for name in ("_redirects", "_redirects-nginx", "_redirects-caddy")
    }
    assert told == {
        "_redirects": "/tin-tuc/2026/cu/ /tin-tuc/2026/thu-phi/ 301\n",
        "_redirects-nginx": "/tin-tuc/2026/cu/ /tin-tuc/2026/thu-phi/;\n/tin-tuc/2026/thu-phi/ 410;\n",
        "_redirects-caddy": "/tin-tuc/2026/cu/ /tin-tuc/2026/thu-phi/\n/tin-tuc/2026/thu-phi/ 410\n",
    }


def test_a_language_stays_when_its_last_article_goes(tmp_path: Path) -> None:
    root = portal(tmp_path)
    for line in ("author: A", TAKEN):
        english = OWN.replace("Thu phí sai", "Wrong fee").replace("category:", f"{line}\ncategory:")
        (root / FILE).with_suffix(".en.md").write_text(english, "utf-8")
        public = build(root)
        assert (public / "en/index.html").is_file()
    page = (public / "en/tin-tuc/2026/thu-phi/index.html").read_text("utf-8")
    assert "Withdrawn: Wrong fee" in page


def test_going_back_names_what_was_withdrawn_and_is_there_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = portal(tmp_path)
    build(root)
    changed(root, TAKEN)
    build(root)
    capsys.readouterr()
    assert main(["rollback", "--portal", str(root)]) == 0
    told = "Bản này lại có bài đã rút hoặc hết hạn: /tin-tuc/2026/thu-phi/\n"
    assert capsys.readouterr().err == told
    assert main(["rollback", "--portal", str(root)]) == 0
    assert capsys.readouterr().err == ""
