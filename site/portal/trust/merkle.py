"""Merkle trees as RFC 6962 has them (2.1): one hash that stands for a list, in its order, of any length."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of no leaves."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of one leaf."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(slots=True)
class Range:
    """Leaves from the first to any last, as few hashes: of whole subtrees, the largest first."""

    held: list[tuple[int, bytes]] = field(default_factory=list)

    def add(self, hash: bytes, level: int = 0) -> None:
        """Append a whole subtree of 2**level leaves; all before it must be at least as large."""
        while self.held and self.held[-1][0] == level:
            hash, level = node_hash(self.held.pop()[1], hash), level + 1
        self.held.append((level, hash))

    @property
    def root(self) -> bytes:
        """The root of all leaves."""
        if not self.held:
            return EMPTY
        found = self.held[-1][1]
        for _, hash in reversed(self.held[:-1]):
            found = node_hash(hash, found)
        return found


def root_of(hashes: Iterable[bytes]) -> bytes:
    """The root of leaves with these hashes."""
    whole = Range()
    for hash in hashes:
        whole.add(hash)
    return whole.root
