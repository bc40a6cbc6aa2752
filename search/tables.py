"""SQLite as a file that is written once, and then only read."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def new_table(path: Path) -> Iterator[sqlite3.Connection]:
    """Write a file of tables; nothing of it counts until it is closed, so it is not kept safe meanwhile.

    Raises OSError where SQLite fails, for example because the disk is full.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as table:
            for setting in ("journal_mode = OFF", "synchronous = OFF", "page_size = 16384"):
                table.execute(f"PRAGMA {setting}")
            yield table
    except sqlite3.Error as error:
        raise OSError(errno.EIO, str(error), str(path)) from error


def open_table(path: Path) -> sqlite3.Connection:
    """Open such a file for one thread: no lock is taken, and nothing is written beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
