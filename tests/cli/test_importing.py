"""The verb `import`: an article and its pictures, nothing overwritten, and what is missing said."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.cli import main
from portal.cli.arguments import parser
from tests.importing.words import empty, picture, saved, whole
from tests.readers.folders import portal_folder

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/nhap-tu-word.md").read_text("utf-8")
ARTICLE = "tin-tuc/2026/ke-hoach-cai-cach-hanh-chinh-nam-2026.md"
KNOWN = ("--date", "2026-11-01 08:30", "--category", "thoi-su")
Run = Callable[..., int]


class Terminal(io.StringIO):
    """What a person types, line by line."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return portal_folder(tmp_path)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    file = tmp_path / "bai.docx"
    file.write_bytes(whole())
    return file


@pytest.fixture
def run(content: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return lambda *typed: main(["import", *map(str, typed), "--portal", str(content)])


def files(content: Path) -> dict[str, bytes]:
    return {
        file.relative_to(content).as_posix(): file.read_bytes()
        for file in content.rglob("*")
        if file.is_file()
    }


def test_an_article_that_lacks_nothing_passes_check(
    run: Run, word: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(files(content))
    assert run(word, *KNOWN) == 0
    assert set(files(content)) - before == {ARTICLE, ARTICLE.replace(".md", "-1.png")}
    text = (content / ARTICLE).read_text("utf-8")
    assert text.startswith(
        '---\ntitle: "Kế hoạch cải cách hành chính năm 2026"\ndate: 2026-11-01 08:30\n'
        'summary: "Tỉnh đặt mục tiêu 100% hồ sơ nộp trực tuyến."\ncategory: thoi-su\n---\n## Mục tiêu\n'
    )
    assert "](ke-hoach-cai-cach-hanh-chinh-nam-2026-1.png " in text
    assert "Bài không còn lỗi nào." in capsys.readouterr().out


def test_what_is_missing_is_said_and_ends_with_1(
    run: Run, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(word, "--into", "tin-tuc/2026") == 1
    told = capsys.readouterr().err
    assert "Thiếu «date»." in told and "Thiếu «category»." in told and ARTICLE in told


def test_a_second_import_of_the_same_file_changes_nothing(
    run: Run, word: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(word, *KNOWN) == 0
    before = files(content)
    stamps = [(content / name).stat().st_mtime_ns for name in before]
    assert run(word, *KNOWN) == 0
    assert files(content) == before
    assert [(content / name).stat().st_mtime_ns for name in before] == stamps
    assert "không đổi gì" in capsys.readouterr().out


def test_nothing_is_overwritten_unless_asked(
    run: Run, word: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(word, *KNOWN) == 0
    (content / ARTICLE).write_text("của người khác", "utf-8")
    before = files(content)
    assert run(word, *KNOWN) == 2
    assert files(content) == before
    assert ARTICLE in capsys.readouterr().err
    assert run(word, *KNOWN, "--replace") == 0
    assert (content / ARTICLE).read_text("utf-8") != "của người khác"


def test_a_dry_run_prints_the_article_and_writes_nothing(
    run: Run, word: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(content)
    assert run(word, *KNOWN, "--dry-run") == 0
    assert files(content) == before
    assert capsys.readouterr().out.startswith("---\ntitle:")


def test_a_person_at_a_terminal_is_asked_for_what_is_missing(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = empty()
    document.add_paragraph("Một câu trọn vẹn.")
    document.add_picture(picture())
    (tmp_path / "x.docx").write_bytes(saved(document))
    answers = ["Tên bài mới", "mai", "02/11/2026", "Tóm tắt.", "thoi-su", "Cờ trên nóc nhà"]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join([*answers, ""])))
    assert run(tmp_path / "x.docx") == 0
    text = (content / "tin-tuc/2026/ten-bai-moi.md").read_text("utf-8")
    assert "date: 2026-11-02\n" in text and "![Cờ trên nóc nhà](ten-bai-moi-1.png)" in text


def test_a_picture_without_words_stays_for_check_to_name(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = empty()
    document.add_paragraph("Tên bài mới")
    document.add_picture(picture())
    (tmp_path / "x.docx").write_bytes(saved(document))
    assert run(tmp_path / "x.docx", *KNOWN, "--summary", "Tóm tắt.") == 1
    assert "picture/no-alt" in capsys.readouterr().err


def test_a_standing_page_needs_no_date(run: Run, word: Path, content: Path) -> None:
    assert run(word, "--into", "trang", "--slug", "cai-cach") == 0
    assert (content / "trang/cai-cach.md").read_text("utf-8").startswith('---\ntitle: "Kế hoạch')


def test_a_page_brings_the_pictures_that_lie_beside_it_and_no_others(
    run: Run, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "trang_tai").mkdir()
    (tmp_path / "trang_tai" / "a.png").write_bytes(picture().read())
    (tmp_path.parent / "ngoai.png").write_bytes(picture().read())
    page = tmp_path / "x.html"
    page.write_text(
        "<h1>Trang tải về</h1><p>Chữ.</p><img src='trang_tai/a.png' alt='Cờ'><img src='../ngoai.png'>",
        "utf-8",
    )
    assert run(page, *KNOWN, "--summary", "Tóm tắt.") == 0
    assert len(list((content / "tin-tuc/2026").glob("trang-tai-ve-*.png"))) == 1
    assert "../ngoai.png" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["khong-co.docx"], "Không có tệp"),
        (["bai.docx"], "Chưa biết đặt bài vào năm nào"),
        (["bai.docx", "--into", "../ngoai"], "Không đặt bài vào"),
        (["bai.docx", *KNOWN, "--slug", "Có Dấu"], "không làm tên tệp được"),
        (["bai.docx", *KNOWN, "--slug", "rss"], "không làm tên tệp được"),
    ],
)
def test_wrong_usage_ends_with_2_and_writes_nothing(
    typed: list[str], words: str, run: Run, word: Path, content: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(word.parent)
    before = files(content)
    assert run(*typed) == 2
    assert words in capsys.readouterr().err
    assert files(content) == before


def test_a_file_that_cannot_be_imported_ends_with_1_and_what_to_do(
    run: Run, tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cu.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    before = files(content)
    assert run(tmp_path / "cu.doc") == 1
    assert "cu.doc: Đây là tệp Word đời cũ (.doc)." in capsys.readouterr().err
    assert files(content) == before


@pytest.mark.parametrize("command", re.findall(r"^python3 freeze\.py (.*)$", PAGE, re.MULTILINE))
def test_each_command_of_the_page_does_what_it_says(
    command: str, word: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(word.parent)
    assert "id: huong-dan" in (ROOT / "content/portal.yaml").read_text("utf-8")
    verb, *typed = [one.strip('"') for one in re.findall(r'"[^"]*"|\S+', command)]
    assert verb == "import"
    assert run(*("thoi-su" if one == "huong-dan" else one for one in typed)) == 0


def test_the_table_of_options_is_the_verbs() -> None:
    told = re.findall(r"^\| `(--[\w-]+)` \|", PAGE, re.MULTILINE)
    help_text = next(action for action in parser()._actions if action.choices).choices["import"].format_help()  # type: ignore[index]
    of_articles = help_text.partition("khi nhập cả một trang:")[0]
    options = re.findall(r"^  (--[\w-]+)", of_articles, re.MULTILINE)
    assert told == [option for option in options if option not in ("--portal", "--output", "--as-of")]


def test_each_link_of_the_page_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert links and all((ROOT / "docs" / link).is_file() for link in links)
