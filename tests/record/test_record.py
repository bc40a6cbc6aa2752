"""A record says what was published, as it was appended."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.record.layout import BUNDLE, Layout, Unreadable
from portal.record.record import NO_RECORD, read_record
from portal.source.folder import Folder
from tests.record.portals import ARTICLE, DAY, THEN, Writer, some

AFTER = 2**62
"""A moment of the file system at which every stamp is old."""


def test_a_portal_that_never_published_has_an_empty_record(tmp_path: Path) -> None:
    record = read_record(Folder(tmp_path, "content"), tmp_path / "cache")
    assert record is NO_RECORD and not record
    assert record.versions_of(ARTICLE) == () and record.mark(ARTICLE) == ()
    assert record.last_release is None and record.checkpoint == b""
    assert not (tmp_path / "cache").exists()


def test_versions_are_in_order_with_their_notes_and_texts(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    writer.publish("trang/lien-he.md", "Khác.\n")
    writer.publish(ARTICLE, "Hai.\n", "Sửa số liệu")
    record = writer.read()
    first, second = record.versions_of(ARTICLE)
    assert (first.number, first.published, first.change, first.entry) == (1, THEN, "", 0)
    assert (second.number, second.published, second.change, second.entry) == (
        2, THEN + 2 * DAY, "Sửa số liệu", 2,
    )  # fmt: skip
    assert [record.text(version) for version in (first, second)] == ["Một.\n", "Hai.\n"]
    assert first.sha256 == sha256("Một.\n".encode()).hexdigest() and first.size == len("Một.\n".encode())
    assert record.first_published(ARTICLE) == THEN


def test_a_renamed_file_keeps_its_versions_and_its_old_name_has_none(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    writer.publish("tin-tuc/2026/moi.md", "Một.\n", after=ARTICLE)
    record = writer.read()
    assert [version.path for version in record.versions_of("tin-tuc/2026/moi.md")] == [
        ARTICLE, "tin-tuc/2026/moi.md",
    ]  # fmt: skip
    assert record.versions_of(ARTICLE) == () and record.mark(ARTICLE) == ()


def test_a_name_that_is_used_again_begins_anew(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    writer.publish("tin-tuc/2026/moi.md", "Một.\n", after=ARTICLE)
    writer.publish(ARTICLE, "Bài khác.\n")
    assert [version.entry for version in writer.read().versions_of(ARTICLE)] == [2]


def test_a_withdrawn_thing_has_a_version_without_text(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    writer.publish(ARTICLE, None, "Đăng nhầm")
    record = writer.read()
    last = record.versions_of(ARTICLE)[-1]
    assert last.withdrawn and last.change == "Đăng nhầm" and record.text(last) is None


def test_of_a_redacted_version_its_moment_and_the_decision_are_left(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Họ tên của một người.\n")
    writer.publish(ARTICLE, "Hai.\n")
    before = writer.read().mark(ARTICLE)
    writer.redact(0)
    record = writer.read()
    first, second = record.versions_of(ARTICLE)
    assert first.redaction and not first.withdrawn and record.text(first) is None
    assert (first.redaction.decision, first.redaction.basis) == ("12/QĐ-UBND", "Luật 91/2025/QH15")
    assert (first.published, first.path, first.change, first.sha256) == (THEN, "", "", "")
    assert record.text(second) == "Hai.\n"
    assert record.mark(ARTICLE) != before


def test_the_mark_of_a_file_changes_with_its_versions_alone(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    before = writer.read().mark(ARTICLE)
    writer.publish("trang/lien-he.md", "Khác.\n")
    writer.release()
    assert writer.read().mark(ARTICLE) == before
    writer.publish(ARTICLE, "Hai.\n")
    assert writer.read().mark(ARTICLE) != before


def test_releases_follow_one_another(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    writer.release("aa" * 32)
    writer.release("bb" * 32)
    record = writer.read()
    last = record.last_release
    assert last and (last.number, last.prev, last.manifest, last.next) == (
        2, 1, "bb" * 32, THEN + 3 * DAY,
    )  # fmt: skip
    assert record.first_release == record.entry(1)


def test_an_entry_names_nothing(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n", "Sửa tên")
    line = writer.read().line(0)
    said = json.loads(line)
    assert list(said) == ["v", "kind", "time", "record"]
    assert said["record"] == sha256(writer.read().record_line(0)).hexdigest()
    assert b"hop-bao" not in line and "Sửa".encode() not in line


@settings(max_examples=20)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.integers(0, 300))
def test_an_index_from_the_cache_is_the_one_that_is_read_anew(
    tmp_path_factory: pytest.TempPathFactory, paths: list[int], more: int
) -> None:
    writer = Writer(tmp_path_factory.mktemp("record"))
    for number, path in enumerate(paths):
        writer.publish(f"trang/{path}.md", f"{number}\n")
        writer.read(AFTER)
    writer.appender.versions(some(more, 5), THEN)
    kept = [writer.read(AFTER).index for _ in range(2)]
    writer.publish("trang/0.md", "sau\n")
    kept.append(writer.read(AFTER).index)
    assert kept[0] == kept[1]
    assert kept[2] == writer.read().index and kept[2].size == len(paths) + more + 1


def test_the_index_of_full_bundles_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(tmp_path)
    writer.appender.versions(some(3 * BUNDLE + 1), THEN)
    writer.read(AFTER)
    opened: list[str] = []
    whole = Layout.lines

    def watched(self: Layout, file: Path) -> list[bytes]:
        opened.append(file.name)
        return whole(self, file)

    monkeypatch.setattr(Layout, "lines", watched)
    assert writer.read(AFTER).index.size == 3 * BUNDLE + 1
    assert set(opened) == {"00003"}


def test_a_redaction_in_an_old_bundle_is_seen(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.appender.versions(some(BUNDLE + 5), THEN)
    assert writer.read(AFTER).versions_of("trang/3.md")
    writer.redact(3)
    assert writer.read(AFTER).versions_of("trang/3.md") == ()


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("entries/00000", b"{}\n"),
        ("entries/00000", b'{"v":1,"kind":"doc","time":"hom qua"}\n'),
        ("entries/00000", b"[]\n"),
        ("entries/00000", b"\xff\n"),
        ("entries/00000", b'{"v":1,"kind":"doc","time":"2026-05-13T07:44:00Z"}'),
        ("records/00000", b"[1]\n"),
        ("records/00000", b"{\n"),
    ],
)
def test_a_record_that_was_altered_is_told_with_its_file(tmp_path: Path, file: str, data: bytes) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    (writer.layout.root / file).write_bytes(data)
    with pytest.raises(Unreadable, match=f"{file}"):
        writer.read()


def test_a_text_that_was_altered_is_told(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    (version,) = writer.read().versions_of(ARTICLE)
    writer.layout.text(version.sha256).write_text("Khác.\n", "utf-8")
    with pytest.raises(Unreadable, match=version.sha256[2:]):
        writer.read().text(version)
