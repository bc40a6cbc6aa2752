"""What stops a freeze and is no problem of the content: said in words, never as a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Failure(Exception):
    """Something that cannot be done; its text says what, for a person."""


@contextmanager
def naming(file: Path | str) -> Iterator[None]:
    """Let a failure of the machine name this file: reading, writing and flushing do not say which."""
    try:
        yield
    except OSError as error:
        # Whoever removes a tree names a file without its folder.
        if error.filename is None or Path(str(error.filename)).name == str(error.filename):
            error.filename = str(file)
        raise
