"""Where a file is broken the rest is published, and the file stays as the public release has it."""

import io
import json
import os
import re
import shutil
import tempfile
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from portal.cli import main
from portal.freeze.releases import current
from portal.trust.manifest import manifest_of
from portal.workspace import Workspace
from tests.freeze.histories import CHANGES, Change, begin, broken
from tests.readers.folders import ARTICLE, PAGE, PORTAL, portal_folder

UNIT = 'name: "Sở Nội vụ"\n'
DATA = 'name: "Hồ sơ"\ndefinition: "Số hồ sơ."\nunit: "%"\nsource: {name: "Sở"}\n'
FIGURES = "period,value\n2025,12\n"
FIRST, OTHER = "tin-tuc/2026/hop-bao.md", "tin-tuc/2026/khac.md"
FILES = {
    OTHER: ARTICLE.replace("quý hai", "quý ba").replace("category:", "unit: so-noi-vu\ncategory:"),
    "co-quan/so-noi-vu.yaml": UNIT,
}
BROKEN = "---\ntitle: Sai: sai\n---\nHỏng.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portal that is public as it stands."""
    root = portal_folder(tmp_path, FILES)
    assert build(root) == 0
    return root


def build(root: Path, *more: str) -> int:
    asked = ["--portal", str(root), "--jobs", "1", "--as-of", "2026-11-01"]
    return main(["build", *asked, "--skip", "pack", *more])


def public(root: Path) -> Path:
    return root.parent / "build" / "public"


def write(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")


def manifest(root: Path) -> object:
    return manifest_of(public(root))


def found(root: Path, words: str, capsys: pytest.CaptureFixture[str]) -> int:
    """How many results a search has."""
    capsys.readouterr()
    assert main(["search", words, "--portal", str(root), "--format", "json"]) == 0
    return int(json.loads(capsys.readouterr().out)["total"])


def test_a_broken_article_stays_as_it_was_and_the_rest_goes_on(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (public(root) / "tin-tuc/2026/hop-bao/index.html").read_text("utf-8")
    write(root, FIRST, BROKEN)
    write(root, OTHER, FILES[OTHER].replace("quý ba", "quý tư"))
    assert build(root) == 1
    assert "quý tư" not in (public(root) / "tin-tuc/index.html").read_text("utf-8")
    capsys.readouterr()
    assert build(root, "--keep-going") == 4
    told = capsys.readouterr().err
    assert "content/tin-tuc/2026/hop-bao.md:2:11: lỗi yaml/colon-in-text" in told
    assert "content/tin-tuc/2026/hop-bao.md: giữ như bản đang công khai." in told
    assert (public(root) / "tin-tuc/2026/hop-bao/index.html").read_text("utf-8") == page.replace(
        "quý ba", "quý tư"
    )
    for name in ("tin-tuc/index.html", "tin-tuc/atom.xml", "sitemap.xml"):
        text = (public(root) / name).read_text("utf-8")
        assert "hop-bao" in text
    assert "quý tư" in (public(root) / "tin-tuc/index.html").read_text("utf-8")
    assert found(root, "họp báo quý hai", capsys) == 1


def test_what_goes_on_is_what_a_clean_freeze_makes_of_the_file_as_it_was(root: Path, tmp_path: Path) -> None:
    write(root, FIRST, BROKEN)
    write(root, OTHER, FILES[OTHER].replace("quý ba", "quý tư"))
    assert build(root, "--keep-going") == 4
    clean = portal_folder(tmp_path / "clean", {**FILES, OTHER: FILES[OTHER].replace("quý ba", "quý tư")})
    assert build(clean) == 0
    assert manifest(root) == manifest(clean)


def test_what_was_checked_but_never_published_is_not_what_is_held(root: Path) -> None:
    before = manifest(root)
    write(root, FIRST, ARTICLE.replace("quý hai", "quý sáu"))
    assert main(["check", "--portal", str(root), "--as-of", "2026-11-01"]) == 0
    write(root, FIRST, BROKEN)
    assert main(["check", "--portal", str(root), "--as-of", "2026-11-01"]) == 1
    assert build(root, "--keep-going") == 4
    assert manifest(root) == before


def test_what_is_held_is_held_as_long_as_it_is_broken_and_said_each_time(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = manifest(root)
    write(root, FIRST, BROKEN)
    for _ in range(3):
        assert build(root, "--keep-going") == 4
        assert "hop-bao.md: giữ như bản đang công khai." in capsys.readouterr().err
        assert manifest(root) == before
    write(root, FIRST, ARTICLE.replace("quý hai", "quý sáu"))
    assert build(root, "--keep-going") == 0
    assert "quý sáu" in (public(root) / "tin-tuc/index.html").read_text("utf-8")


def test_a_broken_file_that_was_never_public_is_left_out_and_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "tin-tuc/2026/moi.md", BROKEN)
    write(root, OTHER, FILES[OTHER].replace("../../trang/lien-he.md", "moi.md"))
    before = manifest(root)
    assert build(root, "--keep-going") == 4
    told = capsys.readouterr().err
    assert "content/tin-tuc/2026/moi.md: chưa từng công khai, nay chưa đưa lên." in told
    # What leads to it cannot be published either.
    assert "content/tin-tuc/2026/khac.md: giữ như bản đang công khai." in told
    assert manifest(root) == before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("trang/lien-he.md", BROKEN),
        ("co-quan/so-noi-vu.yaml", "nam: x\n"),
        ("chi-tieu/ho-so.yaml", "nam: x\n"),
        ("chi-tieu/ho-so.csv", "sai\n"),
        ("dich-vu/nhom.yaml", "nam: x\n"),
        ("thong-bao-khan.yaml", 'text: "Mưa lũ."\n'),
    ],
)
def test_each_kind_of_content_is_held(root: Path, file: str, text: str) -> None:
    group = (
        'title: "Nhóm"\naudience: chung\nlinks:\n'
        '  - {title: "Nộp", text: "Nộp hồ sơ.", url: "https://a.example/", link_text: "Nộp ngay"}\n'
    )
    more = {
        "chi-tieu/ho-so.yaml": DATA, "chi-tieu/ho-so.csv": FIGURES, "dich-vu/nhom.yaml": group,
        "thong-bao-khan.yaml": 'text: "Bão số 9."\nexpires: 2026-12-01\n',
    }  # fmt: skip
    for name, good in more.items():
        write(root, name, good)
    assert build(root) == 0
    before = manifest(root)
    write(root, file, text)
    assert build(root) == 1
    assert build(root, "--keep-going") == 4
    assert manifest(root) == before


