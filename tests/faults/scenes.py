"""Freezes to be disturbed: what lies in the output before, what is asked, and what must come of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.faults.outputs import Release, Tree, listing, public_faults, public_release, release_faults, tree
from tests.faults.portals import AS_OF, TIMES, portal_at

ROOT = Path(__file__).resolve().parents[2]
DONE, MACHINE = 0, 3
_LONGEST = 120  # seconds
_ENVIRONMENT = {
    **{name: os.environ[name] for name in ("PATH", "HOME", "LD_LIBRARY_PATH") if name in os.environ},
    "LC_ALL": "C.UTF-8",
    # The same order of calls in every run, so that a recorded one is met again.
    "PYTHONHASHSEED": "0",
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a freeze ended: its exit code (negative where a signal ended it), and what it said."""

    code: int
    out: str
    err: str


def command(portal: Path, output: Path, *options: str) -> list[str]:
    """The real command, by the Python that runs the tests."""
    freeze = [sys.executable, str(ROOT / "freeze.py"), "build", "--portal", str(portal)]
    return [*freeze, "--output", str(output), "--as-of", AS_OF, "--jobs", "2", *options]


def start(typed: Sequence[str], **environment: str) -> subprocess.Popen[str]:
    """Start a command as the leader of its own group of processes."""
    return subprocess.Popen(
        typed, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env=_ENVIRONMENT | environment, start_new_session=True,
    )  # fmt: skip


def end(process: subprocess.Popen[str]) -> Ended:
    """Wait for what was started."""
    out, err = process.communicate(timeout=_LONGEST)
    return Ended(process.returncode, out, err)


def freeze(portal: Path, output: Path, *options: str, under: Sequence[str] = (), **environment: str) -> Ended:
    """Freeze a portal, under another command where one is given."""
    return end(start([*under, *command(portal, output, *options)], **environment))


def must_freeze(portal: Path, output: Path, *options: str) -> None:
    """Freeze where nothing disturbs; raises AssertionError with what was said unless it was done."""
    ended = freeze(portal, output, *options)
    assert ended.code == DONE, ended


@dataclass(frozen=True, slots=True)
class Scene:
    """A freeze to be disturbed, on an output that is a copy of `before`; `new` must come of it."""

    name: str
    portal: Path
    before: Path
    options: tuple[str, ...]
    known: dict[str, Release]
    old: str | None
    new: Release
    content: Tree
    left: frozenset[str]
    left_in: Path

    def restore(self, output: Path) -> None:
        """Make an output what it was before, with its hard links."""
        if output.exists():
            shutil.rmtree(output)
        if self.before.exists():
            subprocess.run(["cp", "-a", self.before, output], check=True)

    def faults(self, output: Path) -> list[str]:
        """Say what is not whole, whatever disturbed the freeze."""
        allowed = {self.new.id: self.new} | ({self.old: self.known[self.old]} if self.old else {})
        faults = public_faults(self.portal, output, allowed, may_be_none=self.old is None)
        faults += release_faults(output, self.known)
        if self.old and not (output / "releases" / self.old).is_dir():
            faults.append("the release before is gone")
        return faults + ([] if tree(self.portal) == self.content else ["the content was touched"])

    def faults_once_healed(self, output: Path, cleared: bool = True) -> list[str]:
        """Freeze undisturbed; say what then differs from a freeze that never was disturbed.

        Unless `cleared`, there may be more in the output than there would have been.
        """
        ended = freeze(self.portal, output, *self.options)
        if ended.code != DONE:
            return [f"the next freeze ended with {ended.code}: {ended.err.strip()}"]
        faults = self.faults(output)
        if faults:
            return [f"after the next freeze: {fault}" for fault in faults]
        if public_release(output) != self.new:
            return ["the next freeze did not make the new release public"]
        odd = sorted(listing(output) ^ self.left) if cleared else sorted(self.left - listing(output))
        return [f"after the next freeze, too much or too little: {odd[:5]}"] if odd else []


def first_scene(folder: Path) -> Scene:
    """The first freeze of all."""
    folder.mkdir()
    return _scene("first", portal_at(folder, 0), folder / "before", (), {}, folder)


def later_scenes(folder: Path) -> tuple[Scene, Scene]:
    """A freeze after many changes, amid what a crash left, and the same without what was kept."""
    folder.mkdir()
    before, known = folder / "before", {}
    for time in range(TIMES):
        portal = portal_at(folder, time)
        if time < TIMES - 1:
            must_freeze(portal, before)
            release = public_release(before)
            known[release.id] = release
    _litter(before)
    edit = _scene("edit", portal, before, (), known, folder)
    return edit, _scene("full", portal, before, ("--full",), known, folder)


def _scene(
    name: str, portal: Path, before: Path, options: tuple[str, ...], known: dict[str, Release], folder: Path
) -> Scene:
    clean, undisturbed = folder / f"clean-{name}", folder / f"undisturbed-{name}"
    must_freeze(portal, clean)
    new, content = public_release(clean), tree(portal)
    old = (before / "public").resolve().name if before.exists() else None
    scene = Scene(
        name, portal, before, options, known | {new.id: new}, old, new, content, frozenset(), undisturbed
    )
    scene.restore(undisturbed)
    must_freeze(portal, undisturbed, *options)
    assert public_release(undisturbed) == new
    left = listing(undisturbed)
    return replace(scene, left=left)


def _litter(output: Path) -> None:
    """What an earlier crash may have left."""
    half = output / "staging" / "tin-tuc"
    half.mkdir(parents=True)
    (half / "index.html").write_text("nửa trang", "utf-8")
    (output / "public.new").symlink_to("releases/khong-co")
    (output / "releases" / "history.new").write_text("0123", "ascii")
    (output / "releases" / f"{'0' * 16}.old").mkdir()
    (output / "releases" / f"{'0' * 16}.index.new").mkdir()
