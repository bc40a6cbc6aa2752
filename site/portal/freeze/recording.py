"""What a publication adds to the record: each public thing that is new, or says something new, or is gone."""

import marshal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from pathlib import Path

from portal.engine import engine_digest
from portal.failure import Failure, naming
from portal.readers.addresses import address_of
from portal.readers.published import Public
from portal.record.appending import Fresh
from portal.record.record import Record
from portal.source.folder import Folder, Stamp, stamp
from portal.source.text import source_text

Note = Callable[[str, str | None, str], str]
"""The editor's note on a change: told the path, the text before where there was one, and the text now."""

_SEAL = 16


class Moved(Failure):
    """A file changed while it was being published; names it."""

    def __init__(self, file: str) -> None:
        """Name the file."""
        super().__init__(f"{file} vừa bị sửa trong lúc xuất bản; gõ lại lệnh")


@dataclass(slots=True)
class Bodies:
    """What public files say, texts in normal form with LF; a file that is known by its stamp is not read."""

    folder: Folder
    cache: Path
    known: dict[str, tuple[Stamp, str]] = field(default_factory=dict)

    def digest(self, one: Public) -> str:
        """The digest of what a file says."""
        seen = self.folder.stamps[one.path]
        known = self.known.get(one.path)
        if known and known[0] == seen:
            return known[1]
        found = sha256(self.body(one)).hexdigest()
        if self.folder.is_settled(seen):
            self.known[one.path] = (seen, found)
        else:
            self.known.pop(one.path, None)
        return found

    def body(self, one: Public) -> bytes:
        """What a file says; raises Moved where it is not the one that was read."""
        path = self.folder.path(one.path)
        with naming(path):
            data = path.read_bytes()
            same = stamp(path.stat()) == self.folder.stamps[one.path]
        if not same:
            raise Moved(self.folder.shown(one.path))
        return normal(data) if one.text else data

    def recall(self) -> None:
        """Take what is kept of the last time."""
        with suppress(OSError):
            data = self._file.read_bytes()
            if data[:_SEAL] == _sealed(data[_SEAL:]):
                self.known = marshal.loads(data[_SEAL:])

    def keep(self, public: Sequence[Public]) -> None:
        """Keep what is known for the next time."""
        held = {one.path: self.known[one.path] for one in public if one.path in self.known}
        data = marshal.dumps(held, 2)
        # Nothing depends on it but time.
        with suppress(OSError):
            self._file.write_bytes(_sealed(data) + data)

    @property
    def _file(self) -> Path:
        return self.cache / "published"


def normal(data: bytes) -> bytes:
    """A text as it is recorded: UTF-8 in normal form C, lines ended by LF; what is no text as it is."""
    try:
        return source_text("", data.decode("utf-8-sig")).text.encode()
    except UnicodeDecodeError:
        return data


def fresh_versions(
    record: Record, public: Sequence[Public], ended: Mapping[str, str], bodies: Bodies, note: Note
) -> list[Fresh]:
    """Give the versions that the record does not have yet, in the order of their paths.

    Of what was recorded and is public no more, one without a text, for the reason that `ended` gives. Raises
    Moved, Unreadable and OSError.
    """
    index, there = record.index, {one.path for one in public}
    live = {name: thread for thread, name in enumerate(index.names) if index.latest[thread]}
    left = {name: thread for name, thread in live.items() if name not in there}
    at = {address_of(name): name for name in left}
    found = []
    for one in public:
        thread = index.named.get(one.path)
        if thread is not None and index.names[thread] != one.path:
            thread = None
        if thread is None:
            former = next((at[address] for address in one.formers if address in at), None)
            thread = left.pop(former, None) if former else None
        elif index.latest[thread] == bodies.digest(one):
            continue
        found.append(_version(record, one, thread, bodies.body(one), note))
    found += [_end(record, name, thread, ended.get(name, "")) for name, thread in left.items()]
    return sorted(found, key=lambda fresh: fresh.path)


def _version(record: Record, one: Public, thread: int | None, body: bytes, note: Note) -> Fresh:
    prev = record.index.threads[thread][-1] if thread is not None else None
    change = ""
    if thread is not None and one.text:
        versions = record.versions_of(record.index.names[thread])
        before = record.text(versions[-1]) if versions else None
        change = note(one.path, before, body.decode("utf-8", "replace"))
    return Fresh(one.kind, one.path, one.media, body, one.text, change, prev)


def _end(record: Record, name: str, thread: int, why: str) -> Fresh:
    last = record.index.threads[thread][-1]
    return Fresh(
        record.entry(last).kind, name, str(record.said(last).get("media", "")), None, False, why, last
    )


def _sealed(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL, key=engine_digest().encode()).digest()
