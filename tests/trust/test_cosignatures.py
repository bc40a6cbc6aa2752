"""What a witness says is verified with its key and its time, and where it says so is known."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.trust.checkpoint import Checkpoint, NotAKey, Signature, read_checkpoint
from portal.trust.cosignatures import (
    cosignature_path,
    cosigned,
    cosigned_message,
    read_witness,
    witnessed_at,
)
from portal.trust.signatures import NotSigned
from tests.trust.logs import ORIGIN, Signer

WITNESS = Signer("neighbour", "lang-ben.example/witness")
BARE = Checkpoint(ORIGIN, 3, bytes(32))


def test_the_message_is_that_of_the_specification() -> None:
    held = cosigned_message(Checkpoint("example.com/behind-the-sofa", 7, bytes(32)), 1679315147)
    assert held.startswith(b"cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n7\n")


@given(st.integers(0, 2**63 - 1))
@settings(max_examples=20)
def test_a_cosignature_tells_its_time(time: int) -> None:
    held = cosigned(BARE, WITNESS.witness, time, WITNESS.sign)
    assert witnessed_at(read_checkpoint(held.note), WITNESS.witness) == time


def test_the_newest_cosignature_takes_the_place_of_the_one_before() -> None:
    first = cosigned(BARE, WITNESS.witness, 1, WITNESS.sign)
    assert len(cosigned(first, WITNESS.witness, 2, WITNESS.sign).signatures) == 1


def test_a_witness_that_did_not_sign_saw_nothing() -> None:
    assert witnessed_at(BARE, WITNESS.witness) is None


def test_a_wrong_cosignature_is_told() -> None:
    held = cosigned(BARE, WITNESS.witness, 5, WITNESS.sign)
    with pytest.raises(NotSigned):
        witnessed_at(replace(held, size=4), WITNESS.witness)
    with pytest.raises(NotSigned):
        late = Signature(WITNESS.name, WITNESS.witness.id, b"\xff" * 72)
        witnessed_at(replace(BARE, signatures=(late,)), WITNESS.witness)


def test_the_key_of_a_witness_is_read_as_it_is_told() -> None:
    assert read_witness(WITNESS.witness.vkey) == WITNESS.witness
    assert WITNESS.witness.id != WITNESS.key.id
    for text in ("", WITNESS.key.vkey, WITNESS.witness.vkey[:-4], "a b+" + WITNESS.witness.vkey):
        with pytest.raises(NotAKey):
            read_witness(text)


def test_a_cosigned_checkpoint_lies_under_the_digest_of_the_origin() -> None:
    path = "witness/7b2f5a4b0a6a1d5d20a4f8a0c1f4ac3d6a3dbcef2dfca30a2ed7b3d2f2c8a5b1/checkpoint"
    assert len(cosignature_path(ORIGIN)) == len(path)
    assert cosignature_path(ORIGIN) != cosignature_path("other.example/log")
