"""What `vietnamese.numbers` promises."""

import pickle
from decimal import ROUND_HALF_UP, Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.numbers import AmbiguousNumber, NotANumber, format_number, format_number_en, parse_number

figures = st.builds(
    lambda units, places: Decimal(units).scaleb(-places), st.integers(-(10**15), 10**15), st.integers(0, 6)
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1946", "1946"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("12,50", "12.50"),
        ("-3", "-3"),
        ("0", "0"),
        (" 100 ", "100"),
        ("-0,5", "-0.5"),
        ("1.946.000", "1946000"),
        ("1,946,000", "1946000"),
        ("1.946.000,5", "1946000.5"),
        ("1,946,000.5", "1946000.5"),
        ("1.946,5", "1946.5"),
        ("1,946.5", "1946.5"),
        ("1.946,500", "1946.500"),
        ("-12.345.678,901", "-12345678.901"),
    ],
)
def test_a_figure_with_one_reading_is_read(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.946", ("1946", "1.9460")),
        ("1,946", ("1946", "1.9460")),
        ("-12.500", ("-12500", "-12.5000")),
        (" 100,000 ", ("100000", "100.0000")),
    ],
)
def test_a_figure_with_two_readings_is_refused_with_both(text: str, readings: tuple[str, str]) -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        parse_number(text)
    assert (caught.value.text, caught.value.readings) == (text, readings)


@pytest.mark.parametrize(
    ("text", "value"), [("0.737", "0.737"), ("-0,125", "-0.125"), ("1946.123", "1946.123")]
)
def test_three_decimals_after_what_cannot_be_a_group_are_read(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "+3",
        "012",
        "007,5",
        "00",
        ".5",
        "5.",
        "5,",
        "1.94.600",
        "1.946.00",
        "1.946.0000",
        "1.946,000,000",
    ]
    + [
        "1,946.000.000",
        "1946.000.000",
        "0.946.000",
        "12,5%",
        "1 946",
        "1\u00a0946",
        "1e3",
        "0x10",
        "1_000",
        "--3",
    ]
    + ["NaN", "Infinity", "không", "\u0661\u0669", "\u22123", "12,5,5", "1946,5.0"],
)
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(NotANumber) as caught:
        parse_number(text)
    assert caught.value.text == text


@pytest.mark.parametrize("refusal", [NotANumber("12,5%"), AmbiguousNumber("1.946", ("1946", "1.9460"))])
def test_a_refusal_names_the_text_and_crosses_processes(refusal: ValueError) -> None:
    copy = pickle.loads(pickle.dumps(refusal))
    assert vars(copy) == vars(refusal)
    assert vars(refusal)["text"] in str(copy)


@pytest.mark.parametrize(
    ("value", "decimals", "vietnamese", "english"),
    [
        ("1946", None, "1.946", "1,946"),
        ("12.5", None, "12,5", "12.5"),
        ("12.50", None, "12,50", "12.50"),
        ("-1234567.89", None, "-1.234.567,89", "-1,234,567.89"),
        ("1E+3", None, "1.000", "1,000"),
        ("12", 2, "12,00", "12.00"),
        ("2.5", 0, "3", "3"),
        ("-2.5", 0, "-3", "-3"),
        ("0.45", 1, "0,5", "0.5"),
        ("999.95", 1, "1.000,0", "1,000.0"),
        ("-0.4", 0, "0", "0"),
        ("-0", None, "0", "0"),
    ],
)
def test_a_figure_is_shown(value: str, decimals: int | None, vietnamese: str, english: str) -> None:
    assert format_number(Decimal(value), decimals) == vietnamese
    assert format_number_en(Decimal(value), decimals) == english


def test_a_figure_longer_than_the_usual_precision_is_rounded_all_the_same() -> None:
    assert format_number(Decimal("9" * 30 + ".95"), 1) == "1" + ".000" * 10 + ",0"


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_figure_is_not_shown(value: str) -> None:
    for show in (format_number, format_number_en):
        with pytest.raises(ValueError, match="is not a figure"):
            show(Decimal(value))


@given(figures)
def test_a_figure_that_is_shown_is_read_back_or_offered_as_a_reading(value: Decimal) -> None:
    for show in (format_number, format_number_en):
        try:
            assert parse_number(show(value)) == value
        except AmbiguousNumber as refusal:
            assert value in {parse_number(reading) for reading in refusal.readings}


@given(figures)
def test_a_plain_figure_is_read_back_digit_by_digit(value: Decimal) -> None:
    try:
        assert f"{parse_number(f'{value:f}'):f}" == f"{value:f}"
    except AmbiguousNumber as refusal:
        assert value == parse_number(refusal.readings[1])


@given(st.text(st.sampled_from("0123456789.,-"), max_size=12))
def test_no_figure_is_read_as_more_than_its_own_digits(text: str) -> None:
    try:
        read = parse_number(text)
    except (AmbiguousNumber, NotANumber):
        return
    assert f"{read:f}".replace(".", "") == text.replace(".", "").replace(",", "")


@given(figures)
def test_figures_agree_with_babel(value: Decimal) -> None:
    value = value.normalize()
    assert format_number(value) == format_decimal(value, locale="vi", decimal_quantization=False)
    assert format_number_en(value) == format_decimal(value, locale="en", decimal_quantization=False)


@given(figures, st.integers(0, 4))
def test_rounding_agrees_with_halves_away_from_zero(value: Decimal, decimals: int) -> None:
    rounded = value.quantize(Decimal(10) ** -decimals, rounding=ROUND_HALF_UP)
    assert Decimal(format_number_en(value, decimals).replace(",", "")) == rounded
