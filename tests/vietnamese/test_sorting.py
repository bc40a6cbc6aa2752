"""What `vietnamese.sorting` promises."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.sorting import sort_key

texts = st.text(st.sampled_from("aàảãáạăằâấbdđDĐeêghoơúưỰz 019-.w\u0303"), max_size=8)

# Each row is in the order of a dictionary already.
ROWS = [
    "a|ă|â|b|c|d|đ|e|ê|f|g|h|i|j|k|l|m|n|o|ô|ơ|p|q|r|s|t|u|ư|v|w|x|y|z",
    "ma|mà|mả|mã|má|mạ",
    "ma|Ma|mà|Mà|man|mạn|măn|mân|mo",
    "dan|Dân|dung|đan|Đan|đung",
    "hoa|hoà|hòa|hoả|hỏa|hoã|hõa|hoá|hóa|hoạ|họa",
    "ca|can|cha|chi|co",
    "ngang|nghe|ngoan|nhà|nho",
    "tuân|tuân thủ|tuần|tuần chay|tuần trôi|tùm lum",
    "Hạ Long|Hải An|Hải Dương|Hải Đông|Hải Phòng",
    "Bình Giang|Cẩm Giàng|Chí Linh|Gia Lộc|Hải Dương|Kim Thành|Kinh Môn|Nam Sách|Thanh Hà|Thanh Miện|Tứ Kỳ",
    "Mẫu 1|Mẫu 2|Mẫu 10|Mẫu 10a|Mẫu A",
    "|0|9|10|2023|a",
    "Số 7|Số 08|Số 9",
    "zebra|я|数",
    "sơ kết|“Sơ kết” quý I|tổng kết",
]


@pytest.mark.parametrize("row", ROWS)
def test_words_come_in_the_order_of_a_dictionary(row: str) -> None:
    words = row.split("|")
    shuffled = random.Random(7).sample(words, len(words))
    assert sorted(shuffled, key=sort_key) == words


@given(texts, texts)
def test_two_texts_have_equal_keys_only_if_they_are_equal(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same


@given(st.one_of(st.text(), texts))
def test_the_key_is_blind_to_composition(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


@given(st.lists(st.one_of(st.text(), texts), max_size=8), st.randoms(use_true_random=False))
def test_any_texts_have_one_order_however_they_come(items: list[str], chance: random.Random) -> None:
    composed = [unicodedata.normalize("NFC", item) for item in items]
    shuffled = chance.sample(composed, len(composed))
    assert sorted(shuffled, key=sort_key) == sorted(composed, key=sort_key)


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_are_compared_by_value(one: int, other: int) -> None:
    assert (sort_key(f"Số {one}") < sort_key(f"Số {other}")) == (one < other)


def test_a_number_of_any_length_has_a_place() -> None:
    assert sort_key("9" * 5000) < sort_key("1" + "0" * 5000)


def test_foreign_marks_leave_a_letter_in_its_place() -> None:
    assert sorted(["Mv", "Münster", "Mt"], key=sort_key) == ["Mt", "Münster", "Mv"]


def test_an_eth_in_place_of_a_stroked_d_sorts_as_one() -> None:
    assert sorted(["e", "\u00d0ông", "d"], key=sort_key) == ["d", "\u00d0ông", "e"]
