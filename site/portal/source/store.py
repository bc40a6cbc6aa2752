"""What was made of sources before, in one SQLite file that may be deleted at any time.

A row holds a small record, read for every file of a portal, words for the pages that name it, and a large
text, read only for a page that shows it. So that many records need not be read one by one, there is an
outline of all of them, with the files that changed since it was drawn. One whole more is what was made of
many files together. Nothing here is trusted: each has a checksum, and a damaged file is begun anew.

It also knows what the public release was made of: a record that is replaced or forgotten stays among the
formers, with its words and text, until there is another release.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import crc32

from portal.failure import Failure

_DIGEST = 16

Row = tuple[str, bytes, bytes, bytes]
"""A file, its record, its words and its text."""
_SHAPE = (
    "CREATE TABLE records (file TEXT PRIMARY KEY, sum INTEGER NOT NULL, record BLOB NOT NULL)",
    "CREATE TABLE words (file TEXT PRIMARY KEY, words BLOB NOT NULL)",
    "CREATE TABLE texts (file TEXT PRIMARY KEY, text BLOB NOT NULL)",
    "CREATE TABLE outlines (sum INTEGER NOT NULL, outline BLOB NOT NULL)",
    "CREATE TABLE since (file TEXT PRIMARY KEY)",
    "CREATE TABLE wholes (key BLOB NOT NULL, sum BLOB NOT NULL, whole BLOB NOT NULL)",
    "CREATE TABLE formers (file TEXT PRIMARY KEY, sum INTEGER, record BLOB, words BLOB, text BLOB)",
    "CREATE TABLE published (release TEXT NOT NULL, key BLOB NOT NULL, sum BLOB, whole BLOB NOT NULL)",
    "CREATE TABLE made (version TEXT NOT NULL)",
)
_TABLES = ("records", "words", "texts", "outlines", "since", "wholes", "formers", "published", "made")
_PATIENCE = 60.0  # seconds
_MACHINE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY)
_FORMER = """
    INSERT OR IGNORE INTO formers
    SELECT asked.file, records.sum, records.record, words.words, texts.text FROM (SELECT ? AS file) AS asked
    LEFT JOIN records USING (file) LEFT JOIN words USING (file) LEFT JOIN texts USING (file)
