"""Differences are told in the words that a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.preview.difference import Change, difference, text_of

TEXTS = st.lists(st.text("ab cđ", min_size=1, max_size=12).map(str.strip).filter(bool), max_size=8)


def page(main: str, title: str = "Tên") -> bytes:
    head = f'<head><title>{title}</title><meta name="description" content="Tóm tắt"></head>'
    return f"<!DOCTYPE html><html>{head}<body><nav>Trình đơn</nav><main>{main}</main></body></html>".encode()


def told(old: str, new: str) -> list[str]:
    """Passages with marks: -removed- and +added+."""
    signs = {Change.SAME: "", Change.ADDED: "+", Change.REMOVED: "-"}
    return [
        "".join(f"{signs[part.change]}{part.text}{signs[part.change]}" for part in passage)
        for passage in difference(text_of(page(old)), text_of(page(new)))
    ]


def test_a_page_says_its_title_its_summary_and_what_its_main_part_says() -> None:
    body = "<h1>Tên</h1><p>Một <b>hai</b> ba.<p>Bốn<br>năm</p><ul><li>sáu<li>bảy</ul><script>tám</script>"
    assert text_of(page(body)) == ("Tên", "Tóm tắt", "Tên", "Một hai ba.", "Bốn năm", "sáu", "bảy")


def test_a_picture_says_its_description() -> None:
    assert text_of(page('<img src="a.png" alt="Hai người ký">'))[-1] == "[Ảnh: Hai người ký]"


@pytest.mark.parametrize("broken", [b"", b"<", b"\xff\xfe", b"<html>", b"<!-- -->"])
def test_what_is_no_page_says_nothing_and_breaks_nothing(broken: bytes) -> None:
    assert isinstance(text_of(broken), tuple)


def test_only_words_that_differ_are_marked() -> None:
    old, new = "<p>Họp ngày 5 tháng 12 tại Sở.</p>", "<p>Họp ngày 19 tháng 12 tại Sở.</p>"
    assert told(old, new) == ["Họp ngày -5-+19+ tháng 12 tại Sở."]


def test_words_side_by_side_are_one_change() -> None:
    old, new = "<p>Gửi tới Sở Nội vụ trước ngày 5.</p>", "<p>Gửi tới Văn phòng Ủy ban trước ngày 5.</p>"
    assert told(old, new) == ["Gửi tới -Sở Nội vụ-+Văn phòng Ủy ban+ trước ngày 5."]


def test_passages_that_came_and_went_are_whole() -> None:
    assert told("<p>Một.</p><p>Hai.</p>", "<p>Một.</p><p>Xen giữa.</p><p>Hai.</p>") == ["+Xen giữa.+"]
    assert told("<p>Một.</p><p>Hai.</p>", "<p>Hai.</p>") == ["-Một.-"]


def test_a_reworded_passage_is_found_among_new_ones() -> None:
    old = "<p>Người dân nộp hồ sơ tại bộ phận một cửa.</p>"
    new = "<p>Đoạn mới.</p><p>Người dân nộp hồ sơ tại bộ phận một cửa của xã.</p>"
    assert told(old, new) == ["+Đoạn mới.+", "Người dân nộp hồ sơ tại bộ phận một -cửa.-+cửa của xã.+"]


def test_other_markup_of_the_same_words_is_no_difference() -> None:
    assert told("<p>Một <b>hai</b></p>", "<div><p class=x>Một  <i>hai</i></p></div>") == []


@given(TEXTS, TEXTS)
def test_a_difference_holds_all_that_came_and_went(old: list[str], new: list[str]) -> None:
    passages = difference(old, new)
    assert bool(passages) == (old != new)
    for one, change in ((old, Change.REMOVED), (new, Change.ADDED)):
        other = set(" ".join(new if one is old else old).split())
        lost = [word for text in one for word in text.split() if word not in other]
        said = [
            word
            for passage in passages
            for part in passage
            if part.change is change
            for word in part.text.split()
        ]
        assert not set(lost) - set(said)


def test_a_passage_without_end_is_compared_in_no_time() -> None:
    old = " ".join(f"từ{number % 7}" for number in range(20_000))
    assert len(difference([old], [old + " cuối"])) == 2
