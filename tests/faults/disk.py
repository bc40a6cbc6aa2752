"""What would be lost in a power cut: what a freeze has written, and not yet asked to be on the disk."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.scenes import DONE, Scene, freeze

_CALL = re.compile(r"\d+ +(\w+)\((.*)")
_PATH = re.compile(r'(?:\d+|AT_FDCWD)<(/[^>]*)>(?:, "([^"]*)")?|"(/[^"]*)"')
_CREATING = ("mkdir", "mkdirat", "symlink", "symlinkat", "link", "linkat")
_WRITING = ("write", "writev", "pwrite64", "ftruncate", "fallocate", "sendfile", "copy_file_range")
_TRACED = (
    *_CREATING, *_WRITING, "open", "openat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir",
    "fsync", "fdatasync", "syncfs",
)  # fmt: skip


@dataclass(slots=True)
class Disk:
    """Files whose bytes, and folders whose names, may be in memory alone."""

    files: set[Path] = field(default_factory=set)
    folders: set[Path] = field(default_factory=set)

    def after(self, name: str, paths: list[Path], arguments: str) -> None:
        """Take note of a call."""
        if name == "syncfs":
            self.files.clear()
            self.folders.clear()
        elif name in ("fsync", "fdatasync"):
            self.files.discard(paths[0])
            self.folders.discard(paths[0])
        elif name in _WRITING:
            self.files.add(paths[0])
        elif name in _CREATING or "O_CREAT" in arguments:
            self.folders.add(paths[-1].parent)
        elif name.startswith("rename"):
            self._move(paths[0], paths[-1])
        elif name in ("unlink", "unlinkat", "rmdir"):
            self.files.discard(paths[0])
            self.folders.discard(paths[0])

    def _move(self, old: Path, new: Path) -> None:
        for held in (self.files, self.folders):
            for path in [path for path in held if path.is_relative_to(old)]:
                held.remove(path)
                held.add(new / path.relative_to(old))
        self.folders.add(new.parent)


def at_risk(scene: Scene, output: Path, log: Path) -> list[str]:
    """What of a release a power cut may take at the moment when it becomes public, and after the freeze."""
    scene.restore(output)
    traced = ",".join(f"?{name}" for name in _TRACED)
    under = ["strace", "-qq", "-f", "-y", "-o", str(log), "-e", f"trace={traced}"]
    ended = freeze(scene.portal, output, *scene.options, under=under)
    assert ended.code == DONE, ended
    disk, found, is_public = Disk(), list[str](), False
    for name, paths, arguments in _calls(log, output):
        if name.startswith("rename") and paths[-1] == output / "public":
            found += sorted(str(path.relative_to(output)) for path in disk.files | disk.folders)
            is_public = True
        disk.after(name, paths, arguments)
    assert is_public
    # Where the link was moved, that must be kept too.
    return found + (["the public link itself"] if output in disk.folders else [])


def _calls(log: Path, output: Path) -> Iterator[tuple[str, list[Path], str]]:
    """The calls on the output, in their order, without those on what may be lost: cache and lock."""
    for line in log.read_text("utf-8", "replace").splitlines():
        match = _CALL.match(line)
        if not match or "= -1 " in line:
            continue
        arguments = match[2].rpartition(") = ")[0] or match[2]
        # After a folder comes a name in it; after a file that is written, its bytes.
        named = match[1].endswith(("at", "at2"))
        found = [Path(held or whole, name if named else "") for held, name, whole in _PATH.findall(arguments)]
        paths = [path for path in found if _counts(path, output)]
        if paths or (match[1] == "syncfs" and found):
            yield match[1], paths, arguments


def _counts(path: Path, output: Path) -> bool:
    if not path.is_relative_to(output):
        return False
    return path.relative_to(output).parts[:1] not in (("cache",), ("lock",))
