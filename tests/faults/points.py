"""Where a freeze is disturbed: at a system call on a file, found in a record of an undisturbed run."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.faults.scenes import DONE, Scene, freeze

T = TypeVar("T")

_MAKING = (
    "creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "symlink", "symlinkat", "link", "linkat",
)  # fmt: skip
_REMOVING = ("unlink", "unlinkat", "rmdir")
_WRITING = (
    "write", "writev", "pwrite64", "ftruncate", "fallocate", "sendfile", "copy_file_range",
    "fsync", "fdatasync", "syncfs",
)  # fmt: skip
_MARKING = ("utimensat", "chmod", "fchmod", "fchmodat", "flock")
_READING = ("read", "pread64", "getdents64")
_OPENING = ("open", "openat")
OPEN_TO_WRITE = "openat to write"
"""What an opening call is called here where it makes or writes a file."""

KILLED_AT = (OPEN_TO_WRITE, *_MAKING, *_REMOVING, *_WRITING, *_MARKING)
"""The calls that change something: between any two of them a machine may stop."""

FAILING: Mapping[str, tuple[str, ...]] = {
    "ENOSPC": (OPEN_TO_WRITE, *_MAKING, *_WRITING),
    "EIO": (OPEN_TO_WRITE, *_OPENING, *_MAKING, *_REMOVING, *_WRITING, "utimensat", *_READING),
    "EACCES": (OPEN_TO_WRITE, *_OPENING, *_MAKING, *_REMOVING, "utimensat"),
    "EROFS": (OPEN_TO_WRITE, *_MAKING, *_REMOVING, "utimensat"),
    "EMFILE": (OPEN_TO_WRITE, *_OPENING),
}
"""Which calls may end with which error."""

_LASTING = ("ENOSPC", "EACCES", "EROFS")
_CALL = re.compile(r"(\w+)\((.*?)(?:\) += |$)")
_PATH = re.compile(r'"(/[^"]*)"|\d+<(/[^>]*)>')
_TO_WRITE = re.compile(r"O_CREAT|O_WRONLY|O_RDWR")


@dataclass(frozen=True, slots=True)
class Call:
    """The n-th call of a kind that a process made on a file or a folder: `build/…` or `content/…`.

    Where a file is named by chance, as those of an index are, calls of the kind on any file are counted.
    """

    kind: str
    path: str
    nth: int
    others: tuple[str, ...] = ()
    of_all: int = 0
    by_chance: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A call at which the process is killed (`KILL`) or given an error."""

    call: Call
    fault: str

    def __str__(self) -> str:
        return f"{self.fault} at {self.call.kind} no. {self.call.nth} of {self.call.path}"

    def injection(self, scene: Scene, output: Path, log: Path) -> list[str]:
        """The command under which a freeze is disturbed here, and nowhere else; the log will tell."""
        name = self.call.kind.removesuffix(" to write")
        what = "signal=KILL" if self.fault == "KILL" else f"error={self.fault}"
        nth = self.call.of_all if self.call.by_chance else self.call.nth
        when = f"{nth}+" if self.fault in _LASTING and not self.call.by_chance else str(nth)
        inject = f"inject={name}:{what}:when={when}"
        where = [] if self.call.by_chance else ["-P", str(place(self.call.path, scene, output))]
        return [*_STRACE, "-o", str(log), *where, "-e", f"trace={name}", "-e", inject]

    def was_met(self, log: Path) -> bool:
        """Whether the freeze came to this point."""
        sign = "+++ killed by SIGKILL" if self.fault == "KILL" else "(INJECTED)"
        return sign in log.read_text("utf-8", "replace")


# Not with --seccomp-bpf, which loses signals to be injected.
_STRACE = ("strace", "-qq", "-f")


def place(path: str, scene: Scene, output: Path) -> Path:
    """Where a path of a call lies."""
    where, _, below = path.partition("/")
    return (output if where == "build" else scene.portal) / below


