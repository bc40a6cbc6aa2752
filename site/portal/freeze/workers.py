"""Freezing by several forked processes, each with a slice of the addresses."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from flask import Flask

from portal.freeze.freezer import freeze
from portal.freeze.targets import check_targets

Progress = Callable[[int, int], None]
"""Told how many pages are done, and how many there are."""

_STEP = 16  # pages between two words from a worker


class WorkerDied(Exception):
    """A worker ended without a word, as when the machine kills it for want of memory."""


def freeze_all(app: Flask, addresses: Sequence[str], staging: Path, jobs: int, progress: Progress) -> None:
    """Freeze all addresses into a folder; the bytes are the same for any number of jobs.

    Raises what `freeze` raises, also from a worker, and WorkerDied; then no worker is left running.
    """
    check_targets(addresses)
    progress(0, len(addresses))
    slices = [addresses[first::jobs] for first in range(min(jobs, len(addresses)))]
    if len(slices) > 1 and "fork" in multiprocessing.get_all_start_methods():
        _Team(app, staging).work(slices, lambda done: progress(done, len(addresses)))
    else:
        for done, _ in enumerate(freeze(app, addresses, staging), 1):
            progress(done, len(addresses))


class _Team:
    """Forked workers and the pipes on which they tell of their work."""

    def __init__(self, app: Flask, staging: Path) -> None:
        self._app = app
        self._staging = staging
        self._fork = multiprocessing.get_context("fork")
        self._workers: dict[Connection, ForkProcess] = {}

    def work(self, slices: Iterable[Sequence[str]], tell: Callable[[int], None]) -> None:
        """Start a worker for each slice, and wait for all, or for the first that fails."""
        done = 0
        try:
            for part in slices:
                self._start(part)
            while self._workers:
                speaking = wait(list(self._workers))
                news = sum(self._hear(hears) for hears in list(self._workers) if hears in speaking)
                done += news
                if news:
                    tell(done)
        finally:
            self._stop()

    def _start(self, part: Sequence[str]) -> None:
        hears, tells = self._fork.Pipe(duplex=False)
        # A worker must not hold the ends of others: the death of one could not be seen.
        work = (self._app, part, self._staging, tells, [*self._workers, hears])
        worker = self._fork.Process(target=_work, args=work, daemon=True)
        worker.start()
        tells.close()
        self._workers[hears] = worker

    def _hear(self, hears: Connection) -> int:
        try:
            word = hears.recv()
        except EOFError:
            raise WorkerDied(f"exit code {self._ended(hears)}") from None
        if isinstance(word, Exception):
            raise word
        if isinstance(word, int):
            return word
        self._ended(hears)
        return 0

    def _ended(self, hears: Connection) -> int | None:
        worker = self._workers.pop(hears)
        worker.join()
        hears.close()
        return worker.exitcode

    def _stop(self) -> None:
        for worker in self._workers.values():
            worker.terminate()
        for hears in list(self._workers):
            self._ended(hears)


def _work(
    app: Flask, part: Sequence[str], staging: Path, tells: Connection, inherited: list[Connection]
) -> None:
    """Freeze a slice; say numbers of pages, then None, or the exception that ended it."""
    for other in inherited:
        other.close()
    parent = os.getppid()
    # Ctrl+C reaches every process of a terminal, and one that died leaves nobody to tell.
    with suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            told = 0
            for done, _ in enumerate(freeze(app, part, staging), 1):
                # An orphan still holds the lock that it inherited: it must not go on.
                if os.getppid() != parent:
                    return
                if done - told == _STEP or done == len(part):
                    tells.send(done - told)
                    told = done
            tells.send(None)
        except BrokenPipeError:
            raise
        except Exception as error:
            tells.send(error)
