"""What `search.snippet` promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import readable
from search.query import parse_query
from search.scores import singles
from search.snippet import EXTRACT_LENGTH, Marker


def marker(query: str) -> Marker:
    return Marker(singles(parse_query(query).tokens))


def marked(query: str, text: str) -> list[str]:
    return [part for part, found in marker(query).mark(text) if found]


def extract(query: str, *texts: str) -> str:
    return "".join(part for part, _ in marker(query).extract(texts))


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("chuyen doi so", "Về Chuyển đổi số, đổi mới", ["Chuyển đổi số", "đổi"]),
        ("hoà", "hòa, hoa, hoan", ["hòa", "hoa"]),
        ("42/2022/nd-cp", "Nghị định 42/2022/NĐ-CP", ["42/2022/NĐ-CP"]),
        ("5/2023", "tháng 05/2023", ["05/2023"]),
        ("1946", "có 1.946 dịch vụ", ["1.946"]),
        ("12.5", "tăng 12,5%", ["12,5"]),
        ("so", "sông, soi, số", ["số"]),
        ("a.b*", "a b* [", ["a b"]),
        ("", "không có gì", []),
    ],
)
def test_words_are_marked_as_they_were_found(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text) == expected


@given(st.text(), st.text())
def test_marking_changes_no_letter(query: str, text: str) -> None:
    assert "".join(part for part, _ in marker(query).mark(text)) == readable(text)


def test_a_short_text_is_given_whole() -> None:
    assert extract("x", "Tóm tắt.") == "Tóm tắt."


def test_an_extract_stands_where_most_of_the_words_do() -> None:
    text = "dịch " + "một hai ba " * 100 + "dịch vụ công " + "bốn năm " * 100
    piece = extract("dich vu cong", text)
    assert "dịch vụ công" in piece
    assert piece.startswith("… ") and piece.endswith(" …")
    assert len(piece) <= EXTRACT_LENGTH + 4


def test_an_extract_is_cut_between_words() -> None:
    words = {"nghiêng", "công", "…"}
    assert set(extract("công", "nghiêng " * 200 + "công " + "nghiêng " * 200).split()) == words


def test_the_text_is_used_where_the_summary_has_fewer_of_the_words() -> None:
    assert extract("dịch vụ", "Tóm tắt về dịch.", "Thân bài về dịch vụ.") == "Thân bài về dịch vụ."
    assert extract("dịch vụ", "Tóm tắt về dịch vụ.", "Thân bài về dịch vụ.") == "Tóm tắt về dịch vụ."
    assert extract("khác", "Tóm tắt.", "Thân bài.") == "Tóm tắt."
    assert extract("khác", "", "Thân bài.") == "Thân bài."
    assert extract("khác", "", "") == ""
