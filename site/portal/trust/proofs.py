"""Proofs about a Merkle tree (RFC 6962, 2.1.1, 2.1.2): a leaf is in it, it grew out of an older one."""

from collections.abc import Callable, Iterator, Sequence

from portal.trust.merkle import EMPTY, Range, node_hash

Node = Callable[[int, int], bytes]
"""Gives the hash of a whole subtree by its level, 0 for leaves, and its number on that level."""

_HASH = 32


class NotProved(ValueError):
    """A proof does not show what it is said to show; says why."""


def inclusion_proof(index: int, size: int, node: Node) -> tuple[bytes, ...]:
    """The hashes that lead from a leaf to the root of `size` leaves, the leaf's neighbour first."""
    if not 0 <= index < size:
        raise NotProved(f"no entry {index} among {size}")
    return tuple(span_root(*span, node) for span in _beside(index, size))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Raise NotProved unless `leaf` is the hash of leaf `index` of the tree of that size and root."""
    if not 0 <= index < size:
        raise NotProved(f"no entry {index} among {size}")
    _are_hashes(leaf, root, *proof)
    inner = (index ^ (size - 1)).bit_length()
    if len(proof) != inner + (index >> inner).bit_count():
        raise NotProved("the proof is too long or too short")
    if _climb(leaf, index, inner, proof) != root:
        raise NotProved("the proof leads to another root")


def consistency_proof(old: int, new: int, node: Node) -> tuple[bytes, ...]:
    """The hashes which show that the first `old` of `new` leaves are those of the older tree."""
    if not 0 <= old <= new:
        raise NotProved(f"{new} entries cannot have grown out of {old}")
    return tuple(span_root(*span, node) for span in _shared(old, new)) if old else ()


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> None:
    """Raise NotProved unless the tree of `new` leaves begins with the leaves of the older one."""
    if not 0 <= old <= new:
        raise NotProved(f"{new} entries cannot have grown out of {old}")
    if old in (0, new):
        same = old_root == new_root if old == new else len(new_root) == _HASH
        if proof or not same or (old == 0 and old_root != EMPTY):
            raise NotProved("two roots of one size differ, or the proof is too long")
        return
    _are_hashes(old_root, new_root, *proof)
    level = (old & -old).bit_length() - 1
    # An older tree that is one whole subtree is where its own proof begins.
    seed, path = (old_root, proof) if old == 1 << level else (b"".join(proof[:1]), proof[1:])
    inner = ((old - 1) ^ (new - 1)).bit_length()
    if len(path) != inner - level + ((old - 1) >> inner).bit_count():
        raise NotProved("the proof is too long or too short")
    place, inner = (old - 1) >> level, inner - level
    before = seed
    for step, hash in enumerate(path):
        if step >= inner or place >> step & 1:
            before = node_hash(hash, before)
    if before != old_root:
        raise NotProved("the proof leads to another older root")
    if _climb(seed, place, inner, path) != new_root:
        raise NotProved("the proof leads to another root")


def span_root(low: int, high: int, node: Node) -> bytes:
    """The root of the leaves from `low` up to `high`, a span that is a subtree or a right edge."""
    held = Range()
    while low < high:
        level = (high - low).bit_length() - 1
        held.add(node(level, low >> level), level)
        low += 1 << level
    return held.root


def _are_hashes(*hashes: bytes) -> None:
    if any(len(hash) != _HASH for hash in hashes):
        raise NotProved("a hash is of another length")


def _climb(hash: bytes, place: int, inner: int, path: Sequence[bytes]) -> bytes:
    for step, other in enumerate(path):
        on_the_right = step >= inner or place >> step & 1
        hash = node_hash(other, hash) if on_the_right else node_hash(hash, other)
    return hash


def _split(low: int, high: int) -> int:
    """Where a tree of more than one leaf parts: its left side is as large a whole subtree as can be."""
    return low + (1 << ((high - low - 1).bit_length() - 1))


def _beside(index: int, size: int) -> Iterator[tuple[int, int]]:
    low, high, found = 0, size, []
    while high - low > 1:
        middle = _split(low, high)
        if index < middle:
            found.append((middle, high))
            high = middle
        else:
            found.append((low, middle))
            low = middle
    return reversed(found)


def _shared(old: int, new: int) -> Iterator[tuple[int, int]]:
    low, high, found = 0, new, []
    while old != high:
        middle = _split(low, high)
        if old <= middle:
            found.append((middle, high))
            high = middle
        else:
            found.append((low, middle))
            low = middle
    if low:
        found.append((low, high))
    return reversed(found)
