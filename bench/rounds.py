"""The rounds of a benchmark: every peer in turn, so that a ratio is always taken within one round."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.measure import Cost, peak_memory, run, wait_for_quiet
from bench.outputs import Written, compare, snapshot
from bench.prepared import Prepared

_QUIET = 0.1  # of the machine
_SETTLED = 3.0  # seconds
Change = Callable[[Prepared, int], None]


def _none(site: Prepared, number: int) -> None:
    """Leave a site as it is."""


SCENARIOS: dict[str, Change] = {
    "cold": lambda site, number: site.wipe(),
    "nochange": _none,
    "edit": lambda site, number: site.edit(number),
    "new": lambda site, number: site.add(),
    "template": lambda site, number: site.change_template(number),
}
"""What is done to a site before the build that is measured, in the order of a round."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One timed build."""

    peer: str
    count: int
    scenario: str
    round: int
    cost: Cost
    written: Written


@dataclass(frozen=True, slots=True)
class Remembered:
    """The most memory that a build held, in bytes."""

    peer: str
    count: int
    scenario: str
    peak: int


def timed_rounds(
    sites: Sequence[Prepared], wanted: Sequence[str], repeats: int, patience: float
) -> Iterator[Timed]:
    """Time every scenario that is wanted, of every site, in so many rounds.

    Before each run it waits for a quiet machine, at most `patience` seconds.
    """
    for number in range(1, repeats + 1):
        for site in sites:
            for scenario in _changed(site, wanted, number):
                wait_for_quiet(_QUIET, patience)
                yield _timed(site, scenario, number)


def memory_round(sites: Sequence[Prepared], wanted: Sequence[str]) -> Iterator[tuple[Prepared, Remembered]]:
    """Run every scenario once more, untimed, and watch the memory; the site then stands to be checked."""
    for site in sites:
        for scenario in _changed(site, wanted, 0):
            peak = peak_memory(site.command)
            yield site, Remembered(site.peer.name, site.corpus.count, scenario, peak)


def sweep(sites: Sequence[Prepared]) -> None:
    """Delete what was moved aside; only when everything is timed."""
    for site in sites:
        shutil.rmtree(site.trash, ignore_errors=True)


def _changed(site: Prepared, wanted: Sequence[str], number: int) -> Iterator[str]:
    """Bring a site into the state of each scenario in turn, and back when they are done."""
    # A file that was written a moment ago is not yet known by its stamp alone.
    time.sleep(_SETTLED)
    try:
        if "cold" not in wanted:
            run(site.command)
        for scenario, change in SCENARIOS.items():
            if scenario in wanted:
                if scenario == "edit":
                    site.settle()
                change(site, number)
                yield scenario
    finally:
        site.restore()


def _timed(site: Prepared, scenario: str, number: int) -> Timed:
    before = snapshot(site.public)
    cost = run(site.command)
    written = compare(before, snapshot(site.public))
    return Timed(site.peer.name, site.corpus.count, scenario, number, cost, written)
