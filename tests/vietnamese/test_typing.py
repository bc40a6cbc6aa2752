"""What `vietnamese.typing` promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.typing import decode_telex


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chuyeenr ddooir soos", "chuyển đổi số"),
        ("chuyeern ddoori soos", "chuyển đổi số"),
        ("dichj vuj coong", "dịch vụ công"),
        ("thur tucj hanhf chinhs", "thủ tục hành chính"),
        ("hoaf binhf", "hòa bình"),
        ("hoanf thieenj", "hoàn thiện"),
        ("quyeets ddinhj", "quyết định"),
        ("giaasy khai sinh", "giấy khai sinh"),
        ("nguowif daan", "người dân"),
        ("nuwowcs muwa", "nước mưa"),
        ("luwu truwx", "lưu trữ"),
        ("tuaanf tuaanr", "tuần tuẩn"),
        ("DDAATS", "ĐẤT"),
        ("gif", "gì"),
        ("khuyru tay", "khuỷu tay"),
    ],
)
def test_words_are_read_as_they_were_typed(typed: str, meant: str) -> None:
    assert decode_telex(typed) == meant


@pytest.mark.parametrize("text", ["chuyen doi so", "windows", "news", "", "Chuyển đổi số", "x" * 1000, "sss"])
def test_what_is_no_telex_stays(text: str) -> None:
    assert decode_telex(text) is None


@given(st.text() | st.text("aeioduwsfrxjz nghtc", max_size=30))
def test_any_text_can_be_asked(text: str) -> None:
    decoded = decode_telex(text)
    assert decoded is None or decoded != text
