"""What `search.postings` promises."""

from hypothesis import given
from hypothesis import strategies as st

from search.postings import pack, times, unpack

PLACES = st.sets(st.integers(0, 600) | st.integers(0, 100_000), min_size=1).map(sorted)


@given(PLACES)
def test_packed_places_come_back(places: list[int]) -> None:
    assert unpack(pack(places)) == places


@given(PLACES)
def test_packed_places_are_counted(places: list[int]) -> None:
    assert times(pack(places)) == len(places)


def test_a_step_is_one_byte_after_one_for_each_255_places_passed_over() -> None:
    assert pack([3, 257, 512, 1300]) == bytes([3, 254, 255, 0, 255, 255, 255, 788 - 3 * 255])
