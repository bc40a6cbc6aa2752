"""Freezing by several forked processes, each with a slice of the addresses."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from flask import Flask

from portal.freeze.freezer import freeze
from portal.freeze.targets import check_targets
from portal.parallel import spread

Progress = Callable[[int, int], None]
"""Told how many pages are done, and how many there are."""


def freeze_all(app: Flask, addresses: Sequence[str], staging: Path, jobs: int, progress: Progress) -> None:
    """Freeze all addresses into a folder; the bytes are the same for any number of jobs.

    Raises what `freeze` raises, also from a worker, and WorkerDied; then no worker is left running.
    """
    check_targets(addresses)
    progress(0, len(addresses))
    for done, _ in enumerate(spread(partial(_slice, app, staging), addresses, jobs), 1):
        progress(done, len(addresses))


def _slice(app: Flask, staging: Path, part: Sequence[str]) -> Iterator[str]:
    return freeze(app, part, staging)
