"""What the text of an article says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.readers.bodies import count_words


@given(st.text(st.sampled_from("aộ \n\t\xa0\u200b\u2003\u3000\x1c\x85.")) | st.text())
def test_words_are_counted_as_python_splits_them(text: str) -> None:
    assert count_words(text) == len(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), (" ", 0), ("một", 1), ("một hai", 2), (" một", 1), ("một  hai", 2), ("a\xa0b", 2)],
)
def test_words_are_what_white_space_parts(text: str, count: int) -> None:
    assert count_words(text) == count
