"""Tables of the export, read back."""

import zlib
from collections.abc import Iterator


def unpacked(body: bytes) -> bytes:
    """Give what was packed."""
    return zlib.decompress(body, -15)


def table_of(body: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the names and bodies of a table."""
    at, before = 0, b""
    while at < len(body):
        shared, at = number_at(body, at)
        rest, at = number_at(body, at)
        before, at = before[:shared] + body[at : at + rest], at + rest
        size, at = number_at(body, at)
        yield before.decode(), body[at : at + size]
        at += size


def number_at(body: bytes, at: int) -> tuple[int, int]:
    """Give the number at a place, and the place after it."""
    value = shift = 0
    while True:
        byte = body[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
