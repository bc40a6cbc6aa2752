"""Saves are seen at once; what the system does not tell is found by a look."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from unittest.mock import Mock

import pytest

from portal.preview import watching
from portal.preview.watching import watch_files
from tests.readers.folders import ARTICLE, ARTICLE_FILE


def until(is_so: Callable[[], object], seconds: float = 20) -> bool:
    """Wait until something is so."""
    end = monotonic() + seconds
    while not is_so() and monotonic() < end:
        sleep(0.02)
    return bool(is_so())


class Watch:
    """A watch that runs, and what it told."""

    def __init__(self, content: Path) -> None:
        self.bursts: list[Sequence[str]] = []
        self.looks = 0
        self.warned = Event()
        self.missed = False
        self.stop = Event()
        arguments = ([content], self.bursts.append, self.look, self.stop, self.warned.set)
        self.thread = Thread(target=watch_files, args=arguments)

    def look(self) -> bool:
        self.looks += 1
        missed, self.missed = self.missed, False
        return missed

    @property
    def names(self) -> set[str]:
        return {Path(file).name for burst in self.bursts for file in burst}


@pytest.fixture
def watch(content: Path) -> Iterator[Watch]:
    made = Watch(content)
    yield made
    made.stop.set()
    made.thread.join(20)


def saved_until_seen(watch: Watch, content: Path) -> bool:
    """Save again and again: a watch begins some time after its thread does."""

    def is_seen() -> bool:
        (content / "tin-tuc/2026/.a.md.swp").write_text("x", "utf-8")
        (content / ARTICLE_FILE).write_text(ARTICLE + "\nThêm.\n", "utf-8")
        sleep(0.1)
        return "hop-bao.md" in watch.names

    return until(is_seen)


def test_a_save_is_seen_and_what_programs_leave_beside_it_is_not(watch: Watch, content: Path) -> None:
    watch.thread.start()
    assert saved_until_seen(watch, content)
    assert watch.names == {"hop-bao.md"}


def test_a_file_that_is_renamed_into_place_is_seen(watch: Watch, content: Path) -> None:
    watch.thread.start()
    assert saved_until_seen(watch, content)
    watch.bursts.clear()
    half = content / "tin-tuc/2026/hop-bao.md.tmp"
    half.write_text(ARTICLE, "utf-8")
    half.replace(content / ARTICLE_FILE)
    assert until(lambda: "hop-bao.md" in watch.names)
    assert "hop-bao.md.tmp" not in watch.names


def test_many_files_at_once_are_few_bursts(watch: Watch, content: Path) -> None:
    watch.thread.start()
    assert saved_until_seen(watch, content)
    watch.bursts.clear()
    for number in range(300):
        (content / f"tin-tuc/2026/bai-{number}.md").write_text(ARTICLE, "utf-8")
    assert until(lambda: len(watch.names) >= 300)
    assert len(watch.bursts) < 30


def test_a_watch_that_missed_something_is_begun_anew(
    watch: Watch, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_PAUSE", 0.1)
    begun = Mock(side_effect=watching._watch)
    monkeypatch.setattr(watching, "_watch", begun)
    watch.missed = True
    watch.thread.start()
    assert until(lambda: begun.call_count == 2)
    assert saved_until_seen(watch, content)


def test_where_the_system_tells_nothing_looks_do(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object, **options: object) -> None:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr(watching, "watch", fails)
    monkeypatch.setattr(watching, "_OFTEN", 0.01)
    watch.thread.start()
    assert until(lambda: watch.looks > 2)
    assert watch.warned.is_set()
