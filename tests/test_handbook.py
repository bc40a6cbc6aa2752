"""What the documentation says is so: its commands run, its table of fields is the schema's."""

import json
import re
import shutil
from pathlib import Path

import pytest

from portal.cli import main
from portal.readers.articles import ArticleFields

ROOT = Path(__file__).resolve().parents[1]


def commands(page: str) -> list[str]:
    """Every `python3 freeze.py …` that stands alone in a block of a page."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handbook") / "build"


@pytest.mark.parametrize("page", ["docs/bien-tap.md", "docs/van-hanh.md"])
def test_each_command_of_a_page_does_what_it_says(
    page: str, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in commands(page):
        assert command.startswith("python3 freeze.py")
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)][2:]
        if words == ["test"]:
            continue
        assert main([*(words or ["build"]), "--output", str(output)]) == 0, command
    printed = capsys.readouterr().out
    assert printed


def test_the_first_command_makes_the_portal_public(output: Path) -> None:
    assert main(["build", "--output", str(output)]) == 0
    assert "Cổng tin Hải Dương" in (output / "public" / "index.html").read_text("utf-8")


def test_search_without_marks_finds_words_with_marks(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--output", str(output)])
    capsys.readouterr()
    assert main(["search", "chuyen doi so", "--format", "json", "--output", str(output)]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert "chuyển đổi số" in hits[0]["title"].lower()


def test_the_table_of_fields_is_the_schemas() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/bien-tap.md").read_text("utf-8"), re.MULTILINE)
    assert told == list(ArticleFields.model_fields)


def test_a_broken_article_stops_publication_and_leaves_the_public_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    portal, build = tmp_path / "content", tmp_path / "build"
    shutil.copytree(ROOT / "content", portal)
    assert main(["build", "--portal", str(portal)]) == 0
    before = (build / "public" / "index.html").read_bytes()
    article = portal / "tin-tuc/2023/chu-ky-so-ca-nhan-la-gi.md"
    text = article.read_text("utf-8")
    article.write_text(re.sub(r"(?m)^date: .*$", "date: 31/02/2023", text, count=1), "utf-8")
    assert main(["build", "--portal", str(portal)]) == 1
    assert "content/tin-tuc/2023/chu-ky-so-ca-nhan-la-gi.md:" in capsys.readouterr().err
    assert (build / "public" / "index.html").read_bytes() == before


@pytest.mark.parametrize("words", [["nothing"], ["--jobs", "many"], ["search"], ["check", "--format", "xml"]])
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    assert main(words) == 2


def test_worker_counts_and_folders_change_no_byte(tmp_path: Path) -> None:
    for name, jobs in (("mot", "1"), ("ba", "3")):
        shutil.copytree(ROOT / "content", tmp_path / name / "content")
        assert main(["build", "--portal", str(tmp_path / name / "content"), "--jobs", jobs]) == 0
    ids = {(tmp_path / name / "build" / "public").resolve().name for name in ("mot", "ba")}
    assert len(ids) == 1
