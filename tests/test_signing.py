"""A log is signed with a key that its own entries name, and only where nobody else went on with it."""

import os
import re
import shutil
from base64 import b64decode
from pathlib import Path

import pytest

from portal.cli import main
from portal.keys.keeping import shown
from portal.record.key_history import keys_of, statement
from portal.record.record import Record, read_record
from portal.record.served import checkpoint_of
from portal.source.folder import Folder
from portal.trust.checkpoint import Key, read_vkey
from portal.trust.ed25519 import is_signed
from portal.trust.signatures import NotSigned, verify_signed
from tests.readers.folders import ARTICLE_FILE, portal_folder

FIRST, SECOND, THIRD = "2026-11-01 08:00", "2026-11-02 08:00", "2026-12-20 08:00"


class Office:
    """A portal, its keys, and a passphrase in a file, as where a timer publishes."""

    def __init__(self, folder: Path) -> None:
        self.content, self.safe = portal_folder(folder), folder / "safe"
        self.safe.mkdir()
        self.phrase = self.safe / "phrase"
        self.phrase.write_text("mot cum mat khau\n", "utf-8")
        self.phrase.chmod(0o600)

    def run(self, verb: str, *more: str, as_of: str = FIRST, content: Path | None = None) -> int:
        place = ["--portal", str(content or self.content), "--as-of", as_of]
        return main([verb, *more, *place, "--passphrase-file", str(self.phrase)])

    def publish(self, *names: str, as_of: str = FIRST, content: Path | None = None) -> int:
        keys = [part for name in names for part in ("--key", str(self.safe / name))]
        return self.run("publish", "--jobs", "1", *keys, as_of=as_of, content=content)

    def edit(self, text: str) -> None:
        with (self.content / ARTICLE_FILE).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")

    @property
    def record(self) -> Record:
        return read_record(Folder(self.content, "content"), self.safe)

    def signed_by(self, *names: str) -> bool:
        found = checkpoint_of(self.record)
        try:
            return bool(found) and all(verify_signed(found, [self.key(name)]) for name in names)  # type: ignore[arg-type]
        except NotSigned:
            return False

    def key(self, name: str) -> Key:
        return shown(self.safe / name)[0]


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    made = Office(tmp_path)
    assert made.run("keys", "new", "--file", str(made.safe / "a"), "--qr", str(made.safe / "a.svg")) == 0
    said = capsys.readouterr().out
    rows = [row for row in said.splitlines() if re.fullmatch(r"(?:[A-Z2-7]{4} ?)+", row)]
    (made.safe / "paper").write_text("\n".join(rows), "utf-8")
    return made


def test_a_new_key_can_be_printed(office: Office) -> None:
    assert read_vkey(office.key("a").vkey).name == "tin.example/log"
    assert "<svg" in (office.safe / "a.svg").read_text("utf-8")


def test_a_published_log_is_signed_and_names_its_key(office: Office) -> None:
    assert office.publish("a") == 0
    assert office.signed_by("a")
    assert [one.key for one in keys_of(office.record)] == [office.key("a")]
    assert (office.content.parent / "build/public/log/checkpoint").read_bytes() == office.record.checkpoint


