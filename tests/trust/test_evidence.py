"""What was published can be proved for an archive, and a proof shows that and nothing else."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from portal.cli import main
from portal.trust.proofs import NotProved
from portal.trust.signatures import NotSigned
from portal.trust.tlog_proof import read_log_proof
from portal.trust.verifying.evidence import check_proof, prove
from portal.trust.verifying.sources import CannotRead, FolderSource
from tests.trust.logs import Signer
from tests.trust.releases import NOW, Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "public")
    made.publish()
    made.publish()
    return made


def proof(office: Office, path: str) -> bytes:
    return prove(FolderSource(office.folder), path, NOW)


@pytest.mark.parametrize("path", ["tin/1/index.html", "/tin/1/"])
def test_a_page_of_the_release_is_proved(office: Office, path: str) -> None:
    data = (office.folder / "tin/1/index.html").read_bytes()
    said = check_proof(proof(office, path), [office.signer.key], data)
    assert (said.path, said.sha256, said.is_text) == ("tin/1/index.html", sha256(data).hexdigest(), False)
    assert said.key == office.signer.key


def test_the_newest_version_of_a_text_is_proved(office: Office) -> None:
    said = check_proof(proof(office, "tin-tuc/0.md"), [office.signer.key])
    newest = next(one for one in reversed(office.records) if b'"tin-tuc/0.md"' in one)
    assert (said.path, said.sha256, said.is_text) == ("tin-tuc/0.md", json.loads(newest)["sha256"], True)


def test_a_proof_holds_after_the_portal_has_gone_on(office: Office) -> None:
    text = proof(office, "/tin/2/")
    data = (office.folder / "tin/2/index.html").read_bytes()
    office.publish()
    assert check_proof(text, [office.signer.key], data).path == "tin/2/index.html"


def test_other_bytes_another_key_and_another_proof_show_nothing(office: Office) -> None:
    text = proof(office, "/tin/2/")
    with pytest.raises(NotProved):
        check_proof(text, [office.signer.key], b"x")
    with pytest.raises(NotSigned):
        check_proof(text, [Signer("thief").key])
    held = read_log_proof(text)
    said = json.loads(held.extra)
    others: list[object] = [{**said, key: ""} for key in ("entry", "path", "index", "part")]
    for wrong in (*others, {}, []):
        with pytest.raises(NotProved):
            check_proof(replace(held, extra=json.dumps(wrong).encode()).text, [])


def test_no_changed_byte_changes_what_is_proved(office: Office) -> None:
    text, random = proof(office, "tin-tuc/0.md"), Random(1)
    said = check_proof(text, [office.signer.key])
    for _ in range(200):
        changed = bytearray(text)
        changed[random.randrange(len(changed))] ^= random.randrange(1, 256)
        try:
            assert check_proof(bytes(changed), [office.signer.key]) == said
        except (NotProved, NotSigned) as error:
            assert isinstance(error, ValueError)


def test_what_was_not_published_is_not_proved(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotProved):
        proof(office, "/ca-cuoc/")
    with pytest.raises(CannotRead):
        prove(FolderSource(tmp_path / "nowhere"), "/", NOW)


def test_the_verb_writes_and_checks(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, page = tmp_path / "trang.tlog-proof", office.folder / "tin/1/index.html"
    key = office.signer.key.vkey
    assert main(["prove", "/tin/1/", "--from", str(office.folder), "--out", str(out)]) == 0
    assert main(["prove", "--check", str(out), "--key", key, "--file", str(page)]) == 0
    assert "đúng từng byte" in capsys.readouterr().out
    assert main(["prove", "--check", str(out)]) == 0
    assert "CHƯA được kiểm" in capsys.readouterr().out
    assert main(["prove", "--check", str(out), "--file", str(office.folder / "404.html")]) == 10
    assert main(["prove", "--check", str(out), "--key", Signer("thief").key.vkey]) == 12
    assert main(["prove", "--check", str(tmp_path / "no")]) == 14
    assert main(["prove", "/tin/1/", "--from", str(tmp_path / "no")]) == 14
    assert main(["prove"]) == 2
    assert main(["prove", "--check", str(out), "--key", "x"]) == 2
