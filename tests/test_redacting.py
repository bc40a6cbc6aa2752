"""What a decision takes away is nowhere any more, and every other proof holds."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from portal.cli import main
from portal.record.record import Record, read_record
from portal.record.served import checkpoint_of, root_at
from portal.source.folder import Folder
from portal.trust.tree import Tree
from tests.readers.folders import ARTICLE, portal_folder

FIRST, SECOND, THIRD = "2026-11-01 08:00", "2026-11-02 08:00", "2026-11-03 08:00"
COUNT = 4
DECISION = ("--decision", "12/QĐ-UBND", "--basis", "Luật 91/2025/QH15")


def file_of(number: int) -> str:
    return f"tin-tuc/2026/rieng-tu-so-{number}.md"


def secrets_of(number: int) -> Sequence[str]:
    """What is said of an article alone, before and after it was edited."""
    return [
        f"rieng-tu-so-{number}",
        f"Nguyễn Văn Số {number}",
        f"Trần Thị Số {number}",
        f"Chuyện riêng {number}",
    ]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A portal that published articles twice."""
    texts = {
        file_of(number): ARTICLE.replace("Nội dung buổi họp.", f"Nguyễn Văn Số {number} đã đến.").replace(
            "Họp báo quý hai", f"Chuyện riêng {number}"
        )
        for number in range(COUNT)
    }
    root = portal_folder(tmp_path, texts)
    assert run(root, "publish", as_of=FIRST) == 0
    for number in range(COUNT):
        text = (root / file_of(number)).read_text("utf-8")
        (root / file_of(number)).write_text(text.replace("Nguyễn Văn", "Trần Thị"), "utf-8")
    assert run(root, "publish", as_of=SECOND) == 0
    return root


def run(content: Path, verb: str, *more: str, as_of: str) -> int:
    return main([verb, *more, "--portal", str(content), "--jobs", "1", "--as-of", as_of])


def record_of(content: Path) -> Record:
    return read_record(Folder(content, "content"), content.parent / "read")


def everything(*folders: Path) -> bytes:
    """All bytes and names below some folders, packed files unpacked."""
    import gzip

    held = []
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            held.append(str(file.relative_to(folder)).encode())
            if file.is_file():
                data = file.read_bytes()
                held.append(gzip.decompress(data) if file.suffix == ".gz" else data)
    return b"\n".join(held)


@pytest.mark.parametrize("chosen", [(0,), (1, 3), tuple(range(COUNT))])
def test_of_what_is_taken_away_no_byte_is_left_and_all_else_is_proven(
    content: Path, chosen: tuple[int, ...]
) -> None:
    before = record_of(content)
    entries = [n for one in chosen for n in before.index.threads[before.index.named[file_of(one)]]]
    salts = [before.said(number)["salt"] for number in entries]
    lines = {number: before.record_line(number) for number in range(before.index.size)}
    for one in chosen:
        (content / file_of(one)).unlink()
    assert run(content, "redact", *map(file_of, chosen), *DECISION, as_of=THIRD) == 0

    left = everything(content.parent / "build", content / ".record")
    gone = [*salts, *(words for one in chosen for words in secrets_of(one))]
    assert not [words for words in gone if words.encode() in left]
    kept = [words for one in range(COUNT) if one not in chosen for words in secrets_of(one)]
    assert all(words.encode() in left for words in kept)

    record, public = record_of(content), content.parent / "build" / "public" / "log"
    checkpoint = checkpoint_of(record)
    assert checkpoint and checkpoint.root == root_at(record, record.index.size)
    tree = Tree(checkpoint.size, lambda path: (public / path).read_bytes())
    assert tree.root == checkpoint.root
    for number, line in lines.items():
        assert record.line(number) == before.line(number)
        if number not in entries:
            assert record.record_line(number) == line
            assert record.entry(number).record in ("", sha256(line).hexdigest())
    assert sorted(record.index.redacted) == sorted(entries)
    assert {record.said(by)["decision"] for by in record.index.redacted.values()} == {"12/QĐ-UBND"}


def test_one_version_is_taken_away_and_the_others_stay(content: Path) -> None:
    first, second = record_of(content).versions_of(file_of(0))
    assert run(content, "redact", str(first.entry), *DECISION, as_of=THIRD) == 0
    record = record_of(content)
    gone, stays = record.versions_of(file_of(0))
    assert gone.redaction and gone.redaction.basis == "Luật 91/2025/QH15"
    assert record.text(stays) and stays.entry == second.entry
    left = everything(content.parent / "build", content / ".record")
    assert "Nguyễn Văn Số 0".encode() not in left and "Trần Thị Số 0".encode() in left


def test_versions_that_say_the_same_go_together(content: Path) -> None:
    text = (content / file_of(0)).read_text("utf-8")
    (content / file_of(0)).write_text(text.replace("Trần Thị", "Nguyễn Văn"), "utf-8")
    run(content, "publish", as_of=SECOND)
    (content / file_of(0)).write_text(text.replace("Trần Thị", "Phạm"), "utf-8")
    first, *_ = record_of(content).versions_of(file_of(0))
    assert run(content, "redact", str(first.entry), *DECISION, as_of=THIRD) == 0
    redacted = [bool(version.redaction) for version in record_of(content).versions_of(file_of(0))]
    assert redacted == [True, False, True, False]


def test_what_still_stands_in_the_content_is_mended_there_first(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, second = record_of(content).versions_of(file_of(0))
    before = record_of(content).index.size
    assert run(content, "redact", str(second.entry), *DECISION, as_of=THIRD) == 1
    assert f"content/{file_of(0)} vẫn còn" in capsys.readouterr().err
    assert record_of(content).index.size == before


def test_a_redaction_that_was_stopped_goes_on(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from portal.record import erasing

    first, _ = record_of(content).versions_of(file_of(0))
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "_blank", stop)
        assert run(content, "redact", str(first.entry), *DECISION, as_of=THIRD) == 3
    assert run(content, "redact", str(first.entry), *DECISION, as_of=THIRD) == 0
    record = record_of(content)
    assert not record.record_line(first.entry) and list(record.index.redacted) == [first.entry]


def stop(*given: object) -> None:
    raise OSError(5, "hỏng")


@pytest.mark.parametrize("named", ["999", "0x1", "tin-tuc/2026/khong-co.md"])
def test_what_is_no_version_is_not_taken_away(content: Path, named: str) -> None:
    assert run(content, "redact", named, *DECISION, as_of=THIRD) == 2


def test_a_decision_and_its_basis_are_needed(content: Path) -> None:
    assert run(content, "redact", "0", "--basis", "Luật", as_of=THIRD) == 2
    assert run(content, "redact", "0", "--decision", "12/QĐ-UBND", as_of=THIRD) == 2


def test_where_the_rest_cannot_be_published_the_same_is_asked_again(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, _ = record_of(content).versions_of(file_of(0))
    (content / file_of(1)).rename(content / "tin-tuc/2026/khac.md")
    assert run(content, "redact", str(first.entry), *DECISION, as_of=THIRD) == 1
    assert f"freeze.py redact {first.entry}" in capsys.readouterr().err
    (content / "tin-tuc/2026/khac.md").rename(content / file_of(1))
    assert run(content, "redact", str(first.entry), *DECISION, as_of=THIRD) == 0
    left = everything(content.parent / "build", content / ".record")
    assert "Nguyễn Văn Số 0".encode() not in left
