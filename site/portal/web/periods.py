"""What readers call a period."""

from portal.model.period import Period, Span
from vietnamese.dates import format_day, format_day_en, format_month, format_month_en

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
