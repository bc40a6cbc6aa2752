"""Files that are there whole or not at all, whoever else writes them, and whenever a process is killed."""

import os
import threading
from contextlib import suppress
from pathlib import Path

from portal.failure import naming

_HALF = "half"
_DEAD = 3600 * 10**9  # nanoseconds after which nobody is still writing a file of some megabytes


def write_whole(file: Path, body: bytes) -> None:
    """Write a file under another name, then give it its own; makes its folder.

    Two that write the same at once leave what the last of them wrote. What was killed while it wrote leaves
    its half in a folder beside the file, where a later writer sweeps it away. Raises OSError.
    """
    halves = file.parent / _HALF
    halves.mkdir(parents=True, exist_ok=True)
    half = halves / f"{file.name}.{os.getpid()}.{threading.get_ident()}"
    try:
        with naming(half):
            half.write_bytes(body)
            now = half.stat().st_mtime_ns
        half.replace(file)
    except OSError:
        half.unlink(missing_ok=True)
        raise
    _sweep(halves, now)


def _sweep(halves: Path, now: int) -> None:
    """Remove what is long dead, by the clock of the file system, which wrote all these times."""
    with suppress(OSError):
        for half in halves.iterdir():
            if now - half.stat().st_mtime_ns > _DEAD:
                half.unlink()
