"""A portal's folder: which files it holds, in an order that no machine decides."""

import os
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_TICK = 2_000_000_000
"""Nanoseconds within which a file system may give two changes one time (FAT: two seconds)."""

Stamp = tuple[int, int, int, int]
"""Size, moments of the last change of bytes and of the last change of anything, and number of a file.

The third is set by the operating system alone, in nanoseconds: a file that was replaced by an older copy,
with its old date and the same size, still has a new stamp.
"""


def stamp(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


@dataclass(frozen=True)
class Folder:
    """A folder of content; `name` begins every file name in reports.

    `now` is the time of the file system, in nanoseconds, before the folder is looked at: stamps of changes
    just before it may deceive. With 0 none is trusted. Folders in it that are `left` are not looked into.
    """

    root: Path
    name: str
    now: int = 0
    left: frozenset[str] = frozenset()

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Paths of all files below it, with slashes, sorted; hidden ones left out."""
        return tuple(sorted(self.stamps))

    @cached_property
    def stamps(self) -> Mapping[str, Stamp]:
        """The same files with their stamps, each as it was at one look."""
        found: dict[str, Stamp] = {}
        due = [(str(self.root), "")] if self.root.is_dir() else []
        while due:
            here, base = due.pop()
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if not base and entry.name in self.left:
                            continue
                        due.append((entry.path, f"{base}{entry.name}/"))
                    elif entry.is_file():
                        found[base + entry.name] = stamp(entry.stat())
        return found

    def again(self, files: Iterable[str], now: int) -> "Folder":
        """The same as it was seen, but some files as they are now, there or not."""
        stamps = dict(self.stamps)
        for file in files:
            path = self.path(file)
            if path.is_file():
                stamps[file] = stamp(path.stat())
            else:
                stamps.pop(file, None)
        looked = Folder(self.root, self.name, now)
        # What it would look for by itself.
        looked.__dict__["stamps"] = stamps
        if stamps.keys() == self.stamps.keys():
            looked.__dict__.update(files=self.files, names=self.names)
        return looked

    def is_settled(self, found: Stamp) -> bool:
        """Whether a stamp is old enough that a later change cannot have the same."""
        return found[2] < self.now - _TICK

    def stamp(self, file: str) -> Stamp | None:
        """The stamp of a file; None where there is none."""
        return self.stamps.get(file)

    @cached_property
    def names(self) -> frozenset[str]:
        """The same paths, to ask whether there is one."""
        return frozenset(self.files)

    def below(self, folder: str, suffix: str) -> tuple[str, ...]:
        """The files below a folder that end so."""
        # In the order of the files all of a folder's stand together.
        first, end = bisect_left(self.files, f"{folder}/"), bisect_left(self.files, f"{folder}0")
        return tuple([file for file in self.files[first:end] if file.endswith(suffix)])

    def path(self, file: str) -> Path:
        """Where a file lies."""
        return self.root / file

    def shown(self, file: str) -> str:
        """What reports call a file."""
        return f"{self.name}/{file}"

    def beside(self, file: str, target: str) -> str | None:
        """The path that a relative target means from a file; None where it leaves the folder."""
        parts = file.split("/")[:-1]
        for part in target.split("/"):
            if part == "..":
                if not parts:
                    return None
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        return "/".join(parts)
