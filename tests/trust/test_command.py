"""`verify` in the engine and as one file say the same, and remember."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from portal.cli import main
from portal.trust.single_file import verifier_text
from tests.trust.releases import Office

AS_OF = "2026-05-13 15:00"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "public", pages=3)
    made.publish()
    return made


def ask(office: Office, *more: str) -> int:
    key = office.signer.key.vkey
    return main(["verify", "--as-of", AS_OF, "--key", key, *more, str(office.folder)])


def alone(office: Office, tmp_path: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    file = tmp_path / "verify.py"
    file.write_text(verifier_text(), "utf-8")
    command = [sys.executable, "-I", "-S", str(file), *more, str(office.folder)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_whole_is_said_in_two_languages(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(office) == 0
    assert "NGUYÊN VẸN" in capsys.readouterr().out
    assert ask(office, "--language", "en") == 0
    assert "WHOLE" in capsys.readouterr().out


def test_programs_get_one_line_of_json(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.put("la.html", b"x")
    assert ask(office, "--format", "json") == 11
    said = json.loads(capsys.readouterr().out)
    assert (said["exit"], said["signature_checked"]) == (11, True)
    assert said["findings"] == [{"code": "page/unknown", "exit": 11, "where": "la.html", "detail": ""}]


def test_what_was_seen_is_remembered_and_held_against_the_next_look(office: Office, tmp_path: Path) -> None:
    state, before = tmp_path / "nho.json", office.snapshot()
    office.publish()
    assert ask(office, "--state", str(state)) == 0
    seen = state.read_bytes()
    office.restore(before)
    assert ask(office, "--state", str(state)) == 12
    assert state.read_bytes() == seen


def test_a_broken_memory_is_no_memory(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "nho.json"
    state.write_text("{", "utf-8")
    assert ask(office, "--state", str(state)) == 14
    assert "state/unreadable" in capsys.readouterr().out
    assert ask(office, "--state", str(tmp_path / "no" / "nho.json")) == 14


def test_a_key_may_be_given_as_a_file(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "khoa.pub"
    file.write_text(f"# Khóa của cơ quan\n{office.signer.key.vkey}\n", "utf-8")
    assert main(["verify", "--as-of", AS_OF, "--key", str(file), str(office.folder)]) == 0


def test_what_is_no_key_or_policy_is_wrong_usage(office: Office, tmp_path: Path) -> None:
    assert main(["verify", "--key", "a+b+c", str(office.folder)]) == 2
    policy = tmp_path / "chinh-sach"
    policy.write_text("quorum\n", "utf-8")
    assert ask(office, "--policy", str(policy)) == 2


def test_one_file_of_the_standard_library_says_the_same(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.put("la.html", b"x")
    main(["verify", str(office.folder)])
    ended = alone(office, tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (11, capsys.readouterr().out, "")


def test_one_file_is_the_same_each_time_and_has_only_the_standard_library() -> None:
    text = verifier_text()
    assert text == verifier_text()
    imported = {
        line.split()[1].split(".")[0] for line in text.splitlines() if line.startswith(("import ", "from "))
    }
    assert imported <= sys.stdlib_module_names
