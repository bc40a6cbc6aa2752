"""A log that is read from its tiles: any hash of its tree, with few fetches."""

from collections.abc import Callable
from dataclasses import dataclass, field

from portal.trust.checkpoint import Checkpoint
from portal.trust.merkle import root_of
from portal.trust.proofs import consistency_proof, inclusion_proof, span_root, verify_consistency
from portal.trust.tiles import HEIGHT, WIDTH, tile_path

Fetch = Callable[[str], bytes]
"""Gives a file of a log by its path below the log; raises whatever its source raises."""


class WrongTile(ValueError):
    """A tile is not of the width that a log of its size has; names it."""


@dataclass(slots=True)
class Tree:
    """The tree of a log of a size, as its tiles tell it; `root` is reckoned from them, and to be compared."""

    size: int
    fetch: Fetch
    _tiles: dict[tuple[int, int], bytes] = field(default_factory=dict)

    @property
    def root(self) -> bytes:
        """The root that the tiles at the right edge give."""
        return span_root(0, self.size, self.node)

    def node(self, level: int, number: int) -> bytes:
        """The hash of a whole subtree; raises WrongTile and what fetching raises."""
        above = level // HEIGHT
        inside = level % HEIGHT
        first = number << inside
        tile, begin = divmod(first, WIDTH)
        held = self._tile(above, tile)
        count = 1 << inside
        return root_of(held[32 * place : 32 * place + 32] for place in range(begin, begin + count))

    def inclusion(self, index: int) -> tuple[bytes, ...]:
        """The proof that an entry is in the log."""
        return inclusion_proof(index, self.size, self.node)

    def grew_from(self, old: Checkpoint, new: Checkpoint) -> None:
        """Raise NotProved unless the log of `new` begins with the entries of `old`."""
        proof = consistency_proof(old.size, new.size, self.node)
        verify_consistency(old.size, new.size, old.root, new.root, proof)

    def _tile(self, level: int, number: int) -> bytes:
        key = (level, number)
        if key not in self._tiles:
            width = min(WIDTH, (self.size >> level * HEIGHT) - number * WIDTH)
            path = tile_path(level, number, width)
            data = self.fetch(path)
            if len(data) != 32 * width:
                raise WrongTile(path)
            self._tiles[key] = data
        return self._tiles[key]
