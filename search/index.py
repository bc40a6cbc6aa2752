"""The search index of a release: written once into its own folder, sealed, and opened only unbroken."""

import json
import os
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain
from pathlib import Path

from search.analysis import ANALYSIS_VERSION, runs, tokens
from search.document import Document
from search.seal import SEAL_NAME, DamagedIndex, check_seal, seal
from search.store import Entry, Places, Postings, Store, update_store, write_store

__all__ = ["DamagedIndex", "Index", "is_sound", "open_index", "update_index", "write_index"]

MAX_KEPT_TEXT = 20_000
"""Characters of a document's text that are kept to show an extract from; all of it is searched."""

_MARKS = "marks.json"
_MOST_CHANGED = 0.2
_VERSION = f"search index 2, keys {ANALYSIS_VERSION}"
_MEMORY_MB = 128
_VIETNAM = timezone(timedelta(hours=7))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Index:
    """An open index, in the terms ranking needs; for one thread at a time."""

    def __init__(self, store: Store) -> None:
        """Take a store whose seal was checked."""
        self._store = store

    @property
    def count(self) -> int:
        """The number of documents."""
        return self._store.count

    def postings(self, field: str, key: str) -> Postings:
        """Give the documents with a key in `text`, `text_exact`, `title` or `title_exact`, and its places."""
        return self._store.postings(field, key)

    def named(self, field: str, name: str) -> frozenset[int]:
        """Give the documents with a name in `kind`, `language`, `category`, `unit` or `year`."""
        return self._store.named(field, name)

    def lengths(self, field: str) -> Sequence[int]:
        """Give the length of a field, in keys, by document."""
        return self._store.lengths(field)

    def average_length(self, field: str) -> float:
        """Give the mean length of a field, in keys."""
        return self._store.average_length(field)

    def order(self, document: int) -> tuple[int, str]:
        """Give what settles the order of equal answers: newest first, then by address."""
        return self._store.order(document)

    def document(self, number: int) -> Document:
        """Give what is kept of a document: without its filters and tags, its text cut."""
        shown = self._store.shown(number)["shown"]
        date = datetime.fromisoformat(shown["date"]) if shown["date"] else None
        text = zlib.decompress(shown["text"]).decode()
        return Document(**{**shown, "date": date, "text": text})


def write_index(folder: Path, documents: Iterable[Document], marks: Mapping[str, str] | None = None) -> str:
    """Write the index of the documents into a new or empty folder and give its digest (SHA-256, hexadecimal).

    `marks`, by address, are kept for `update_index`.

    The documents are read one after the other and none is kept. When this returns, all is on the disk. The
    seal lies in the folder; keep its digest elsewhere to know an index that somebody exchanged as a whole.
    Raises FileExistsError if the folder holds anything, and whatever reading the documents raises: the folder
    then holds no index.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder}: not empty")
    write_store(folder, map(_entry, documents), _MEMORY_MB)
    _write_marks(folder, marks or {})
    return seal(folder, _VERSION)


def update_index(
    folder: Path, old: Path, marks: Mapping[str, str], document: Callable[[str], Document]
) -> str | None:
    """Write an index that differs from an old one in few documents, into a new folder; gives its digest.

    `marks` has a mark for each address that is to be found, equal where the document is. `document` is asked
    for those alone that the old index has not, or with another mark. Gives None, and writes nothing, where so
    much differs that a new index is quicker. Raises DamagedIndex where the old one is not as it was sealed.
    """
    check_seal(old, _VERSION)
    before: dict[str, str] = json.loads((old / _MARKS).read_text("utf-8")) if (old / _MARKS).exists() else {}
    due = [address for address, mark in marks.items() if before.get(address) != mark]
    gone = [address for address in before if address not in marks]
    if len(due) + len(gone) > len(marks) * _MOST_CHANGED:
        return None
    folder.mkdir(parents=True)
    for file in old.iterdir():
        if file.name not in (_MARKS, SEAL_NAME):
            _link(file, folder / file.name)
    if due or gone:
        away = [address for address in (*due, *gone) if address in before]
        update_store(folder, away, (_entry(document(address)) for address in due), _MEMORY_MB)
    _write_marks(folder, marks)
    return seal(folder, _VERSION)


def is_sound(folder: Path) -> bool:
    """Say whether a folder holds an index as it was sealed, for this version."""
    try:
        check_seal(folder, _VERSION)
    except (DamagedIndex, OSError):
        return False
    return True


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def _write_marks(folder: Path, marks: Mapping[str, str]) -> None:
    (folder / _MARKS).write_text(json.dumps(dict(marks), separators=(",", ":")), "utf-8")


@contextmanager
def open_index(folder: Path, digest: str | None = None) -> Iterator[Index]:
    """Open the index of a folder for one thread, after its seal (and the digest, where given) was checked.

    Raises DamagedIndex, naming the file, before any byte of the index is interpreted.
    """
    check_seal(folder, _VERSION, digest)
    store = Store(folder)
    try:
        yield Index(store)
    finally:
        store.close()


def _entry(document: Document) -> Entry:
    title, title_exact = _places([document.title])
    whole = [document.title, document.summary, document.text, *document.tags, document.category_name]
    text, text_exact = _places(whole)
    return Entry(
        document.address,
        _seconds(document.date),
        {"title": title, "title_exact": title_exact, "text": text, "text_exact": text_exact},
        _names(document),
        _shown(document),
    )


def _places(texts: Iterable[str]) -> tuple[Places, Places]:
    """Give the places of fold and exact keys; a free place parts the texts, so that no phrase spans two."""
    folds: dict[str, list[int]] = {}
    exacts: dict[str, list[int]] = {}
    place = 0
    for token in chain.from_iterable(chain(tokens(text), [None]) for text in texts):
        if token is None:
            place += 1
            continue
        for after, fold, exact in runs(token):
            folds.setdefault(fold, []).append(place + after)
            exacts.setdefault(exact, []).append(place + after)
        place += token.width
    return folds, exacts


def _names(document: Document) -> Mapping[str, str]:
    return {
        "kind": document.kind,
        "language": document.language,
        "category": document.category,
        "unit": document.unit,
        "year": str(document.date.year) if document.date else "",
    }


def _shown(document: Document) -> Mapping[str, str | bytes]:
    return {
        "address": document.address,
        "kind": document.kind,
        "language": document.language,
        "title": document.title,
        "summary": document.summary,
        "category_name": document.category_name,
        "date": document.date.isoformat() if document.date else "",
        "text": zlib.compress(document.text[:MAX_KEPT_TEXT].encode()),
    }


def _seconds(date: datetime | None) -> int | None:
    if date is None:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=_VIETNAM)
    return (aware - _EPOCH) // timedelta(seconds=1)