def test_settings_that_are_broken_hold_up_the_whole(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "portal.yaml", PORTAL.replace("url:", "urll:"))
    assert build(root, "--keep-going") == 1
    assert "Không giữ được tệp hỏng" in capsys.readouterr().err


@pytest.mark.parametrize("lost", ["cache", "category", "release", "picture"])
def test_what_cannot_be_published_as_it_was_holds_up_the_whole(root: Path, lost: str) -> None:
    write(root, FIRST, ARTICLE.replace("category:", 'image: {src: anh.png, alt: "Bàn họp"}\ncategory:'))
    assert build(root) == 0
    workspace = Workspace(root)
    before = current(workspace)
    write(root, FIRST, BROKEN)
    if lost == "cache":
        shutil.rmtree(workspace.cache)
    if lost == "picture":
        shutil.rmtree(workspace.cache / "pictures")
    if lost == "category":
        write(root, "portal.yaml", PORTAL.replace("thoi-su", "tin-moi"))
        write(root, OTHER, FILES[OTHER].replace("thoi-su", "tin-moi"))
    if lost == "release":
        assert main(["rollback", "--portal", str(root)]) == 0
        before = current(workspace)
    assert build(root, "--keep-going") == 1
    assert current(workspace) == before


def test_a_picture_that_only_a_broken_article_shows_stays(root: Path) -> None:
    write(root, FIRST, ARTICLE.replace("category:", 'image: {src: anh.png, alt: "Bàn họp"}\ncategory:'))
    assert build(root) == 0
    before = manifest(root)
    (root / "tin-tuc/2026/anh.png").unlink()
    assert build(root, "--keep-going") == 4
    assert manifest(root) == before


def test_a_portal_that_was_never_public_begins_with_what_is_whole(tmp_path: Path) -> None:
    root = portal_folder(tmp_path, {**FILES, FIRST: BROKEN})
    assert build(root, "--keep-going") == 4
    listed = (public(root) / "tin-tuc/index.html").read_text("utf-8")
    assert "quý ba" in listed and "hop-bao" not in listed


def test_a_draft_that_breaks_stays_a_draft(root: Path) -> None:
    write(root, FIRST, ARTICLE.replace("category:", "draft: true\ncategory:"))
    assert build(root) == 0
    before = manifest(root)
    write(root, FIRST, BROKEN)
    assert build(root, "--keep-going") == 4
    assert manifest(root) == before


def test_nothing_is_held_where_nothing_is_broken(root: Path) -> None:
    before = manifest(root)
    assert build(root, "--keep-going") == 0
    assert manifest(root) == before


def test_pages_keep_their_languages(root: Path) -> None:
    write(root, "trang/lien-he.en.md", PAGE)
    assert build(root) == 0
    before = manifest(root)
    write(root, "trang/lien-he.en.md", BROKEN)
    assert build(root, "--keep-going") == 4
    assert manifest(root) == before


changes = st.builds(Change, st.sampled_from(sorted(CHANGES)), st.integers(0, 6), st.integers(0, 5))
breaks = st.builds(Change, st.just("broken"), st.integers(0, 4), st.integers(0, 5))
HISTORIES = int(os.environ.get("CONG_TIN_HISTORIES", "200")) // 2


def apply(change: Change, content: Path) -> None:
    known = {**CHANGES, "broken": broken}
    known[change.name](content, change.which, change.how)


def as_published(content: Path, before: Path, told: str, after: Path) -> None:
    """The content with the files that were held back as they were before.

    One that never was public is a draft: what is not public either may lead to it.
    """
    shutil.copytree(content, after)
    for file, became in re.findall(r"^content/(\S+): (giữ như|chưa từng)", told, re.MULTILINE):
        if became == "giữ như":
            shutil.copyfile(before / file, after / file)
        else:
            sound = ARTICLE if file.startswith("tin-tuc/") else PAGE
            write(after, file, sound.replace("summary:", "draft: true\nsummary:"))


@pytest.mark.slow
@settings(max_examples=HISTORIES, deadline=None, derandomize=HISTORIES <= 100)
@given(st.lists(st.lists(changes | breaks, min_size=1, max_size=3), min_size=1, max_size=5))
@example([[Change("schedule", 2, 1)], [Change("broken", 2, 4)]])
def test_after_any_history_a_release_is_what_is_made_of_the_files_as_they_were(
    history: list[list[Change]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = begin(Path(folder))
        assert build(content) == 0
        before = Path(folder, "0", "content")
        shutil.copytree(content, before)
        for number, step in enumerate(history, 1):
            for change in step:
                apply(change, content)
            with redirect_stderr(io.StringIO()) as told:
                code = build(content, "--keep-going", "--skip", "index,pack")
            if code == 1:
                continue
            after = Path(folder, str(number), "content")
            as_published(content, before, told.getvalue(), after)
            assert build(after, "--skip", "index,pack") == 0
            assert manifest(after) == manifest(content)
            before = after
