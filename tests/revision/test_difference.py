"""A difference shows each word of both versions once, and what only moved as moved."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.revision.difference import Fate, difference, runs_of
from portal.revision.words import words_of
from portal.revision.writing import Kind, blocks_of

words = st.lists(st.sampled_from(["Tỉnh", "không", "1.946", "12/5", "hộ", ",", "“vui”"]), max_size=15).map(
    " ".join
)
texts = st.lists(words, max_size=8).map("\n\n".join)


def told(old: str, new: str) -> list[tuple[str, list[tuple[str, str]]]]:
    found = difference(blocks_of(old), blocks_of(new))
    return [(one.fate.value, [(run.fate.value, run.text) for run in one.runs]) for one in found]


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(blocks_of(text), blocks_of(text)) == ()


@given(words, words)
def test_runs_hold_all_words_of_both_lines_in_order(old: str, new: str) -> None:
    runs = runs_of(old, new)

    def of(*fates: Fate) -> list[str]:
        return [word.same for run in runs if run.fate in fates for word in run.words]

    assert of(Fate.SAME, Fate.REMOVED) == [word.same for word in words_of(old)]
    assert of(Fate.SAME, Fate.ADDED) == [word.same for word in words_of(new)]


@given(texts, texts)
def test_both_ways_the_same_number_of_words_changes(old: str, new: str) -> None:
    def counted(before: str, after: str, fate: Fate) -> list[str]:
        found = difference(blocks_of(before), blocks_of(after))
        alone = [run for one in found if one.fate in (Fate.ADDED, Fate.REMOVED) for run in one.runs]
        within = [run for one in found if one.fate is Fate.CHANGED for run in one.runs]
        return sorted(w.same for run in (*alone, *within) if run.fate is fate for w in run.words)

    def all_words(text: str) -> int:
        return sum(len(words_of(block.text)) for block in blocks_of(text))

    gone, come = counted(old, new, Fate.REMOVED), counted(old, new, Fate.ADDED)
    assert all_words(new) - all_words(old) == len(come) - len(gone)


def test_words_that_changed_stand_side_by_side() -> None:
    assert told("Có 56% hồ sơ.", "Có 81% hồ sơ.") == [
        ("changed", [("same", "Có"), ("removed", "56%"), ("added", "81%"), ("same", "hồ sơ.")])
    ]


def test_a_paragraph_that_stands_elsewhere_has_moved() -> None:
    assert told("Một.\n\nHai.\n\nBa.", "Ba.\n\nMột.\n\nHai.") == [("moved", [("same", "Ba.")])]


def test_rows_of_a_table_are_compared_row_by_row() -> None:
    old = "| Năm | Hồ sơ |\n|---|---:|\n| 2025 | 12 |\n| 2026 | 13 |"
    found = difference(blocks_of(old), blocks_of(old.replace("13", "14")))
    assert [(one.kind, one.fate) for one in found] == [(Kind.ROW, Fate.CHANGED)]
    assert [run.text for run in found[0].runs] == ["2026 |", "13", "14"]


def test_marks_of_stress_are_no_words_and_the_target_of_a_link_is_one() -> None:
    assert told("Xem **quyết định**.", "Xem quyết định.") == []
    assert told("Xem [đây](/a/).", "Xem [đây](/b/).") == [
        ("changed", [("same", "Xem đây"), ("removed", "⟨/a/⟩"), ("added", "⟨/b/⟩"), ("same", ".")])
    ]


_N = 60_000
HOSTILE = {
    "brackets": ("[" * _N, "[" * _N + "x"),
    "links": ("[a](" * (_N // 4), "[b](" * (_N // 4)),
    "stress": ("_" * _N, "*" * _N),
    "paragraphs": ("a\n\n" * (_N // 3), "b\n\n" * (_N // 3)),
    "turned round": (
        "\n\n".join(map(str, range(_N // 8))), "\n\n".join(map(str, range(_N // 8, 0, -1)))
    ),
    "figures": ("1-" * (_N // 2), "1." * (_N // 2)),
    "repeated words": ("a b c " * (_N // 6), "c b a " * (_N // 6)),
    "quotes": ("> " * (_N // 2), "- " * (_N // 2)),
    "cells": ("|" * _N, "| " * (_N // 2)),
    "tones": ("o\u0301a" * (_N // 3), "oa\u0301" * (_N // 3)),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_text_is_compared_in_seconds(name: str) -> None:
    begun = process_time()
    told(*HOSTILE[name])
    assert process_time() - begun < 8
