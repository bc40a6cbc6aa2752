"""Reading a portal: what is right becomes values, what is wrong is said at its place, all at once."""

from pathlib import Path

import pytest

from portal.problems.report import as_text
from tests.readers.folders import ARTICLE, ARTICLE_FILE, PORTAL, codes, read


def article(old: str, new: str) -> dict[str, str]:
    assert old in ARTICLE
    return {ARTICLE_FILE: ARTICLE.replace(old, new)}


def test_a_right_portal_has_no_problem(tmp_path: Path) -> None:
    reading = read(tmp_path)
    assert reading.problems == ()
    assert reading.portal is not None
    (only,) = reading.portal.articles
    assert only.address == "/tin-tuc/2026/hop-bao/"
    assert only.id == "tag:tin.example,2026-01-01:tin-tuc/2026/hop-bao"
    assert only.body.links[0].target == "/lien-he/"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("date: 2026-05-13 14:44", "date: 31/02/2026", ("date/not-in-calendar", 3, 7)),
        ("date: 2026-05-13 14:44", "date: hôm nay", ("date/not-a-date", 3, 7)),
        ("date: 2026-05-13 14:44", "date: 2026-05-13 25:00", ("date/not-an-hour", 3, 7)),
        ("date: 2026-05-13 14:44", "date: 2025-05-13", ("date/not-in-folder", 3, 7)),
        ('title: "Họp báo quý hai"', "title: Hải Dương: họp báo", ("yaml/colon-in-text", 2, 17)),
        ('title: "Họp báo quý hai"', 'titel: "Họp báo quý hai"', ("field/misspelt", 2, 1)),
        ('title: "Họp báo quý hai"', f"title: {'a' * 121}", ("field/too-long", 2, 8)),
        ('title: "Họp báo quý hai"', f"title: {'a' * 301}", ("field/too-long", 2, 8)),
        ('title: "Họp báo quý hai"', 'title: ""', ("field/missing", 2, 8)),
        ('title: "Họp báo quý hai"', 'title: " "', ("field/missing", 2, 8)),
        ('title: "Họp báo quý hai"', "title: [một]", ("field/shape", 2, 8)),
        ("category: thoi-su", "category: the-thao", ("reference/category", 5, 11)),
        ("category: thoi-su", "category: thoi-su\nunit: so-y-te", ("reference/unit", 6, 7)),
        ("category: thoi-su", "category: thoi-su\ncategory: thoi-su", ("yaml/duplicate-key", 6, 1)),
        ("category: thoi-su", "category: thoi-su\ntags: mot", ("field/shape", 6, 7)),
        ("category: thoi-su", "category: thoi-su\ndraft: mai", ("field/choice", 6, 8)),
        ("category: thoi-su", "category: &a thoi-su", ("yaml/not-allowed", 5, 11)),
        ("../../trang/lien-he.md", "lien-hee.md", ("link/dead", 11, 21)),
        ("../../trang/lien-he.md", "javascript:alert(1)", ("link/not-allowed", 11, 21)),
        ("../../trang/lien-he.md", "http://[x", ("link/not-allowed", 11, 21)),
        ("Nội dung buổi họp.", "![Bàn họp](khong-co.png)", ("picture/missing", 7, 12)),
        ("Nội dung buổi họp.", "Xem [kết luận](#ket-luan).", ("link/no-anchor", 7, 16)),
        ("Nội dung buổi họp.", "![](anh.png)", ("picture/no-alt", 7, 5)),
        ("Nội dung buổi họp.", "![anh.png](anh.png)", ("picture/alt-is-file-name", 7, 12)),
        ("## Kết quả", "# Kết quả", ("heading/first-level", 9, 1)),
        ("Nội dung buổi họp.", "Nội dung\x0bbuổi họp.", ("file/control-character", 7, 9)),
        ("Nội dung buổi họp.", "[" * 3000, ("text/too-complex", 7, 1)),
    ],
)
def test_each_fault_is_shown_at_its_line_and_column(
    tmp_path: Path, old: str, new: str, expected: tuple[str, int, int]
) -> None:
    assert expected in codes(read(tmp_path, article(old, new)))


def test_one_cause_is_one_problem(tmp_path: Path) -> None:
    assert len(read(tmp_path, article('"Họp báo quý hai"', "Hải Dương: họp")).problems) == 1


def test_all_problems_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    changes = article("date: 2026-05-13 14:44", "date: 31/02/2026") | {
        "tin-tuc/2026/thieu.md": "Không có phần đầu.\n",
        "tin-tuc/2026/mo.md": "---\ntitle: x\n",
        "tin-tuc/2026/Tên Sai.md": ARTICLE,
    }
    found = {problem.code for problem in read(tmp_path, changes).problems}
    assert found == {"date/not-in-calendar", "front-matter/missing", "front-matter/not-closed", "file/name"}


