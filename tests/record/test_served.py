"""The files of a log are those of its entries, at every size, and made from them alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.record.layout import BUNDLE, Unreadable
from portal.record.record import Record
from portal.record.served import log_files, root_at
from portal.trust.checkpoint import Checkpoint
from portal.trust.merkle import leaf_hash, root_of
from portal.trust.tiles import read_bundle
from tests.record.portals import ARTICLE, THEN, Writer, some


def seal(writer: Writer) -> Record:
    """Speak of all entries in a checkpoint."""
    record = writer.read()
    size = record.index.size
    writer.appender.checkpoint(Checkpoint("tin.example/log", size, root_at(record, size)).note)
    return writer.read()


def entries_in(files: dict[str, bytes]) -> Sequence[bytes]:
    names = sorted(name for name in files if name.startswith("tile/entries/"))
    return [entry for name in names for entry in read_bundle(files[name])]


@settings(max_examples=15)
@given(st.integers(1, 3 * BUNDLE))
def test_files_hold_all_entries_and_hashes_of_them(
    tmp_path_factory: pytest.TempPathFactory, count: int
) -> None:
    writer = Writer(tmp_path_factory.mktemp("record"))
    writer.appender.versions(some(count), THEN)
    record = seal(writer)
    served = list(log_files(record))
    files = {one.path: one.make() for one in served}
    assert len(files) == len(served)
    entries = [record.line(number) for number in range(count)]
    assert entries_in(files) == entries
    hashes = [leaf_hash(entry) for entry in entries]
    lowest = sorted(name for name in files if name.startswith("tile/0/"))
    assert b"".join(files[name] for name in lowest) == b"".join(hashes)
    assert root_at(record, count) == root_of(hashes)
    records = b"".join(files[name] for name in sorted(files) if name.startswith("records/"))
    assert records.split(b"\n")[:count] == [record.record_line(number) for number in range(count)]


@settings(max_examples=15)
@given(st.integers(1, 2 * BUNDLE + 9))
def test_digests_that_are_known_beforehand_are_those_of_the_bytes(
    tmp_path_factory: pytest.TempPathFactory, count: int
) -> None:
    from hashlib import sha256

    writer = Writer(tmp_path_factory.mktemp("record"))
    writer.appender.versions(some(count), THEN)
    for one in log_files(seal(writer)):
        assert sha256(one.make()).hexdigest() == one.digest


def test_entries_after_the_checkpoint_are_not_served(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    seal(writer)
    before = {one.path: one.digest for one in log_files(writer.read())}
    writer.publish(ARTICLE, "Hai.\n")
    assert {one.path: one.digest for one in log_files(writer.read())} == before


def test_without_a_checkpoint_nothing_is_served(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    assert not list(log_files(writer.read()))


def test_an_entry_that_was_altered_after_it_was_published_is_told(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    seal(writer)
    file = writer.layout.entries(0)
    file.write_bytes(file.read_bytes().replace(b"2026-05-13", b"2026-05-12"))
    with pytest.raises(Unreadable, match="checkpoint"):
        list(log_files(writer.read()))


def test_a_checkpoint_of_more_entries_than_there_are_is_told(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    writer.appender.checkpoint(Checkpoint("tin.example/log", 2, bytes(32)).note)
    with pytest.raises(Unreadable, match="checkpoint"):
        list(log_files(writer.read()))


def test_a_redaction_changes_records_alone(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.appender.versions(some(BUNDLE + 1), THEN)
    before = {one.path: one.digest for one in log_files(seal(writer))}
    writer.redact(3)
    after = {one.path: one.digest for one in log_files(writer.read())}
    assert {path for path in before if before[path] != after.get(path)} == {"records/000"}
