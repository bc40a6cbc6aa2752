"""What a build wrote: the public folder before and after."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as it stands: where on the disk, when written, how long, and what is in it."""

    inode: int
    written: int
    size: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What stands after a build, and what of it the build touched.

    `pages` are HTML files, `bytes` is all files; `written` counts files that are new on the disk or were
    written in place, `changed` those whose bytes are new.
    """

    pages: int
    files: int
    bytes: int
    written: int
    changed: int
    removed: int


def snapshot(public: Path) -> Mapping[str, Stamp]:
    """Every file below a folder by its path; nothing where there is no folder."""
    root = public.resolve()
    return {os.path.relpath(file, root): _stamp(file) for file in _files(root)} if root.is_dir() else {}


def _files(root: Path) -> Iterator[str]:
    for folder, _, names in os.walk(root):
        yield from (f"{folder}/{name}" for name in names)


def _stamp(file: str) -> Stamp:
    with open(file, "rb") as opened:  # noqa: PTH123 (a path object for each of 100,000 files is slow)
        state = os.fstat(opened.fileno())
        return Stamp(state.st_ino, state.st_mtime_ns, state.st_size, blake2b(opened.read()).digest())


def compare(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> Written:
    """Count what a build made of a folder."""
    return Written(
        pages=sum(path.endswith(".html") for path in after),
        files=len(after),
        bytes=sum(stamp.size for stamp in after.values()),
        written=sum(before.get(path) != stamp for path, stamp in after.items()),
        changed=sum(path not in before or before[path].digest != s.digest for path, s in after.items()),
        removed=len(before.keys() - after.keys()),
    )
