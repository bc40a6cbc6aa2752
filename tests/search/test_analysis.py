"""What `search.analysis` promises."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import MAX_KEY_LENGTH, Token, keys_of, readable, runs, tokens, word_keys
from tests.search import golden_tokens
from vietnamese.spelling import fold

LETTERS = [*"aAăâđĐÐeêioôơuưyhòáảãạ", "e\u0302\u0309", "o\u0300", "đ\u0301"]
SIGNS = [*" 0123456789/-.,()\n", "\u00ad", "\u200b", "\u2011"]
TEXTS = st.lists(st.sampled_from(LETTERS + SIGNS), max_size=60).map("".join)


def folds(text: str) -> list[str]:
    return [token.fold for token in tokens(text)]


def keys(text: str) -> set[str]:
    return {key for token in tokens(text) for _, key, _ in runs(token)}


def test_a_word_has_a_key_without_marks_and_one_with_the_tone_put_last() -> None:
    assert list(tokens("Chuyển đổi")) == [
        Token("chuyen", "chuyên.2", 0, 6),
        Token("doi", "đôi.2", 7, 10),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("hoa\u0300", "hòa"),
        ("HOÀ", "hòa"),
        ("Ðảng", "đảng"),
    ],
)
def test_words_that_only_look_different_have_the_same_keys(one: str, other: str) -> None:
    assert [(token.fold, token.exact) for token in tokens(one)] == [word_keys(other)]


@pytest.mark.parametrize(("one", "other"), [("ma", "má"), ("má", "mà"), ("lưu", "lựu"), ("mơ", "mo")])
def test_words_with_other_marks_differ_in_the_exact_key_alone(one: str, other: str) -> None:
    assert word_keys(one)[0] == word_keys(other)[0]
    assert word_keys(one)[1] != word_keys(other)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị định 42/2022/NĐ-CP", ["nghi", "dinh", "42/2022/nd/cp"]),
        ("số 12/QĐ-UBND.", ["so", "12/qd/ubnd"]),
        ("01-NQ/TW", ["1/nq/tw"]),
        ("Luật 148/2025/QH15", ["luat", "148/2025/qh15"]),
        ("ngày 13/05/2023", ["ngay", "13/5/2023"]),
        ("13.05.2023 13-5-2023 2023-05-13", ["13/5/2023"] * 3),
        ("tháng 05/2023", ["thang", "5/2023"]),
        ("1.946 dịch vụ", ["1946", "dich", "vu"]),
        ("1.234.567,89 và 1,234,567.89", ["1234567.89", "va", "1234567.89"]),
        ("tăng 12,5%", ["tang", "12.5"]),
        ("khoản 1,2,3", ["khoan", "1", "2", "3"]),
        ("192.168.0.1", ["192", "168", "0", "1"]),
        ("an, can, to (the) covid-19", ["an", "can", "to", "the", "covid", "19"]),
        ("", []),
        ("?! … *", []),
    ],
)
def test_numbers_of_documents_dates_and_figures_are_one_token(text: str, expected: list[str]) -> None:
    assert folds(text) == expected


@pytest.mark.parametrize("sign", "\u2010\u2011\u2013\u2212")
def test_special_hyphens_and_slashes_are_read_as_plain_ones(sign: str) -> None:
    assert folds(f"42\u22152022\u2044NĐ{sign}CP") == ["42/2022/nd/cp"]


@pytest.mark.parametrize("sign", "\u00ad\u200b\u200d\u2060\ufeff\u202e")
def test_what_cannot_be_seen_does_not_part_words(sign: str) -> None:
    assert folds(f"chuy{sign}e{sign}\u0302\u0309n đổi") == ["chuyen", "doi"]


def test_a_space_that_does_not_break_parts_words() -> None:
    assert folds("Hải\u00a0Dương\u202f2023") == ["hai", "duong", "2023"]


def test_a_joined_token_is_also_known_by_every_run_of_its_parts() -> None:
    assert keys("42/2022/NĐ-CP") == {
        *("42", "2022", "nd", "cp"),
        *("42/2022", "2022/nd", "nd/cp"),
        *("42/2022/nd", "2022/nd/cp", "42/2022/nd/cp"),
    }
    assert {"13/5", "5/2023", "2023"} < keys("13/05/2023")


def test_a_joined_token_takes_as_many_places_as_it_has_parts() -> None:
    assert [token.width for token in tokens("42/2022/NĐ-CP ngày 13/5")] == [4, 1, 2]


def test_of_a_word_without_end_only_the_beginning_counts() -> None:
    assert {len(key) for key in word_keys("a" * 100_000)} == {MAX_KEY_LENGTH}


@given(TEXTS)
def test_tokens_stand_in_order_without_overlap_and_cover_their_word(text: str) -> None:
    shown = readable(text)
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(shown)
        assert shown[token.start : token.end].strip() == shown[token.start : token.end]
        end = token.end


@given(TEXTS)
def test_composed_and_decomposed_text_have_the_same_tokens(text: str) -> None:
    assert list(tokens(unicodedata.normalize("NFD", text))) == list(tokens(text))


@given(TEXTS)
def test_the_fold_of_a_text_is_found_by_the_same_keys(text: str) -> None:
    assert folds(fold(readable(text))) == folds(text)


@given(st.text())
def test_any_text_has_tokens_with_keys(text: str) -> None:
    assert all(token.fold and token.exact for token in tokens(text))


SPACES = [" ", "\n", "\t", "\u00a0", "\u2003", "\u2028", "\u3000", "\u0085"]


def keys_and_places(text: str) -> list[tuple[int, str, str]]:
    place = 0
    found = []
    for token in tokens(text):
        found += [(place + after, fold, exact) for after, fold, exact in runs(token)]
        place += token.width
    return found


@given(st.lists(st.sampled_from(LETTERS + SIGNS + SPACES), max_size=60).map("".join) | st.text())
def test_the_keys_of_a_text_are_those_of_its_pieces(text: str) -> None:
    place = 0
    found = []
    for piece in text.split():
        words, keys = keys_of(piece)
        found += [(place + at, fold, exact) for at, fold, exact in keys]
        place += len(words)
    assert found == keys_and_places(text)


def test_the_golden_file_that_browsers_are_held_to_is_what_is_given_here() -> None:
    # `python -m tests.search.golden_tokens` writes it anew.
    golden = golden_tokens.golden()
    assert golden == list(golden_tokens.lines())
    assert sum(len(json.loads(line)["spans"]) for line in golden) >= 100_000
