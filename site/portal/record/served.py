"""A record as the files of a release: checkpoint, tiles of hashes, bundles of entries, readable records."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from portal.record.layout import BUNDLE, Layout, Unreadable
from portal.record.record import Record
from portal.trust.checkpoint import Checkpoint, NotACheckpoint, read_checkpoint
from portal.trust.merkle import Range, leaf_hash
from portal.trust.tiles import HEIGHT, bundle, entries_path, number_path, tile_path, upper_tiles


class Served(NamedTuple):
    """A file of the log: its path below the log, the digest of its bytes, and how they are made."""

    path: str
    digest: str
    make: Callable[[], bytes]


def checkpoint_of(record: Record) -> Checkpoint | None:
    """The state of the log that was published last; None before the first. Raises Unreadable."""
    if not record.checkpoint:
        return None
    try:
        found = read_checkpoint(record.checkpoint)
    except NotACheckpoint as error:
        raise Unreadable(record.layout.checkpoint) from error
    if not 0 < found.size <= record.index.size:
        raise Unreadable(record.layout.checkpoint)
    return found


def root_at(record: Record, size: int) -> bytes:
    """The root of the first entries of a log."""
    whole = Range()
    for one in record.index.whole[: size // BUNDLE]:
        whole.add(one.root, HEIGHT)
    for number in range(size - size % BUNDLE, size):
        whole.add(leaf_hash(record.line(number)))
    return whole.root


def log_files(record: Record) -> Iterator[Served]:
    """All files of the log as it was published last, in no order; none before the first time.

    Raises Unreadable where the entries are not those that the checkpoint speaks of.
    """
    checkpoint = checkpoint_of(record)
    if checkpoint is None:
        return
    if root_at(record, checkpoint.size) != checkpoint.root:
        raise Unreadable(record.layout.checkpoint)
    yield _made("checkpoint", record.checkpoint)
    full, width = divmod(checkpoint.size, BUNDLE)
    for number, one in enumerate(record.index.whole[:full]):
        layout = record.layout
        yield Served(entries_path(number), one.entries, _entries(layout, number))
        yield Served(tile_path(0, number), one.tile, _tile(layout, number))
        yield Served(_records_path(number), one.records, _records(layout, number))
    if width:
        entries = [record.line(full * BUNDLE + place) for place in range(width)]
        records = [record.record_line(full * BUNDLE + place) for place in range(width)]
        yield _made(entries_path(full, width), bundle(entries))
        yield _made(tile_path(0, full, width), b"".join(map(leaf_hash, entries)))
        yield _made(_records_path(full), b"".join(line + b"\n" for line in records))
    for path, data in upper_tiles([one.root for one in record.index.whole[:full]]):
        yield _made(path, data)


def _records_path(number: int) -> str:
    return f"records/{number_path(number)}"


def _made(path: str, data: bytes) -> Served:
    return Served(path, sha256(data).hexdigest(), lambda: data)


def _entries(layout: Layout, number: int) -> Callable[[], bytes]:
    return lambda: bundle(_lines(layout, number))


def _tile(layout: Layout, number: int) -> Callable[[], bytes]:
    return lambda: b"".join(map(leaf_hash, _lines(layout, number)))


def _records(layout: Layout, number: int) -> Callable[[], bytes]:
    return lambda: layout.whole_records(number)


def _lines(layout: Layout, number: int) -> Sequence[bytes]:
    return layout.lines(layout.entries(number))
