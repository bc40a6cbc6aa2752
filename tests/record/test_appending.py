"""A record grows at its end alone, and whatever fails it can be read."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.record import appending
from portal.record.appending import Appender
from portal.record.layout import BUNDLE, Unreadable
from tests.record.portals import ARTICLE, THEN, Writer, some


@settings(max_examples=20)
@given(st.lists(st.integers(0, 2 * BUNDLE), max_size=4))
def test_what_stands_is_never_changed(tmp_path_factory: pytest.TempPathFactory, counts: list[int]) -> None:
    writer = Writer(tmp_path_factory.mktemp("record"))
    before: list[tuple[bytes, bytes]] = []
    for count in counts:
        writer.appender.versions(some(count), THEN)
        record = writer.read()
        now = [(record.line(n), record.record_line(n)) for n in range(record.index.size)]
        assert now[: len(before)] == before and len(now) == len(before) + count
        before = now


def test_one_more_version_writes_three_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(tmp_path)
    writer.appender.versions(some(3 * BUNDLE + 7), THEN)
    written: list[str] = []
    replace = Path.replace

    def watched(self: Path, to: Path) -> Path:
        written.append(to.name)
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", watched)
    writer.publish(ARTICLE, "Một.\n")
    assert len(written) == 3


def test_every_failure_leaves_a_record_that_goes_on(tmp_path: Path) -> None:
    """Each write and flush fails once; the next publishing appends the same."""
    steps: list[tuple[object, str]] = [
        (appending, "write_whole"), (appending, "flush_folder"), (appending, "flush_file"), (Path, "replace"),
        (os, "fsync"),
    ]  # fmt: skip
    for module, name in steps:
        for turn in range(12):
            writer = Writer(tmp_path / f"{name}{turn}")
            writer.publish(ARTICLE, "Một.\n")
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(module, name, failing(getattr(module, name), turn))
                try:
                    writer.appender.versions(some(BUNDLE + 3), THEN)
                except OSError as error:
                    assert error.errno == errno.EIO
            record = writer.read()
            assert record.text(record.versions_of(ARTICLE)[0]) == "Một.\n"
            size = record.index.size
            writer.publish(ARTICLE, "Hai.\n")
            again = writer.read()
            assert again.index.size == size + 1 and again.text(again.versions_of(ARTICLE)[-1]) == "Hai.\n"


def failing(function: Callable[..., object], turn: int) -> Callable[..., object]:
    """The same, but for one turn of it."""
    turns = iter(range(10**6))

    def wrapped(*given: object, **named: object) -> object:
        if next(turns) == turn:
            raise OSError(errno.EIO, "hỏng")
        return function(*given, **named)

    return wrapped


def test_who_has_not_seen_the_last_entry_appends_nothing(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    late = writer.appender
    writer.publish(ARTICLE, "Hai.\n")
    before = writer.read().line(1)
    with pytest.raises(Unreadable):
        late.versions(some(1), THEN)
    assert writer.read().line(1) == before and writer.read().index.size == 2


def test_who_has_not_seen_a_whole_bundle_appends_nothing(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.appender.versions(some(BUNDLE + 1), THEN)
    with pytest.raises(Unreadable):
        Appender(writer.layout, BUNDLE, lambda: "0" * 32).versions(some(1), THEN)


def test_a_text_that_a_power_cut_halved_is_written_again(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    (version,) = writer.read().versions_of(ARTICLE)
    writer.layout.text(version.sha256).write_bytes(b"M")
    writer.publish("trang/khac.md", "Một.\n")
    assert writer.read().text(version) == "Một.\n"
