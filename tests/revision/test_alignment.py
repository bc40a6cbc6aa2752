"""An alignment is of equal items, rising on both sides, and never costs the square of a length."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from portal.revision.alignment import aligned

letters = st.lists(st.sampled_from("abcd"), max_size=40)


@given(letters, letters)
def test_pairs_are_of_equal_items_and_rise_on_both_sides(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)
    assert all(old[one] == new[other] for one, other in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in zip(pairs, pairs[1:], strict=False))


@given(letters, letters)
def test_the_alignment_of_short_sequences_is_as_long_as_any(old: list[str], new: list[str]) -> None:
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, a in enumerate(old):
        for j, b in enumerate(new):
            best[i + 1][j + 1] = best[i][j] + 1 if a == b else max(best[i][j + 1], best[i + 1][j])
    assert len(aligned(old, new)) == best[-1][-1]


@given(st.lists(st.integers(), max_size=300))
def test_a_sequence_is_wholly_aligned_with_itself(items: list[int]) -> None:
    assert aligned(items, items) == [(place, place) for place in range(len(items))]


def test_what_stands_once_is_found_in_long_sequences() -> None:
    old = [f"{n}" for n in range(5000)]
    new = ["x"] * 300 + old[1000:4000] + ["y"] * 300
    assert aligned(old, new) == [(n, n - 700) for n in range(1000, 4000)]


def test_hundred_thousand_items_that_repeat_or_are_turned_round_take_seconds_at_most() -> None:
    begun = process_time()
    aligned("abcde" * 20_000, "edcba" * 20_000)
    aligned(range(100_000), range(100_000, 0, -1))
    assert process_time() - begun < 20
