"""Appending to a record: the one way in which it grows. Only publishing may use this.

Records are on the disk before the entries that commit to them, and each file is the old one or the new: after
a crash the record ends with an entry, and what is more than that is written over the next time.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from portal.durable import flush_file, flush_folder, flush_tree, write_whole
from portal.failure import naming
from portal.record.layout import BUNDLE, Layout, Unreadable, written

_FEW = 16  # files that are flushed one by one

Salt = Callable[[], str]
"""Gives 32 fresh hexadecimal digits that nobody can guess."""

Line = tuple[bytes, bytes]
"""An entry and its record, which is empty where it has none; neither has an end of line."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A version to be recorded of what stands at a path; `body` is None where nothing stands there now.

    `kept` says whether its text is kept, to be compared. `prev` is the entry of the version before.
    """

    kind: str
    path: str
    media: str
    body: bytes | None
    kept: bool = True
    change: str = ""
    prev: int | None = None


@dataclass(frozen=True, slots=True)
class Appender:
    """Appends to a record of which the last reader saw `size` entries.

    Each verb gives how many there are then; it raises Unreadable where the record is not as it was seen, and
    OSError, and leaves a record that can be read.
    """

    layout: Layout
    size: int
    salt: Salt

    def versions(self, fresh: Sequence[Fresh], time: datetime, commit: str = "") -> int:
        """Record some versions, with their texts."""
        self._keep_texts([one.body for one in fresh if one.kept and one.body is not None])
        return self.lines([self._version(one, time, commit) for one in fresh])

    def release(self, manifest: str, time: datetime, next: datetime, prev: int | None) -> int:
        """Record that a release of this manifest follows."""
        more = {"manifest": manifest, "next": written(next)}
        return self.lines([(entry_line("release", time, "", prev, **more), b"")])

    def said(self, kind: str, record: Mapping[str, object], time: datetime, prev: int | None = None) -> int:
        """Record anything else: what it says is salted."""
        line = _json({**record, "salt": self.salt()})
        return self.lines([(entry_line(kind, time, sha256(line).hexdigest(), prev), line)])

    def checkpoint(self, note: bytes) -> None:
        """Keep the state of the log that is to be published."""
        write_whole(self.layout.checkpoint, note)
        flush_folder(self.layout.root)

    def lines(self, added: Sequence[Line]) -> int:
        """Append lines as they are."""
        end = self.size + len(added)
        if not added:
            return end
        first, last = self.size // BUNDLE, (end - 1) // BUNDLE
        before = self._before(first)
        for folder in ("records", "entries"):
            (self.layout.root / folder).mkdir(parents=True, exist_ok=True)
        for part, place in ((1, self.layout.records), (0, self.layout.entries)):
            lines = [*before[part], *(one[part] for one in added)]
            for bundle in range(first, last + 1):
                begin = (bundle - first) * BUNDLE
                held = lines[begin : begin + BUNDLE]
                write_whole(place(bundle), b"".join(line + b"\n" for line in held))
            flush_folder(place(first).parent)
        return end

    def _before(self, first: int) -> tuple[list[bytes], list[bytes]]:
        """The lines of the bundle that is not full yet: its entries and their records."""
        count = self.size - first * BUNDLE
        entries = self.layout.lines(self.layout.entries(first))
        if len(entries) != count or self.layout.entries(first + 1).exists():
            raise Unreadable(self.layout.entries(first), min(len(entries), count) + 1)
        # There are more of these after a crash, and fewer never.
        return entries, self.layout.lines(self.layout.records(first))[:count]

    def _version(self, fresh: Fresh, time: datetime, commit: str) -> Line:
        body = fresh.body
        record = _json(
            {
                "path": fresh.path,
                "media": fresh.media,
                "size": len(body or b""),
                "sha256": "" if body is None else sha256(body).hexdigest(),
                "published": written(time),
                "change": fresh.change,
                "commit": commit,
                "salt": self.salt(),
            }
        )
        return entry_line(fresh.kind, time, sha256(record).hexdigest(), fresh.prev), record

    def _keep_texts(self, bodies: Sequence[bytes]) -> None:
        made = [file for body in bodies if (file := self._keep_text(body))]
        if len(made) > _FEW:
            flush_tree(self.layout.root / "texts")
            return
        for file in made:
            flush_file(file)
        for folder in sorted({place for file in made for place in (file.parent, file.parent.parent)}):
            flush_folder(folder)

    def _keep_text(self, body: bytes) -> Path | None:
        """Write a text where it does not stand; a power cut may have left a part of it."""
        file = self.layout.text(sha256(body).hexdigest())
        if file.is_file() and file.read_bytes() == body:
            return None
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.new")
        with naming(new):
            new.write_bytes(body)
        return new.replace(file)


def entry_line(kind: str, time: datetime, record: str, prev: int | None, **more: str) -> bytes:
    """An entry as it is hashed: JSON on one line, its keys in this order, and no name of anything."""
    said: dict[str, Any] = {"v": 1, "kind": kind, "time": written(time)}
    if record:
        said["record"] = record
    if prev is not None:
        said["prev"] = prev
    return _json({**said, **more})


def _json(said: Mapping[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
