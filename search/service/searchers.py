"""The threads that search: each with a searcher of its own, a few queries waiting, none for too long.

A searcher that threads share answers wrongly, and says nothing. Those who ask wait elsewhere, so that a
change of the index, an answer from memory and a search never wait for one another.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from threading import Condition, Event, Thread

from search.index import Index, open_index
from search.ranking import Results, Wish, search
from search.service.hurried import Clock, Hurried, TooLong
from search.service.limits import DEADLINE, SEATS, WAITING
from search.service.release import Edition

_HELD = 2  # the edition that is public, and the one before, which queries under way still ask


class Busy(Exception):
    """So many queries wait already that one more would wait too long."""


@dataclass(slots=True, eq=False)
class _Job:
    """One search: for whom it matters, until when, and what came of it."""

    edition: Edition
    query: str
    wish: Wish
    until: float
    done: Event = field(default_factory=Event)
    found: Results | None = None
    error: BaseException | None = None


@dataclass(slots=True, eq=False)
class _Opening:
    """An index that one thread is to open ahead of queries."""

    edition: Edition
    done: Event = field(default_factory=Event)
    error: BaseException | None = None


@dataclass(slots=True)
class _Open:
    """An index that a thread holds open."""

    stack: ExitStack
    index: Index
    reader: Hurried


class Searchers:
    """Searches indexes of editions, `seats` at a time."""

    def __init__(
        self, clock: Clock, seats: int = SEATS, waiting: int = WAITING, deadline: float = DEADLINE
    ) -> None:
        """Start the threads; they end with `close`."""
        self._clock = clock
        self._most = seats + waiting
        self._deadline = deadline
        self._state = Condition()
        self._jobs: deque[_Job] = deque()
        self._pending: dict[tuple[str, str, Wish], _Job] = {}
        self._inboxes: list[deque[_Opening]] = [deque() for _ in range(seats)]
        self._closed = False
        self._threads = [
            Thread(target=self._work, args=(inbox,), name=f"search-{number}", daemon=True)
            for number, inbox in enumerate(self._inboxes)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def alive(self) -> bool:
        """Whether all threads live."""
        return all(thread.is_alive() for thread in self._threads)

    def open(self, edition: Edition) -> None:
        """Open the index of an edition in each thread, one after the other, so that others go on searching.

        Raises DamagedIndex, naming the file, where it is not as it was sealed, and OSError.
        """
        for inbox in self._inboxes:
            opening = _Opening(edition)
            with self._state:
                inbox.append(opening)
                self._state.notify_all()
            opening.done.wait()
            if opening.error:
                raise opening.error

    def find(self, edition: Edition, query: str, wish: Wish) -> Results:
        """Search; two who ask the same at once wait for one search.

        Raises Busy, TooLong, and whatever opening an index that is gone raises.
        """
        job = self._join(edition, query, wish)
        if not job.done.wait(self._deadline):
            raise TooLong
        if job.error:
            raise job.error
        assert job.found is not None
        return job.found

    def close(self) -> None:
        """End the threads, after what they do now."""
        with self._state:
            self._closed = True
            self._state.notify_all()
        for thread in self._threads:
            thread.join(self._deadline)

    def _join(self, edition: Edition, query: str, wish: Wish) -> _Job:
        key = edition.tag, query, wish
        with self._state:
            job = self._pending.get(key)
            if job is None:
                if len(self._pending) >= self._most:
                    raise Busy
                job = self._pending[key] = _Job(edition, query, wish, self._clock() + self._deadline)
                self._jobs.append(job)
                self._state.notify_all()
            return job

    def _work(self, inbox: deque[_Opening]) -> None:
        held: dict[str, _Open] = {}
        while True:
            with self._state:
                self._state.wait_for(lambda: inbox or self._jobs or self._closed)
                if self._closed:
                    break
                task = inbox.popleft() if inbox else self._jobs.popleft()
            with self._settling(task):
                opened = self._opened(held, task.edition)
                if isinstance(task, _Job):
                    opened.reader.until = task.until
                    if self._clock() > task.until:
                        raise TooLong
                    task.found = search(opened.index, task.query, task.wish)
        for opened in held.values():
            opened.stack.close()

    @contextmanager
    def _settling(self, task: _Job | _Opening) -> Iterator[None]:
        try:
            yield
        except BaseException as error:  # The thread must live; who asked is told.
            task.error = error
        finally:
            if isinstance(task, _Job):
                with self._state:
                    self._pending.pop((task.edition.tag, task.query, task.wish), None)
            task.done.set()

    def _opened(self, held: dict[str, _Open], edition: Edition) -> _Open:
        """Give the index of an edition from what a thread holds open, or open it and close the oldest."""
        opened = held.pop(edition.tag, None) or self._open(edition)
        held[edition.tag] = opened
        while len(held) > _HELD:
            held.pop(next(iter(held))).stack.close()
        return opened

    def _open(self, edition: Edition) -> _Open:
        with ExitStack() as stack:
            index = stack.enter_context(open_index(edition.release.index, edition.digest))
            reader = Hurried(index.reader, self._clock)
            opened = Index(reader, index.expansions)
            _warm(opened)
            return _Open(stack.pop_all(), opened, reader)


def _warm(index: Index) -> None:
    """Read what every query needs, while nobody waits."""
    if not index.count:
        return
    for name in ("text", "title"):
        index.average_length(name)
    for number in list(index.numbers())[:1]:
        index.order(number)
        index.document(number)
