"""The log in a release: which state of it is served, and what of a release the log speaks of.

A release entry commits to the manifest of all files but the log's own, which can only be made once there is
that entry. So pages are frozen first and know nothing of it; then it is entered; then the log's files are
made. Whoever builds the same content with the same record, in which it is entered, makes the same bytes.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from portal.failure import naming
from portal.freeze.moments import moment_of
from portal.freeze.staging import remove
from portal.record.record import Record
from portal.record.served import Served, log_files
from portal.trust.manifest import Manifest
from portal.trust.shards import INDEX, shards_of

OWN = ("log/checkpoint", "log/tile/", "log/records/", "log/manifest/")
"""What the names of the log's own files begin with; a manifest in the log has none of these."""


def spoken_of(manifest: Manifest) -> Manifest:
    """The part of a manifest that an entry in the log commits to."""
    return {path: held for path, held in manifest.items() if not path.startswith(OWN)}


def commitment(manifest: Manifest) -> str:
    """What an entry says of a release: the digest of the index of its public manifest."""
    return sha256(shards_of(spoken_of(manifest))[INDEX]).hexdigest()


@dataclass(slots=True)
class Log:
    """What a build has to do with the log; `record` is what its pages show.

    `enter` is told the digest of the manifest of a release and gives the record that speaks of it. Where it
    is `due` the release is sealed again, also if no page differs. `entered` is the record that is served,
    `manifest` the digest that was entered, `bytes` how many were added to what was taken over.
    """

    record: Record
    enter: Callable[[str], Record] | None = None
    due: bool = False
    entered: Record | None = None
    manifest: str = ""
    bytes: int = 0

    @property
    def mark(self) -> str:
        """Stands for the state of the log that a release serves; empty where that is not known yet."""
        return "" if self.due else mark_of(self.entered or self.record)

    def seal(self, staging: Path, manifest: Manifest, day: int) -> Manifest:
        """Enter a staged release, write the log's own files into it, and give the manifest of the whole.

        Files that stand and are the same are kept. Raises Unreadable, OSError, and what `enter` does.
        """
        shards = shards_of(spoken_of(manifest))
        self.manifest = sha256(shards[INDEX]).hexdigest()
        self.entered = self.enter(self.manifest) if self.enter else self.record
        self.due = False
        wanted = {one.path: one for one in _served(self.entered, shards)}
        there = f"{staging}/"
        for path, digest in manifest.items():
            if path.startswith(OWN) and (path not in wanted or wanted[path].digest != digest):
                self.bytes -= remove(there, path)
        for path, one in wanted.items():
            if manifest.get(path) != one.digest:
                self.bytes += _write(staging / path, one, day)
        whole = {**spoken_of(manifest), **{path: one.digest for path, one in wanted.items()}}
        return {path: whole[path] for path in sorted(whole)}


def _served(record: Record, shards: Mapping[str, bytes]) -> Iterator[Served]:
    for name, data in shards.items():
        yield Served(f"log/manifest/{name}", sha256(data).hexdigest(), partial(bytes, data))
    for one in log_files(record):
        yield one._replace(path=f"log/{one.path}")


def _write(file: Path, one: Served, day: int) -> int:
    """Write a file that stands nowhere, and give it the moment that its bytes have."""
    data = one.make()
    moment = moment_of(one.digest, day)
    file.parent.mkdir(parents=True, exist_ok=True)
    with naming(file):
        file.write_bytes(data)
        os.utime(file, (moment, moment))
    return len(data)


def mark_of(record: Record) -> str:
    """Stands for the log as it is served: its checkpoint and what was redacted."""
    said = (record.checkpoint, sorted(record.index.redacted))
    return sha256(repr(said).encode()).hexdigest()
