"""What of a record is at hand without reading it: which entries are versions of which file.

The index of full bundles, which change no more, is kept in the cache; the last lines are read each time.
"""

import marshal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, NamedTuple

from portal.engine import engine_digest
from portal.record.layout import BUNDLE, VERSIONED, Layout
from portal.source.folder import Folder, Stamp
from portal.trust.merkle import leaf_hash, root_of
from portal.trust.tiles import bundle as bundle_of

_SEAL = 16

Stamps = Mapping[str, Stamp]


class Whole(NamedTuple):
    """A full bundle: the root of its entries, and digests of the files that are served of it."""

    root: bytes
    entries: str
    tile: str
    records: str


@dataclass(slots=True)
class Index:
    """Threads of versions: `threads` their entries in order, `named` the thread of each path.

    `names` are the paths that the threads had last, `latest` the digests of what they last said; both empty
    where that was redacted. `thread` is that of each entry, -1 where it is no version. `redacted` leads from
    an entry to the one that says why; `releases` and `keys` are the entries of these kinds. `whole` are the
    full bundles.
    """

    size: int = 0
    threads: list[list[int]] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    latest: list[str] = field(default_factory=list)
    thread: list[int] = field(default_factory=list)
    redacted: dict[int, int] = field(default_factory=dict)
    releases: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    whole: list[Whole] = field(default_factory=list)

    def extend(self, layout: Layout, bundles: Sequence[int]) -> None:
        """Read some more bundles, in order; raises Unreadable."""
        for bundle in bundles:
            records, entries = layout.lines(layout.records(bundle)), layout.lines(layout.entries(bundle))
            if len(entries) == BUNDLE:
                self.whole.append(_whole(entries, layout.whole_records(bundle)))
            for place, line in enumerate(entries):
                # Records are written before their entries: there may be more of them after a crash.
                held = records[place] if place < len(records) else b""
                self._add(layout, bundle * BUNDLE + place, line, held)

    def _add(self, layout: Layout, number: int, line: bytes, held: bytes) -> None:
        entry = layout.entry(number, line)
        self.size = number + 1
        self.thread.append(-1)
        if entry.kind in VERSIONED:
            thread = self._thread(entry.prev)
            self.threads[thread].append(number)
            self.thread[number] = thread
            said = layout.record(number, held) if held else {}
            self.latest[thread] = str(said.get("sha256") or "")
            if path := str(said.get("path") or ""):
                self.named[path] = thread
                self.names[thread] = path
        elif entry.kind == "redaction" and entry.prev is not None:
            self.redacted[entry.prev] = number
        elif entry.kind == "release":
            self.releases.append(number)
        elif entry.kind == "key":
            self.keys.append(number)

    def _thread(self, prev: int | None) -> int:
        """The thread that goes on after an entry, or a new one."""
        if prev is not None and 0 <= prev < len(self.thread) and self.thread[prev] >= 0:
            return self.thread[prev]
        self.threads.append([])
        self.names.append("")
        self.latest.append("")
        return len(self.threads) - 1


def _whole(entries: Sequence[bytes], records: bytes) -> Whole:
    hashes = list(map(leaf_hash, entries))
    files = (bundle_of(entries), b"".join(hashes), records)
    return Whole(root_of(hashes), *(sha256(data).hexdigest() for data in files))


def read_index(layout: Layout, folder: Folder, cache: Path) -> Index:
    """Give the index of all entries; `folder` is a look at the record. Raises Unreadable and OSError."""
    count = len(folder.below("entries", ""))
    full = [bundle for bundle in range(count - 1) if _settled(folder, bundle)]
    # One that is not settled makes all after it read again.
    full = full[: next((place for place, bundle in enumerate(full) if place != bundle), len(full))]
    stamps = [_stamps(folder, bundle) for bundle in full]
    file = cache / "record.index"
    index, known = _recall(file, stamps)
    if known < len(full):
        index.extend(layout, full[known:])
        _keep(file, index, stamps)
    index.extend(layout, range(len(full), count))
    return index


def _stamps(folder: Folder, bundle: int) -> tuple[Stamp | None, Stamp | None]:
    return (folder.stamp(f"entries/{bundle:05}"), folder.stamp(f"records/{bundle:05}"))


def _settled(folder: Folder, bundle: int) -> bool:
    return all(stamp and folder.is_settled(stamp) for stamp in _stamps(folder, bundle))


def _recall(file: Path, stamps: Sequence[tuple[Stamp | None, Stamp | None]]) -> tuple[Index, int]:
    """The index of the first bundles, and of how many, where these are as they were."""
    with suppress(OSError):
        data = file.read_bytes()
        if data[:_SEAL] == _sealed(data[_SEAL:]):
            known, held = marshal.loads(data[_SEAL:])
            if known == stamps[: len(known)]:
                index = Index(*held)
                index.whole = [Whole(*one) for one in index.whole]
                return index, len(known)
    return Index(), 0


def _keep(file: Path, index: Index, stamps: Sequence[tuple[Stamp | None, Stamp | None]]) -> None:
    held: tuple[Any, ...] = (
        index.size, index.threads, index.named, index.names, index.latest, index.thread, index.redacted,
        index.releases, index.keys, list(map(tuple, index.whole)),
    )  # fmt: skip
    data = marshal.dumps((list(stamps), held), 2)
    # Nothing depends on it but time.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.new")
        new.write_bytes(_sealed(data) + data)
        new.replace(file)


def _sealed(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL, key=engine_digest().encode()).digest()
