"""Text files packed beforehand, for servers to send as they lie: Brotli (RFC 7932) and gzip (RFC 1952).

Files that are named by the digest of their bytes are packed once for years, and so as tightly as can be.
Pages are packed at the step where more time buys little.
"""

import gzip
from collections.abc import Iterator

import brotli

SUFFIXES = (".br", ".gz")
_TEXT = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".webmanifest", ".opml")
_LASTING = "tai-nguyen/"
_LEAST = 256
"""Bytes below which packing saves no packet."""


def variants(path: str, body: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the packed files of a file by their paths; none where they would not be smaller.

    The bytes are the same for the same versions of the packers, whatever the time.
    """
    if len(body) < _LEAST or not path.endswith(_TEXT):
        return
    quality = 11 if path.startswith(_LASTING) else 7
    packed = (
        brotli.compress(body, mode=brotli.MODE_TEXT, quality=quality),
        gzip.compress(body, 9, mtime=0),
    )
    for suffix, made in zip(SUFFIXES, packed, strict=True):
        if len(made) < len(body):
            yield path + suffix, made


def packed_of(path: str) -> tuple[str, ...]:
    """The paths at which packed files of a file may lie."""
    return tuple(path + suffix for suffix in SUFFIXES)
