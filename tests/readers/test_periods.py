"""Periods as data files write them, and other spellings that surely mean one."""

import pytest
from hypothesis import given

from portal.model.period import Period
from portal.model.telling import period_name
from portal.readers.periods import meant_period, parse_period
from tests.model.test_period import PERIODS


@given(PERIODS)
def test_what_is_written_is_read_again(period: Period) -> None:
    assert parse_period(period.text) == period


@given(PERIODS)
def test_what_readers_see_is_understood_where_editors_type_it(period: Period) -> None:
    meant = meant_period(period_name(period, "vi"))
    assert meant == period.text or (period.text[5:7] != "01" and ".." in period.text)


@pytest.mark.parametrize(
    "text",
    [
        "", "23", "2023-Q5", "2023-H3", "2023-00", "2023-13", "2023-04..2023-01", "2023-4",
        "2022-01..2023-04", "2023-02-30", "2022-2024", "2023-01..2023-01", " 2023", "２０２３", "truoc ",
    ],
)  # fmt: skip
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Năm 2023", "2023"),
        ("4/2023", "2023-04"),
        ("tháng 04 năm 2023", "2023-04"),
        ("T4/2023", "2023-04"),
        ("2023/4", "2023-04"),
        ("Quý I/2023", "2023-Q1"),
        ("quý 4 năm 2023", "2023-Q4"),
        ("2023 Q2", "2023-Q2"),
        ("6 tháng đầu năm 2023", "2023-H1"),
        ("6 tháng cuối năm 2023", "2023-H2"),
        ("8 tháng đầu năm 2023", "2023-01..2023-08"),
        ("lũy kế 8 tháng năm 2023", "2023-01..2023-08"),
        ("luỹ kế 6 tháng 2023", "2023-01..2023-06"),
        ("Năm học 2022 – 2023", "2022-2023"),
        ("30/4/2023", "2023-04-30"),
    ],
)
def test_other_spellings_are_understood(text: str, meant: str) -> None:
    assert meant_period(text) == meant


@pytest.mark.parametrize("text", ["", "tháng", "13/2023", "quý V/2023", "năm học 2022-2024", "31/4/2023"])
def test_what_could_be_anything_means_none(text: str) -> None:
    assert meant_period(text) is None
