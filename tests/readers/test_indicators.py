"""Indicators: figures are exact, periods typed, and a doubtful figure is never guessed at."""

from decimal import Decimal
from pathlib import Path

import pytest

from portal.readers.periods import parse_period
from tests.readers.folders import codes, read

YAML = 'name: "Dịch vụ"\ndefinition: "Số dịch vụ."\nunit: "dịch vụ"\nsource: {name: "Báo cáo"}\n'


def indicator(csv: str) -> dict[str, str]:
    return {"chi-tieu/dich-vu.yaml": YAML, "chi-tieu/dich-vu.csv": csv}


def test_observations_stand_in_the_order_of_time_and_are_exact(tmp_path: Path) -> None:
    reading = read(tmp_path, indicator("period,value,note\n2023-Q1,81.50,\n2022,56,cả năm\n"))
    assert reading.portal is not None
    (made,) = reading.portal.indicators
    assert [(seen.period.text, seen.value, seen.note) for seen in made.observations] == [
        ("2022", Decimal("56"), "cả năm"),
        ("2023-Q1", Decimal("81.50"), ""),
    ]


@pytest.mark.parametrize(
    ("csv", "expected"),
    [
        ("period,value\n2023-04,1.946\n", ("number/ambiguous", 2, 9)),
        ("period,value\n2023-04,nhiều\n", ("number/not-a-number", 2, 9)),
        ("period,value\n2023-13,1\n", ("period/unknown", 2, 1)),
        ("period,value\n2023,1\n2023,2\n", ("period/duplicate", 3, 1)),
        ("period,value\n2023,1,2\n", ("table/columns", 2, 1)),
        ("tháng,số\n2023,1\n", ("table/header", 1, 1)),
        ("period,value\n", ("table/empty", 1, 1)),
    ],
)
def test_each_fault_of_a_table_has_its_row_and_column(
    tmp_path: Path, csv: str, expected: tuple[str, int, int]
) -> None:
    assert codes(read(tmp_path, indicator(csv))) == [expected]


def test_an_indicator_without_data_is_named(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {"chi-tieu/dich-vu.yaml": YAML})) == [("table/missing", 1, 1)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2022", "Năm 2022"),
        ("2023-Q1", "Quý I/2023"),
        ("2023-04", "Tháng 4/2023"),
        ("2023-01..2023-04", "4 tháng đầu năm 2023"),
        ("2023-05..2023-12", "Tháng 5 đến tháng 12/2023"),
        ("truoc", "Trước (nguồn không nêu kỳ)"),
    ],
)
def test_periods_are_named_in_vietnamese(text: str, name: str) -> None:
    period = parse_period(text)
    assert period is not None and period.name == name


@pytest.mark.parametrize(
    "text", ["", "23", "2023-Q5", "2023-00", "2023-04..2023-01", "2022-01..2023-04", "2023-4"]
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_period(text) is None
