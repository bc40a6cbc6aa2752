"""Periods of figures from their ISO-like spelling, and what other spellings surely mean."""

import re
from collections.abc import Callable
from datetime import date

from portal.model.period import (
    BEFORE,
    NOW,
    Period,
    cumulative,
    day,
    half,
    month,
    quarter,
    school_year,
    year,
)
from vietnamese.spelling import fold

_UNSTATED = {period.text: period for period in (BEFORE, NOW)}
_YEAR = r"([12][0-9]{3})"
_MONTH = rf"{_YEAR}-(0[1-9]|1[0-2])"
_ROMAN = ("i", "ii", "iii", "iv")


def _number(text: str) -> int:
    """An Arabic or Roman number of a quarter or half."""
    return _ROMAN.index(text) + 1 if text in _ROMAN else int(text)


def _school(first: str, last: str) -> Period | None:
    return school_year(int(first)) if int(last) == int(first) + 1 else None


def _run(begin: str, first: str, end: str, last: str) -> Period | None:
    return cumulative(int(begin), int(first), int(last)) if begin == end and first < last else None


def _first_months(last: str, of: str) -> Period | None:
    return cumulative(int(of), 1, int(last)) if int(last) > 1 else None


_SPELLINGS: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...] = (
    (re.compile(_YEAR), lambda of: year(int(of))),
    (re.compile(rf"{_YEAR}-Q([1-4])"), lambda of, one: quarter(int(of), int(one))),
    (re.compile(rf"{_YEAR}-H([12])"), lambda of, one: half(int(of), int(one))),
    (re.compile(_MONTH), lambda of, one: month(int(of), int(one))),
    (re.compile(rf"{_MONTH}-([0-3][0-9])"), lambda *parts: day(date(*map(int, parts)))),
    (re.compile(rf"{_YEAR}-{_YEAR}"), _school),
    (re.compile(rf"{_MONTH}\.\.{_MONTH}"), _run),
)
_OF = rf"(?: *[/-] *| +nam +| +){_YEAR}"
_ANY_MONTH = "(0?[1-9]|1[0-2])"
_SPOKEN: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...] = (
    (re.compile(rf"nam +{_YEAR}"), lambda of: year(int(of))),
    (re.compile(rf"(?:thang +|t)?{_ANY_MONTH}{_OF}"), lambda one, of: month(int(of), int(one))),
    (re.compile(rf"{_YEAR}[/.]{_ANY_MONTH}"), lambda of, one: month(int(of), int(one))),
    (re.compile(rf"(?:quy +|q)(iv|i{{1,3}}|[1-4]){_OF}"), lambda one, of: quarter(int(of), _number(one))),
    (re.compile(rf"{_YEAR}[ /-]?q([1-4])"), lambda of, one: quarter(int(of), int(one))),
    (re.compile(rf"6 thang dau(?: nam)?{_OF}"), lambda of: half(int(of), 1)),
    (re.compile(rf"6 thang cuoi(?: nam)?{_OF}"), lambda of: half(int(of), 2)),
    (re.compile(rf"(?:nam hoc +|nh *){_YEAR} *[-/–] *{_YEAR}"), _school),
    (re.compile(rf"{_YEAR} */ *{_YEAR}"), _school),
    (re.compile(rf"luy ke +{_ANY_MONTH} *thang(?: dau(?: nam)?)?{_OF}"), _first_months),
    (re.compile(rf"{_ANY_MONTH} *thang(?: dau(?: nam)?)?{_OF}"), _first_months),
    (re.compile(rf"(?:ngay +)?([0-3]?[0-9])[/-]{_ANY_MONTH}[/-]{_YEAR}"), lambda d, m, y: _on(y, m, d)),
)


def _on(of: str, one: str, on: str) -> Period | None:
    return day(date(int(of), int(one), int(on)))


def parse_period(text: str) -> Period | None:
    """A period in its one spelling, or `truoc` and `nay`; None for anything else."""
    return _UNSTATED.get(text) or _read(_SPELLINGS, text)


def meant_period(text: str) -> str | None:
    """The spelling of a period that is surely meant: `4/2023`, `Quý I/2023`, `lũy kế 8 tháng năm 2023`."""
    found = _read(_SPOKEN, fold(text).strip())
    return found.text if found else None


def _read(
    spellings: tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...], text: str
) -> Period | None:
    for pattern, make in spellings:
        if found := pattern.fullmatch(text):
            try:
                return make(*found.groups())
            except ValueError:
                # A day that is in no calendar.
                return None
    return None
