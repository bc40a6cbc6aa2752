"""`publish` enters what is new in the record, then shows the release of which the record speaks."""

import json
import re
import shutil
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from portal.cli import main
from portal.durable import write_whole
from portal.freeze import publish as steps
from portal.freeze.releases import current
from portal.freeze.sealing import commitment
from portal.record import appending
from portal.record.record import Record, read_record
from portal.record.served import checkpoint_of
from portal.source.folder import Folder
from portal.trust.manifest import manifest_of
from portal.workspace import Workspace
from tests.readers.folders import ARTICLE, ARTICLE_FILE, portal_folder

FIRST, SECOND = "2026-11-01 08:00", "2026-11-02 08:00"
HEX = "[0-9a-f]{64}"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
KINDS = "doc|figure|file|release"
FORMS = {
    "v": "1", "kind": KINDS, "time": TIME, "record": HEX, "prev": r"\d+", "manifest": HEX, "next": TIME,
}  # fmt: skip
INDICATOR = 'name: "Số hồ sơ"\ndefinition: "Số hồ sơ trong năm."\nunit: "hồ sơ"\nsource: {name: "Báo cáo"}\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    more = {
        "chi-tieu/ho-so.yaml": INDICATOR,
        "chi-tieu/ho-so.csv": "period,value\n2023,10\n2024,15\n",
        "co-quan/so-y-te.yaml": 'name: "Sở Y tế"\n',
    }
    return portal_folder(tmp_path, more)


def publish(content: Path, *more: str, as_of: str = FIRST) -> int:
    return main(["publish", "--portal", str(content), "--jobs", "1", "--as-of", as_of, *more])


def build(content: Path, *more: str, as_of: str = FIRST) -> int:
    return main(["build", "--portal", str(content), "--jobs", "1", "--as-of", as_of, *more])


def record_of(content: Path) -> Record:
    return read_record(Folder(content, "content"), content.parent / "read")


def kinds(content: Path) -> list[str]:
    record = record_of(content)
    return [record.entry(number).kind for number in range(record.index.size)]


def edit(content: Path, old: str, new: str, file: str = ARTICLE_FILE) -> None:
    text = (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new), "utf-8")


def test_everything_public_is_recorded_once_and_then_its_release(content: Path) -> None:
    assert publish(content) == 0
    record = record_of(content)
    paths = [record.said(number).get("path") for number in range(record.index.size)]
    assert paths == [
        "chi-tieu/ho-so.csv", "chi-tieu/ho-so.yaml", "co-quan/so-y-te.yaml", ARTICLE_FILE, "trang/lien-he.md",
        None,
    ]  # fmt: skip
    assert kinds(content) == ["figure", "figure", "doc", "doc", "doc", "release"]
    (version,) = record.versions_of(ARTICLE_FILE)
    assert record.text(version) == ARTICLE


def test_the_release_entry_commits_to_every_file_but_the_logs_own(content: Path) -> None:
    publish(content)
    last = record_of(content).last_release
    public = content.parent / "build" / "public"
    assert last and last.manifest == sha256((public / "log/manifest/index").read_bytes()).hexdigest()
    assert last.manifest == commitment(manifest_of(public))


def test_publishing_again_with_nothing_new_enters_nothing(content: Path) -> None:
    publish(content)
    before = record_of(content).index.size
    assert publish(content, as_of=SECOND) == 0
    assert record_of(content).index.size == before


def test_a_release_is_entered_again_when_half_of_its_promise_is_over(content: Path) -> None:
    publish(content, "--next", "2")
    before = record_of(content).index.size
    publish(content, as_of=SECOND)
    record = record_of(content)
    assert record.index.size == before + 1 and record.last_release
    assert record.last_release.prev == before - 1


def test_an_edited_text_is_a_new_version_that_leads_to_the_one_before(content: Path) -> None:
    publish(content)
    edit(content, "Nội dung buổi họp.", "Nội dung khác.")
    publish(content, as_of=SECOND)
    record = record_of(content)
    first, second = record.versions_of(ARTICLE_FILE)
    assert record.entry(second.entry).prev == first.entry
    assert "Nội dung khác." in (record.text(second) or "")
    assert kinds(content)[-2:] == ["doc", "release"] and record.index.size == 8


def test_how_lines_end_and_marks_are_put_together_is_no_new_version(content: Path) -> None:
    publish(content)
    before = record_of(content).index.size
    file = content / ARTICLE_FILE
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    publish(content, as_of=SECOND)
    assert record_of(content).index.size == before


