"""Pairs of neighbouring words in what names an article: what related articles share."""

from array import array
from collections.abc import Iterator
from itertools import pairwise
from zlib import crc32

from search.analysis import keys_of


def pack_pairs(*texts: str) -> bytes:
    """The pairs of neighbouring words within each text, a number for each; `unpack_pairs` reads them.

    Numbers instead of words, since those of a dozen articles are compared for each page of an article. For
    this machine alone: they are kept in its cache and stand in no release.
    """
    return array("I", sorted({crc32(pair.encode()) for text in texts for pair in _pairs(text)})).tobytes()


def unpack_pairs(held: bytes) -> frozenset[int]:
    """The numbers of `pack_pairs`."""
    return frozenset(memoryview(held).cast("I"))


def _pairs(text: str) -> Iterator[str]:
    words = (word for piece in text.split() for word in keys_of(piece)[0])
    return (f"{one} {other}" for one, other in pairwise(words))
