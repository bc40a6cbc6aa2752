"""Where things lie: the portal's folder, what is made from it, and the lock that keeps two freezes apart."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Busy(Exception):
    """Another freeze holds this output; names the lock."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A portal's folder and its output: `chosen`, or else what `default_output` says."""

    portal: Path
    chosen: Path | None = None

    @property
    def output(self) -> Path:
        """The folder that holds all that is made."""
        return self.chosen or default_output(self.portal)

    @property
    def public(self) -> Path:
        """What a web server is pointed at: a link to the current release."""
        return self.output / "public"

    @property
    def previous(self) -> Path:
        """A link to the release before: there a server finds what pages still show that were sent before."""
        return self.output / "previous"

    @property
    def releases(self) -> Path:
        """The last releases, each in a folder named by its id, with its index and manifest beside it."""
        return self.output / "releases"

    @property
    def staging(self) -> Path:
        """Where a release is made; beside `releases`, so that it can be renamed into it."""
        return self.output / "staging"

    @property
    def cache(self) -> Path:
        """What was prepared from sources and may be deleted at any time."""
        return self.output / "cache"

    def moment(self) -> int:
        """The time of the output's file system, in nanoseconds, told by a file written now."""
        self.cache.mkdir(parents=True, exist_ok=True)
        probe = self.cache / "now"
        probe.write_bytes(b"")
        return probe.stat().st_mtime_ns

    @property
    def lock(self) -> Path:
        """The file that a freeze holds locked; it stays when the freeze is over."""
        return self.output / "lock"


def default_output(portal: Path) -> Path:
    """Give `build` beside a portal's folder named `content`, and `build-<name>` beside any other."""
    folder = portal.resolve() if portal.name in ("", "..") else portal
    return folder.parent / ("build" if folder.name == "content" else f"build-{folder.name}")


@contextmanager
def locked(workspace: Workspace) -> Iterator[None]:
    """Hold the lock of an output, making the folder where there is none; raises Busy at once if it is held.

    The operating system lets go of it when the process and all that it forked have ended, however they end.
    """
    workspace.output.mkdir(parents=True, exist_ok=True)
    with workspace.lock.open("ab") as file:
        try:
            _take(file)
        except (BlockingIOError, PermissionError) as error:
            raise Busy(str(workspace.lock)) from error
        yield


def _take(file: BinaryIO) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
