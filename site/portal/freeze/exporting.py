"""The search index as files of a release, for browsers on hosts that only send files."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from portal.failure import naming
from portal.freeze.indexing import document_of, expansions, findable
from portal.freeze.moments import moment_of
from portal.model.fingerprint import Marks
from portal.model.portal import Portal
from portal.trust.manifest import Manifest
from portal.web.views.search import FILES
from search.export.exported import Export, Held, export

FOLDER = FILES[1:]
"""Where they lie in a release."""

_EPOCH = date(1970, 1, 1).toordinal()


class Written(NamedTuple):
    """What of them a release holds: their digests by path, and how many bytes there are more than before."""

    files: Manifest
    bytes: int


def is_exported(path: str) -> bool:
    """Say whether a path of a release is one of them."""
    return path.startswith(FOLDER)


def export_release(portal: Portal, marks: Marks, staging: Path, taken: Manifest, *, trusted: bool) -> Written:
    """Bring the files in a staging folder up to date; those of years that did not change stay as they are.

    `taken` are those that lie there, `trusted` says that all of them are as they were made.
    """
    made = export(_held(portal, marks), expansions(portal), _reader(staging, taken if trusted else {}))
    return _settle(made, portal.settings.since.toordinal() - _EPOCH, staging, taken)


def drop_export(staging: Path, taken: Manifest) -> Written:
    """Take the files out of a staging folder."""
    return _settle(Export({}, frozenset()), 0, staging, taken)


def _settle(made: Export, day: int, staging: Path, taken: Manifest) -> Written:
    files = {path: digest for path, digest in taken.items() if _segment(path) in made.kept}
    more = 0
    for name, body in made.files.items():
        path, digest = f"{FOLDER}{name}", sha256(body).hexdigest()
        files[path] = digest
        if taken.get(path) != digest:
            more += len(body) - _remove(staging / path)
            _write(staging / path, body, moment_of(digest, day))
    more -= sum(_remove(staging / path) for path in taken.keys() - files.keys())
    return Written(files, more)


def _held(portal: Portal, marks: Marks) -> Iterator[Held]:
    for address, value in findable(portal).items():
        yield Held(address, getattr(value, "date", None), marks.of(value), document_of(value))


def _reader(staging: Path, taken: Manifest) -> Callable[[str], bytes | None]:
    return lambda name: (staging / path).read_bytes() if (path := f"{FOLDER}{name}") in taken else None


def _segment(path: str) -> str:
    return path.removeprefix(FOLDER).rpartition("/")[0]


def _remove(file: Path) -> int:
    # Never written into: a file that stands may be another release's too.
    size = file.lstat().st_size if file.exists() else 0
    file.unlink(missing_ok=True)
    return size


def _write(file: Path, body: bytes, moment: int) -> None:
    with naming(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        os.utime(file, (moment, moment))
