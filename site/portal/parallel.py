"""Work shared among forked processes: one function over many items, results as they come."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from portal.failure import Failure

I = TypeVar("I")  # noqa: E741
R = TypeVar("R")

Work = Callable[[Sequence[I]], Iterable[R]]
"""Does a slice of the items, and gives a result for each."""

_BATCH = 16  # results between two words from a worker
_WORTH = 8  # items for which a process is worth its start
TURNS = 16  # processes one after another: what one touches of its parent's memory is copied until it ends
_SHARE = 32  # items for which a turn is worth it
_RARELY = (200_000, 50, 50)  # objects between two searches of a worker for garbage: most of them live long


class WorkerDied(Failure):
    """A worker ended without a word, as when the machine kills it for want of memory."""


def spread(work: Work[I, R], items: Sequence[I], jobs: int, turns: int = TURNS) -> Iterator[R]:
    """Do all items in up to `jobs` processes; results come in no order that may be relied on.

    So many `turns` are taken, one process after another: fewer are quicker, more need less memory.

    Raises what `work` raises, also in a worker, and WorkerDied; then no worker is left running. Where a
    process cannot be forked, or one is enough, all is done in this one.
    """
    if not items:
        return
    workers = min(jobs, max(1, len(items) // _WORTH))
    # Neighbours are alike: what one worker holds of them is read, and copied, once.
    parts = max(workers, min(workers * turns, len(items) // _SHARE)) if workers > 1 else 1
    cuts = [len(items) * number // parts for number in range(parts + 1)]
    slices = [items[begin:end] for begin, end in pairwise(cuts)]
    if len(slices) > 1 and "fork" in multiprocessing.get_all_start_methods():
        # Memory is shared until somebody writes to it, as a search for garbage does.
        gc.freeze()
        team = _Team(work)
        try:
            yield from team.results(slices, workers)
        finally:
            team.stop()
    else:
        yield from work(items)


@contextmanager
def aside(make: Callable[[], R], jobs: int) -> Iterator[Callable[[], R]]:
    """Make one result in a process of its own while this one goes on; gives the way to wait for it.

    That raises what making it raised, and WorkerDied. When the context ends no process is left running. Where
    none can be forked, or `jobs` is one, it is made when it is asked for.
    """
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield make
        return
    team: _Team[None, R] = _Team(lambda _: iter((make(),)))
    try:
        team.start((None,))
        yield lambda: next(team.results())
    finally:
        team.stop()


class _Team(Generic[I, R]):
    """Forked workers and the pipes on which they give their results."""

    def __init__(self, work: Work[I, R]) -> None:
        self._work = work
        self._fork = multiprocessing.get_context("fork")
        self._workers: dict[Connection, ForkProcess] = {}

    def results(self, parts: Sequence[Sequence[I]] = (), most: int = 0) -> Iterator[R]:
        """Let workers do these parts, so many at once, and hear all of them, or until the first fails."""
        due = list(reversed(parts))
        while self._workers or due:
            while due and len(self._workers) < most:
                self.start(due.pop())
            for hears in wait(list(self._workers)):
                assert isinstance(hears, Connection)
                yield from self._hear(hears)

    def start(self, part: Sequence[I]) -> None:
        """Let a worker do a slice."""
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

    def stop(self) -> None:
        """Leave no worker running."""
        for worker in self._workers.values():
            worker.terminate()
        for hears in list(self._workers):
            self._ended(hears)


def _work(work: Work[I, R], part: Sequence[I], tells: Connection, inherited: list[Connection]) -> None:
    """Do a slice; give lists of results, then None, or the exception that ended it."""
    for other in inherited:
        other.close()
    gc.set_threshold(*_RARELY)
    gc.enable()
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
