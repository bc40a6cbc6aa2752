"""A log that grows: from its last few hashes alone, which files come with some more entries.

However long a log is, only its right edge is looked at: of each level of tiles the one that is not full yet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.trust.merkle import Range, leaf_hash, root_of
from portal.trust.tiles import HEIGHT, LONGEST, WIDTH, bundle, entries_path, tile_path


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a log of `size` entries.

    `entries` are those after the last full bundle; `tiles` has for each level the hashes of its tile that is
    not full yet, the leaves first.
    """

    size: int = 0
    entries: tuple[bytes, ...] = ()
    tiles: tuple[tuple[bytes, ...], ...] = ()

    @property
    def root(self) -> bytes:
        """The root of the whole log."""
        whole = Range()
        for level in reversed(range(len(self.tiles))):
            for hash in self.tiles[level]:
                whole.add(hash, level * HEIGHT)
        return whole.root


def grow(edge: Edge, added: Sequence[bytes]) -> tuple[Edge, dict[str, bytes]]:
    """Append entries: the edge after them, and the files below the log that are new, by path.

    Raises ValueError for an entry that a bundle cannot hold.
    """
    if any(len(entry) > LONGEST for entry in added):
        raise ValueError("an entry is longer than a bundle can hold")
    files = dict(_bundles(edge, added))
    tiles = []
    hashes = tuple(map(leaf_hash, added))
    done, level = edge.size, 0
    while hashes or level < len(edge.tiles):
        held = (*(edge.tiles[level] if level < len(edge.tiles) else ()), *hashes)
        first = done // WIDTH
        parts = [held[begin : begin + WIDTH] for begin in range(0, len(held), WIDTH)]
        if hashes:
            for number, part in enumerate(parts, first):
                files[tile_path(level, number, len(part))] = b"".join(part)
        full = [part for part in parts if len(part) == WIDTH]
        tiles.append(held[len(full) * WIDTH :])
        hashes, done, level = tuple(map(root_of, full)), done // WIDTH, level + 1
    size = edge.size + len(added)
    rest = (*edge.entries, *added)
    return Edge(size, rest[len(rest) - size % WIDTH :], tuple(tiles)), files


def _bundles(edge: Edge, added: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    held = (*edge.entries, *added)
    for begin in range(0, len(held) if added else 0, WIDTH):
        part = held[begin : begin + WIDTH]
        yield entries_path((edge.size + begin) // WIDTH, len(part)), bundle(part)