"""


class Damaged(Failure):
    """A kept text is not what its record says: the store must be cleared and the sources read again."""


def digest(data: bytes) -> bytes:
    """Sixteen bytes that stand for all of them."""
    return blake2b(data, digest_size=_DIGEST).digest()


class Store:
    """Records, words and texts by file, for one version of the code that made them."""

    def __init__(self, file: Path, version: str, *, for_reading: bool = False) -> None:
        """Name the file; it is opened when first asked, once in each process.

        One that is only for reading is left as it is, and Damaged where it is of another version. So it is in
        a process that was forked since, which sees it as it was when that first asked.
        """
        self._file = file
        self._version = version
        self._for_reading = for_reading
        self._home = os.getpid()
        self._connections: dict[int, sqlite3.Connection] = {}

    @property
    def written(self) -> int:
        """When anything was kept the last time, in nanoseconds of the file system; 0 where nothing is."""
        return self._file.stat().st_mtime_ns if self._file.exists() else 0

    def records(self) -> Iterator[tuple[str, bytes]]:
        """Give every sound record with its file; none where there are none of this version.

        Raises Damaged where the rows cannot be read to their end.
        """
        try:
            for file, sum, data in self._open().execute("SELECT file, sum, record FROM records"):
                if crc32(data) == sum:
                    yield file, data
        except sqlite3.Error as error:
            raise Damaged(f"{self._file}: {error}") from error

    def outline(self) -> tuple[bytes, list[tuple[str, bytes | None]]] | None:
        """Give the outline of all records, and what is to be put in place in it: None for a file without one.

        None where there is no outline that is sound. Raises Damaged.
        """
        row = self._row("SELECT sum, outline FROM outlines")
        if row is None or crc32(row[1]) != row[0]:
            return None
        query = "SELECT since.file, sum, record FROM since LEFT JOIN records USING (file)"
        try:
            changed = self._open().execute(query).fetchall()
        except sqlite3.Error as error:
            raise Damaged(f"{self._file}: {error}") from error
        sound = ((file, data if data is None or crc32(data) == sum else None) for file, sum, data in changed)
        return row[1], list(sound)

    def keep_outline(self, outline: bytes) -> None:
        """Keep an outline of all records there are. Raises as `keep` does."""
        with self._changing() as connection:
            connection.execute("DELETE FROM outlines")
            connection.execute("DELETE FROM since")
            connection.execute("INSERT INTO outlines VALUES (?, ?)", (crc32(outline), outline))

    def words(self, file: str, expected: bytes) -> bytes:
        """Give the words of a file; raises Damaged unless their digest is the one expected."""
        return self._piece("words", "words", file, expected)

    def text(self, file: str, expected: bytes) -> bytes:
        """Give the text of a file; raises Damaged unless its digest is the one expected."""
        return self._piece("texts", "text", file, expected)

    def _piece(self, table: str, column: str, file: str, expected: bytes) -> bytes:
        for place in (table, "formers"):
            row = self._row(f"SELECT {column} FROM {place} WHERE file = ?", file)
            if row and row[0] is not None and digest(row[0]) == expected:
                return bytes(row[0])
        raise Damaged(f"{self._file}: {file}")

    def _row(self, query: str, *facts: object) -> tuple[Any, ...] | None:
        try:
            row: tuple[Any, ...] | None = self._open().execute(query, facts).fetchone()
        except sqlite3.Error as error:
            raise Damaged(f"{self._file}: {error}") from error
        return row

    @property
    def release(self) -> str | None:
        """The release of which it is known what it was made of. Raises Damaged."""
        row = self._row("SELECT release FROM published")
        return str(row[0]) if row else None

    def published(self, file: str) -> bytes | None:
        """Give the record that the known release was made of; empty where it had none of this file.

        None where the row is damaged. Raises Damaged.
        """
        row = self._row("SELECT sum, record FROM formers WHERE file = ?", file) or self._row(
            "SELECT sum, record FROM records WHERE file = ?", file
        )
        if row is None or row[1] is None:
            return b""
        return bytes(row[1]) if crc32(row[1]) == row[0] else None

    def published_whole(self) -> bytes | None:
        """Give the whole that the known release was made of; None where there is none. Raises Damaged."""
        row = self._row("SELECT sum, whole FROM published")
        return bytes(row[1]) if row and digest(row[1]) == row[0] else None

    def settle(self, release: str, held: Iterable[str], key: bytes, whole: Callable[[], bytes]) -> None:
        """Note that a release was made of what is kept now, but for files that were held back as they were.

        `whole` gives what is to be kept under a key, asked only where another was. Raises as `keep` does.
        """
        with self._changing() as connection:
            still = set(held)
            former = connection.execute("SELECT file FROM formers").fetchall()
            over = [row for row in former if row[0] not in still]
            connection.executemany("DELETE FROM formers WHERE file = ?", over)
            known = connection.execute("SELECT key FROM published").fetchone()
            if known and key and known[0] == key:
                connection.execute("UPDATE published SET release = ? WHERE release <> ?", (release, release))
                return
            made = whole()
            connection.execute("DELETE FROM published")
            row = (release, key, digest(made), made)
            connection.execute("INSERT INTO published VALUES (?, ?, ?, ?)", row)

    def whole(self, key: bytes) -> bytes | None:
        """Give what was kept under a key; None for another key. Raises Damaged."""
        try:
            row = self._open().execute("SELECT sum, whole FROM wholes WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            raise Damaged(f"{self._file}: {error}") from error
        if row is None:
            return None
        sum, held = row
        if digest(held) != sum:
            raise Damaged(str(self._file))
        return bytes(held)

    def keep_whole(self, key: bytes, whole: bytes) -> None:
        """Keep this under its key, and nothing under any other.

        Raises Damaged where the store cannot be written, OSError where the machine cannot.
        """
        with self._changing() as connection:
            connection.execute("DELETE FROM wholes")
            connection.execute("INSERT INTO wholes VALUES (?, ?, ?)", (key, digest(whole), whole))

    def keep(self, rows: Iterable[Row], gone: Iterable[str]) -> None:
        """Put rows in place of those there were, and forget the files that are gone.

        Raises Damaged where the store cannot be written, OSError where the machine cannot.
        """
        fresh = list(rows)
        changed, lost = [(row[0],) for row in fresh], [(file,) for file in gone]
        with self._changing() as connection:
            if connection.execute("SELECT 1 FROM published").fetchone():
                connection.executemany(_FORMER, [*changed, *lost])
            if connection.execute("SELECT 1 FROM outlines").fetchone():
                connection.executemany("INSERT OR IGNORE INTO since VALUES (?)", [*changed, *lost])
            records = ((file, crc32(record), record) for file, record, _, _ in fresh)
            connection.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", records)
            words = ((file, words) for file, _, words, _ in fresh)
            connection.executemany("INSERT OR REPLACE INTO words VALUES (?, ?)", words)
            texts = ((file, text) for file, _, _, text in fresh)
            connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?)", texts)
            for table in ("records", "words", "texts"):
                connection.executemany(f"DELETE FROM {table} WHERE file = ?", lost)

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """All changes within it, or none."""
        try:
            with self._open() as connection:
                connection.execute("BEGIN")
                yield connection
        except sqlite3.OperationalError as error:
            # A file that is there and may be written is not the one that was opened: somebody began it anew.
            lost = error.sqlite_errorcode == sqlite3.SQLITE_READONLY and os.access(self._file, os.W_OK)
            if error.sqlite_errorcode in _MACHINE and not lost:
                raise OSError(None, str(error), str(self._file)) from error
            raise Damaged(f"{self._file}: {error}") from error
        except sqlite3.Error as error:
            raise Damaged(f"{self._file}: {error}") from error

    def clear(self) -> None:
        """Forget everything."""
        self.close()
        for suffix in ("", "-journal"):
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file in this process."""
        connection = self._connections.pop(os.getpid(), None)
        if connection:
            connection.close()

    def __del__(self) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection:
        # A connection must not cross a fork (sqlite.org/howtocorrupt.html, 2.6).
        connection = self._connections.get(os.getpid())
        if connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            connection = self._connections[os.getpid()] = self._connect()
        return connection

    def _connect(self) -> sqlite3.Connection:
        if self._for_reading:
            return self._as_it_is()
        if os.getpid() != self._home:
            connection = self._as_it_is()
            # Asked ten thousand times: whether the file changed in between is looked up but once.
            connection.execute("BEGIN")
            return connection
        try:
            return self._prepared()
        except sqlite3.DatabaseError:
            for suffix in ("", "-journal"):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
            return self._prepared()

    def _as_it_is(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True)
            if _version_of(connection) == self._version:
                return connection
            connection.close()
        except sqlite3.Error as error:
            raise Damaged(f"{self._file}: {error}") from error
        raise Damaged(str(self._file))

    def _prepared(self) -> sqlite3.Connection:
        # Another process may be reading for as long as its share of a large portal takes.
        connection = sqlite3.connect(self._file, _PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            # After a power cut it may be damaged, which is found and mended: no need to wait for the disk.
            connection.execute("PRAGMA synchronous = OFF")
            version = _version_of(connection)
            if version != self._version:
                _begin(connection, self._version)
        except BaseException:
            connection.close()
            raise
        return connection


def _version_of(connection: sqlite3.Connection) -> str | None:
    with suppress(sqlite3.OperationalError), closing(connection.execute("SELECT version FROM made")) as found:
        row = found.fetchone()
        return str(row[0]) if row else None
    return None


def _begin(connection: sqlite3.Connection, version: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table in _TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for shape in _SHAPE:
        connection.execute(shape)
    connection.execute("INSERT INTO made VALUES (?)", (version,))
    connection.execute("COMMIT")
