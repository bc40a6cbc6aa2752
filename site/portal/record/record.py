"""A portal's record for those who read it: versions, their texts, entries of the log."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from portal.record.index import Index, read_index
from portal.record.layout import BUNDLE, FOLDER, Entry, Layout, Unreadable
from portal.record.version import Redaction, Version
from portal.source.folder import Folder


@dataclass(frozen=True)
class Record:
    """All that was published, as far as it is asked for: lines and texts are read then.

    Every method raises Unreadable where a file is not what publishing wrote, and OSError.
    """

    layout: Layout
    index: Index = field(default_factory=Index)
    _bundles: dict[Path, list[bytes]] = field(default_factory=dict, repr=False, compare=False)

    def __bool__(self) -> bool:
        """Whether anything was ever recorded."""
        return self.index.size > 0

    @property
    def marked(self) -> tuple[()]:
        """Nothing: what shows versions has `mark` among what it says."""
        return ()

    def versions_of(self, path: str) -> tuple[Version, ...]:
        """The published versions of a file, oldest first, also those under its former names."""
        thread = self.index.named.get(path)
        if thread is None or self.index.names[thread] != path:
            return ()
        return tuple(
            self._version(place, number) for place, number in enumerate(self.index.threads[thread], 1)
        )

    def mark(self, path: str) -> tuple[object, ...]:
        """Stands for all that `versions_of` and `text` say of a file, without reading them; else empty."""
        thread = self.index.named.get(path)
        if thread is None or self.index.names[thread] != path:
            return ()
        numbers = self.index.threads[thread]
        gone = self.index.redacted
        return (*numbers, *((number, gone[number]) for number in numbers if number in gone))

    def text(self, version: Version) -> str | None:
        """The text of a version; None of a redacted or withdrawn one, and of what is no text."""
        if not version.sha256:
            return None
        file = self.layout.text(version.sha256)
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            return None
        if sha256(data).hexdigest() != version.sha256:
            raise Unreadable(file)
        return data.decode("utf-8")

    @property
    def first_release(self) -> Entry | None:
        """The first release of the log."""
        return self.entry(self.index.releases[0]) if self.index.releases else None

    @property
    def last_release(self) -> Entry | None:
        """The last release of the log, whether it is public yet or not."""
        return self.entry(self.index.releases[-1]) if self.index.releases else None

    @cached_property
    def checkpoint(self) -> bytes:
        """The last state that was published, as it is served; empty before the first."""
        try:
            return self.layout.checkpoint.read_bytes()
        except FileNotFoundError:
            return b""

    def first_published(self, path: str) -> datetime | None:
        """When anything stood first at a path or its former names."""
        versions = self.versions_of(path)
        return versions[0].published if versions else None

    def entry(self, number: int) -> Entry:
        """An entry by its number; raises IndexError."""
        return self.layout.entry(number, self.line(number))

    def line(self, number: int) -> bytes:
        """The bytes of an entry; raises IndexError."""
        return self._line(self.layout.entries(number // BUNDLE), number)

    def record_line(self, number: int) -> bytes:
        """The bytes of an entry's record, empty where there is none, or none any more."""
        try:
            return self._line(self.layout.records(number // BUNDLE), number)
        except IndexError:
            return b""

    def said(self, number: int) -> dict[str, Any]:
        """What an entry's record says; nothing where there is none, or none any more."""
        line = self.record_line(number)
        return self.layout.record(number, line) if line else {}

    def _line(self, file: Path, number: int) -> bytes:
        if number < 0 or number >= self.index.size:
            raise IndexError(number)
        if file not in self._bundles:
            self._bundles[file] = self.layout.lines(file)
        return self._bundles[file][number % BUNDLE]

    def _version(self, place: int, number: int) -> Version:
        entry, said = self.entry(number), self.said(number)
        redaction = None
        if (by := self.index.redacted.get(number)) is not None:
            why = self.said(by)
            redaction = Redaction(
                str(why.get("decision", "")), str(why.get("basis", "")), self.entry(by).time, by
            )
        return Version(
            place,
            entry.time,
            str(said.get("sha256") or ""),
            str(said.get("change") or ""),
            number,
            str(said.get("path") or ""),
            str(said.get("media") or ""),
            int(said.get("size") or 0),
            redaction,
        )


NO_RECORD = Record(Layout(Path(FOLDER)))
"""Of a portal that never published one."""


def read_record(content: Folder, cache: Path) -> Record:
    """Read the record of a portal's folder; the index of what is old is kept in the cache."""
    root = content.root / FOLDER
    if not root.is_dir():
        return NO_RECORD
    layout = Layout(root)
    return Record(layout, read_index(layout, look_at_record(content), cache))


def look_at_record(content: Folder) -> Folder:
    """A look at all of a record but its texts, which have their digests for names."""
    return Folder(content.root / FOLDER, FOLDER, content.now, left=frozenset(["texts"]))
