"""Whether a log is whole, signed, grown out of what was seen before, and not left behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from portal.trust.checkpoint import Checkpoint, Key, NotACheckpoint, read_checkpoint
from portal.trust.entries import LogEntry, NotAnEntry, read_log_entry
from portal.trust.merkle import leaf_hash, root_of
from portal.trust.signatures import NotSigned, verify_signed
from portal.trust.tiles import (
    WIDTH,
    NotABundle,
    entries_path,
    number_path,
    read_bundle,
    tile_path,
    upper_tiles,
)
from portal.trust.verifying.findings import Finding
from portal.trust.verifying.remembered import Remembered
from portal.trust.verifying.sources import Absent, CannotRead, Source, file_at

_MOST_ENTRIES = 100_000_000
LOG = "log/"


@dataclass(slots=True)
class LogRead:
    """What was read of a log. `leaves` are empty where its entries are not those of the checkpoint.

    `own` are the files that a log of its size has, by path below the site.
    """

    checkpoint: Checkpoint | None = None
    leaves: Sequence[bytes] = ()
    entries: dict[int, LogEntry] = field(default_factory=dict)
    release: LogEntry | None = None
    findings: list[Finding] = field(default_factory=list)
    own: set[str] = field(default_factory=set)

    def root_at(self, size: int) -> bytes:
        """The root that the log had when it was smaller."""
        return root_of(self.leaves[:size])

    def tell(self, code: str, where: str, detail: str = "") -> None:
        """Add a finding."""
        self.findings.append(Finding(code, where, detail))

    def fetch(self, source: Source, path: str, absent: str) -> bytes | None:
        """A file of the log, below it; None where it cannot be had, which is told."""
        self.own.add(LOG + path)
        try:
            return file_at(source, LOG + path)
        except Absent:
            self.tell(absent, LOG + path)
        except CannotRead as error:
            self.tell("read/failed", LOG + path, str(error))
        return None


def check_log(source: Source, keys: Sequence[Key], known: Sequence[Remembered], now: datetime) -> LogRead:
    """Read a log and say all that is wrong with it. Without keys nothing is said of signatures."""
    log = LogRead()
    if not _read_checkpoint(source, log, keys, known) or log.checkpoint is None:
        return log
    _check_growth_of_size(log, log.checkpoint, known)
    lines = _read_tree(source, log, log.checkpoint)
    if not log.leaves:
        return log
    _check_memory(log, log.checkpoint, known)
    _check_upper(source, log)
    _read_entries(log, lines)
    _check_records(source, log)
    _check_release(log, now)
    return log


def _read_checkpoint(source: Source, log: LogRead, keys: Sequence[Key], known: Sequence[Remembered]) -> bool:
    try:
        note = file_at(source, LOG + "checkpoint")
        log.checkpoint = read_checkpoint(note)
    except Absent:
        if keys or known:
            log.tell("log/absent", LOG + "checkpoint")
        return False
    except CannotRead as error:
        log.tell("read/failed", LOG + "checkpoint", str(error))
        return False
    except NotACheckpoint as error:
        log.tell("log/no-checkpoint", LOG + "checkpoint", str(error))
        return False
    log.own.add(LOG + "checkpoint")
    try:
        if keys:
            verify_signed(log.checkpoint, keys)
    except NotSigned as error:
        log.tell("log/not-signed", LOG + "checkpoint", str(error))
    return 0 < log.checkpoint.size <= _MOST_ENTRIES or _no_size(log)


def _no_size(log: LogRead) -> bool:
    log.tell("log/no-checkpoint", LOG + "checkpoint", "size")
    return False


def _check_growth_of_size(log: LogRead, checkpoint: Checkpoint, known: Sequence[Remembered]) -> None:
    if known and all(one.origin != checkpoint.origin for one in known):
        log.tell("log/other", LOG + "checkpoint", f"{known[0].origin} ≠ {checkpoint.origin}")
    for one in known:
        if one.origin == checkpoint.origin and one.size > checkpoint.size:
            log.tell("log/rolled-back", LOG + "checkpoint", f"{checkpoint.size} < {one.size}")


def _check_memory(log: LogRead, checkpoint: Checkpoint, known: Sequence[Remembered]) -> None:
    for one in known:
        if one.origin != checkpoint.origin or one.size > checkpoint.size:
            continue
        if log.root_at(one.size) != one.root:
            same = one.size == checkpoint.size
            log.tell("log/forked" if same else "log/rewritten", LOG + "checkpoint", f"{one.size}")


def _read_tree(source: Source, log: LogRead, checkpoint: Checkpoint) -> list[bytes]:
    """Read bundles and lowest tiles; gives the entries, and fills in leaves that have the signed root."""
    lines: list[bytes] = []
    bundled: list[bytes] = []
    tiled: list[bytes] = []
    pending: list[Finding] = []
    for number in range(-(-checkpoint.size // WIDTH)):
        width = min(WIDTH, checkpoint.size - number * WIDTH)
        names = entries_path(number, width), tile_path(0, number, width)
        held = _bundle(source, log, names[0], width)
        tile = _tile(source, log, names[1], width)
        if held is None and tile is None:
            return []
        hashes = None if held is None else list(map(leaf_hash, held))
        if hashes is not None and tile is not None and hashes != tile:
            pending += [Finding("log/tile-changed", LOG + names[1])]
            pending += [Finding("log/entries-changed", LOG + names[0])]
        lines += held if held is not None else [b""] * width
        bundled += hashes or tile or []
        tiled += tile or hashes or []
    _settle(log, checkpoint, (bundled, tiled), pending)
    return lines if log.leaves is bundled else []


def _settle(
    log: LogRead,
    checkpoint: Checkpoint,
    candidates: tuple[list[bytes], list[bytes]],
    pending: Sequence[Finding],
) -> None:
    """Find out which of the bundles and the tiles are those of the checkpoint: the others were changed."""
    bundled, tiled = candidates
    if root_of(bundled) == checkpoint.root:
        log.leaves = bundled
        log.findings += [one for one in pending if one.code == "log/tile-changed"]
    elif root_of(tiled) == checkpoint.root:
        log.leaves = tiled
        log.findings += [one for one in pending if one.code == "log/entries-changed"]
    elif pending:
        log.findings += pending
    else:
        log.tell("log/rewritten", LOG + "checkpoint", "root")


def _bundle(source: Source, log: LogRead, path: str, width: int) -> list[bytes] | None:
    data = log.fetch(source, path, "log/entries-missing")
    if data is None:
        return None
    try:
        held = list(read_bundle(data))
    except NotABundle:
        held = []
    if len(held) == width:
        return held
    log.tell("log/entries-changed", LOG + path)
    return None


def _tile(source: Source, log: LogRead, path: str, width: int) -> list[bytes] | None:
    data = log.fetch(source, path, "log/tile-missing")
    if data is None:
        return None
    if len(data) == 32 * width:
        return [data[place : place + 32] for place in range(0, len(data), 32)]
    log.tell("log/tile-changed", LOG + path)
    return None


def _check_upper(source: Source, log: LogRead) -> None:
    full = range(0, len(log.leaves) - WIDTH + 1, WIDTH)
    for path, data in upper_tiles([root_of(log.leaves[begin : begin + WIDTH]) for begin in full]):
        held = log.fetch(source, path, "log/tile-missing")
        if held is not None and held != data:
            log.tell("log/tile-changed", LOG + path)


def _read_entries(log: LogRead, lines: Sequence[bytes]) -> None:
    for number, line in enumerate(lines):
        # What could not be read was told; what is not the leaf is none of the log.
        if leaf_hash(line) != log.leaves[number]:
            continue
        try:
            log.entries[number] = read_log_entry(line)
        except NotAnEntry as error:
            log.tell("log/entry-unknown", f"{LOG}#{number}", str(error))


def _check_records(source: Source, log: LogRead) -> None:
    redacted = {one.prev for one in log.entries.values() if one.kind == "redaction"}
    for number in range(-(-len(log.leaves) // WIDTH)):
        width = min(WIDTH, len(log.leaves) - number * WIDTH)
        data = log.fetch(source, f"records/{number_path(number)}", "log/record-missing")
        if data is None:
            continue
        where = f"{LOG}records/{number_path(number)}"
        held = data.split(b"\n")
        if held[-1] or len(held) != width + 1:
            log.tell("log/record-changed", where)
            continue
        for code, place in _wrong_records(log, held, number * WIDTH, redacted):
            log.tell(code, where, f"#{place}")


def _wrong_records(
    log: LogRead, held: Sequence[bytes], first: int, redacted: set[int | None]
) -> Iterator[tuple[str, int]]:
    for place, line in enumerate(held[:-1], first):
        entry = log.entries.get(place)
        if entry is None:
            continue
        if line and not entry.commits_to(line):
            yield "log/record-changed", place
        elif not line and entry.record and place not in redacted:
            yield "log/record-missing", place


def _check_release(log: LogRead, now: datetime) -> None:
    releases = (one for _, one in sorted(log.entries.items(), reverse=True) if one.kind == "release")
    log.release = next(releases, None)
    if log.release is None:
        # Where entries could not be read, that was told; one of them may be the release.
        if len(log.entries) == len(log.leaves):
            log.tell("log/no-release", LOG + "checkpoint")
    elif log.release.next is not None and log.release.next < now:
        log.tell("log/stale", LOG + "checkpoint", f"{log.release.next:%Y-%m-%dT%H:%M:%SZ}")
