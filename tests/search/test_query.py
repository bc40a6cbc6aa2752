"""What `search.query` promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import MAX_QUERY_LENGTH, MAX_QUERY_TOKENS, parse_query


def words(text: str) -> list[str]:
    return [token.fold for token in parse_query(text).tokens]


def phrases(text: str) -> list[list[str]]:
    return [[token.fold for token in phrase] for phrase in parse_query(text).phrases]


@pytest.mark.parametrize("text", ['"dịch vụ" công', "“dịch vụ” công", "«dịch vụ» công"])
def test_words_in_quotes_are_a_phrase(text: str) -> None:
    assert words(text) == ["dich", "vu", "cong"]
    assert phrases(text) == [["dich", "vu"]]


@pytest.mark.parametrize("text", ['"dịch vụ', 'dịch" vụ', '"" dịch vụ', '" " dịch vụ "'])
def test_a_quote_without_partner_or_words_means_nothing(text: str) -> None:
    assert words(text) == ["dich", "vu"]
    assert phrases(text) == []


@pytest.mark.parametrize("text", ["*dịch* vụ?", "dịch~2 AND vụ", "(dịch [vụ", "title:dịch^9 -vụ", "dịch.*vụ"])
def test_no_other_sign_has_a_meaning(text: str) -> None:
    assert {"dich", "vu"} <= set(words(text)) <= {"dich", "vu", "and", "title", "2", "9"}


def test_marks_are_noticed() -> None:
    assert parse_query("so đo").marked
    assert not parse_query("so do 42/2022").marked


def test_parts_are_searched_without_quotes() -> None:
    query = parse_query('"Nghị định 42/2022/NĐ-CP"').by_parts()
    assert [token.fold for token in query.tokens] == ["nghi", "dinh", "42", "2022", "nd", "cp"]
    assert query.phrases == ()
    assert query.text == "Nghị định 42/2022/NĐ-CP"


def test_a_long_query_is_read_up_to_a_space() -> None:
    query = parse_query("chuyển đổi " * 100)
    assert len(query.text) <= MAX_QUERY_LENGTH
    assert {token.fold for token in query.tokens} == {"chuyen", "doi"}
    assert len(query.tokens) == MAX_QUERY_TOKENS


def test_marks_typed_apart_do_not_shorten_a_query() -> None:
    spelled = "e\u0302\u0309 " * 99 + "a"
    assert len(parse_query(spelled).text) == 199


@given(st.text() | st.text(st.sampled_from('"“”« a1/-.\u0301'), max_size=2000))
def test_any_query_is_read_within_its_bounds(text: str) -> None:
    query = parse_query(text)
    assert len(query.tokens) <= MAX_QUERY_TOKENS
    assert sum(map(len, query.phrases)) <= len(query.tokens)
    assert len(query.text) <= MAX_QUERY_LENGTH + 1
