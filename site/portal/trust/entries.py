"""What the lines of a log say. They name nothing: records do, and these can be erased."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

KINDS = frozenset(["doc", "figure", "file", "release", "redaction", "key"])
"""All kinds of entries."""

_TIME = "%Y-%m-%dT%H:%M:%SZ"


class NotAnEntry(ValueError):
    """A line is no entry; says why."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of a log.

    `record` is the SHA-256 of the record that it commits to. `prev` is the version before, or the entry that
    is redacted. A release has the SHA-256 of the index of its manifest, and when the `next` one is promised.
    """

    kind: str
    time: datetime
    record: str = ""
    prev: int | None = None
    manifest: str = ""
    next: datetime | None = None

    @property
    def line(self) -> bytes:
        """The bytes that are hashed: JSON on one line, keys in this order, none that says nothing."""
        said: dict[str, object] = {"v": 1, "kind": self.kind, "time": self.time.strftime(_TIME)}
        said |= {"record": self.record} if self.record else {}
        said |= {} if self.prev is None else {"prev": self.prev}
        said |= {"manifest": self.manifest} if self.manifest else {}
        said |= {} if self.next is None else {"next": self.next.strftime(_TIME)}
        return json.dumps(said, separators=(",", ":")).encode()

    def commits_to(self, record: bytes) -> bool:
        """Whether a line, without its end, is the record of this entry."""
        return bool(self.record) and sha256(record).hexdigest() == self.record


def read_log_entry(line: bytes) -> LogEntry:
    """Read what `line` gives, and nothing else; raises NotAnEntry."""
    try:
        said = json.loads(line)
        next = said.get("next")
        made = LogEntry(
            said["kind"], _moment(said["time"]), said.get("record", ""), said.get("prev"),
            said.get("manifest", ""), _moment(next) if next else None,
        )  # fmt: skip
        same = made.line == line
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAnEntry(str(error)) from error
    if not same or made.kind not in KINDS:
        raise NotAnEntry("not as it is written")
    return made


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)
