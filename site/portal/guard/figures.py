"""Rates that rose or fell, or reached so much, with no word of when: a reader cannot tell what they mean."""

import re
from collections.abc import Iterator

from portal.guard.finding import Finding

_RATE = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d+)?\s?%")
_CLAIM = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|đạt|chiếm|tăng|giảm|lên|còn|ước|vượt|từ|rate|share|rose|fell|reached|from|up|down|to)"
    r"\b[^.;:!?\n]{0,40}$",
    re.IGNORECASE,
)
# What a rule sets, a price or a plan is no finding of a time.
_RULE = re.compile(
    r"phí|giá\b|thuế|lãi suất|mức (?:hưởng|đóng|phạt|chi|hỗ trợ|giảm)|miễn|chiết khấu|khuyến mại|hỗ trợ"
    r"|quy định|phấn đấu|mục tiêu|chỉ tiêu|ít nhất|tối thiểu|tối đa|không quá|yêu cầu|bảo đảm|đảm bảo|phải"
    r"|cần|nếu|ví dụ|độ ẩm|cồn|nồng độ|dung dịch|nghĩa là|tức là|\b(?:fees?|tax|price|target|at least|at most"
    r"|must|should|if|example|means?)\b",
    re.IGNORECASE,
)
_PERIODS = ("năm", "tháng", "quý", "ngày", "kỳ", "giai đoạn", "nay", "year", "month", "quarter")
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}/\d{1,2}|\b(?:tuần|vụ (?:mùa|xuân|hè|đông|thu)|hiện (?:có|tại|đã|đạt|là)|niên"
    r"|hôm|mùa|đợt|sau khi|trước đây|lúc|thời điểm|mỗi"
    r"|hằng|hàng|thế kỷ|weeks?|days?|now|today|currently|since|before|after|annual|period|century)\b",
    re.IGNORECASE,
)


def find_figures(text: str, start: int) -> Iterator[Finding]:
    """Find the first of them from an offset on; the heading and the paragraph before may say when."""
    place = text.find("%", start)
    while place >= 0:
        begin, end = _around(text, place, start)
        if found := _undated(text, begin, end, start):
            yield found
            return
        place = text.find("%", end)


def _around(text: str, place: int, start: int) -> tuple[int, int]:
    """The paragraph in which a place is."""
    begin, end = text.rfind("\n\n", start, place), text.find("\n\n", place)
    return begin + 2 if begin >= 0 else start, end if end >= 0 else len(text)


def _undated(text: str, begin: int, end: int, least: int) -> Finding | None:
    # A table's head, or what introduces it, says when for all of its rows.
    before = max(_before(text, begin), least)
    if text.startswith("|", begin) or _has_word(text, before, end):
        return None
    paragraph = text[begin:end]
    for found in _RATE.finditer(paragraph):
        sentence = max(paragraph.rfind(sign, 0, found.start()) for sign in (". ", "\n", "? ", "! ")) + 1
        after = paragraph.find(". ", found.end())
        around = paragraph[sentence : after if after >= 0 else len(paragraph)]
        if _CLAIM.search(paragraph[sentence : found.start()]) and not _RULE.search(around):
            if _PERIOD.search(text, before, end):
                return None
            start, stop = begin + found.start(), begin + found.end()
            return Finding("guard/figure-without-period", start, stop, {"figure": found[0]})
    return None


def _has_word(text: str, begin: int, end: int) -> bool:
    return any(text.find(word, begin, end) >= 0 for word in _PERIODS)


def _before(text: str, begin: int) -> int:
    """Where the second block before a paragraph begins: above a heading stands what it is of."""
    second = text.rfind("\n\n", 0, max(begin - 2, 0))
    return max(text.rfind("\n\n", 0, max(second, 0)), 0)
