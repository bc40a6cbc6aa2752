"""When a file of a release is said to have changed: the same on every machine, and new with every byte."""

import os
from pathlib import Path

_DAY = 86_400  # seconds


def moment_of(digest: str, day: int) -> int:
    """Seconds since 1970: two days before its content's day, at a second taken from its digest.

    Servers make an ETag of this and the size: it must change with every byte, be the same on every machine,
    and never lie in the future (RFC 9110, 8.8.2.1).
    """
    return (day - 2) * _DAY + _second(digest)


def untouched(file: str | Path, digest: str) -> int | None:
    """The size of a file that still has the moment that its digest gave it; None for any other, or none."""
    try:
        found = os.lstat(file)
    except FileNotFoundError:
        return None
    same = found.st_mtime_ns % (_DAY * 1_000_000_000) == _second(digest) * 1_000_000_000
    return found.st_size if same else None


def _second(digest: str) -> int:
    return int(digest[:8], 16) % _DAY