def record(scene: Scene, output: Path) -> list[Call]:
    """Freeze twice, undisturbed, and give the calls made on the output and on the content, in their order."""
    first, again = _record_once(scene, output), {call.path for call in _record_once(scene, output)}
    return [call if call.path in again else replace(call, by_chance=True) for call in first]


def _record_once(scene: Scene, output: Path) -> list[Call]:
    names = {kind.removesuffix(" to write") for kind in KILLED_AT} | {*_OPENING, *_READING}
    # A call that this kind of machine does not have is no error with "?".
    traced = ",".join(f"?{name}" for name in sorted(names))
    scene.restore(output)
    with TemporaryDirectory() as folder:
        under = [*_STRACE, "-ff", "-y", "-o", f"{folder}/trace", "-e", f"trace={traced}"]
        ended = freeze(scene.portal, output, *scene.options, under=under)
        assert ended.code == DONE, ended
        traces = sorted(Path(folder).iterdir(), key=lambda file: int(file.suffix[1:]))
        folders = {output: "build", scene.portal: "content"}
        return [call for file in traces for call in _calls(file, folders)]


def _calls(trace: Path, folders: Mapping[Path, str]) -> Iterable[Call]:
    """Calls are counted as strace counts them: in each process, by name and path."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in trace.read_text("utf-8", "replace").splitlines():
        match = _CALL.match(line)
        if not match:
            continue
        name, arguments = match[1], match[2]
        paths = list(dict.fromkeys(one or other for one, other in _PATH.findall(arguments)))
        counts.update((name, path) for path in ("", *paths))
        ours = {path: _shown(path, folders) for path in paths if _shown(path, folders)}
        if ours:
            kind = OPEN_TO_WRITE if name in _OPENING and _TO_WRITE.search(arguments) else name
            first, *others = ours
            shown = tuple(ours[other] for other in others)
            yield Call(kind, ours[first], counts[name, first], shown, counts[name, ""])


def _shown(path: str, folders: Mapping[Path, str]) -> str:
    for folder, name in folders.items():
        if Path(path).is_relative_to(folder):
            return Path(name, Path(path).relative_to(folder)).as_posix()
    return ""


def kill_points(recorded: Mapping[str, Sequence[Call]], wanted: int) -> list[tuple[str, Point]]:
    """Choose calls of scenes to be killed at: all of the rare kinds, the frequent ones evenly thinned."""
    groups: dict[tuple[str, ...], list[tuple[str, Point]]] = defaultdict(list)
    for scene, calls in recorded.items():
        for call in dict.fromkeys(calls):
            if call.kind in KILLED_AT:
                groups[scene, call.kind].append((scene, Point(call, "KILL")))
    return _shared(list(groups.values()), wanted)


def error_points(recorded: Mapping[str, Sequence[Call]], wanted: int) -> list[tuple[str, Point]]:
    """Choose calls of scenes to fail, of each kind with each error that it may end with."""
    groups: dict[tuple[str, ...], list[tuple[str, Point]]] = defaultdict(list)
    for scene, calls in recorded.items():
        for call in dict.fromkeys(calls):
            for fault, failing in FAILING.items():
                # Counted over all files, reading may be that of a module not yet imported.
                counted = call.by_chance and call.kind in (*_READING, *_OPENING, OPEN_TO_WRITE)
                if call.kind in failing and not counted:
                    groups[scene, fault, call.kind].append((scene, Point(call, fault)))
    return _shared(list(groups.values()), wanted)


def _shared(groups: Sequence[Sequence[T]], wanted: int) -> list[T]:
    """Take from each group in turn until there are enough, from all of its length."""
    turns = zip_longest(*([number] * len(group) for number, group in enumerate(groups)))
    shares = Counter([number for turn in turns for number in turn if number is not None][:wanted])
    return [one for number, group in enumerate(groups) for one in _evenly(group, shares[number])]


def _evenly(items: Sequence[T], count: int) -> list[T]:
    return [items[(2 * number + 1) * len(items) // (2 * count)] for number in range(count)]
