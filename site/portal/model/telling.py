"""How figures and their periods are told in words: the same in prose as on their own pages."""

from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from portal.model.period import Period, Span
from vietnamese.dates import format_day, format_day_en, format_month, format_month_en
from vietnamese.numbers import format_number, format_number_en

_ROMAN = ("I", "II", "III", "IV")
_HALVES = ("đầu", "cuối")
_HALVES_EN = ("First", "Second")


def period_name(period: Period, language: str) -> str:
    """Its name as a heading has it: `Quý I/2023`, `Lũy kế 8 tháng năm 2023`; `Q1 2023` in English."""
    return _in_vietnamese(period) if language == "vi" else _in_english(period)


def period_within(period: Period, language: str) -> str:
    """Its name within a sentence: `quý I/2023`."""
    name = period_name(period, language)
    return (
        name[:1].lower() + name[1:]
        if language == "vi" or period.span in (Span.HALF, Span.CUMULATIVE)
        else name
    )


def period_short(period: Period) -> str:
    """Its name on an axis, in any language: `4/2023`, `I/2023`, `2023`."""
    match period.span:
        case Span.DAY:
            return format_day(period.last)
        case Span.MONTH:
            return f"{period.last.month}/{period.year}"
        case Span.QUARTER:
            return f"{_ROMAN[period.first.month // 3]}/{period.year}"
        case Span.HALF:
            return f"H{period.last.month // 6}/{period.year}"
        case Span.SCHOOL_YEAR:
            return f"{period.first.year}–{period.year % 100:02}"
        case Span.CUMULATIVE:
            return f"{period.first.month}–{period.last.month}/{period.year}"
        case _:
            return period.text


def _in_vietnamese(period: Period) -> str:
    first, last = period.first, period.last
    match period.span:
        case Span.DAY:
            return f"Ngày {format_day(last)}"
        case Span.MONTH:
            return format_month(last.year, last.month)
        case Span.QUARTER:
            return f"Quý {_ROMAN[first.month // 3]}/{last.year}"
        case Span.HALF:
            return f"6 tháng {_HALVES[first.month // 6]} năm {last.year}"
        case Span.YEAR:
            return f"Năm {last.year}"
        case Span.SCHOOL_YEAR:
            return f"Năm học {first.year}–{last.year}"
        case Span.CUMULATIVE if first.month == 1:
            return f"Lũy kế {last.month} tháng năm {last.year}"
        case Span.CUMULATIVE:
            return f"Lũy kế từ tháng {first.month} đến tháng {last.month}/{last.year}"
        case _:
            return f"{'Trước' if period.text == 'truoc' else 'Nay'} (nguồn không nêu kỳ)"


def _in_english(period: Period) -> str:
    first, last = period.first, period.last
    match period.span:
        case Span.DAY:
            return format_day_en(last)
        case Span.MONTH:
            return format_month_en(last.year, last.month)
        case Span.QUARTER:
            return f"Q{first.month // 3 + 1} {last.year}"
        case Span.HALF:
            return f"{_HALVES_EN[first.month // 6]} half of {last.year}"
        case Span.YEAR:
            return f"{last.year}"
        case Span.SCHOOL_YEAR:
            return f"School year {first.year}–{last.year}"
        case Span.CUMULATIVE if first.month == 1:
            return f"First {last.month} months of {last.year}"
        case Span.CUMULATIVE:
            return (
                f"From {format_month_en(first.year, first.month)} to {format_month_en(last.year, last.month)}"
            )
        case _:
            return f"{'Before' if period.text == 'truoc' else 'Now'} (the source states no period)"


class Measured(Protocol):
    """What says how its values are written."""

    @property
    def unit(self) -> str:
        """In what they are counted."""
        ...

    @property
    def decimals(self) -> int:
        """How many digits stand behind the separator."""
        ...

    @property
    def language(self) -> str:
        """In which language they are told."""
        ...


def number_in_words(value: Decimal, language: str, decimals: int | None = None) -> str:
    """A figure with the separators of a language."""
    return format_number(value, decimals) if language == "vi" else format_number_en(value, decimals)


def amount(value: Decimal, of: Measured) -> str:
    """A figure with its unit: `81%`, `1.946 dịch vụ`."""
    space = "" if of.unit == "%" else " "
    return f"{number_in_words(value, of.language, of.decimals)}{space}{of.unit}"


def share_in_words(share: Fraction, language: str) -> str:
    """A share as per cent with at most one decimal: `62,5%`."""
    return f"{_rounded(share * 100, language, 1)}%"


def ratio_in_words(ratio: Fraction, language: str) -> str:
    """A ratio with at most two decimals: `0,83`."""
    return _rounded(ratio, language, 2)


def _rounded(value: Fraction, language: str, decimals: int) -> str:
    exact = Decimal(round(value * 10**decimals)).scaleb(-decimals)
    plain = exact.normalize() if exact else Decimal(0)
    return number_in_words(plain, language)
