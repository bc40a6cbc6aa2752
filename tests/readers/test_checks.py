"""What guards find in files, and how they are switched off: in portal.yaml, or in one file."""

from pathlib import Path

import pytest

from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from tests.readers.folders import ARTICLE, ARTICLE_FILE, AS_OF, PAGE, PORTAL, codes, portal_folder, read

ID = "guard/citizen-id"
WITH_ID = ARTICLE.replace("Nội dung buổi họp.", "Ông A, số căn cước 030085001234.")
REASON = "người này đã đồng ý công bố"


def again(root: Path) -> Reading:
    # Looked at long after it was written, so that its stamps are trusted.
    return read_portal(Folder(root, "content", 2**62), root.parent / "cache", AS_OF)


def off(code: str, reason: str = REASON) -> str:
    return f'checks:\n  {code}: {{off: "{reason}"}}\n'


def published(reading: Reading) -> int:
    return len(reading.portal.articles) if reading.portal else 0


def test_an_error_of_a_guard_stops_the_article_at_its_place(tmp_path: Path) -> None:
    reading = read(tmp_path, {ARTICLE_FILE: WITH_ID})
    assert codes(reading) == [(ID, 7, 20)]
    assert reading.problems[0].at.width == 12
    assert published(reading) == 0


def test_a_guard_that_the_portal_switches_off_lets_the_article_be_published(tmp_path: Path) -> None:
    reading = read(tmp_path, {ARTICLE_FILE: WITH_ID, "portal.yaml": PORTAL + off(ID)})
    assert codes(reading) == []
    assert published(reading) == 1


def test_a_guard_that_a_file_switches_off_is_silent_in_it_alone(tmp_path: Path) -> None:
    silent = WITH_ID.replace("category:", f"{off(ID)}category:")
    reading = read(tmp_path, {ARTICLE_FILE: silent, "tin-tuc/2026/hop-bao-hai.md": WITH_ID})
    assert [problem.at.file for problem in reading.problems] == ["content/tin-tuc/2026/hop-bao-hai.md"]
    assert published(reading) == 1


def test_switching_a_guard_off_and_on_needs_no_article_to_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned = ARTICLE.replace("Nội dung buổi họp.", "Gọi 0912345678.")
    root = portal_folder(tmp_path, {ARTICLE_FILE: warned})
    before = again(root).problems
    monkeypatch.setattr("portal.readers.articles.read_article", None)
    (root / "portal.yaml").write_text(PORTAL + off("guard/phone"), "utf-8")
    assert again(root).problems == ()
    (root / "portal.yaml").write_text(PORTAL, "utf-8")
    assert again(root).problems == before


def test_an_error_that_was_switched_off_stops_the_article_when_it_is_on_again(tmp_path: Path) -> None:
    root = portal_folder(tmp_path, {ARTICLE_FILE: WITH_ID, "portal.yaml": PORTAL + off(ID)})
    assert published(again(root)) == 1
    (root / "portal.yaml").write_text(PORTAL, "utf-8")
    assert codes(again(root)) == [(ID, 7, 20)]
    assert published(again(root)) == 0


def test_what_a_portal_comes_to_allow_is_allowed_at_once(tmp_path: Path) -> None:
    text = ARTICLE.replace("Nội dung buổi họp.", "Gọi 0912345678.")
    root = portal_folder(tmp_path, {ARTICLE_FILE: text})
    assert [code for code, _, _ in codes(again(root))] == ["guard/phone"]
    (root / "portal.yaml").write_text(PORTAL + 'allow: {phones: ["0912 345 678"]}\n', "utf-8")
    assert codes(again(root)) == []


def test_a_unit_s_own_telephone_and_mail_are_known(tmp_path: Path) -> None:
    unit = 'name: "Sở Nội vụ"\nphone: "0912 345 678"\nemail: "sonoivu@gmail.com"\n'
    text = ARTICLE.replace("Nội dung buổi họp.", "Gọi 0912.345.678, gửi sonoivu@gmail.com.")
    reading = read(tmp_path, {ARTICLE_FILE: text, "co-quan/so-noi-vu.yaml": unit})
    assert codes(reading) == []


def test_an_unknown_check_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    reading = read(tmp_path, {"portal.yaml": PORTAL + off("guard/phones")})
    assert [code for code, _, _ in codes(reading)] == ["checks/unknown"]
    assert "guard/phone" in reading.problems[0].facts["hint"]


@pytest.mark.parametrize("code", ["link/dead", "date/before"])
def test_what_is_no_guard_cannot_be_switched_off(tmp_path: Path, code: str) -> None:
    assert [one for one, _, _ in codes(read(tmp_path, {"portal.yaml": PORTAL + off(code)}))] == [
        "checks/unknown"
    ]


def test_a_check_is_not_switched_off_without_a_reason(tmp_path: Path) -> None:
    reading = read(tmp_path, {"portal.yaml": PORTAL + off(ID, "true")})
    assert [code for code, _, _ in codes(reading)] == ["checks/no-reason"]


def test_a_strange_host_is_said_once_for_the_whole_portal(tmp_path: Path) -> None:
    text = ARTICLE.replace(
        "Nội dung buổi họp.", "[Chợ trực tuyến](https://cho.shop/) và [nữa](https://cho.shop/b)"
    )
    reading = read(tmp_path, {ARTICLE_FILE: text, "tin-tuc/2026/hop-bao-hai.md": text})
    assert codes(reading) == [("guard/foreign-link", 7, 18)]
    assert reading.problems[0].facts["count"] == "2"


def test_standing_pages_may_give_the_office_s_numbers_but_no_citizen_s(tmp_path: Path) -> None:
    page = PAGE.replace("Gửi thư cho chúng tôi.", "Trực ban 0912345678. Căn cước 030085001234.")
    reading = read(tmp_path, {"trang/lien-he.md": page})
    assert [code for code, _, _ in codes(reading)] == [ID]


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("## Kết quả", "### Kết quả", "guard/heading-skips", 9),
        ('"Họp báo quý hai"', '"HỌP BÁO QUÝ HAI"', "guard/title-in-capitals", 2),
    ],
)
def test_form_is_judged_at_its_place(tmp_path: Path, before: str, after: str, code: str, line: int) -> None:
    reading = read(tmp_path, {ARTICLE_FILE: ARTICLE.replace(before, after)})
    assert [found[:2] for found in codes(reading)] == [(code, line)]


@pytest.mark.parametrize(
    ("alt", "caption", "code"),
    [
        ("Hình ảnh", "Quầy số 3", "guard/alt-says-picture"),
        ("Ảnh minh họa 2", "Quầy số 3", "guard/alt-says-picture"),
        ("Picture", "Quầy số 3", "guard/alt-says-picture"),
        ("Quầy số 3 sáng thứ hai", "Quầy số 3 sáng thứ hai.", "guard/alt-is-caption"),
    ],
)
def test_words_for_a_picture_say_what_is_to_be_seen(
    tmp_path: Path, alt: str, caption: str, code: str
) -> None:
    image = f'image:\n  src: anh.png\n  alt: "{alt}"\n  caption: "{caption}"\ncategory:'
    reading = read(tmp_path, {ARTICLE_FILE: ARTICLE.replace("category:", image)})
    assert code in [found for found, _, _ in codes(reading)]
    assert ("guard/alt-is-caption" if code != "guard/alt-is-caption" else "guard/alt-says-picture") not in [
        found for found, _, _ in codes(reading)
    ]
