"""What was written lately."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from portal.web.feeds.kept import Kept

numbers = st.integers(min_value=0, max_value=20)


class Writer:
    """Writes numbers, and remembers which."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.written: list[int] = []

    def write(self, number: int) -> bytes:
        """The number as text."""
        self.written.append(number)
        return b"%d" % number


@given(st.lists(numbers), st.integers(min_value=1, max_value=8))
def test_what_is_kept_is_what_would_be_written(asked: list[int], most: int) -> None:
    kept, writer = Kept(most), Writer()
    assert [kept.of(one, partial(writer.write, one)) for one in asked] == [b"%d" % one for one in asked]


@given(st.lists(numbers, unique=True, min_size=1, max_size=8))
def test_the_latest_are_written_once(asked: list[int]) -> None:
    kept, writer = Kept(8), Writer()
    for one in (*range(100, 130), *asked, *asked):
        kept.of(one, partial(writer.write, one))
    assert writer.written[30:] == asked


def test_what_was_long_not_asked_for_is_forgotten() -> None:
    kept, writer = Kept(8), Writer()
    for one in (0, *range(100, 116), 0):
        kept.of(one, partial(writer.write, one))
    assert writer.written.count(0) == 2


def test_nothing_written_is_kept_too() -> None:
    kept, asked = Kept(8), list[str]()

    def write() -> bytes:
        asked.append("")
        return b""

    assert kept.of("", write) == kept.of("", write) == b""
    assert len(asked) == 1
