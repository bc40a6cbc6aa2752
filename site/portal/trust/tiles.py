"""A log as static files: tiles of hashes and bundles of entries (C2SP tlog-tiles)."""

from collections.abc import Iterable, Iterator, Sequence

from portal.trust.merkle import root_of

WIDTH = 256
"""Hashes in a full tile, entries in a full bundle."""
HEIGHT = 8
"""Levels of a tree that one level of tiles spans."""
LONGEST = 65_535
"""Bytes of an entry."""


class NotABundle(ValueError):
    """Bytes that are no whole number of entries."""


def number_path(number: int) -> str:
    """A number as a path of three digits each: 1234067 gives `x001/x234/067`."""
    parts = [f"{number % 1000:03}"]
    while number >= 1000:
        number //= 1000
        parts.append(f"x{number % 1000:03}")
    return "/".join(reversed(parts))


def tile_path(level: int, number: int, width: int = WIDTH) -> str:
    """Where a tile lies below the log; one that is not full says how wide it is."""
    return f"tile/{level}/{number_path(number)}{_part(width)}"


def entries_path(number: int, width: int = WIDTH) -> str:
    """Where a bundle of entries lies below the log."""
    return f"tile/entries/{number_path(number)}{_part(width)}"


def _part(width: int) -> str:
    return "" if width == WIDTH else f".p/{width}"


def bundle(entries: Iterable[bytes]) -> bytes:
    """Entries one after another, each after its length in two bytes."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def read_bundle(data: bytes) -> Iterator[bytes]:
    """Give the entries of a bundle; raises NotABundle."""
    place = 0
    while place < len(data):
        begin = place + 2
        place = begin + int.from_bytes(data[place:begin], "big")
        if begin > len(data) or place > len(data):
            raise NotABundle(f"entry ends after byte {len(data)}")
        yield data[begin:place]


def upper_tiles(roots: Sequence[bytes], level: int = 1) -> Iterator[tuple[str, bytes]]:
    """The tiles above the lowest level, by path: each hash in them is the root of a full tile below."""
    while roots:
        above = []
        for begin in range(0, len(roots), WIDTH):
            held = roots[begin : begin + WIDTH]
            yield tile_path(level, begin // WIDTH, len(held)), b"".join(held)
            if len(held) == WIDTH:
                above.append(root_of(held))
        roots, level = above, level + 1
