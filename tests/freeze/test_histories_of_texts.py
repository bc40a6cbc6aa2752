"""Histories of texts are made with their own text alone, and as a clean build makes them."""

from pathlib import Path

import pytest

from portal.freeze.releases import current
from portal.trust.manifest import manifest_of
from portal.workspace import Workspace
from tests.freeze.histories import begin
from tests.freeze.test_incremental import frozen, made
from tests.record.portals import Writer

FILE = "tin-tuc/2026/bai-1.md"
PAGE = "trang/lien-he.md"


def recorded(writer: Writer, content: Path, file: str, old: str, new: str) -> None:
    """Change a file and record what it then says."""
    text = (content / file).read_text("utf-8").replace(old, new)
    (content / file).write_text(text, "utf-8")
    writer.publish(file, text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A portal of which an article, another and a page were published, and two of these again."""
    content, writer = begin(tmp_path), Writer(tmp_path)
    for file in (FILE, "tin-tuc/2026/bai-2.md", PAGE):
        writer.publish(file, (content / file).read_text("utf-8"))
    recorded(writer, content, FILE, "Nội dung", "Nội dung 1")
    recorded(writer, content, "tin-tuc/2026/bai-2.md", "Nội dung", "Nội dung 2")
    recorded(writer, content, PAGE, "Gửi", "Không gửi")
    return tmp_path


def test_an_edit_makes_the_pages_of_its_own_text_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, output = folder / "content", folder / "build"
    made(content, output, capsys)
    file = content / FILE
    file.write_text(file.read_text("utf-8").replace("Nội dung 1", "Nội dung 9"), "utf-8")
    # The article and six feeds; then its history, two versions, their difference, the TimeMap.
    assert made(content, output, capsys) == 7 + 5
    assert made(content, output, capsys) == 0


def test_after_each_publication_a_build_is_what_a_clean_one_makes(folder: Path) -> None:
    content, output, writer = folder / "content", folder / "build", Writer(folder)
    frozen(content, output)
    steps = [(FILE, "Nội dung 1", "Nội dung 3"), (PAGE, "Không gửi", "Gửi"), (FILE, "Nội dung 3", "Hai")]
    for number, step in enumerate(steps):
        # Days go on from those of the fixture.
        for _ in range(6 + number):
            next(writer.days)
        recorded(writer, content, *step)
        release = frozen(content, output)
        assert release == frozen(content, folder / f"clean-{number}")
        assert manifest_of(output / "public") == manifest_of(folder / f"clean-{number}" / "public")
    assert (output / "public" / "tin-tuc/2026/bai-1/v/4/index.html").is_file()
    assert current(Workspace(content, output))


def test_a_redaction_leaves_nothing_of_the_text_in_any_page(folder: Path) -> None:
    content, output, writer = folder / "content", folder / "build", Writer(folder)
    for _ in range(6):
        next(writer.days)
    recorded(writer, content, FILE, "Nội dung 1", "Điều bí mật")
    recorded(writer, content, FILE, "Điều bí mật", "Nội dung 1")
    frozen(content, output)
    public = output / "public"
    assert any("bí mật" in page.read_text("utf-8") for page in public.rglob("*.html"))
    writer.redact(6)
    frozen(content, output)
    assert not [page for page in public.rglob("*.html") if "bí mật" in page.read_text("utf-8")]
    assert current(Workspace(content, output)) == frozen(content, folder / "clean")
