"""The search index of a release: written once into its own folder, sealed, and opened only unbroken."""

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from search.analysis import ANALYSIS_VERSION, keys_of
from search.document import Document
from search.postings import Places, Postings
from search.seal import DamagedIndex, check_seal, seal
from search.segment import Entry, Part, write_segments
from search.store import Store, update_store, write_table

__all__ = [
    "DamagedIndex", "Index", "Part", "is_sound", "join_parts", "open_index", "update_index", "write_index",
    "write_part",
]  # fmt: skip

MAX_KEPT_TEXT = 20_000
"""Characters of a document's text that are kept to show an extract from; all of it is searched."""

_MARKS = "marks.json"
_MOST_CHANGED = 0.2
_VERSION = f"search index 3, keys {ANALYSIS_VERSION}"
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
        return Document(**{**shown, "date": date})


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
    return join_parts(folder, write_part(folder, documents), marks)


def write_part(folder: Path, documents: Iterable[Document]) -> list[Part]:
    """Write some of the documents of an index into its new folder; processes may do so side by side.

    The parts can be pickled. None may hold an address that another has.
    """
    return write_segments(folder, map(_entry, documents), 1, _MEMORY_MB)


def join_parts(folder: Path, parts: Iterable[Part], marks: Mapping[str, str] | None = None) -> str:
    """Make the parts in a folder an index, as `write_index` does, and give its digest.

    Answers and their scores do not depend on how the documents were parted.
    """
    write_table(folder, parts)
    _write_marks(folder, marks or {})
    return seal(folder, _VERSION)


def update_index(
    folder: Path, old: Path, marks: Mapping[str, str], document: Callable[[str], Document]
) -> str | None:
    """Write an index that differs from an old one in few documents, into a new folder; gives its digest.

    `marks` has a mark for each address that is to be found, equal where the document is. `document` is asked
    for those alone that the old index has not, or with another mark, and for a few that lie in small parts
    when these are joined. Gives None, and writes nothing, where so much differs that a new index is quicker.
    Raises DamagedIndex where the old one is not as it was sealed.
    """
    digests = check_seal(old, _VERSION)
    before: dict[str, str] = json.loads((old / _MARKS).read_text("utf-8")) if _MARKS in digests else {}
    due = [address for address, mark in marks.items() if before.get(address) != mark]
    gone = before.keys() - marks.keys()
    if len(due) + len(gone) > len(marks) * _MOST_CHANGED:
        return None
    folder.mkdir(parents=True)
    linked = {name: digest for name, digest in digests.items() if name != _MARKS and _link(name, old, folder)}
    if due or gone:
        update_store(folder, gone.union(due), due, lambda address: _entry(document(address)), _MEMORY_MB)
    _write_marks(folder, marks)
    return seal(folder, _VERSION, linked)


def is_sound(folder: Path) -> bool:
    """Say whether a folder holds an index as it was sealed, for this version."""
    try:
        check_seal(folder, _VERSION)
    except (DamagedIndex, OSError):
        return False
    return True


def _link(name: str, old: Path, new: Path) -> bool:
    """Link a file, or copy it; says whether both are one, and so what the old one was found to be."""
    try:
        os.link(old / name, new / name)
    except OSError:
        shutil.copyfile(old / name, new / name)
        return False
    return True


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
    folds: defaultdict[str, list[int]] = defaultdict(list)
    exacts: defaultdict[str, list[int]] = defaultdict(list)
    place = 0
    for text in texts:
        for piece in text.split():
            width, found = keys_of(piece)
            for after, fold, exact in found:
                folds[fold].append(place + after)
                exacts[exact].append(place + after)
            place += width
        place += 1
    return folds, exacts


def _names(document: Document) -> Mapping[str, str]:
    return {
        "kind": document.kind,
        "language": document.language,
        "category": document.category,
        "unit": document.unit,
        "year": str(document.date.year) if document.date else "",
    }


def _shown(document: Document) -> Mapping[str, str]:
    return {
        "address": document.address,
        "kind": document.kind,
        "language": document.language,
        "title": document.title,
        "summary": document.summary,
        "category_name": document.category_name,
        "date": document.date.isoformat() if document.date else "",
        "text": document.text[:MAX_KEPT_TEXT],
    }


def _seconds(date: datetime | None) -> int | None:
    if date is None:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=_VIETNAM)
    return (aware - _EPOCH) // timedelta(seconds=1)
