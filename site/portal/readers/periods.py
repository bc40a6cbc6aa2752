"""Periods of figures from their ISO-like spelling."""

import re

from portal.model.indicator import Period

_YEAR = re.compile(r"(\d{4})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_ROMAN = ("I", "II", "III", "IV")
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
