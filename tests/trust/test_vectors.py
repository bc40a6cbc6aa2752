"""Others' vectors: each is judged as they judge it, and the log that they made is made again, byte for byte.

They come from transparency-dev's `merkle` and `tessera`; TLOG_VECTORS names their archive.
"""

import json
import tarfile
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from portal.trust.checkpoint import read_checkpoint
from portal.trust.growth import Edge, grow
from portal.trust.merkle import EMPTY
from portal.trust.proofs import NotProved, verify_consistency, verify_inclusion
from portal.trust.tiles import bundle, read_bundle
from tests.requirements_of_machine import tlog_vectors

pytestmark = pytest.mark.vectors
LOG = "tessera/testdata/log/"


@pytest.fixture(scope="module")
def held() -> Mapping[str, bytes]:
    """All files of the archive."""
    return dict(_files())


def _files() -> Iterator[tuple[str, bytes]]:
    archive = tlog_vectors()
    assert archive is not None
    with tarfile.open(archive) as files:
        for member in files:
            data = files.extractfile(member)
            if data is not None:
                yield member.name.removeprefix("./"), data.read()


def _hashes(held: Any) -> tuple[bytes, ...]:
    return tuple(b64decode(one) for one in held or ())


def _inclusion(said: Mapping[str, Any]) -> None:
    leaf, root = b64decode(said["leafHash"] or ""), b64decode(said["root"] or "")
    verify_inclusion(leaf, said["leafIdx"], said["treeSize"], _hashes(said["proof"]), root)


def _consistency(said: Mapping[str, Any]) -> None:
    before, after = b64decode(said["root1"] or ""), b64decode(said["root2"] or "")
    verify_consistency(said["size1"], said["size2"], before, after, _hashes(said["proof"]))


@pytest.mark.parametrize(("kind", "judge"), [("inclusion", _inclusion), ("consistency", _consistency)])
def test_each_vector_is_judged_as_its_makers_judge_it(
    held: Mapping[str, bytes], kind: str, judge: Any
) -> None:
    vectors = {name: json.loads(data) for name, data in held.items() if f"testdata/{kind}/" in name}
    assert len(vectors) == 98
    otherwise = []
    for name, said in vectors.items():
        try:
            judge(said)
            wrong = False
        except NotProved:
            wrong = True
        if wrong != said["wantErr"]:
            otherwise.append((name, said["desc"]))
    assert otherwise == []


def test_a_log_of_tessera_is_made_again_byte_for_byte(held: Mapping[str, bytes]) -> None:
    theirs = {name.removeprefix(LOG): data for name, data in held.items() if name.startswith(LOG)}
    assert len(theirs) == 47
    entries = list(read_bundle(theirs["tile/entries/000.p/15"]))
    assert bundle(entries) == theirs["tile/entries/000.p/15"]
    made, edge = {}, Edge()
    for number in range(16):
        checkpoint = read_checkpoint(theirs[f"checkpoint.{number}"])
        assert (checkpoint.size, checkpoint.root) == (edge.size, edge.root if number else EMPTY)
        made[f"checkpoint.{number}"] = checkpoint.note
        made["checkpoint"] = checkpoint.note
        if number < 15:
            edge, files = grow(edge, [entries[number]])
            made |= files
    assert made == theirs
