"""Posting lists: which documents have a key and at which places, packed for the disk and back."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from operator import sub

Places = Mapping[str, list[int]]
"""Each key of a text with its places in the row of words, ascending."""

Postings = dict[int, bytes]
"""The documents that have a key, by their number, and the places where, packed: see `times` and `unpack`."""

_FAR = 255
_FAR_BYTE = bytes([_FAR])
_SHORT = 1024


def pack(places: Sequence[int]) -> bytes:
    """Pack ascending places: the step to each in one byte, after one `_FAR` for each 255 places passed over.

    Most steps fit a byte, and such a row is counted and unpacked without a loop of our own.
    """
    if len(places) == 1:
        return _step(places[0])
    return b"".join(map(_step, map(sub, places, (0, *places))))


def times(packed: bytes) -> int:
    """Give the number of places in a packed row of them."""
    return len(packed) - packed.count(_FAR)


def all_times(rows: Sequence[bytes]) -> Iterable[int]:
    """Give the number of places in each of many packed rows."""
    if _FAR_BYTE not in b"".join(rows):
        return map(len, rows)
    return [len(packed) - packed.count(_FAR) for packed in rows]


def unpack(packed: bytes) -> list[int]:
    """Give the places in a packed row of them, ascending."""
    if _FAR not in packed:
        return list(accumulate(packed))
    return [place for place, step in zip(accumulate(packed), packed, strict=True) if step != _FAR]


def _packed_step(step: int) -> bytes:
    far, near = divmod(step, _FAR)
    return bytes([_FAR]) * far + bytes([near])


_STEPS = tuple(map(_packed_step, range(_SHORT)))


def _step(step: int) -> bytes:
    # Equal steps are one object: a row of one place, as most are, costs no memory of its own.
    return _STEPS[step] if step < _SHORT else _packed_step(step)
