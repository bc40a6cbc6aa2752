"""Checkpoints and keys are written as C2SP signed-note and tlog-checkpoint say, and read strictly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.trust.checkpoint import (
    Checkpoint,
    Key,
    NotACheckpoint,
    NotAKey,
    Signature,
    read_checkpoint,
    read_vkey,
)

# The example of the signed-note specification.
EXAMPLE = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
names = st.text("abcdefghijklmnopqrstuvwxyz./-0123456789", min_size=1, max_size=20)
signatures = st.builds(
    Signature, names, st.binary(min_size=4, max_size=4), st.binary(min_size=64, max_size=64)
)
checkpoints = st.builds(
    Checkpoint, names, st.integers(0, 10**9), st.binary(min_size=32, max_size=32),
    st.lists(signatures, max_size=3).map(tuple),
)  # fmt: skip


def test_a_key_is_known_as_in_the_example_of_the_specification() -> None:
    key = read_vkey(EXAMPLE)
    assert key.name == "PeterNeumann" and key.vkey == EXAMPLE and key.id.hex() == "c74f20a3"


@pytest.mark.parametrize(
    "text",
    [
        "", "a", EXAMPLE.replace("c74f20a3", "c74f20a4"), EXAMPLE[:-4], EXAMPLE.replace("ARpc", "Arpc"),
        EXAMPLE.replace("Peter", "Pe ter"), EXAMPLE + "!",
    ],
)  # fmt: skip
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(NotAKey):
        read_vkey(text)


@given(checkpoints)
def test_a_checkpoint_is_read_as_it_was_written(checkpoint: Checkpoint) -> None:
    assert read_checkpoint(checkpoint.note) == checkpoint


@given(checkpoints, st.data())
def test_a_note_that_lacks_a_byte_is_none_or_another(checkpoint: Checkpoint, data: st.DataObject) -> None:
    note = checkpoint.note
    place = data.draw(st.integers(0, len(note) - 1))
    try:
        assert read_checkpoint(note[:place] + note[place + 1 :]) != checkpoint
    except NotACheckpoint as error:
        assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    "note", [b"", b"\n\n", b"tin/log\n3\nAAAA\n\n", b"tin/log\n-\n\n", b"\xff\n", b"tin/log\n3\n"]
)
def test_what_is_no_checkpoint_is_refused(note: bytes) -> None:
    with pytest.raises(NotACheckpoint):
        read_checkpoint(note)


def test_the_signature_of_a_key_is_found_by_its_name_and_number() -> None:
    key = Key("tin/log", bytes(32))
    mine, other = Signature(key.name, key.id, bytes(64)), Signature(key.name, b"abcd", bytes(64))
    assert Checkpoint("tin/log", 1, bytes(32), (other, mine)).of(key) == mine
    assert Checkpoint("tin/log", 1, bytes(32), (other,)).of(key) is None
