"""Disturbed freezes, several at a time: what became of the public site, and of the freeze after."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.faults.points import Point, place
from tests.faults.scenes import DONE, MACHINE, Ended, Scene, command, end, freeze, start

BUSY = "Một lượt xuất bản khác đang chạy"
NOTE = "Kho tạm hỏng, đang đọc lại từ đầu."
_NAMED = re.compile(r"(/[^\s:]+)")
_PATIENCE = 10  # seconds for what a killed freeze has forked to end


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a freeze ended, all that was not as promised, and whether it was disturbed at all."""

    what: str
    code: int
    faults: tuple[str, ...]
    met: bool = True

    def __str__(self) -> str:
        return f"{self.what} (exit code {self.code}): " + "; ".join(self.faults)


Trial = Callable[[Path], Verdict]
"""Disturbs one freeze in an output of its own."""


def at_point(scene: Scene, point: Point) -> Trial:
    """A freeze that is killed at a call, or in which a call fails."""

    def run(output: Path) -> Verdict:
        log = output.with_suffix(".trace")
        scene.restore(output)
        ended = freeze(scene.portal, output, *scene.options, under=point.injection(scene, output, log))
        faults = scene.faults(output)
        if point.fault != "KILL":
            faults += _faults_of_failure(scene, point, ended, output)
        elif "Traceback" in ended.err:
            faults.append(f"a traceback: {ended.err.strip().splitlines()[-1]}")
        # Where a failure did no harm, what it left is for the next release to clear away.
        faults += scene.faults_once_healed(output, cleared=ended.code != DONE)
        return Verdict(f"{scene.name}: {point}", ended.code, tuple(faults), point.was_met(log))

    return run


def at_moment(scene: Scene, seconds: float, alone: bool) -> Trial:
    """A freeze that is killed after some time: alone, or with all that it forked."""

    def run(output: Path) -> Verdict:
        scene.restore(output)
        process = start(command(scene.portal, output, *scene.options))
        time.sleep(seconds)
        (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
        ended = end(process)
        faults = scene.faults(output)
        _wait_for_orphans(process.pid)
        faults += scene.faults(output) + scene.faults_once_healed(output)
        whom = "the freeze" if alone else "all"
        return Verdict(f"{scene.name}: KILL of {whom} after {seconds:.3f} s", ended.code, tuple(faults))

    return run


def _wait_for_orphans(group: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except (ProcessLookupError, PermissionError):
            return
        time.sleep(0.02)


def _faults_of_failure(scene: Scene, point: Point, ended: Ended, output: Path) -> list[str]:
    """A failure either does no harm, or ends with 3 and one line that names the file."""
    # That a cache was damaged is a note: it is made anew, and all goes on.
    lines = [line for line in ended.err.splitlines() if line != NOTE]
    if ended.code == DONE:
        public = (output / "public").resolve().name
        return [] if public == scene.new.id else ["it ended with 0, but the new release is not public"]
    faults = [] if ended.code == MACHINE else [f"it ended with {ended.code}"]
    if len(lines) != 1:
        faults.append(f"not one line, but {len(lines)}: {' | '.join(lines[:2] + lines[-1:])}")
    elif not _is_named(scene, point, lines[0], output):
        faults.append(f"the file is not named: {lines[0]}")
    return faults


def _is_named(scene: Scene, point: Point, line: str, output: Path) -> bool:
    """Whether a line names one of the call's files, or a folder that holds it, or a file in it."""
    paths = ["build"] if point.call.by_chance else [point.call.path, *point.call.others]
    called = [place(path, scene, output) for path in paths]
    named = [Path(found.rstrip(".")) for found in _NAMED.findall(line)]
    named = [found for found in named if found in called or found not in (output, scene.portal)]
    return any(_is_near(one, other) for one in called for other in named)


def _is_near(one: Path, other: Path) -> bool:
    # What SQLite keeps beside a file (`-journal`) is its own affair: the file is the one to name.
    return one.is_relative_to(other) or other.is_relative_to(one) or str(one).startswith(f"{other}-")


def run_all(trials: Sequence[Trial], folder: Path) -> Iterator[Verdict]:
    """Run trials, as many at a time as there are processors; verdicts come as they fall."""
    lanes = SimpleQueue[Path]()
    count = os.cpu_count() or 1
    for number in range(count):
        lanes.put(folder / f"build-{number}")

    def in_a_lane(trial: Trial) -> Verdict:
        output = lanes.get()
        try:
            return trial(output)
        finally:
            lanes.put(output)

    with ThreadPoolExecutor(count) as pool:
        waiting = [pool.submit(in_a_lane, trial) for trial in trials]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)
