"""The search index of a release: written once into its own folder, sealed, and opened only unbroken."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from search import engine as engines
from search.analysis import ANALYSIS_VERSION
from search.document import Document
from search.engine import Change, Engine, Part, engine_named
from search.entry import MAX_KEPT_TEXT, entry_of
from search.expansion import Expansion, as_data, from_data
from search.opened import Index
from search.seal import DamagedIndex, check_seal, seal, sealed_version

__all__ = [
    "MAX_KEPT_TEXT", "Beside", "DamagedIndex", "Index", "Part", "is_sound", "join_parts", "open_index",
    "update_index", "write_index", "write_part",
]  # fmt: skip

_MARKS = "marks.json"
_EXPANSIONS = "expansions.json"
_MOST_CHANGED = 0.2
_MEMORY_MB = 128


@dataclass(frozen=True, slots=True)
class Beside:
    """What an index has beside its documents.

    `engine` keeps it; `marks`, by address, say which documents are as they were, for `update_index`;
    `expansions` are the names that stand for one another.
    """

    engine: str = engines.NAMES[0]
    marks: Mapping[str, str] = field(default_factory=dict)
    expansions: Sequence[Expansion] = ()

    @property
    def keeper(self) -> Engine:
        """The engine itself."""
        return engine_named(self.engine)


def write_index(folder: Path, documents: Iterable[Document], beside: Beside | None = None) -> str:
    """Write the index of the documents into a new or empty folder and give its digest (SHA-256, hexadecimal).

    The documents are read one after the other and none is kept. When this returns, all is on the disk. The
    seal lies in the folder; keep its digest elsewhere to know an index that somebody exchanged as a whole.
    Raises FileExistsError if the folder holds anything, and whatever reading the documents raises: the folder
    then holds no index.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder}: not empty")
    beside = beside or Beside()
    return join_parts(folder, write_part(folder, documents, beside.engine), beside)


def write_part(folder: Path, documents: Iterable[Document], engine: str = engines.NAMES[0]) -> list[Part]:
    """Write some of the documents of an index into its new folder; processes may do so side by side.

    The parts can be pickled. None may hold an address that another has.
    """
    return engine_named(engine).write_segments(folder, map(entry_of, documents), 1, _MEMORY_MB)


def join_parts(folder: Path, parts: Iterable[Part], beside: Beside | None = None) -> str:
    """Make the parts in a folder an index, as `write_index` does, and give its digest.

    Answers and their scores do not depend on how the documents were parted.
    """
    beside = beside or Beside()
    beside.keeper.write_table(folder, parts)
    _write_beside(folder, beside)
    return seal(folder, _version(beside.engine))


def update_index(folder: Path, old: Path, beside: Beside, document: Callable[[str], Document]) -> str | None:
    """Write an index that differs from an old one in few documents, into a new folder; gives its digest.

    Its marks name each address that is to be found, equal where the document is. `document` is asked
    for those alone that the old index has not, or with another mark, and for a few that lie in small parts
    when these are joined. Gives None, and writes nothing, where so much differs that a new index is quicker,
    or another engine kept the old one. Raises DamagedIndex where the old one is not as it was sealed.
    """
    if _engine_of(old) != beside.engine:
        return None
    digests = check_seal(old, _version(beside.engine))
    before: dict[str, str] = json.loads((old / _MARKS).read_text("utf-8")) if _MARKS in digests else {}
    due = [address for address, mark in beside.marks.items() if before.get(address) != mark]
    gone = before.keys() - beside.marks.keys()
    if len(due) + len(gone) > len(beside.marks) * _MOST_CHANGED:
        return None
    folder.mkdir(parents=True)
    kept = [name for name in digests if name not in (_MARKS, _EXPANSIONS)]
    linked = {name: digests[name] for name in kept if _link(name, old, folder)}
    if due or gone:
        change = Change(gone.union(due), due, lambda address: entry_of(document(address)))
        beside.keeper.update(folder, change, _MEMORY_MB)
    _write_beside(folder, beside)
    return seal(folder, _version(beside.engine), linked)


def is_sound(folder: Path, beside: Beside | None = None) -> bool:
    """Say whether a folder holds an index as it was sealed, for this version.

    Where `beside` is given, its engine must keep it and its expansions must be in it.
    """
    try:
        engine = _engine_of(folder)
        check_seal(folder, _version(engine))
        kept = _expansions_of(folder)
    except (DamagedIndex, OSError):
        return False
    return beside is None or (engine, kept) == (beside.engine, tuple(beside.expansions))


def _link(name: str, old: Path, new: Path) -> bool:
    """Link a file, or copy it; says whether both are one, and so what the old one was found to be."""
    try:
        os.link(old / name, new / name)
    except OSError:
        shutil.copyfile(old / name, new / name)
        return False
    return True


def _write_beside(folder: Path, beside: Beside) -> None:
    (folder / _MARKS).write_text(json.dumps(dict(beside.marks), separators=(",", ":")), "utf-8")
    (folder / _EXPANSIONS).write_text(json.dumps(as_data(beside.expansions), ensure_ascii=False), "utf-8")


def _expansions_of(folder: Path) -> tuple[Expansion, ...]:
    return from_data(json.loads((folder / _EXPANSIONS).read_text("utf-8")))


def _version(engine: str) -> str:
    # Lists of numbers are kept as this machine has them.
    return f"search index 4, keys {ANALYSIS_VERSION}, {engine}, {sys.byteorder}"


def _engine_of(folder: Path) -> str:
    """Give the engine that a folder says it was written by, or the usual one."""
    said = sealed_version(folder)
    return next((name for name in engines.NAMES if said == _version(name)), engines.NAMES[0])


@contextmanager
def open_index(folder: Path, digest: str | None = None) -> Iterator[Index]:
    """Open the index of a folder for one thread, after its seal (and the digest, where given) was checked.

    Raises DamagedIndex, naming the file, before any byte of the index is interpreted.
    """
    engine = _engine_of(folder)
    check_seal(folder, _version(engine), digest)
    reader = engine_named(engine).open(folder)
    try:
        yield Index(reader, _expansions_of(folder))
    finally:
        reader.close()
