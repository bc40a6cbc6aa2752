"""`new`: what it writes passes `check`, and nothing that stands is ever written over."""

import io
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.cli import main
from portal.drafting.kinds import KINDS, kind_of
from portal.drafting.naming import free_slug
from portal.source.front_matter import Document, read_document
from portal.source.text import SourceText
from tests.readers.folders import ARTICLE_FILE, portal_folder
from vietnamese.addresses import RESERVED, is_slug

SUMMARY = "summary=Các ngày tiếp công dân trong tháng và giấy tờ cần mang theo khi đến trụ sở."
READY = {
    "bai": ["Lịch tiếp công dân: tháng 12", "--set", SUMMARY, "--set", "category=thoi-su"],
    "trang": ["Hỏi đáp", "--set", SUMMARY],
    "co-quan": ["Sở Nội vụ", "--set", "phone=0220 3 853 123"],
    "dich-vu": [
        "Hộ tịch", "--set", "audience=cong-dan", "--set", "link_title=Khai sinh",
        "--set", "text=Nộp tờ khai qua mạng.",
        "--set", "url=https://dichvucong.gov.vn/", "--set", "link_text=Mở trang khai sinh",
    ],
    "chi-tieu": [
        "Hồ sơ đúng hẹn", "--set", "definition=Tỷ lệ hồ sơ trả đúng hẹn.", "--set", "measure=%", "--set",
        "source=Báo cáo số 12/BC-UBND", "--set", "period=2026-01", "--set", "value=98,5",
    ],
}  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return portal_folder(tmp_path)


def new(content: Path, *words: str) -> int:
    return main(["new", *words, "--portal", str(content), "--as-of", "2026-12-01 08:00", "--jobs", "1"])


def files(content: Path) -> dict[str, bytes]:
    return {str(f.relative_to(content)): f.read_bytes() for f in content.rglob("*") if f.is_file()}


@pytest.mark.parametrize("kind", READY)
def test_what_is_written_passes_check(kind: str, content: Path) -> None:
    assert new(content, kind, *READY[kind]) == 0
    assert main(["check", "--portal", str(content), "--strict", "--jobs", "1"]) == 0


def test_each_kind_can_be_named_in_both_languages() -> None:
    assert [kind.names[0] for kind in KINDS] == list(READY)
    assert all(kind_of(name) is kind for kind in KINDS for name in kind.names)


def test_a_new_article_is_a_draft_in_the_folder_of_its_year(content: Path) -> None:
    assert new(content, *["bai", *READY["bai"]]) == 0
    text = (content / "tin-tuc/2026/lich-tiep-cong-dan-thang-12.md").read_text("utf-8")
    assert 'title: "Lịch tiếp công dân: tháng 12"\ndate: 2026-12-01 08:00\n' in text
    assert "\ndraft: true\n" in text


def test_nothing_that_stands_is_written_over(content: Path) -> None:
    new(content, "bai", *READY["bai"])
    before = files(content)
    assert new(content, "bai", *READY["bai"]) == 0
    after = files(content)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"tin-tuc/2026/lich-tiep-cong-dan-thang-12-2.md"}


def test_an_address_that_leads_on_to_another_article_is_not_taken(content: Path) -> None:
    there = content / ARTICLE_FILE
    former = "aliases: [/tin-tuc/2026/lich-tiep-cong-dan-thang-12/]\nsummary:"
    there.write_text(there.read_text("utf-8").replace("summary:", former, 1), "utf-8")
    assert new(content, "bai", *READY["bai"]) == 0
    assert (content / "tin-tuc/2026/lich-tiep-cong-dan-thang-12-2.md").is_file()


def test_where_one_file_of_two_cannot_be_written_neither_is(content: Path) -> None:
    figures = content / "chi-tieu/ho-so-dung-hen.csv"
    figures.mkdir(parents=True)
    assert new(content, "chi-tieu", *READY["chi-tieu"]) == 3
    assert files(content).keys() == files(portal_folder(content.parent / "other")).keys()


def test_an_article_in_english_is_so_named(content: Path) -> None:
    assert new(content, "bai", *READY["bai"], "--language", "en", "--set", "slug=hop-bao") == 0
    assert (content / "tin-tuc/2026/hop-bao.en.md").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tin"], "«tin»"),
        (["bai", "A", "--set", SUMMARY], "--set category="),
        (["bai", "A", "--set", SUMMARY, "--set", "category=the-thao"], "thoi-su"),
        (["bai", "A", "--set", "summary=" + "a" * 301, "--set", "category=thoi-su"], "301"),
        (["bai", "A", "--set", "tuoi=3"], "«tuoi»"),
        (["bai", "A", "--set", "summary"], "--set category=thoi-su"),
        (
            ["bai", "A", "--set", "date=31/02/2026", "--set", SUMMARY, "--set", "category=thoi-su"],
            "31/02/2026",
        ),
        (["bai", "???", "--set", SUMMARY, "--set", "category=thoi-su"], "--set slug="),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_written(
    words: list[str], said: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(content)
    assert new(content, *words) == 2
    assert said in capsys.readouterr().err
    assert files(content) == before


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """A terminal, on which something was typed."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdin", terminal)
    yield terminal


def test_what_is_missing_is_asked_until_the_answer_fits(content: Path, typed: io.StringIO) -> None:
    typed.write("\nTóm tắt bài viết về lịch tiếp công dân của tỉnh.\nthe-thao\n1\n\nNguyễn Thị Hoa\n")
    typed.seek(0)
    assert new(content, "article", "Lịch tiếp công dân") == 0
    text = (content / "tin-tuc/2026/lich-tiep-cong-dan.md").read_text("utf-8")
    assert "category: thoi-su\n" in text
    assert 'author: "Nguyễn Thị Hoa"\n' in text
    assert "unit:" not in text


def test_who_stops_answering_leaves_nothing_behind(content: Path, typed: io.StringIO) -> None:
    typed.write("Tóm tắt.\n")
    typed.seek(0)
    before = files(content)
    assert new(content, "bai", "Lịch tiếp công dân") == 2
    assert files(content) == before


@given(st.text(), st.sets(st.text(alphabet="abc-2", min_size=1)))
def test_a_name_is_a_free_address_or_there_is_none(title: str, taken: set[str]) -> None:
    slug = free_slug(title, "", taken.__contains__)
    if slug is not None:
        assert is_slug(slug)
        assert slug not in RESERVED | taken
        assert not slug.isdigit()


_VISIBLE = st.characters(exclude_categories=("C", "Zl", "Zp"))


@given(title=st.text(_VISIBLE, min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_any_title_is_read_again_as_it_was_given(title: str) -> None:
    kind = kind_of("bai")
    assert kind is not None
    answers = {"title": title, "date": "2026-12-01 08:00", "summary": "x", "category": "x", "slug": "a"}
    (made,) = kind.files(answers)
    text = unicodedata.normalize("NFC", made.text)
    document = read_document(SourceText("a.md", text))
    assert isinstance(document, Document)
    assert document.tree.problems == []
    assert document.tree.data["title"] == unicodedata.normalize("NFC", title)
