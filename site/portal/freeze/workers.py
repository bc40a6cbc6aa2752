"""Making files of a release in several forked processes: each page is written, packed, dated and audited."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from flask import Flask

from portal.failure import naming
from portal.freeze.audit import Anchored, Auditor, Finding
from portal.freeze.compression import variants
from portal.freeze.freezer import Frozen, freeze
from portal.freeze.moments import moment_of
from portal.freeze.targets import check_targets
from portal.parallel import TURNS, spread

Progress = Callable[[int, int], None]
"""Told how many pages are done, and how many there are."""


class Stood(NamedTuple):
    """What came of one address: its files (path, SHA-256, size), its faults, its links to others' anchors."""

    address: str
    files: tuple[tuple[str, str, int], ...]
    findings: tuple[Finding, ...] = ()
    anchored: tuple[Anchored, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """Makes the files of addresses in a staging folder.

    `day` gives the day on which what an address shows last changed, as a number of days since 1970.
    """

    app: Flask
    staging: Path
    day: Callable[[str], int]
    auditor: Auditor | None = None
    pack: bool = True

    def run(self, addresses: Sequence[str]) -> Iterator[Stood]:
        """Make each address; raises what `freeze` raises."""
        for made in freeze(self.app, addresses, self.staging):
            files = [self._settle(made.address, made.path, made.body)]
            for path, body in variants(made.path, made.body) if self.pack else ():
                with naming(self.staging / path):
                    (self.staging / path).write_bytes(body)
                files.append(self._settle(made.address, path, body))
            yield self._audited(made, tuple(files))

    def _settle(self, address: str, path: str, body: bytes) -> tuple[str, str, int]:
        digest = sha256(body).hexdigest()
        moment = moment_of(digest, self.day(address))
        file = f"{self.staging}/{path}"
        # Setting times is a call that does not say which file it failed for.
        with naming(file):
            os.utime(file, (moment, moment))
        return path, digest, len(body)

    def _audited(self, made: Frozen, files: tuple[tuple[str, str, int], ...]) -> Stood:
        if self.auditor is None:
            return Stood(made.address, files)
        findings, anchored = self.auditor.check(made.address, made.body)
        return Stood(made.address, files, tuple(findings), tuple(anchored))


def freeze_all(
    press: Press, addresses: Sequence[str], jobs: int, progress: Progress, turns: int = TURNS
) -> list[Stood]:
    """Make all addresses; the bytes are the same for any number of jobs, and of their turns.

    Raises what `freeze` raises, also in a worker, and WorkerDied; then no worker is left running.
    """
    check_targets(addresses)
    progress(0, len(addresses))
    stood: list[Stood] = []
    for one in spread(press.run, addresses, jobs, turns):
        stood.append(one)
        progress(len(stood), len(addresses))
    return stood
