"""Work shared among forked processes: one function over many items, results as they come."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from portal.failure import Failure

I = TypeVar("I")  # noqa: E741
R = TypeVar("R")

Work = Callable[[Sequence[I]], Iterable[R]]
"""Does a slice of the items, and gives a result for each."""

_BATCH = 16  # results between two words from a worker


class WorkerDied(Failure):
    """A worker ended without a word, as when the machine kills it for want of memory."""


def spread(work: Work[I, R], items: Sequence[I], jobs: int) -> Iterator[R]:
    """Do all items in up to `jobs` processes; results come in no order that may be relied on.

    Raises what `work` raises, also in a worker, and WorkerDied; then no worker is left running. Where a
    process cannot be forked, or one is enough, all is done in this one.
    """
    slices = [items[first::jobs] for first in range(min(jobs, len(items)))]
    if len(slices) > 1 and "fork" in multiprocessing.get_all_start_methods():
        yield from _Team(work).results(slices)
    else:
        yield from work(items)


class _Team(Generic[I, R]):
    """Forked workers and the pipes on which they give their results."""

    def __init__(self, work: Work[I, R]) -> None:
        self._work = work
        self._fork = multiprocessing.get_context("fork")
        self._workers: dict[Connection, ForkProcess] = {}

    def results(self, slices: Iterable[Sequence[I]]) -> Iterator[R]:
        """Start a worker for each slice, and hear all, or until the first fails."""
        try:
            for part in slices:
                self._start(part)
            while self._workers:
                for hears in wait(list(self._workers)):
                    assert isinstance(hears, Connection)
                    yield from self._hear(hears)
        finally:
            self._stop()

    def _start(self, part: Sequence[I]) -> None:
        hears, tells = self._fork.Pipe(duplex=False)
        # A worker must not hold the ends of others: the death of one could not be seen.
        inherited = [*self._workers, hears]
        worker = self._fork.Process(target=_work, args=(self._work, part, tells, inherited), daemon=True)
        worker.start()
        tells.close()
        self._workers[hears] = worker

    def _hear(self, hears: Connection) -> Sequence[R]:
        try:
            word = hears.recv()
        except EOFError:
            raise WorkerDied(f"exit code {self._ended(hears)}") from None
        if isinstance(word, Exception):
            raise word
        if word is None:
            self._ended(hears)
            return ()
        results: Sequence[R] = word
        return results

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


def _work(work: Work[I, R], part: Sequence[I], tells: Connection, inherited: list[Connection]) -> None:
    """Do a slice; give lists of results, then None, or the exception that ended it."""
    for other in inherited:
        other.close()
    parent = os.getppid()
    # Ctrl+C reaches every process of a terminal, and one that died leaves nobody to tell.
    with suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            held: list[R] = []
            for result in work(part):
                # An orphan still holds the lock that it inherited: it must not go on.
                if os.getppid() != parent:
                    return
                held.append(result)
                if len(held) == _BATCH:
                    tells.send(held)
                    held = []
            tells.send(held)
            tells.send(None)
        except BrokenPipeError:
            raise
        except Exception as error:
            tells.send(error)
