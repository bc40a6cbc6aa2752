"""Bytes of the export: numbers as varints, names, and lists of documents; `search.js` reads the same.

A number has seven bits a byte, the low ones first, the high bit where more follow.
"""

import zlib
from collections.abc import Iterable, Sequence

Counts = dict[int, int]
"""Documents, or places in a longer list, ascending; and how many times each has something."""

_EXPLICIT, _ONES, _SAME, _FULL = 0, 1, 2, 4
_OFFSET, _PRIME, _MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def number(value: int) -> bytes:
    """Give a number from 0 on."""
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


_NUMBERS = tuple(map(number, range(1024)))


def numbers(values: Iterable[int]) -> bytes:
    """Give numbers one after the other."""
    return b"".join([_NUMBERS[value] if value < 1024 else number(value) for value in values])


def name(text: str) -> bytes:
    """Give a text, after the number of its bytes."""
    body = text.encode("utf-8", "replace")
    return number(len(body)) + body


def counted(counts: Counts, within: Counts | None = None) -> bytes:
    """Give a list: a head that says how it goes on, the gaps between its documents, and its counts.

    `within` is the longer list of which it is a part, if it is one. Gaps are left out where all of that are
    in it; counts where all are 1, or what they are in the longer list.
    """
    kind = _FULL if within is not None and len(counts) == len(within) else 0
    if all(count == 1 for count in counts.values()):
        kind |= _ONES
    elif within is not None and all(within[one] == count for one, count in counts.items()):
        kind |= _SAME
    made = [number(len(counts) << 3 | kind)]
    if not kind & _FULL:
        places = _places(counts, within) if within is not None else list(counts)
        made.append(numbers(_gaps(places)))
    if not kind & 3:
        made.append(numbers(counts.values()))
    return b"".join(made)


def _places(counts: Counts, within: Counts) -> Sequence[int]:
    place = {document: at for at, document in enumerate(within)}
    return [place[document] for document in counts]


def _gaps(places: Sequence[int]) -> Iterable[int]:
    before = -1
    for place in places:
        yield place - before - 1
        before = place


def table(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Give named bodies in the order of their names: what a name shares with the one before is left out."""
    made: list[bytes] = []
    before = b""
    for key, body in sorted((key.encode("utf-8", "replace"), body) for key, body in entries):
        shared = next((at for at, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), None)
        shared = min(len(before), len(key), 127) if shared is None else min(shared, 127)
        made += (number(shared), number(len(key) - shared), key[shared:], number(len(body)), body)
        before = key
    return b"".join(made)


def packed(body: bytes) -> bytes:
    """Give bytes deflated, as `DecompressionStream("deflate-raw")` takes them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return packer.compress(body) + packer.flush()


def place_of(key: str, files: int) -> int:
    """Give the number of the file, of so many, in which a key is looked for (FNV-1a)."""
    found = _OFFSET
    for byte in key.encode("utf-8", "replace"):
        found = (found ^ byte) * _PRIME & _MASK
    return found % files