def test_a_missing_date_and_title_are_two_problems(tmp_path: Path) -> None:
    lines = ARTICLE.split("\n")
    broken = "\n".join([lines[0], *lines[3:]])
    assert [code for code, _, _ in codes(read(tmp_path, {ARTICLE_FILE: broken}))] == ["field/missing"] * 2


def test_two_files_of_one_address_are_refused(tmp_path: Path) -> None:
    other = ARTICLE.replace("category: thoi-su", "category: thoi-su\naliases: [/tin-tuc/2026/hop-bao/]")
    assert ("address/duplicate", 6, 11) in codes(read(tmp_path, {"tin-tuc/2026/khac.md": other}))


def test_a_link_to_a_broken_file_is_no_second_fault(tmp_path: Path) -> None:
    reading = read(tmp_path, {"trang/lien-he.md": "---\ntitle: x\n---\n"})
    assert [problem.code for problem in reading.problems] == ["field/missing"]
    assert "/lien-he/" in reading.broken


def test_a_renamed_article_with_an_alias_keeps_its_id(tmp_path: Path) -> None:
    moved = ARTICLE.replace("category: thoi-su", "category: thoi-su\naliases: [/tin-tuc/2026/ten-cu/]")
    reading = read(tmp_path, {ARTICLE_FILE: moved})
    assert reading.portal is not None
    assert reading.portal.articles[0].id == "tag:tin.example,2026-01-01:tin-tuc/2026/ten-cu"


@pytest.mark.parametrize(
    "taken", ["/tim-kiem/", "/tin-tuc/", "/tin-tuc/2026/", "/tin-tuc/2026/05/", "/en/chuyen-muc/x/", "/en/"]
)
def test_a_former_address_is_none_that_the_portal_makes_pages_at(tmp_path: Path, taken: str) -> None:
    moved = ARTICLE.replace("category: thoi-su", f"category: thoi-su\naliases: [{taken}]")
    assert ("address/alias-taken", 6, 11) in codes(read(tmp_path, {ARTICLE_FILE: moved}))


def test_a_standing_page_cannot_take_the_former_address_of_an_article(tmp_path: Path) -> None:
    moved = ARTICLE.replace("category: thoi-su", "category: thoi-su\naliases: [/lien-he/]")
    assert "address/duplicate" in {code for code, _, _ in codes(read(tmp_path, {ARTICLE_FILE: moved}))}


def test_ids_do_not_change_when_the_portal_moves_to_another_domain(tmp_path: Path) -> None:
    reading = read(tmp_path, {"portal.yaml": PORTAL.replace("https://tin.example", "https://moi.example")})
    assert reading.portal is not None
    assert reading.portal.articles[0].id == "tag:tin.example,2026-01-01:tin-tuc/2026/hop-bao"


@pytest.mark.parametrize("line", ["draft: true", "publish: 2030-01-01", "expires: 2026-06-01"])
def test_what_is_not_public_now_is_not_read_into_the_portal(tmp_path: Path, line: str) -> None:
    reading = read(tmp_path, article("category: thoi-su", f"category: thoi-su\n{line}"))
    assert reading.portal is not None
    assert reading.problems == () and reading.portal.articles == ()


def test_pale_text_is_refused_in_either_scheme(tmp_path: Path) -> None:
    pale = PORTAL.replace('["#444444", "#cccccc"]', '["#999999", "#cccccc"]')
    assert ("colour/contrast", 13, 11) in codes(read(tmp_path, {"portal.yaml": pale}))


def test_a_folder_without_settings_is_named(tmp_path: Path) -> None:
    from portal.readers.portal import read_portal
    from portal.source.folder import Folder
    from tests.readers.folders import AS_OF

    (tmp_path / "trong").mkdir()
    reading = read_portal(Folder(tmp_path / "trong", "trong"), tmp_path / "cache", AS_OF)
    assert reading.portal is None
    assert [problem.code for problem in reading.problems] == ["portal/missing"]


def test_a_report_shows_place_cause_and_repair(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, article("date: 2026-05-13 14:44", "date: 31/02/2026")).problems
    assert as_text(problem) == (
        "content/tin-tuc/2026/hop-bao.md:3:7: lỗi date/not-in-calendar\n"
        "  «31/02/2026» không phải là một ngày có trong lịch.\n"
        "     3 │ date: 31/02/2026\n"
        "       │       ^^^^^^^^^^\n"
        "  Cách sửa: viết NĂM-THÁNG-NGÀY, ví dụ 2023-05-13, hoặc NGÀY/THÁNG/NĂM, ví dụ 13/05/2023."
    )
