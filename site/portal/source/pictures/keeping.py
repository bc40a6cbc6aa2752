"""The cache of pictures: files named by their digest, and a record for each source that names its files.

Nothing in it is trusted: a record has a seal, a file is read before it is used, and what is not whole is made
again. Any part of it may be deleted at any time.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from portal.source.pictures.made import Made
from portal.source.pictures.notes import Note
from portal.source.whole import write_whole


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file in the cache, with its measures in pixels."""

    file: Path
    suffix: str
    size: int
    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made of one source."""

    files: tuple[KeptFile, ...]
    moves: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of records and files; any number of processes may use it at once."""

    folder: Path

    def recall(self, key: str) -> Kept | None:
        """Give what was kept under a key, if all of it is whole."""
        try:
            seal, _, held = self._record(key).read_bytes().partition(b"\n")
            if sha256(held).hexdigest().encode() != seal:
                return None
            kept = self._kept(held)
            whole = all(sha256(file.file.read_bytes()).hexdigest() == file.digest for file in kept.files)
        except OSError:
            return None
        return kept if whole else None

    def keep(self, key: str, made: Made) -> Kept:
        """Keep what was made, the record last: a key that is found has its files. Raises OSError."""
        listed = []
        for one in made.files:
            digest = sha256(one.body).hexdigest()
            write_whole(self._file(digest, one.suffix), one.body)
            listed.append((one.suffix, len(one.body), digest, one.width, one.height))
        held = json.dumps([listed, made.moves, made.notes]).encode()
        write_whole(self._record(key), sha256(held).hexdigest().encode() + b"\n" + held)
        return self._kept(held)

    def _kept(self, held: bytes) -> Kept:
        listed, moves, notes = json.loads(held)
        files = tuple(
            KeptFile(self._file(digest, suffix), suffix, size, digest, width, height)
            for suffix, size, digest, width, height in listed
        )
        return Kept(files, moves, tuple(Note(*note) for note in notes))

    def _record(self, key: str) -> Path:
        return self.folder / f"{key[:40]}.json"

    def _file(self, digest: str, suffix: str) -> Path:
        return self.folder / f"{digest}.{suffix}"
