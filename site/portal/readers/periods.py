"""Periods of figures from their ISO-like spelling."""

import re

from portal.model.indicator import Period
from vietnamese.spelling import fold

_YEAR = re.compile(r"(\d{4})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_ROMAN = ("I", "II", "III", "IV")
_JOINT = r"(?: *[/-] *| +nam +| +)"
_SPOKEN_MONTH = re.compile(rf"(?:thang +)?(0?[1-9]|1[0-2]){_JOINT}([0-9]{{4}})")
_SPOKEN_QUARTER = re.compile(rf"(?:quy +|q)(iv|i{{1,3}}|[1-4]){_JOINT}([0-9]{{4}})")
_SPOKEN_YEAR = re.compile(r"nam +([0-9]{4})")
_UNSTATED = {"truoc": ("Trước (nguồn không nêu kỳ)", 0), "nay": ("Nay (nguồn không nêu kỳ)", 9999)}


def parse_period(text: str) -> Period | None:
    """A year, quarter, month, cumulative months of one year, or `truoc` and `nay`; None for anything else."""
    if text in _UNSTATED:
        name, order = _UNSTATED[text]
        return Period(text, name, (order, 0, 0), stated=False)
    if found := _YEAR.fullmatch(text):
        return Period(text, f"Năm {found[1]}", (int(found[1]), 12, 3))
    if found := _QUARTER.fullmatch(text):
        quarter = int(found[2])
        return Period(text, f"Quý {_ROMAN[quarter - 1]}/{found[1]}", (int(found[1]), quarter * 3, 1))
    if found := _MONTH.fullmatch(text):
        return Period(text, f"Tháng {int(found[2])}/{found[1]}", (int(found[1]), int(found[2]), 0))
    return _cumulative(text)


def meant_period(text: str) -> str | None:
    """The spelling of a period that is surely meant: `4/2023`, `tháng 04 năm 2023`, `Quý I/2023`."""
    plain = fold(text).strip()
    if found := _SPOKEN_MONTH.fullmatch(plain):
        return f"{found[2]}-{int(found[1]):02}"
    if found := _SPOKEN_QUARTER.fullmatch(plain):
        quarter = found[1] if found[1].isdecimal() else _ROMAN.index(found[1].upper()) + 1
        return f"{found[2]}-Q{quarter}"
    if found := _SPOKEN_YEAR.fullmatch(plain):
        return found[1]
    return None


def _cumulative(text: str) -> Period | None:
    first, _, last = text.partition("..")
    begin, end = _MONTH.fullmatch(first), _MONTH.fullmatch(last)
    if not begin or not end or begin[1] != end[1] or begin[2] >= end[2]:
        return None
    months = (
        f"{int(end[2])} tháng đầu năm"
        if begin[2] == "01"
        else f"Tháng {int(begin[2])} đến tháng {int(end[2])}"
    )
    separator = " " if begin[2] == "01" else "/"
    return Period(text, f"{months}{separator}{end[1]}", (int(end[1]), int(end[2]), 2))
