"""Where things lie in a portal's `.record`, and what its lines mean.

Entries and records stand in bundles of 256 lines: line k of bundle n is number 256 n + k. One more entry
rewrites one small file of each, which git keeps well, and full bundles never change but by a redaction. A
line of `records` is empty where an entry has no record, or has it no more. A text has its digest for a name.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from portal.failure import Failure

FOLDER = ".record"
BUNDLE = 256
VERSIONED = frozenset(["doc", "figure", "file"])
"""Kinds of entries that are versions of something."""


class Unreadable(Failure):
    """The record is not what publishing wrote; says where, and what to do."""

    def __init__(self, file: Path, line: int = 0) -> None:
        """Name the file and, from 1, the line."""
        place = f"{file}:{line}" if line else f"{file}"
        super().__init__(
            f"{place}: hồ sơ công bố bị sửa hoặc mất; lấy lại thư mục {FOLDER} từ kho git hay bản sao lưu"
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `record` is the digest of the line that it commits to, `prev` the version before.

    A release has the digest of its `manifest` and the moment before which the `next` one is promised.
    """

    number: int
    kind: str
    time: datetime
    record: str = ""
    prev: int | None = None
    manifest: str = ""
    next: datetime | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one record."""

    root: Path

    def entries(self, bundle: int) -> Path:
        """The entries of a bundle."""
        return self.root / "entries" / f"{bundle:05}"

    def records(self, bundle: int) -> Path:
        """The records of a bundle."""
        return self.root / "records" / f"{bundle:05}"

    def text(self, sha256: str) -> Path:
        """The text that has a digest."""
        return self.root / "texts" / sha256[:2] / sha256[2:]

    @property
    def checkpoint(self) -> Path:
        """The last state of the log that was published, signed where there is a key."""
        return self.root / "checkpoint"

    def lines(self, file: Path) -> list[bytes]:
        """The lines of a bundle, none where there is no such file; raises Unreadable."""
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            return []
        if data and not data.endswith(b"\n"):
            raise Unreadable(file, data.count(b"\n") + 1)
        return data.split(b"\n")[:-1]

    def whole_records(self, bundle: int) -> bytes:
        """The records of a full bundle, a line for each."""
        lines = self.lines(self.records(bundle))
        return b"".join(line + b"\n" for line in [*lines, *[b""] * (BUNDLE - len(lines))][:BUNDLE])

    def entry(self, number: int, line: bytes) -> Entry:
        """What a line of the log says; raises Unreadable."""
        try:
            said = json.loads(line)
            return Entry(
                number,
                said["kind"],
                moment(said["time"]),
                said.get("record") or "",
                said.get("prev"),
                said.get("manifest") or "",
                moment(said["next"]) if said.get("next") else None,
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unreadable(self.entries(number // BUNDLE), number % BUNDLE + 1) from error

    def record(self, number: int, line: bytes) -> dict[str, Any]:
        """What a record says; raises Unreadable."""
        try:
            said = json.loads(line)
            if isinstance(said, dict):
                return said
        except ValueError:
            pass
        raise Unreadable(self.records(number // BUNDLE), number % BUNDLE + 1)


def moment(text: str) -> datetime:
    """Read what `written` wrote; raises ValueError."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def written(time: datetime) -> str:
    """A moment as entries and records have it: to the second, in universal time (RFC 3339)."""
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
