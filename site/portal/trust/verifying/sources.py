"""Where a release is looked at: a folder, or a web server as readers and search engines see it."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote, urlsplit

_SECONDS = 30
_LARGEST = 1 << 30  # bytes of one answer
_TRIES = 3

PLAIN: Mapping[str, str] = {}
ROBOT: Mapping[str, str] = {
    "User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
}
FROM_SEARCH: Mapping[str, str] = {"Referer": "https://www.google.com/"}
GUISES: Mapping[str, Mapping[str, str]] = {"robot": ROBOT, "search": FROM_SEARCH}
"""As whom a page is asked for again, to find what is shown to them alone."""

_READER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


class CannotRead(Exception):
    """Whether something is there could not be found out; says why."""


class Absent(Exception):
    """There is nothing at a path; names it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at an address: HTTP's status, the bytes as they came, their packing, where it leads."""

    status: int
    body: bytes = b""
    packing: str = ""
    to: str = ""


class Source(Protocol):
    """Where a release is looked at."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def on_disk(self) -> bool:
        """Whether every file can be seen, and nobody answers."""

    def get(self, address: str, guise: Mapping[str, str] = PLAIN) -> Answer:
        """Ask for an address that begins with a slash; raises CannotRead."""

    def files(self) -> Iterator[str]:
        """Every file that is there, by its path; nothing where nobody can tell."""

    def close(self) -> None:
        """Let go of what is held open."""


def file_at(source: Source, path: str) -> bytes:
    """The bytes of a file; raises Absent and CannotRead."""
    answer = source.get("/" + quote(path))
    if answer.status == 200:
        return answer.body
    if answer.status in (404, 410):
        raise Absent(path)
    raise CannotRead(f"{path}: HTTP {answer.status}")


def address_of_file(path: str) -> str:
    """The address at which readers see a file of a release."""
    name = path.rpartition("/")[2]
    return "/" + quote(path[: -len(name)] if name == "index.html" else path)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """A release as it lies in a folder."""

    folder: Path

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.folder)

    def get(self, address: str, guise: Mapping[str, str] = PLAIN) -> Answer:
        """Read a file; links are not followed, for a release has none."""
        path = self.folder / unquote(address).lstrip("/")
        if address.endswith("/"):
            path /= "index.html"
        try:
            if path.is_symlink() or not path.is_file():
                return Answer(404)
            return Answer(200, path.read_bytes())
        except (OSError, ValueError) as error:
            raise CannotRead(f"{address}: {error}") from error

    @property
    def on_disk(self) -> bool:
        """Every file can be seen."""
        return True

    def files(self) -> Iterator[str]:
        """Every file, and every link, below the folder."""
        for one in sorted(self.folder.rglob("*")):
            if one.is_symlink() or not one.is_dir():
                yield one.relative_to(self.folder).as_posix()

    def close(self) -> None:
        """Nothing is held open."""


@dataclass(slots=True)
class WebSource:
    """A release as a web server serves it; safe to be asked from several threads."""

    base: str
    _idle: deque[HTTPConnection] = field(default_factory=deque)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.base

    def get(self, address: str, guise: Mapping[str, str] = PLAIN) -> Answer:
        """Ask for an address; no redirect is followed, nothing is unpacked. Raises CannotRead."""
        headers = {"User-Agent": _READER, "Accept-Encoding": "identity", **guise}
        why = ""
        for _ in range(_TRIES):
            try:
                return self._ask(address, headers)
            except (OSError, HTTPException, ValueError) as error:
                why = str(error) or type(error).__name__
        raise CannotRead(f"{address}: {why}")

    @property
    def on_disk(self) -> bool:
        """A server answers."""
        return False

    def files(self) -> Iterator[str]:
        """Nobody can tell."""
        return iter(())

    def close(self) -> None:
        """Let go of the server."""
        while self._idle:
            self._idle.pop().close()

    def _ask(self, address: str, headers: Mapping[str, str]) -> Answer:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._connect()
        try:
            connection.request("GET", self._prefix + address, headers=dict(headers))
            answer: HTTPResponse = connection.getresponse()
            body = answer.read(_LARGEST + 1)
            if len(body) > _LARGEST:
                raise CannotRead(f"{address}: > {_LARGEST} B")
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        packing = answer.getheader("Content-Encoding") or ""
        return Answer(answer.status, body, packing.lower(), answer.getheader("Location") or "")

    @property
    def _prefix(self) -> str:
        return urlsplit(self.base).path.rstrip("/")

    def _connect(self) -> HTTPConnection:
        parts = urlsplit(self.base)
        made = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        return made(parts.netloc, timeout=_SECONDS)


def source_of(named: str) -> Source:
    """A source by what was typed: an address of the web, or a folder."""
    if named.startswith(("https://", "http://")):
        return WebSource(named)
    return FolderSource(Path(named).resolve())
