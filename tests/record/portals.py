"""A record to read: appended to as publishing does, with salts that anybody could guess."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from portal.record.appending import Appender, Fresh
from portal.record.layout import FOLDER, Layout
from portal.record.record import Record, read_record
from portal.source.folder import Folder

THEN = datetime(2026, 5, 13, 7, 44, tzinfo=UTC)
DAY = timedelta(days=1)
ARTICLE = "tin-tuc/2026/hop-bao.md"


def some(count: int, first: int = 0) -> list[Fresh]:
    """Versions of as many things, all of one text."""
    return [Fresh("doc", f"trang/{n}.md", "text/markdown", b"x\n") for n in range(first, first + count)]


class Writer:
    """Publishes into the record of a folder, a day later each time; `read` reads it anew."""

    def __init__(self, folder: Path) -> None:
        self.content, self.cache = folder / "content", folder / "cache"
        self.layout = Layout(self.content / FOLDER)
        self.days: Iterator[datetime] = (THEN + DAY * number for number in count())
        self.salts = count()

    @property
    def appender(self) -> Appender:
        return Appender(self.layout, self.read().index.size, lambda: f"{next(self.salts):032x}")

    def read(self, now: int = 0) -> Record:
        return read_record(Folder(self.content, "content", now), self.cache)

    def publish(self, path: str, text: str | None, change: str = "", *, after: str = "") -> int:
        """A version of what stands at a path, or stood at another before; gives its entry."""
        record = self.read()
        before = record.versions_of(after or path)
        body = None if text is None else text.encode()
        prev = before[-1].entry if before else None
        fresh = Fresh("doc", path, "text/markdown", body, change=change, prev=prev)
        return self.appender.versions([fresh], next(self.days)) - 1

    def release(self, manifest: str = "ab" * 32) -> int:
        last = self.read().last_release
        day = next(self.days)
        return self.appender.release(manifest, day, day + DAY, last.number if last else None) - 1

    def redact(self, number: int) -> None:
        """Take a record away, with its text, as a decision says."""
        record = self.read()
        place = self.layout.records(number // 256)
        lines = self.layout.lines(place)
        text = record.said(number).get("sha256")
        lines[number % 256] = b""
        place.write_bytes(b"".join(line + b"\n" for line in lines))
        if text:
            self.layout.text(text).unlink(missing_ok=True)
        said = {"entry": number, "decision": "12/QĐ-UBND", "basis": "Luật 91/2025/QH15"}
        self.appender.said("redaction", said, next(self.days), number)
