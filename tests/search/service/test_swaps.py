"""Releases come and go while readers ask: each query is answered, from one release alone."""

import json
import shutil
import traceback
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from search.service.app import Service, make_app
from search.service.release import Release
from tests.search.pages import page
from tests.search.service.releases import Shelf, release, serving

READERS = 4


def _keep_asking(service: Service, stop: Event, wrong: list[str], answers: list[str], number: int) -> None:
    try:
        _asking(service, stop, wrong, answers, number)
    except Exception:
        wrong.append(traceback.format_exc())


def _asking(service: Service, stop: Event, wrong: list[str], answers: list[str], number: int) -> None:
    client = make_app(service).test_client()
    while not stop.is_set():
        # Queries of many kinds, so that some are in memory and some are not.
        query = f"chuyển đổi số {(len(answers) * 7 + number) % 50 or ''}".strip()
        answer = client.get("/api/tim-kiem", query_string={"q": query, "moi-trang": "50"})
        if answer.status_code != 200:
            wrong.append(f"{answer.status_code} {answer.get_data(as_text=True)}")
            continue
        said = json.loads(answer.data)
        seen = {hit["title"].split()[-1] for hit in said["hits"]}
        if seen != {said["release"]}:
            wrong.append(f"{said['release']}: {seen}")
        shown = client.get("/tim-kiem/", query_string={"q": query}).get_data(as_text=True)
        ids = {word for word in shown.replace("<", " ").replace(">", " ").split() if word.startswith("ban")}
        if len(ids) != 1:
            wrong.append(f"page: {ids}")
        answers.append(said["release"])


def _release(folder: Path, number: int) -> Release:
    """A release whose every page and title names it; its answers have no word of another."""
    pages = [page(f"/{n}/", f"Chuyển đổi số {n} ban{number}", "chuyển đổi số " * 20) for n in range(50)]
    return release(folder, f"ban{number}", pages)


def swaps(folder: Path, count: int) -> tuple[list[str], list[str]]:
    """Exchange so many releases under load, pruning all but two; gives what went wrong, and answers."""
    shelf = Shelf(_release(folder, 0))
    wrong: list[str] = []
    answers: list[str] = []
    stop = Event()
    with serving(shelf, waiting=READERS) as service:
        readers = [
            Thread(target=_keep_asking, args=(service, stop, wrong, answers, n)) for n in range(READERS)
        ]
        for reader in readers:
            reader.start()
        for number in range(1, count + 1):
            shelf.public = _release(folder, number)
            service.following.look()
            with suppress(FileNotFoundError):
                shutil.rmtree(folder / f"ban{number - 2}.index")
                shutil.rmtree(folder / f"ban{number - 2}")
        stop.set()
        for reader in readers:
            reader.join()
    return wrong + shelf.warnings, answers


def test_releases_are_exchanged_under_load_without_a_failed_query_or_a_mixed_answer(tmp_path: Path) -> None:
    wrong, answers = swaps(tmp_path, 12)
    assert wrong == []
    assert len(set(answers)) > 3