def test_a_renamed_text_with_an_alias_keeps_its_versions(content: Path) -> None:
    publish(content)
    edit(content, "category: thoi-su", "category: thoi-su\naliases: [/tin-tuc/2026/hop-bao/]")
    new = "tin-tuc/2026/hop-bao-quy-hai.md"
    (content / ARTICLE_FILE).rename(content / new)
    assert publish(content, as_of=SECOND) == 0
    versions = record_of(content).versions_of(new)
    assert [version.path for version in versions] == [ARTICLE_FILE, new]
    assert not any(version.withdrawn for version in versions)


def test_a_renamed_text_without_an_alias_is_not_published(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(content)
    (content / ARTICLE_FILE).rename(content / "tin-tuc/2026/hop-bao-quy-hai.md")
    before = record_of(content).index.size
    assert publish(content, as_of=SECOND) == 1
    said = capsys.readouterr().err
    assert "address/lost" in said and "«content/tin-tuc/2026/hop-bao-quy-hai.md»?" in said
    assert record_of(content).index.size == before
    assert build(content, as_of=SECOND) == 1


def test_a_published_text_cannot_become_a_draft_again(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(content)
    edit(content, "category: thoi-su", "category: thoi-su\ndraft: true")
    assert publish(content, as_of=SECOND) == 1
    assert "address/hidden" in capsys.readouterr().err


def test_a_withdrawn_text_ends_with_the_reason(content: Path) -> None:
    publish(content)
    edit(
        content, "category: thoi-su", 'category: thoi-su\nwithdrawn: {date: 2026-11-02, reason: "Đăng nhầm."}'
    )
    assert publish(content, as_of=SECOND) == 0
    last = record_of(content).versions_of(ARTICLE_FILE)[-1]
    assert last.withdrawn and last.change == "Đăng nhầm."


def test_what_is_not_public_yet_is_not_recorded(content: Path) -> None:
    edit(content, "category: thoi-su", "category: thoi-su\npublish: 2026-11-02 07:00")
    publish(content)
    everything = b"".join(file.read_bytes() for file in (content / ".record").rglob("*") if file.is_file())
    assert ARTICLE_FILE.encode() not in everything and "Nội dung buổi họp".encode() not in everything
    publish(content, as_of=SECOND)
    assert record_of(content).versions_of(ARTICLE_FILE)


def test_a_picture_is_recorded_while_a_public_text_shows_it(content: Path) -> None:
    Image.new("RGB", (600, 400), "#1e4088").save(content / "tin-tuc/2026/anh.png")
    Image.new("RGB", (600, 400), "#000000").save(content / "tin-tuc/2026/khac.png")
    edit(content, "category: thoi-su", 'category: thoi-su\nimage: {src: anh.png, alt: "Bàn họp"}')
    publish(content)
    record = record_of(content)
    (version,) = record.versions_of("tin-tuc/2026/anh.png")
    data = (content / "tin-tuc/2026/anh.png").read_bytes()
    assert record.entry(version.entry).kind == "file" and version.media == "image/png"
    assert version.sha256 == sha256(data).hexdigest() and record.text(version) is None
    assert not record.versions_of("tin-tuc/2026/khac.png")
    edit(content, 'image: {src: anh.png, alt: "Bàn họp"}\n', "")
    publish(content, as_of=SECOND)
    assert record_of(content).versions_of("tin-tuc/2026/anh.png")[-1].withdrawn


def test_the_editors_note_is_in_the_record_of_the_version(content: Path) -> None:
    publish(content)
    note = 'corrections:\n  - {date: 2026-11-02, old: "Nội dung buổi họp", new: "Nội dung họp"}'
    edit(content, "category: thoi-su", f"category: thoi-su\n{note}")
    edit(content, "Nội dung buổi họp.", "Nội dung họp.")
    publish(content, as_of=SECOND)
    last = record_of(content).versions_of(ARTICLE_FILE)[-1]
    assert last.change == "Đính chính: «Nội dung buổi họp» → «Nội dung họp»"


def test_an_error_enters_nothing(content: Path) -> None:
    edit(content, "../../trang/lien-he.md", "/khong-co/")
    assert publish(content) == 1
    assert not (content / ".record").exists()


def test_a_clock_that_goes_back_enters_nothing(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(content, as_of=SECOND)
    edit(content, "Nội dung buổi họp.", "Nội dung khác.")
    before = record_of(content).index.size
    assert publish(content, as_of=FIRST) == 3
    assert "đi sau mục cuối" in capsys.readouterr().err
    assert record_of(content).index.size == before


def test_a_build_of_a_clone_gives_the_release_that_was_published(content: Path, tmp_path: Path) -> None:
    publish(content)
    edit(content, "Nội dung buổi họp.", "Nội dung khác.")
    publish(content, as_of=SECOND)
    clone = tmp_path / "clone" / "content"
    shutil.copytree(content, clone)
    assert build(clone, as_of=SECOND) == 0
    here, there = (Workspace(one) for one in (content, clone))
    assert current(here) == current(there)
    assert manifest_of(here.public) == manifest_of(there.public)


def test_a_build_of_what_was_not_published_says_so_and_writes_no_record(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(content)
    before = {file: file.read_bytes() for file in (content / ".record").rglob("*") if file.is_file()}
    build(content)
    assert "chưa có trong nhật ký" not in capsys.readouterr().err
    edit(content, "Nội dung buổi họp.", "Nội dung khác.")
    assert build(content, as_of=SECOND) == 0
    assert "chưa có trong nhật ký" in capsys.readouterr().err
    assert before == {file: file.read_bytes() for file in (content / ".record").rglob("*") if file.is_file()}


def test_a_portal_that_never_published_is_built_as_before(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(content) == 0
    assert "nhật ký" not in capsys.readouterr().err
    assert not (content / ".record").exists()


STEPS: list[tuple[object, str]] = [
    (steps, "flush_tree"), (steps, "write_whole"), (steps, "_seal"), (steps, "_show"), (steps, "show"),
]  # fmt: skip


@pytest.mark.parametrize(("module", "name"), STEPS)
def test_a_failure_leaves_the_public_site_and_the_next_publication_goes_on(
    content: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    publish(content)
    edit(content, "Nội dung buổi họp.", "Nội dung khác.")
    workspace = Workspace(content)
    before = current(workspace), manifest_of(workspace.public)
    with monkeypatch.context() as patch:
        patch.setattr(module, name, fail)
        assert publish(content, as_of=SECOND) == 3
    assert (current(workspace), manifest_of(workspace.public)) == before
    assert publish(content, as_of=SECOND) == 0
    record = record_of(content)
    assert len(record.versions_of(ARTICLE_FILE)) == 2
    last = record.last_release
    assert last and last.manifest == commitment(manifest_of(workspace.public))


def fail(*given: object, **named: object) -> object:
    raise OSError(5, "hỏng")


def test_entries_are_in_the_order_of_time(content: Path) -> None:
    publish(content)
    edit(content, "Nội dung buổi họp.", "Nội dung khác.")
    publish(content, as_of=SECOND)
    record = record_of(content)
    times = [record.entry(number).time for number in range(record.index.size)]
    assert times == sorted(times) and isinstance(times[0], datetime)


def test_no_entry_holds_a_path_a_title_or_a_name(content: Path) -> None:
    publish(content)
    record = record_of(content)
    for number in range(record.index.size):
        said = json.loads(record.line(number))
        assert all(re.fullmatch(FORMS[key], str(value)) for key, value in said.items())


@pytest.mark.parametrize("turn", range(8))
def test_wherever_the_record_fails_the_next_publication_goes_on(
    content: Path, monkeypatch: pytest.MonkeyPatch, turn: int
) -> None:
    """Each file of the record that a publication writes fails once: a version, its entry, the release's."""
    publish(content)
    edit(content, "Nội dung buổi họp.", "Nội dung khác.")
    workspace, turns = Workspace(content), iter(range(100))
    before, size = manifest_of(workspace.public), record_of(content).index.size
    whole = write_whole

    def failing(file: Path, data: bytes) -> None:
        if next(turns) == turn:
            fail()
        whole(file, data)

    with monkeypatch.context() as patch:
        patch.setattr(appending, "write_whole", failing)
        code = publish(content, as_of=SECOND)
    assert code == (3 if next(turns) > turn else 0)
    if code:
        assert manifest_of(workspace.public) == before
    assert publish(content, as_of=SECOND) == 0
    record, checkpoint = record_of(content), checkpoint_of(record_of(content))
    assert [version.number for version in record.versions_of(ARTICLE_FILE)] == [1, 2]
    assert checkpoint and checkpoint.size == record.index.size == size + 2
    assert record.last_release and record.last_release.manifest == commitment(manifest_of(workspace.public))
