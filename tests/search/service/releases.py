"""Releases made by hand, and services that answer from them."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask.testing import FlaskClient

from portal.web.messages import answers as wording
from search.document import Document
from search.index import write_index
from search.service.app import Service, make_app
from search.service.following import Following
from search.service.frame import INPUT, PLACE
from search.service.release import Release
from search.service.searchers import Searchers
from tests.search.pages import page

PAGE = (
    f'<!DOCTYPE html><html lang="{{language}}"><head><title>Tìm</title></head>'
    f'<body><main><form>{INPUT}name="q">'
    f"</form>{PLACE}<p>{{id}}</p></main></body></html>"
)
NAMES = {
    "kinds": {"article": "Tin tức", "unit": "Cơ quan"},
    "categories": {"thoi-su": "Thời sự"},
    "units": {},
    "years": {"2026": "2026"},
}
PAGES = (page("/a/", "Chuyển đổi số", "Tỉnh họp."), page("/b/", "Họp báo", "Về chuyển đổi số trong tỉnh."))


def write_frame(site: Path, language: str = "vi", id: str = "") -> None:
    """Write the page for answers of a language, and its words."""
    folder = site / ("" if language == "vi" else language) / "tim-kiem"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE.format(language=language, id=id), "utf-8")
    said = wording.VI if language == "vi" else wording.EN
    words = {key.removeprefix("answers."): text for key, text in said.items()}
    (folder / "dich-vu.json").write_text(json.dumps({"words": words, "names": NAMES}), "utf-8")


def release(
    folder: Path, id: str, pages: Iterable[Document] = PAGES, languages: tuple[str, ...] = ("vi",)
) -> Release:
    """Write a release with its index."""
    made = Release(id, folder / id, folder / f"{id}.index")
    for language in languages:
        write_frame(made.site, language, id)
    write_index(made.index, pages)
    return made


@dataclass
class Shelf:
    """What is public, and what the service said of releases that it could not read and of its own faults."""

    public: Release | None = None
    warnings: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@contextmanager
def serving(shelf: Shelf, clock: Callable[[], float] = time.monotonic, **bounds: float) -> Iterator[Service]:
    """Run a service of what lies on the shelf; its threads end with it."""
    # A machine with other work is slow, and no test here is about that unless it says so.
    searchers = Searchers(clock, **{"deadline": 30.0, **bounds})  # type: ignore[arg-type]
    following = Following(lambda: shelf.public, searchers, shelf.warnings.append)
    following.look()
    try:
        yield Service(following, searchers, shelf.faults.append)
    finally:
        searchers.close()


@contextmanager
def client_of(
    folder: Path, pages: Iterable[Document] = PAGES, languages: tuple[str, ...] = ("vi",)
) -> Iterator[FlaskClient]:
    """Ask a service of one release."""
    with serving(Shelf(release(folder, "one", pages, languages))) as service:
        yield make_app(service).test_client()
