"""Several processes make what one makes."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from flask import Flask

from portal.freeze.freezer import PageFailed
from portal.freeze.workers import Press, freeze_all
from portal.parallel import WorkerDied
from portal.trust.manifest import manifest_of
from tests.freeze.sites import Answers, app, page, silent

TODAY = 20_000  # days since 1970


def press(site: Flask, staging: Path) -> Press:
    """Makes bare files."""
    return Press(site, staging, lambda address: TODAY, pack=False)


MANY: Answers = {f"/tin/{number}/": page(f"<p>Tin {number}</p>") for number in range(50)}


@pytest.mark.parametrize("jobs", [2, 3, 8, 100])
def test_any_number_of_workers_gives_the_same_release(jobs: int, tmp_path: Path) -> None:
    freeze_all(press(app(MANY), tmp_path / "one"), list(MANY), 1, silent)
    freeze_all(press(app(MANY), tmp_path / "many"), list(MANY), jobs, silent)
    assert manifest_of(tmp_path / "many") == manifest_of(tmp_path / "one")
    assert len(manifest_of(tmp_path / "one")) == len(MANY)


@pytest.mark.parametrize("jobs", [1, 3])
def test_progress_grows_up_to_all(jobs: int, staging: Path) -> None:
    told: list[tuple[int, int]] = []
    freeze_all(press(app(MANY), staging), list(MANY), jobs, lambda done, total: told.append((done, total)))
    assert told[0] == (0, len(MANY))
    assert told[-1] == (len(MANY), len(MANY))
    assert told == sorted(set(told))


def test_an_error_in_a_worker_reaches_its_parent_with_its_words(staging: Path) -> None:
    def wrong() -> str:
        raise ValueError("số liệu không có kỳ")

    with pytest.raises(PageFailed, match=r"/tin/7/: ValueError: số liệu không có kỳ") as caught:
        freeze_all(press(app({**MANY, "/tin/7/": wrong}), staging), list(MANY), 3, silent)
    assert caught.value.address == "/tin/7/"


def test_a_failure_of_the_machine_keeps_its_number_and_file_across_processes(staging: Path) -> None:
    def full() -> str:
        raise OSError(28, "No space left on device", "tin.html")

    with pytest.raises(OSError) as caught:
        freeze_all(press(app({**MANY, "/tin/7/": full}), staging), list(MANY), 2, silent)
    assert (caught.value.errno, caught.value.filename) == (28, "tin.html")


def test_a_killed_worker_is_noticed(staging: Path) -> None:
    def killed() -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    with pytest.raises(WorkerDied):
        freeze_all(press(app({**MANY, "/tin/7/": killed}), staging), list(MANY), 3, silent)


def _freeze_until_killed(folder: Path) -> None:
    def slow() -> str:
        time.sleep(0.01)
        return page()

    freeze_all(press(app(dict.fromkeys(MANY, slow)), folder), list(MANY), 2, silent)


def test_workers_end_when_their_parent_was_killed(staging: Path) -> None:
    parent = multiprocessing.get_context("fork").Process(target=_freeze_until_killed, args=(staging,))
    parent.start()
    while not list(staging.rglob("*.html")):
        time.sleep(0.01)
    parent.kill()
    parent.join()
    time.sleep(0.3)
    written = len(list(staging.rglob("*.html")))
    time.sleep(0.3)
    assert len(list(staging.rglob("*.html"))) == written < len(MANY)


def test_nothing_to_freeze_is_no_error(staging: Path) -> None:
    freeze_all(press(app({}), staging), [], 4, silent)
    assert list(staging.iterdir()) == []
