"""Entries have one form, and name nothing."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.trust.entries import KINDS, LogEntry, NotAnEntry, read_log_entry

moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(
    lambda time: time.replace(microsecond=0, tzinfo=UTC)
)
digests = st.one_of(st.just(""), st.binary().map(lambda data: sha256(data).hexdigest()))
entries = st.builds(
    LogEntry, st.sampled_from(sorted(KINDS)), moments, digests, st.none() | st.integers(0, 10**6), digests,
    st.none() | moments,
)  # fmt: skip


@given(entries)
def test_an_entry_is_read_as_it_was_written(entry: LogEntry) -> None:
    assert read_log_entry(entry.line) == entry


def test_the_keys_stand_in_one_order() -> None:
    time = datetime(2026, 5, 13, 7, 44, tzinfo=UTC)
    assert LogEntry("release", time, "aa", 3, "bb", time).line == (
        b'{"v":1,"kind":"release","time":"2026-05-13T07:44:00Z","record":"aa","prev":3,"manifest":"bb",'
        b'"next":"2026-05-13T07:44:00Z"}'
    )


@pytest.mark.parametrize(
    "line",
    [
        b"", b"{}", b"[]", b"null", b"\xff",
        b'{"kind":"doc","v":1,"time":"2026-05-13T07:44:00Z"}',
        b'{"v":2,"kind":"doc","time":"2026-05-13T07:44:00Z"}',
        b'{"v":1,"kind":"page","time":"2026-05-13T07:44:00Z"}',
        b'{"v":1,"kind":"doc","time":"13/05/2026"}',
        b'{"v":1,"kind":"doc","time":"2026-05-13T07:44:00Z","title":"a"}',
        b'{"v":1,"kind":"doc","time":"2026-05-13T07:44:00Z" }',
    ],
)  # fmt: skip
def test_anything_else_is_refused(line: bytes) -> None:
    with pytest.raises(NotAnEntry):
        read_log_entry(line)


def test_an_entry_commits_to_one_record() -> None:
    time = datetime(2026, 5, 13, tzinfo=UTC)
    entry = LogEntry("doc", time, sha256(b"record").hexdigest())
    assert entry.commits_to(b"record") and not entry.commits_to(b"other")
    assert not LogEntry("release", time).commits_to(b"")
