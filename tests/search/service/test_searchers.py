"""Threads search, each for itself; who must wait too long is told so."""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier, Event, Thread

import pytest

from search.index import Index
from search.ranking import Results, Wish, search
from search.seal import DamagedIndex
from search.service import searchers as threads
from search.service.hurried import TooLong
from search.service.release import Edition, read_edition
from search.service.searchers import Busy, Searchers
from tests.search.service.releases import release


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """A release that was read."""
    return read_edition(release(tmp_path, "one"))


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    """Ends threads when the test is over."""
    with ExitStack() as stack:
        yield stack


def started(ends: ExitStack, *, seats: int = 2, waiting: int = 6, deadline: float = 30.0) -> Searchers:
    """Threads that end with the test."""
    made = Searchers(time.monotonic, seats, waiting, deadline)
    ends.callback(made.close)
    return made


def test_what_is_found_is_what_one_searcher_alone_finds(edition: Edition, ends: ExitStack) -> None:
    found = started(ends).find(edition, "chuyen doi so", Wish())
    assert [hit.address for hit in found.hits] == ["/a/", "/b/"]


def test_each_thread_opens_the_index_for_itself(
    edition: Edition, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = Barrier(2, timeout=30)
    used: dict[str, int] = {}

    def searching(index: object, query: str, wish: Wish) -> Results:
        together.wait()
        used[threading.current_thread().name] = id(index)
        return Results((), 0, query)

    monkeypatch.setattr(threads, "search", searching)
    searchers = started(ends)
    asking = [Thread(target=searchers.find, args=(edition, word, Wish())) for word in ("a", "b")]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert len(used) == 2 and len(set(used.values())) == 2


def test_who_would_wait_too_long_is_turned_away_at_once(
    edition: Edition, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold, begun = Event(), Event()
    ends.callback(hold.set)

    def searching(index: object, query: str, wish: Wish) -> Results:
        begun.set()
        hold.wait(30)
        return Results((), 0, query)

    monkeypatch.setattr(threads, "search", searching)
    searchers = started(ends, seats=1, waiting=1)
    asking = [Thread(target=searchers.find, args=(edition, word, Wish())) for word in ("a", "b")]
    asking[0].start()
    assert begun.wait(30)
    asking[1].start()
    while len(searchers._pending) < 2:
        time.sleep(0.001)
    with pytest.raises(Busy):
        searchers.find(edition, "c", Wish())
    hold.set()
    for one in asking:
        one.join()


def test_two_who_ask_the_same_at_once_wait_for_one_search(
    edition: Edition, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = Event()
    ends.callback(hold.set)
    searched: list[str] = []

    def searching(index: object, query: str, wish: Wish) -> Results:
        searched.append(query)
        hold.wait(30)
        return Results((), 0, query)

    monkeypatch.setattr(threads, "search", searching)
    searchers = started(ends, seats=1, waiting=1)
    asking = [Thread(target=searchers.find, args=(edition, "a", Wish())) for _ in range(8)]
    for one in asking:
        one.start()
    while not searched:
        time.sleep(0.001)
    time.sleep(0.05)
    hold.set()
    for one in asking:
        one.join()
    # Who came after the search had ended had to search again, but nobody was turned away.
    assert 1 <= len(searched) <= 2


def test_a_search_ends_in_its_own_thread_when_its_time_is_up(edition: Edition, ends: ExitStack) -> None:
    now = [0.0]
    searchers = Searchers(lambda: now[0], 1, 1, 5.0)
    ends.callback(searchers.close)
    searchers.open(edition)

    def slow(index: Index, query: str, wish: Wish) -> Results:
        now[0] += 6
        return search(index, query, wish)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threads, "search", slow)
        with pytest.raises(TooLong):
            searchers.find(edition, "chuyen", Wish())
    assert searchers.alive and searchers.find(edition, "chuyen", Wish()).total == 2


def test_who_asked_is_told_in_time_even_if_the_search_does_not_end(
    edition: Edition, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = Event()
    ends.callback(hold.set)
    monkeypatch.setattr(threads, "search", lambda *_: hold.wait(30))
    searchers = started(ends, seats=1, deadline=0.05)
    with pytest.raises(TooLong):
        searchers.find(edition, "a", Wish())


def test_a_damaged_index_is_refused_by_name_and_the_thread_lives(edition: Edition, ends: ExitStack) -> None:
    damaged = sorted(edition.release.index.iterdir())[0]
    damaged.write_bytes(damaged.read_bytes() + b"!")
    searchers = started(ends)
    with pytest.raises(DamagedIndex, match=damaged.name):
        searchers.open(edition)
    assert searchers.alive


def test_an_index_that_was_planted_with_a_seal_of_its_own_is_refused(tmp_path: Path, ends: ExitStack) -> None:
    read = read_edition(release(tmp_path / "own", "one"))
    planted = release(tmp_path / "other", "one", [])
    read.release.index.rename(tmp_path / "away")
    planted.index.rename(read.release.index)
    with pytest.raises(DamagedIndex, match="not the seal"):
        started(ends).find(read, "chuyen", Wish())


def test_an_index_that_is_open_answers_though_its_folder_was_removed(
    edition: Edition, ends: ExitStack
) -> None:
    searchers = started(ends)
    searchers.open(edition)
    for file in edition.release.index.iterdir():
        file.unlink()
    edition.release.index.rmdir()
    found = searchers.find(edition, "chuyển đổi số", Wish(newest=True))
    assert found.total == 2 and all(hit.title for hit in found.hits)
