"""Generators that stay at work: how long after an article is saved its page shows it."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from subprocess import Popen

from bench.environments import ROOT
from bench.measure import Command, Failed, held_memory, started, wait_for_quiet
from bench.peers import OURS
from bench.prepared import Prepared

_PATIENCE = 600.0  # seconds for a first build
_BETWEEN_LOOKS = 0.01  # seconds
_QUIET = 0.25  # of the machine
_WAIT = 15.0  # seconds for a quiet machine
_PORT = 8437
_FIRST_EDIT = 900  # no other change of a benchmark has such a number


@dataclass(frozen=True, slots=True)
class Stayed:
    """A generator that stays: seconds from each save to the page, and the bytes of memory that it holds."""

    peer: str
    count: int
    seconds: tuple[float, ...]
    memory: int


def staying(sites: Sequence[Prepared], repeats: int) -> Iterator[Stayed]:
    """Measure each site whose generator can stay, and take its changes back."""
    for site in sites:
        if site.peer.name in (OURS, "hugo"):
            try:
                yield _watch(site, repeats)
            finally:
                site.restore()


def _watch(site: Prepared, repeats: int) -> Stayed:
    own = site.peer.name == OURS
    if not own:
        # What stands of a build before would be taken for the first of this one.
        site.wipe()
    shown = _served(site) if own else _written(site)
    with started(_preview(site) if own else _watching(site.command)) as process:
        try:
            _until(lambda: bool(shown()), process, _PATIENCE)
            # The first build goes on for a while after the page stands.
            time.sleep(2)
            wait_for_quiet(_QUIET, _WAIT)
            edits = range(_FIRST_EDIT, _FIRST_EDIT + repeats)
            seconds = tuple(_seen(site, number, shown, process) for number in edits)
            return Stayed(site.peer.name, site.corpus.count, seconds, held_memory(process.pid))
        finally:
            process.terminate()
            process.wait()


def _seen(site: Prepared, number: int, shown: Callable[[], str], process: "Popen[bytes]") -> float:
    began = time.monotonic()
    site.edit(number)
    _until(lambda: f"(cập nhật {number})" in shown(), process, _PATIENCE)
    took = time.monotonic() - began
    time.sleep(1)
    wait_for_quiet(_QUIET, _WAIT)
    return took


def _until(true: Callable[[], bool], process: "Popen[bytes]", most: float) -> None:
    began = time.monotonic()
    while not true():
        if process.poll() is not None or time.monotonic() - began > most:
            raise Failed(f"process {process.pid}: it does not show what was saved")
        time.sleep(_BETWEEN_LOOKS)


def _watching(command: Command) -> Command:
    return replace(command, words=[*command.words, "--watch"])


def _preview(site: Prepared) -> Command:
    python = str(site.environment / "bin" / "python")
    words = [python, str(ROOT / "freeze.py"), "preview", "--portal", "portal", "--output", "build"]
    return replace(site.command, words=[*words, "--port", str(_PORT)])


def _written(site: Prepared) -> Callable[[], str]:
    """Reads the page of the edited article in the public folder; nothing while there is none."""
    stem = site.edited.stem
    found: list[Path] = []

    def read() -> str:
        found[:] = found or list(site.public.rglob(f"{stem}/index.html"))[:1]
        try:
            return found[0].read_text("utf-8", "replace") if found else ""
        except OSError:
            return ""

    return read


def _served(site: Prepared) -> Callable[[], str]:
    """Asks the preview for the page of the edited article; nothing while it does not answer."""
    year, stem = site.edited.parts[-2], site.edited.stem
    address = f"http://127.0.0.1:{_PORT}/tin-tuc/{year}/{stem}/"

    def read() -> str:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                body: bytes = answer.read()
        except (urllib.error.URLError, OSError):
            return ""
        return body.decode("utf-8", "replace")

    return read


def resident_table(found: Sequence[Stayed]) -> str:
    """What was found, as a table of Markdown."""
    head = "| | articles | save to page, s | least | most | memory MB |\n|---|---:|---:|---:|---:|---:|"
    rows = [
        f"| {_NAMES.get(one.peer, one.peer)} | {one.count:,} | {median(one.seconds):.2f} "
        f"| {min(one.seconds):.2f} | {max(one.seconds):.2f} | {one.memory / 1e6:.0f} |"
        for one in found
    ]
    return "\n".join(["## Generators that stay at work", "", head, *rows]) + "\n"


_NAMES = {"hugo": "`hugo --watch`", OURS: "`freeze.py preview`"}
