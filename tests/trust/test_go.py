"""Go's golang.org/x/mod, which Go's own checksum database stands on, takes our checkpoints and proofs."""

import json
import subprocess
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from portal.trust.checkpoint import Checkpoint
from portal.trust.proofs import consistency_proof
from portal.trust.signatures import signed
from portal.trust.tree import Tree
from tests.requirements_of_machine import GO_SOURCES, go_with_mod
from tests.trust.logs import Log, Signer

pytestmark = pytest.mark.go
LOGS = 1000


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program that judges."""
    go, folder = go_with_mod(), tmp_path_factory.mktemp("go")
    assert go is not None
    home = {"HOME": str(folder), "GOCACHE": str(folder / "cache"), "PATH": str(Path(go).parent)}
    home |= {"GO111MODULE": "off", "GOPATH": str(GO_SOURCES), "CGO_ENABLED": "0", "GOFLAGS": "-p=1"}
    source = Path(__file__).parent / "go/judge.go"
    subprocess.run([go, "build", "-o", str(folder / "judge"), str(source)], env=home, check=True)
    return folder / "judge"


def claim(random: Random) -> dict[str, object]:
    """What is said of a random log, of one of its entries, and of what it grew from."""
    log = Log(Signer(str(random.random()), f"portal-{random.randrange(1000)}.example/log"))
    before = log.append(*(random.randbytes(random.randrange(60)) for _ in range(random.randrange(1, 400))))
    entries = [random.randbytes(random.randrange(60)) for _ in range(random.randrange(1, 400))]
    after = log.append(*entries)
    tree = Tree(after.size, log.files.__getitem__)
    place = random.randrange(len(entries))
    return {
        "Vkey": log.signer.key.vkey, "Note": after.note.decode(), "Origin": after.origin,
        "Size": after.size, "Root": text(after.root), "Index": before.size + place,
        "Entry": text(entries[place]), "Proof": list(map(text, tree.inclusion(before.size + place))),
        "Old": before.size, "OldRoot": text(before.root),
        "Growth": list(map(text, consistency_proof(before.size, after.size, tree.node))),
    }  # fmt: skip


def text(data: bytes) -> str:
    """Bytes as Go's JSON has them."""
    return b64encode(data).decode()


def judged(judge: Path, claims: list[dict[str, object]]) -> list[str]:
    """The lines that the program prints."""
    told = "".join(json.dumps(one) + "\n" for one in claims)
    return subprocess.run([judge], input=told, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.slow
def test_go_takes_every_checkpoint_and_proof_of_a_thousand_logs(judge: Path) -> None:
    random = Random(6962)
    assert judged(judge, [claim(random) for _ in range(LOGS)]) == [f"judged {LOGS}"]


def test_go_refuses_what_is_wrong(judge: Path) -> None:
    right = claim(Random(1))
    wrong_entry = {**right, "Entry": text(b"another")}
    wrong_growth = {**right, "OldRoot": text(bytes(32))}
    signer = Signer("office")
    bare = replace(Checkpoint(str(right["Origin"]), 1, bytes(32)))
    wrong_note = {**right, "Note": signed(bare, signer.key, signer.sign).note.decode()}
    lines = judged(judge, [right, wrong_entry, wrong_growth, wrong_note])
    assert [line.split(" ")[0] for line in lines] == ["1", "2", "3", "judged"]
