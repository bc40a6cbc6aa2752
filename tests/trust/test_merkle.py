"""Roots are those of RFC 6962, however they are reckoned."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from portal.trust.merkle import EMPTY, Range, leaf_hash, root_of

leaves = st.lists(st.binary(max_size=8), max_size=40)


def by_definition(held: list[bytes]) -> bytes:
    """The definition of RFC 6962, 2.1."""
    if not held:
        return sha256(b"").digest()
    if len(held) == 1:
        return sha256(b"\0" + held[0]).digest()
    split = 1
    while split * 2 < len(held):
        split *= 2
    return sha256(b"\1" + by_definition(held[:split]) + by_definition(held[split:])).digest()


@given(leaves)
def test_a_root_is_that_of_the_definition(held: list[bytes]) -> None:
    assert root_of(map(leaf_hash, held)) == by_definition(held)


@given(leaves, st.integers(0, 4))
def test_whole_subtrees_stand_for_their_leaves(held: list[bytes], level: int) -> None:
    whole, width = Range(), 2**level
    end = len(held) - len(held) % width
    for begin in range(0, end, width):
        whole.add(root_of(map(leaf_hash, held[begin : begin + width])), level)
    for leaf in held[end:]:
        whole.add(leaf_hash(leaf))
    assert whole.root == by_definition(held)


def test_no_leaves_have_a_root_too() -> None:
    assert root_of([]) == EMPTY == sha256(b"").digest()
