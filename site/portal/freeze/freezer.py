"""Frozen-Flask behind one function: the answers at some addresses become files of a folder.

Frozen-Flask finds the addresses, opens the application's context and says where each file lies. What it does
for each page is done here in a shorter way, with the same bytes: no test client, no new request and no log of
`url_for` for a page, because a view is given all that it shows and asks nothing of the request.
"""

import mimetypes
import os
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from flask_frozen import Freezer, MimetypeMismatchWarning, MissingURLGeneratorWarning
from jinja2 import TemplateError
from werkzeug.routing import MapAdapter

from portal.failure import Failure
from portal.freeze.targets import target
from portal.source.store import Damaged
from portal.web.media import MEDIA_TYPES

# Windows alone knows files that are text, and has to be told that this is none.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_BATCH = 16  # pages made before they are written


class PageFailed(Failure):
    """A page could not be made: its address and what went wrong."""

    def __init__(self, address: str, reason: str) -> None:
        """Keep both apart, so that it survives the way from a worker to its parent."""
        super().__init__(address, reason)
        self.address = address
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.address}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Frozen:
    """A file that stands: its address, its path in the release with slashes, and its bytes."""

    address: str
    path: str
    body: bytes


def freeze(app: Flask, addresses: Sequence[str], staging: Path) -> Iterator[Frozen]:
    """Write what the application answers at each address, and give each file once it stands.

    Raises PageFailed with the address of a page that cannot be made, or whose media type is not the one that
    servers give its file; UnsafeAddress; Damaged; and OSError where the machine fails.
    """
    paths = {address: target(address) for address in addresses}
    _tell_media_types()
    app.config.update(FREEZER_DESTINATION=str(staging.absolute()), FREEZER_REMOVE_EXTRA_FILES=False)
    freezer = _Direct(app, with_static_files=False, with_no_argument_rules=False, log_url_for=False)
    freezer.paths = paths
    asked: list[str] = [""]
    freezer.register_generator(lambda: _one_by_one(addresses, asked))
    with warnings.catch_warnings():
        # Addresses are given as they stand, so Frozen-Flask cannot see which rules answer them.
        warnings.simplefilter("ignore", MissingURLGeneratorWarning)
        try:
            made = (Frozen(page.url, paths[page.url], freezer.body) for page in freezer.freeze_yield())
            yield from _written(made, staging)
        except (GeneratorExit, PageFailed, Damaged):
            # A damaged store is no fault of the page: it is made anew.
            raise
        except Exception as error:
            # Jinja's "template not found" calls itself an OSError; it is no failure of the machine.
            if isinstance(error, OSError) and not isinstance(error, TemplateError):
                raise
            raise PageFailed(asked[0], _reason(error)) from error


class _Direct(Freezer):  # type: ignore[misc]
    """Frozen-Flask that calls the view of an address within the one context that is open already."""

    body = b""
    paths: Mapping[str, str] = {}

    @cached_property
    def root(self) -> Path:
        """The folder written to; it stays the same."""
        root: Path = super().root
        return root

    @cached_property
    def _addresses(self) -> MapAdapter:
        # "GET" alone: what there is to freeze is what can be read.
        addresses: MapAdapter = self.app.url_map.bind("localhost", default_method="GET")
        return addresses

    def _build_one(self, url: str, last_modified: object = None) -> Path:
        response = self.app.make_response(self._view(url))
        if response.status_code != 200:
            raise ValueError(f"Unexpected status {response.status!r}")
        name = self.paths[url].rpartition("/")[2]
        guessed = _guess(name) or self.app.config["FREEZER_DEFAULT_MIMETYPE"]
        if guessed != response.mimetype:
            raise MimetypeMismatchWarning(f"{name!r}: {guessed}, not {response.mimetype}")
        self.body = response.get_data()
        return self.root / self.paths[url]

    def _view(self, url: str) -> Any:
        endpoint, arguments = self._addresses.match(url)
        return self.app.ensure_sync(self.app.view_functions[endpoint])(**arguments)


def _written(made: Iterable[Frozen], staging: Path) -> Iterator[Frozen]:
    """Give each of these once it stands.

    Some are made, then written: pages that are made and the system's work on files push each other out of the
    processor's memory, which costs a sixth of the time of a page.
    """
    there, folders = f"{staging}/", {""}
    due = iter(made)
    while batch := tuple(islice(due, _BATCH)):
        for one in batch:
            folder = one.path.rpartition("/")[0]
            if folder not in folders:
                _make_folder(there + folder)
                folders.add(folder)
            _write(there + one.path, one.body)
            yield one


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 (a third of the time of a Path)
    except FileExistsError:
        pass
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)


def _write(file: str, body: bytes) -> None:
    """Write a new file; never into one that stands there, which may be another release's too.

    A file of Python's would ask the system three things more.
    """
    handle = os.open(file, _NEW, 0o666)
    try:
        try:
            rest = memoryview(body)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)
    except OSError as error:
        error.filename = file
        raise


@lru_cache
def _guess(name: str) -> str | None:
    return mimetypes.guess_type(name)[0]


def _one_by_one(addresses: Sequence[str], asked: list[str]) -> Iterator[str]:
    for address in addresses:
        asked[0] = address
        yield address


def _tell_media_types() -> None:
    # Frozen-Flask compares each answer with `mimetypes`, which reads whatever tables the machine has.
    for suffix, media in MEDIA_TYPES.items():
        mimetypes.add_type(media, suffix)
    _guess.cache_clear()


def _reason(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    where = f" ({getattr(error, 'name', '')}:{line})" if isinstance(line, int) else ""
    return f"{type(error).__name__}: {error}{where}"
