"""A folder that holds a release is whole, or what is wrong with it is said.

CONG_TIN_HONEST=100 and CONG_TIN_CHANGES=10000 look at more of them.
"""

import os
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from portal.trust.checkpoint import Key
from portal.trust.verifying.findings import EXITS
from portal.trust.verifying.remembered import Remembered
from portal.trust.verifying.sources import FolderSource
from portal.trust.verifying.verification import Verdict, Wish, verify
from portal.trust.verifying.words import CODES, VERDICTS, as_json, in_words
from tests.trust.logs import Signer
from tests.trust.releases import NOW, Office

HONEST = int(os.environ.get("CONG_TIN_HONEST", "5"))
CHANGES = int(os.environ.get("CONG_TIN_CHANGES", "100"))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "public")
    made.publish()
    return made


def look(office: Office, *known: Remembered, key: Key | None = None) -> Verdict:
    keys = [key or office.signer.key]
    return verify(FolderSource(office.folder), Wish(NOW, keys, known))


def codes(verdict: Verdict) -> list[str]:
    return sorted({one.code for one in verdict.findings})


@pytest.mark.parametrize("seed", range(HONEST))
def test_an_honest_release_raises_no_alarm(seed: int, tmp_path: Path) -> None:
    office = Office(tmp_path / "public", seed)
    known: list[Remembered] = []
    for _ in range(3):
        office.publish()
        verdict = look(office, *known)
        assert (verdict.exit, verdict.findings) == (0, ())
        assert verdict.memory is not None
        known = [verdict.memory]


def test_a_long_log_is_whole_too(office: Office) -> None:
    for _ in range(300):
        office.enter("tin-tuc/a.md", office.random)
    office.redact(3)
    office.seal()
    assert look(office).findings == ()


def test_any_changed_byte_of_any_file_is_found(office: Office) -> None:
    office.publish()
    random, files = Random(1), office.snapshot()
    for _ in range(CHANGES):
        path = random.choice(sorted(files))
        data = bytearray(files[path])
        if not data:
            continue
        data[random.randrange(len(data))] ^= random.randrange(1, 256)
        office.put(path, bytes(data))
        assert look(office).exit != 0, path
        office.put(path, files[path])
    assert look(office).exit == 0


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("tin/1/index.html", "file/missing"),
        ("log/checkpoint", "log/absent"),
        ("log/tile/0/000.p/{size}", "log/tile-missing"),
        ("log/tile/entries/000.p/{size}", "log/entries-missing"),
        ("log/records/000", "log/record-missing"),
        ("log/manifest/index", "manifest/missing"),
        ("log/manifest/all", "manifest/missing"),
    ],
)
def test_what_is_gone_is_named(office: Office, path: str, code: str) -> None:
    (office.folder / path.format(size=len(office.entries))).unlink()
    assert code in codes(look(office))


@pytest.mark.parametrize("path", ["ca-cuoc/index.html", "log/tile/0/001", "log/thu.html", "tin/1/.an.html"])
def test_a_file_that_nobody_published_is_named(office: Office, path: str) -> None:
    office.put(path, b"<h1>nha cai</h1>")
    verdict = look(office)
    assert (verdict.exit, codes(verdict)) == (11, ["page/unknown"])


def test_a_link_in_the_folder_is_no_page(office: Office) -> None:
    (office.folder / "lien-ket.html").symlink_to(office.folder / "index.html")
    assert codes(look(office)) == ["page/unknown"]


def test_older_tiles_may_stay_and_must_be_the_beginning_of_the_new_ones(office: Office) -> None:
    size = len(office.entries)
    office.publish()
    assert (office.folder / f"log/tile/0/000.p/{size}").exists()
    assert look(office).exit == 0
    office.put(f"log/tile/0/000.p/{size}", bytes(32 * size))
    assert look(office).exit == 11


def test_without_a_key_the_signature_is_not_checked_and_that_is_said(office: Office) -> None:
    verdict = verify(FolderSource(office.folder), Wish(NOW))
    assert verdict.exit == 0 and "note/no-key" in verdict.notes
    assert "CHƯA" in in_words(verdict, "vi") and '"signature_checked": false' in as_json(verdict, NOW)


def test_a_record_that_is_gone_needs_a_redaction(office: Office) -> None:
    office.records[0] = b""
    office.write_log()
    assert codes(look(office)) == ["log/record-missing"]
    office.redact(0)
    office.seal()
    assert codes(look(office)) == []


def test_an_overdue_release_is_stale(office: Office) -> None:
    late = Wish(NOW + timedelta(days=30), [office.signer.key])
    assert verify(FolderSource(office.folder), late).exit == 13


def test_what_is_remembered_of_another_log_is_no_comfort(office: Office) -> None:
    known = Remembered("other.example/log", 1, bytes(32))
    assert codes(look(office, known)) == ["log/other"]


def test_nothing_is_remembered_of_a_log_that_is_not_signed(office: Office) -> None:
    verdict = look(office, key=Signer("other").key)
    assert (verdict.exit, verdict.memory) == (12, None)


def test_an_empty_folder_was_not_checked(tmp_path: Path) -> None:
    verdict = verify(FolderSource(tmp_path), Wish(NOW))
    assert (verdict.exit, codes(verdict)) == (14, ["manifest/absent"])


def test_a_checkpoint_of_an_absurd_size_is_refused_at_once(office: Office) -> None:
    said = office.log.checkpoint.note.decode().split("\n")
    said[1] = "99999999999999"
    office.put("log/checkpoint", "\n".join(said).encode())
    assert "log/no-checkpoint" in codes(look(office))


def test_everything_that_can_be_said_has_words() -> None:
    notes = {code for code in CODES if code.startswith("note/")}
    assert notes | set(EXITS) == set(CODES)
    assert set(EXITS.values()) | {0} == set(VERDICTS)