def test_without_a_key_it_is_said_what_is_not_proven(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.publish() == 0
    assert "chưa được ký" in capsys.readouterr().out
    assert not office.signed_by("a")


def test_a_log_that_was_not_signed_is_signed_later(office: Office) -> None:
    office.publish()
    assert office.publish("a", as_of=SECOND) == 0
    assert office.signed_by("a")


def test_a_changed_key_overlaps_with_the_old_one_and_then_stands_alone(office: Office) -> None:
    office.publish("a")
    assert (
        office.run("keys", "rotate", "--file", f"{office.safe}/a", "--to", f"{office.safe}/b", as_of=SECOND)
        == 0
    )
    assert office.publish("a", "b", as_of=SECOND) == 0
    assert office.signed_by("a", "b")
    said = office.record.said(office.record.index.keys[-1])
    assert is_signed(office.key("a").public, statement(said), b64decode(said["signature"]))
    assert office.publish("a", as_of=THIRD) == 3
    assert office.publish("b", as_of=THIRD) == 0
    assert office.signed_by("b") and not office.signed_by("a")


def test_a_revoked_key_signs_no_more(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.publish("a")
    revoke = ("keys", "revoke", "--file", f"{office.safe}/a", "--recovery", f"{office.safe}/paper")
    assert office.run(*revoke, as_of=SECOND) == 0
    assert office.publish("a", as_of=SECOND) == 3
    assert "thay hoặc thu hồi" in capsys.readouterr().err
    office.run("keys", "new", "--file", str(office.safe / "b"))
    assert office.publish("b", as_of=SECOND) == 0
    assert [one.revoked for one in keys_of(office.record)] == [True, False]


def test_another_recovery_key_revokes_nothing(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.publish("a")
    capsys.readouterr()
    office.run("keys", "new", "--file", str(office.safe / "b"))
    rows = [row for row in capsys.readouterr().out.splitlines() if re.fullmatch(r"(?:[A-Z2-7]{4} ?)+", row)]
    (office.safe / "other").write_text("\n".join(rows), "utf-8")
    revoke = ("keys", "revoke", "--file", f"{office.safe}/a", "--recovery", f"{office.safe}/other")
    assert office.run(*revoke, as_of=SECOND) == 3
    assert not keys_of(office.record)[0].revoked


def test_a_key_that_the_log_does_not_know_may_not_sign(office: Office) -> None:
    office.publish("a")
    office.run("keys", "new", "--file", str(office.safe / "b"))
    before = office.record.index.size
    assert office.publish("b", as_of=SECOND) == 3
    assert office.record.index.size == before


def test_a_restored_backup_is_not_signed(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.publish("a")
    backup = office.content.parent / "backup"
    shutil.copytree(office.content / ".record", backup)
    office.edit("Thêm.")
    office.publish("a", as_of=SECOND)
    shutil.rmtree(office.content / ".record")
    shutil.copytree(backup, office.content / ".record")
    office.edit("Thêm nữa.")
    assert office.publish("a", as_of=SECOND) == 3
    assert "máy này cầm bản cũ" in capsys.readouterr().err


def test_two_machines_that_went_apart_are_not_both_signed(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.publish("a")
    other = tmp_path / "other" / "content"
    shutil.copytree(office.content, other)
    office.edit("Thêm ở máy một.")
    office.publish("a", as_of=SECOND)
    with (other / ARTICLE_FILE).open("a", encoding="utf-8") as file:
        file.write("\nThêm ở máy hai.\n")
    assert office.publish(as_of=SECOND, content=other) == 0
    live = office.content.parent / "build/public/log/checkpoint"
    place = ("--key", f"{office.safe}/a", "--live", str(live), "--jobs", "1")
    assert office.run("publish", *place, as_of=SECOND, content=other) == 3
    assert "hai máy cùng xuất bản" in capsys.readouterr().err


def test_a_passphrase_that_others_can_read_is_refused(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.phrase.chmod(0o644)
    assert office.publish("a") == 3
    assert "chmod 600" in capsys.readouterr().err


def test_a_passphrase_may_come_through_an_open_file(office: Office) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"mot cum mat khau\n")
    os.close(writing)
    place = ["--portal", str(office.content), "--as-of", FIRST, "--key", f"{office.safe}/a"]
    assert main(["publish", "--jobs", "1", *place, "--passphrase-fd", str(reading)]) == 0
    os.close(reading)
    assert office.signed_by("a")


def test_no_byte_of_a_key_is_in_what_is_published(office: Office) -> None:
    office.publish("a")
    secret = (office.safe / "a").read_bytes().split(b"\n", 2)[2]
    for folder in (office.content, office.content.parent / "build"):
        assert not any(secret in file.read_bytes() for file in folder.rglob("*") if file.is_file())
