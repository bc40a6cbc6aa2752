"""A proof in a file shows that an entry is in a log, is small, and has one form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.trust.proofs import NotProved
from portal.trust.tlog_proof import LogProof, read_log_proof
from portal.trust.tree import Tree
from tests.trust.logs import Log


def made(size: int, index: int, extra: bytes = b"") -> LogProof:
    log = Log()
    checkpoint = log.append(*(str(number).encode() for number in range(size)))
    return LogProof(index, Tree(size, log.files.__getitem__).inclusion(index), checkpoint, extra)


@given(st.integers(1, 600), st.data(), st.binary(max_size=30))
@settings(max_examples=20)
def test_a_proof_is_read_as_it_was_written_and_holds(size: int, data: st.DataObject, extra: bytes) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof = made(size, index, extra)
    assert read_log_proof(proof.text) == proof
    proof.verify(str(index).encode())
    with pytest.raises(NotProved):
        proof.verify(b"another entry")


def test_a_proof_in_a_long_log_is_small() -> None:
    assert len(made(100_000, 77_777).text) <= 1200


@given(st.data())
@settings(max_examples=100)
def test_one_changed_byte_proves_nothing_or_changes_what_is_not_vouched_for(data: st.DataObject) -> None:
    proof = made(20, 7)
    text = bytearray(proof.text)
    place = data.draw(st.integers(0, proof.text.index(b"\n\n")))
    text[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != text[place]))
    with pytest.raises(NotProved):
        read_log_proof(bytes(text)).verify(b"7")


@pytest.mark.parametrize(
    "text",
    [b"", b"c2sp.org/tlog-proof@v1\n", b"c2sp.org/tlog-proof@v1\nindex 0\n\n", b"\xff\n\n"],
)
def test_what_is_no_proof_is_refused(text: bytes) -> None:
    with pytest.raises(NotProved):
        read_log_proof(text)


def test_a_number_with_a_nought_before_it_is_refused() -> None:
    with pytest.raises(NotProved):
        read_log_proof(made(20, 7).text.replace(b"index 7", b"index 07"))
