"""A checkpoint is believed for a signature of a known key in the log's own name, and for nothing else."""

from dataclasses import replace

import pytest

from portal.trust.checkpoint import Checkpoint, Signature, read_checkpoint
from portal.trust.signatures import NotSigned, signed, verify_signed
from tests.trust.logs import ORIGIN, Signer

OFFICE, OTHER = Signer("office"), Signer("other")
BARE = Checkpoint(ORIGIN, 3, bytes(32))
SIGNED = signed(BARE, OFFICE.key, OFFICE.sign)


def test_a_signed_checkpoint_is_verified_as_it_is_served() -> None:
    assert verify_signed(read_checkpoint(SIGNED.note), [OTHER.key, OFFICE.key]) == OFFICE.key


def test_signing_again_leaves_one_signature_of_a_key() -> None:
    both = signed(signed(SIGNED, OTHER.key, OTHER.sign), OFFICE.key, OFFICE.sign)
    assert len(both.signatures) == 2
    assert verify_signed(both, [OFFICE.key]) == OFFICE.key


@pytest.mark.parametrize(
    "claim",
    [
        BARE,
        signed(BARE, OTHER.key, OTHER.sign),
        replace(SIGNED, size=4),
        replace(SIGNED, origin="other.example/log"),
        replace(BARE, signatures=(Signature(ORIGIN, OFFICE.key.id, bytes(64)),)),
        replace(SIGNED, signatures=(*SIGNED.signatures, Signature(ORIGIN, OTHER.key.id, bytes(64)))),
    ],
)
def test_anything_else_is_not_signed(claim: Checkpoint) -> None:
    with pytest.raises(NotSigned):
        verify_signed(claim, [OFFICE.key] if claim.signatures[1:] == () else [OFFICE.key, OTHER.key])


def test_a_key_signs_only_for_the_log_of_its_name() -> None:
    elsewhere = Signer("office", "other.example/log")
    with pytest.raises(NotSigned):
        verify_signed(signed(BARE, elsewhere.key, elsewhere.sign), [elsewhere.key])
