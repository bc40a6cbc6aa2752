"""What was written is on the disk, and not only in the machine's memory; a file is the old one or the new."""

import ctypes
import os
from pathlib import Path

from portal.failure import naming


def write_whole(file: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one."""
    new = file.with_name(file.name + ".new")
    with naming(new), new.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    new.replace(file)


def flush_tree(folder: Path) -> None:
    """Return when every file and folder below a folder is on the disk; raises OSError."""
    if not _flush_file_system(folder):
        for here, _, names in os.walk(folder):
            for name in names:
                flush_file(Path(here, name))
            flush_folder(Path(here))


def flush_file(path: Path) -> None:
    """Return when the bytes of a file are on the disk."""
    with naming(path), path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows has no way to flush a folder.
    handle = os.open(folder, os.O_RDONLY)
    try:
        with naming(folder):
            os.fsync(handle)
    finally:
        os.close(handle)


def _flush_file_system(folder: Path) -> bool:
    """Ask for all of a file system at once, ten times faster than file by file; false where nobody can."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if os.name == "posix" else None
    if syncfs is None:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(handle) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(handle)
    return True
