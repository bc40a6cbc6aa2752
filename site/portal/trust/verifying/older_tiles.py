"""Tiles and bundles of older checkpoints, which a log may go on serving; they must say what it says now."""

import re
from collections.abc import Sequence

from portal.trust.merkle import leaf_hash, root_of
from portal.trust.tiles import HEIGHT, WIDTH, NotABundle, read_bundle
from portal.trust.verifying.sources import Absent, CannotRead, Source, file_at

_PARTIAL = re.compile(r"log/tile/(entries|\d{1,2})/((?:x\d{3}/)*\d{3})\.p/([1-9]\d{0,2})")


def older_tiles(source: Source, leaves: Sequence[bytes], own: set[str]) -> set[str]:
    """The files of a folder that are such tiles of the log of these leaves."""
    found = set()
    for path in source.files():
        named = None if path in own else _PARTIAL.fullmatch(path)
        if named is None:
            continue
        number = int(re.sub(r"\D", "", named[2]))
        try:
            data = file_at(source, path)
            if data == _as_now(named[1], number, int(named[3]), leaves, data):
                found.add(path)
        except (Absent, CannotRead, NotABundle):
            continue
    return found


def _as_now(kind: str, number: int, width: int, leaves: Sequence[bytes], data: bytes) -> bytes | None:
    """What a file of the log must hold; None where it holds else, or the log does not reach so far."""
    if kind == "entries":
        begin = number * WIDTH
        hashes = [leaf_hash(entry) for entry in read_bundle(data)]
        return data if hashes == leaves[begin : begin + width] and len(hashes) == width else None
    span = 1 << int(kind) * HEIGHT
    places = range(number * WIDTH, number * WIDTH + width)
    if places.stop * span > len(leaves):
        return None
    return b"".join(root_of(leaves[place * span : (place + 1) * span]) for place in places)
