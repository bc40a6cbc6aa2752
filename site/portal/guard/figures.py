"""Rates that rose or fell, or reached so much, with no word of when: a reader cannot tell what they mean."""

import re
from collections.abc import Iterator

from portal.guard.finding import Finding

_RATE = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d+)?\s?%")
_CLAIM = re.compile(
    r"(?:tỷ lệ|tỉ lệ|đạt|chiếm|tăng|giảm|lên|còn|ước|vượt|từ|rate|share|rose|fell|reached|from|up|down|to)\b[^.;:!?\n]{0,40}$",
    re.IGNORECASE,
)
# What a rule sets, a price or a plan is no finding of a time.
_RULE = re.compile(
    r"phí|giá\b|thuế|lãi suất|mức (?:hưởng|đóng|phạt|chi|hỗ trợ|giảm)|miễn|chiết khấu|khuyến mại|hỗ trợ|quy định|phấn đấu"
    r"|mục tiêu|chỉ tiêu|ít nhất|tối thiểu|tối đa|không quá|yêu cầu|bảo đảm|đảm bảo|phải|cần|nếu|ví dụ|độ ẩm|cồn"
    r"|nồng độ|dung dịch|nghĩa là|tức là|fee|tax|price|target|at least|at most|must|should|if|example|means?\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}/\d{1,2}|\b(?:tháng|quý|năm|tuần|ngày|kỳ|vụ|niên|giai đoạn|hiện|nay|đầu năm|cuối năm|hôm"
    r"|mùa|đợt|sau khi|trước đây|lúc|thời điểm|mỗi|hằng|hàng|thế kỷ|years?|months?|quarters?|weeks?|days?|now|today"
    r"|currently|since|before|after|annual|period|century)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n[ \t]*\n")


def find_figures(text: str, start: int) -> Iterator[Finding]:
    """Find the first of them in a text from an offset on; the paragraph before and the heading may say when."""
    place = text.find("%", start)
    while place >= 0:
        begin, end = _around(text, place, start)
        if found := _undated(text, begin, end):
            yield found
            return
        place = text.find("%", end)


def _around(text: str, place: int, start: int) -> tuple[int, int]:
    """The paragraph in which a place is."""
    begin = (
        max(text.rfind("\n\n", start, place) + 2, start) if text.rfind("\n\n", start, place) >= 0 else start
    )
    end = text.find("\n\n", place)
    return begin, end if end >= 0 else len(text)


def _undated(text: str, begin: int, end: int) -> Finding | None:
    paragraph = text[begin:end]
    # A table's head, or what introduces it, says when for all of its rows.
    if paragraph.lstrip()[:1] == "|" or _PERIOD.search(paragraph):
        return None
    for found in _RATE.finditer(paragraph):
        sentence = max(paragraph.rfind(sign, 0, found.start()) for sign in (". ", "\n", "? ", "! ")) + 1
        after = paragraph.find(". ", found.end())
        around = paragraph[sentence : after if after >= 0 else len(paragraph)]
        if _CLAIM.search(paragraph[sentence : found.start()]) and not _RULE.search(around):
            if _PERIOD.search(_before(text, begin)):
                return None
            return Finding(
                "guard/figure-without-period",
                begin + found.start(),
                begin + found.end(),
                {"figure": found[0]},
            )
    return None


def _before(text: str, begin: int) -> str:
    """The two blocks before a paragraph: a heading, and what stands above it."""
    second = text.rfind("\n\n", 0, max(begin - 2, 0))
    third = text.rfind("\n\n", 0, max(second, 0))
    return text[max(third, 0) : begin]
