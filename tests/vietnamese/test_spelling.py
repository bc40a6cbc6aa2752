"""What `vietnamese.spelling` promises."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.spelling import fold, nearest, nfc

FIELDS = ("title", "date", "updated", "summary", "author", "source", "tags", "draft", "tiêu_đề", "ngày")
LATIN = [chr(code) for code in itertools.chain(range(0x250), range(0x300, 0x370), range(0x1E00, 0x1F00))]

words = st.text(st.sampled_from("ab_ăâđ"), max_size=7)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Chuyển đổi số", "chuyen doi so"),
        ("ĐƯỜNG NGUYỄN LƯƠNG BẰNG", "duong nguyen luong bang"),
        ("ẲẴẶ ỀỄỆ ỘỠỢ ỪỮỰ ỲỶỸỴ", "aaa eee ooo uuu yyyy"),
        ("Hải Dương, 13/05/2023", "hai duong, 13/05/2023"),
        ("Straße", "strasse"),
        ("한국", "한국"),
        ("", ""),
    ],
)
def test_folding_leaves_letters_without_tones_or_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("letter", ["đ", "Đ", "\u00d0", "\u00f0", "\u0189", "\u0256"])
def test_every_letter_that_looks_like_a_stroked_d_folds_to_d(letter: str) -> None:
    assert fold(letter) == "d"


def test_every_vietnamese_letter_folds_to_one_ascii_letter() -> None:
    bases = [
        nfc(letter + mark) for letter in "aăâeêioôơuưy" for mark in ("", *"\u0300\u0309\u0303\u0301\u0323")
    ]
    assert all(len(letter) == 1 for letter in bases)
    assert {fold(letter) for letter in bases} == set("aeiouy")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from(LATIN)))
def test_folding_is_blind_to_composition(text: str) -> None:
    forms = {fold(text), fold(unicodedata.normalize("NFC", text)), fold(unicodedata.normalize("NFD", text))}
    assert len(forms) == 1


@given(st.text())
def test_folded_text_is_composed(text: str) -> None:
    assert nfc(fold(text)) == fold(text)


@given(st.text(st.sampled_from(LATIN)))
def test_decomposed_text_composes_to_the_same_characters(text: str) -> None:
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(text)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("sumary", "summary"),
        ("dtae", "date"),
        ("Tittle", "title"),
        ("TIEU DE", "tiêu_đề"),
        ("tiêu-đề", "tiêu_đề"),
        ("Tiêu  đề ", "tiêu_đề"),
        (unicodedata.normalize("NFD", "ngày"), "ngày"),
        ("ngya", "ngày"),
    ],
)
def test_a_slip_finds_the_name_that_was_meant(name: str, known: str) -> None:
    assert nearest(name, FIELDS) == known


@pytest.mark.parametrize("name", ["", " - ", "x", "zzz", "keywords", "description of the page", "dt"])
def test_a_name_like_no_other_finds_none(name: str) -> None:
    assert nearest(name, FIELDS) is None


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("title", ()) is None


def test_marks_decide_between_names_that_fold_alike() -> None:
    assert nearest("bàn", ["bán", "bàn", "ban"]) == "bàn"


def test_long_names_may_differ_by_three_edits_and_not_by_four() -> None:
    known = "trang-thong-tin-dien-tu"
    assert nearest("trang-thong-tin-dientu1x", [known]) == known
    assert nearest("trng-thng-tin-dien-t", [known]) == known
    assert nearest("xtrang-thoong-tin-dien-tux", [known]) == known
    assert nearest("trng-thng-tn-din-tu", [known]) is None


@given(st.sampled_from(FIELDS), st.permutations(FIELDS))
def test_a_known_name_finds_itself_in_any_order(name: str, known: list[str]) -> None:
    assert nearest(name, known) == name


@given(words, st.lists(words, max_size=5))
def test_the_order_of_known_names_does_not_matter(name: str, known: list[str]) -> None:
    assert nearest(name, known) == nearest(name, list(reversed(known)))


@given(st.text("abc", min_size=1, max_size=9), st.text("abc", min_size=1, max_size=9))
def test_nearness_agrees_with_a_plain_count_of_edits(name: str, known: str) -> None:
    most = min(3, max(len(name), len(known)) // 3)
    assert (nearest(name, [known]) == known) == (_count_edits(name, known) <= most)


def _count_edits(one: str, other: str) -> int:
    """Count edits by the textbook's table, whole and without short cuts."""
    cost = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i, j in itertools.product(range(1, len(one) + 1), range(1, len(other) + 1)):
        changed = one[i - 1] != other[j - 1]
        cost[i, j] = min(cost[i - 1, j] + 1, cost[i, j - 1] + 1, cost[i - 1, j - 1] + changed)
        if i > 1 and j > 1 and one[i - 2 : i] == other[j - 1] + other[j - 2]:
            cost[i, j] = min(cost[i, j], cost[i - 2, j - 2] + 1)
    return cost[len(one), len(other)]
