"""Proofs are those of RFC 6962; what they show is taken, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.trust.merkle import leaf_hash, root_of
from portal.trust.proofs import (
    NotProved,
    consistency_proof,
    inclusion_proof,
    verify_consistency,
    verify_inclusion,
)

HASHES = [leaf_hash(bytes([number])) for number in range(70)]
sizes = st.integers(1, 70)


def node(level: int, number: int) -> bytes:
    """The hash of a whole subtree of the leaves of these tests."""
    return root_of(HASHES[number << level : (number + 1) << level])


def split(count: int) -> int:
    """The largest power of two below a number."""
    return int(1 << (count - 1).bit_length() - 1)


def path_by_definition(index: int, held: list[bytes]) -> list[bytes]:
    """RFC 6962, 2.1.1."""
    if len(held) == 1:
        return []
    middle = split(len(held))
    if index < middle:
        return [*path_by_definition(index, held[:middle]), root_of(held[middle:])]
    return [*path_by_definition(index - middle, held[middle:]), root_of(held[:middle])]


def proof_by_definition(old: int, held: list[bytes], whole: bool = True) -> list[bytes]:
    """RFC 6962, 2.1.2."""
    if old == len(held):
        return [] if whole else [root_of(held)]
    middle = split(len(held))
    if old <= middle:
        return [*proof_by_definition(old, held[:middle], whole), root_of(held[middle:])]
    return [*proof_by_definition(old - middle, held[middle:], False), root_of(held[:middle])]


@given(sizes, st.data())
def test_a_leaf_is_proved_to_be_in_the_tree(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, node)
    assert list(proof) == path_by_definition(index, HASHES[:size])
    verify_inclusion(HASHES[index], index, size, proof, root_of(HASHES[:size]))


@given(sizes, st.data())
def test_a_tree_is_proved_to_have_grown(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new))
    proof = consistency_proof(old, new, node)
    assert list(proof) == proof_by_definition(old, HASHES[:new])
    verify_consistency(old, new, root_of(HASHES[:old]), root_of(HASHES[:new]), proof)


@given(sizes, st.data())
def test_another_leaf_place_size_root_or_proof_proves_nothing(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    proof, root = inclusion_proof(index, size, node), root_of(HASHES[:size])
    wrong = bytes(32)
    cut = data.draw(st.integers(0, len(proof)))
    for claim in (
        (wrong, index, size, proof, root),
        (HASHES[index], size, size, proof, root),
        (HASHES[index], -1, size, proof, root),
        (HASHES[index], index, size, proof, wrong),
        (HASHES[index], index, size, (*proof[:cut], wrong, *proof[cut:]), root),
        (HASHES[index], index, size, (*proof[:cut], wrong, *proof[cut + 1 :]), root),
    ):
        with pytest.raises(NotProved):
            verify_inclusion(*claim)


@given(st.integers(2, 70), st.data())
def test_a_tree_that_did_not_grow_out_of_another_is_told(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new - 1))
    proof = consistency_proof(old, new, node)
    before, after, wrong = root_of(HASHES[:old]), root_of(HASHES[:new]), bytes(32)
    cut = data.draw(st.integers(0, len(proof)))
    for claim in (
        (old, new, wrong, after, proof),
        (old, new, before, wrong, proof),
        (new, old, after, before, proof),
        (old, new, before, after, (*proof[:cut], wrong, *proof[cut:])),
        (old, new, before, after, proof[:-1]),
        (old, new, before, after, ()),
    ):
        with pytest.raises(NotProved):
            verify_consistency(*claim)


def test_every_log_grew_out_of_the_empty_one_and_out_of_itself() -> None:
    verify_consistency(0, 5, root_of([]), root_of(HASHES[:5]), ())
    verify_consistency(5, 5, root_of(HASHES[:5]), root_of(HASHES[:5]), ())
    with pytest.raises(NotProved):
        verify_consistency(5, 5, root_of(HASHES[:5]), bytes(32), ())
    with pytest.raises(NotProved):
        verify_consistency(0, 5, bytes(32), root_of(HASHES[:5]), ())


def test_there_is_no_proof_of_what_is_not_there() -> None:
    with pytest.raises(NotProved):
        inclusion_proof(3, 3, node)
    with pytest.raises(NotProved):
        consistency_proof(4, 3, node)
