"""Parameters of an address become a wish within bounds, or a fault that names the parameter."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.ranking import Filters, Wish
from search.service.asked import Asked, read_asked
from search.service.faults import Fault
from search.service.limits import MAX_PAGE, MAX_PAGE_SIZE, MAX_TYPED


def test_every_parameter_has_its_place_in_the_wish() -> None:
    asked = read_asked(
        {
            "q": "họp",
            "loai": "article",
            "chuyen-muc": "thoi-su",
            "co-quan": "so-y-te",
            "ngon-ngu": "vi",
            "nam": "2026",
            "tu": "2026-01-31",
            "den": "2026-12-31",
            "xep": "moi",
            "trang": "3",
            "moi-trang": "10",
        }
    )
    filters = Filters("article", "thoi-su", "so-y-te", "vi", "2026", date(2026, 1, 31), date(2026, 12, 31))
    assert isinstance(asked, Asked)
    assert (asked.query, asked.wish) == ("họp", Wish(10, 20, filters, newest=True))


def test_a_parameter_without_a_value_is_as_one_that_is_not_there() -> None:
    blank = dict.fromkeys(
        ("loai", "chuyen-muc", "co-quan", "nam", "tu", "den", "xep", "trang", "moi-trang"), ""
    )
    assert read_asked({"q": "a", **blank}) == read_asked({"q": "a"})


def test_a_page_has_the_language_and_the_number_of_answers_of_its_own() -> None:
    asked = read_asked({"q": "a", "ngon-ngu": "en", "moi-trang": "50"}, "vi")
    assert asked == Asked("a", Filters(language="vi"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("loai", "../x"),
        ("loai", "a" * 81),
        ("chuyen-muc", "<b>"),
        ("co-quan", "A B"),
        ("ngon-ngu", "fr"),
        ("nam", "20266"),
        ("nam", "２０２６"),
        ("tu", "2026-02-30"),
        ("den", "31/12/2026"),
        ("xep", "cu"),
        ("trang", "0"),
        ("trang", "-1"),
        ("trang", str(MAX_PAGE + 1)),
        ("trang", "9" * 400),
        ("moi-trang", str(MAX_PAGE_SIZE + 1)),
        ("trang", "1.5"),
        ("trang", "٣"),
    ],
)
def test_a_value_out_of_bounds_is_a_fault_of_its_parameter(name: str, value: str) -> None:
    assert read_asked({"q": "a", name: value}) == Fault("bad-parameter", name)


def test_a_query_that_nobody_types_is_too_long() -> None:
    assert read_asked({"q": "a" * (MAX_TYPED + 1)}) == Fault("query-too-long", "q")
    assert isinstance(read_asked({"q": "a" * MAX_TYPED}), Asked)


def test_a_last_word_with_a_space_after_it_is_finished() -> None:
    assert read_asked({"q": "chuy", "dang-go": "1"}) == Asked("chuy", typing=True)
    assert read_asked({"q": "chuy ", "dang-go": "1"}) == Asked("chuy")


@given(st.text(max_size=MAX_TYPED))
def test_what_is_shown_of_a_query_has_no_character_that_cannot_be_seen(typed: str) -> None:
    asked = read_asked({"q": typed})
    assert isinstance(asked, Asked)
    assert asked.query == " ".join(asked.query.split()) and (asked.query.isprintable() or not asked.query)


@given(st.text(max_size=40), st.booleans(), st.integers(1, MAX_PAGE), st.dates())
def test_the_address_of_a_page_of_answers_asks_for_just_that_page(
    typed: str, newest: bool, number: int, day: date
) -> None:
    shown = read_asked({"q": typed})
    assert isinstance(shown, Asked)
    filters = Filters("article", "thoi-su", None, "vi", "2026", day, None)
    asked = Asked(shown.query, filters, newest, number)
    assert read_asked(dict(parse_qsl(asked.parameters(number))), "vi") == asked
