"""Releases for tests, published as publishing does it, small and the same for a seed."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from gzip import compress
from hashlib import sha256
from pathlib import Path
from random import Random

from portal.trust.entries import LogEntry
from portal.trust.manifest import manifest_of
from portal.trust.shards import INDEX, shards_of
from portal.trust.tiles import number_path
from tests.trust.logs import Log, Signer

NOW = datetime(2026, 5, 13, 8, tzinfo=UTC)
OWN = ("log/checkpoint", "log/tile/", "log/records/", "log/manifest/")


@dataclass(slots=True)
class Office:
    """An office with a folder that is served; each publication changes a page and enters the log."""

    folder: Path
    seed: int = 0
    signer: Signer = Signer("office")
    time: datetime = NOW - timedelta(days=1)
    log: Log = field(default_factory=Log)
    entries: list[LogEntry] = field(default_factory=list)
    records: list[bytes] = field(default_factory=list)
    pages: int = 8

    def __post_init__(self) -> None:
        self.log.signer = self.signer

    @property
    def random(self) -> Random:
        return Random(f"{self.seed}.{len(self.entries)}")

    def publish(self, *texts: str) -> None:
        """Publish pages (some words where none are given), as the next release."""
        random = self.random
        for number in range(self.pages):
            words = " ".join(random.choice(("tin", "họp", "số liệu", "dịch vụ")) for _ in range(30))
            self.page(f"tin/{number}", words if number or not texts else texts[0], (number + 1) % self.pages)
        self.page("", "trang chủ", 0)
        self.put("404.html", b"<h1>Kh\xc3\xb4ng c\xc3\xb3 trang</h1>")
        self.put("_redirects", b"/cu/ /tin/0/ 301\n")
        links = "".join(f"<loc>/tin/{number}/</loc>" for number in range(self.pages))
        self.put("sitemap.xml", f"<urlset>{links}</urlset>".encode())
        for number in range(random.randrange(1, 4)):
            self.enter(f"tin-tuc/{number}.md", random)
        self.seal()

    def page(self, place: str, words: str, to: int) -> None:
        """Write a page, and packed."""
        link = f'<a href="/tin/{to}/">tiếp</a>'
        body = f"<!doctype html><title>{words[:9]}</title><p>{words}</p>{link}".encode()
        path = f"{place}/index.html".lstrip("/")
        self.put(path, body)
        self.put(f"{path}.gz", compress(body, mtime=0))

    def put(self, path: str, data: bytes) -> None:
        """Write a file."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(data)

    def enter(self, path: str, random: Random) -> None:
        """Enter a version of something."""
        said = {"path": path, "sha256": random.randbytes(32).hex(), "salt": random.randbytes(16).hex()}
        self.records.append(json.dumps(said).encode())
        self.entries.append(LogEntry("doc", self.time, sha256(self.records[-1]).hexdigest()))
        self.log.append(self.entries[-1].line)

    def redact(self, number: int) -> None:
        """Erase a record."""
        self.records[number] = b""
        self.entries.append(LogEntry("redaction", self.time, "", number))
        self.records.append(b"")
        self.log.append(self.entries[-1].line)

    def seal(self) -> None:
        """Enter the release and write the log."""
        listed = {path: one for path, one in manifest_of(self.folder).items() if not path.startswith(OWN)}
        shards = shards_of(listed)
        index = sha256(shards[INDEX]).hexdigest()
        self.entries.append(LogEntry("release", self.time, "", None, index, self.time + timedelta(days=7)))
        self.records.append(b"")
        self.log.append(self.entries[-1].line)
        for name, data in shards.items():
            self.put(f"log/manifest/{name}", data)
        self.write_log()

    def write_log(self) -> None:
        """Write the files of the log."""
        for path, data in self.log.files.items():
            self.put(f"log/{path}", data)
        for begin in range(0, len(self.records), 256):
            lines = b"".join(line + b"\n" for line in self.records[begin : begin + 256])
            self.put(f"log/records/{number_path(begin // 256)}", lines)

    def snapshot(self) -> "dict[str, bytes]":
        """All files as they are."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def restore(self, files: "dict[str, bytes]") -> None:
        """Make the folder hold these files and no others."""
        for path in self.snapshot():
            if path not in files:
                (self.folder / path).unlink()
        for path, data in files.items():
            self.put(path, data)
