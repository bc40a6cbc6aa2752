"""One run of a command: how long it took, how much of the processors, and how much memory at most.

Linux only: it reads /proc.
"""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_CORES = os.cpu_count() or 1
_BETWEEN_SAMPLES = 0.05  # seconds
_PROC = Path("/proc")
_NOT_HANDED_ON = frozenset({"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"})


class Failed(Exception):
    """A command ended with another code than 0; says which, and where it wrote."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, in which folder, with what added to the environment; its output goes to a log."""

    words: Sequence[str]
    folder: Path
    log: Path
    environ: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of processor (user and system, children too).

    `foreign` is the share of the machine that other processes took meanwhile: a disturbed run shows.
    """

    wall: float
    cpu: float
    foreign: float


def wait_for_quiet(share: float, most: float) -> None:
    """Wait until all processes take less than a share of the machine, but not longer than so many seconds."""
    began = time.monotonic()
    while time.monotonic() - began < most:
        busy, before = _busy_seconds(), time.monotonic()
        time.sleep(1)
        if (_busy_seconds() - busy) / ((time.monotonic() - before) * _CORES) < share:
            return


def run(command: Command) -> Cost:
    """Run a command to its end; raises Failed."""
    busy, began = _busy_seconds(), time.monotonic()
    with started(command) as process:
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime
    foreign = max(0.0, (_busy_seconds() - busy - cpu) / (wall * _CORES))
    _complain(command, process.returncode)
    return Cost(wall, cpu, foreign)


def peak_memory(command: Command) -> int:
    """Run a command and give the most memory its processes held together, in bytes; raises Failed.

    It is their summed proportional set size: pages that several share count once. Sampling costs time, so
    such a run is never timed.
    """
    over = threading.Event()
    peak = [0]
    with started(command) as process:
        watcher = threading.Thread(target=_watch, args=(process.pid, over, peak))
        watcher.start()
        try:
            code = process.wait()
        finally:
            over.set()
            watcher.join()
    _complain(command, code)
    return peak[0]


def held_memory(root: int) -> int:
    """The memory that a process and all that descend from it hold now, in bytes."""
    return sum(map(_share, _family(root)))


@contextmanager
def started(command: Command) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command; what it prints goes to its log. Nobody waits for it here."""
    # A machine that keeps no compiled modules would compile all of Flask again for each edit.
    environ = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    with command.log.open("ab") as log:
        yield subprocess.Popen(
            command.words,
            cwd=command.folder,
            env=environ | dict(command.environ),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _complain(command: Command, code: int) -> None:
    if code:
        raise Failed(f"{' '.join(command.words)}: exit code {code}; see {command.log}")


def _busy_seconds() -> float:
    fields = [int(field) for field in (_PROC / "stat").read_text().partition("\n")[0].split()[1:]]
    idle = fields[3] + fields[4]
    return (sum(fields[:8]) - idle) / _TICKS


def _watch(root: int, over: threading.Event, peak: list[int]) -> None:
    while not over.is_set():
        peak[0] = max(peak[0], held_memory(root))
        over.wait(_BETWEEN_SAMPLES)


def _family(root: int) -> Iterator[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            children.setdefault(_parent(entry), []).append(int(entry.name))
    waiting = [root]
    while waiting:
        process = waiting.pop()
        yield process
        waiting += children.get(process, [])


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _share(process: int) -> int:
    try:
        rollup = (_PROC / str(process) / "smaps_rollup").read_text()
    except OSError:
        return 0
    line = next((line for line in rollup.splitlines() if line.startswith("Pss:")), "Pss: 0")
    return int(line.split()[1]) * 1024
