"""Words that say nothing where a reader needs them: of links, of pictures, and titles that shout."""

import re

_EMPTY_LINK = re.compile(
    r"(?:(?:xin )?(?:hãy |vui lòng )?(?:bấm|nhấn|kích|click|nhấp|ấn)(?: chuột)?(?: vào)?"
    r"(?: (?:đây|tại đây|link|liên kết này))?"
    r"|(?:xem )?(?:chi tiết|tại đây|ở đây|thêm|đây)(?: tại đây)?|xem|đọc tiếp|đọc thêm|tải về|tải xuống"
    r"|tải tại đây|link|liên kết|(?:click |press )?here|(?:read |see |learn )?more"
    r"|this|this link|details|see details|download)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?:(?:bức |tấm )?(?:hình ảnh|hình|ảnh)"
    r"(?: minh h(?:ọa|oạ)| chụp| đại diện| bài viết)?|tranh|đồ họa|minh h(?:ọa|oạ)"
    r"|image|picture|photo(?:graph)?|img|pic|illustration|figure|logo|banner)[\s_-]*\d*",
    re.IGNORECASE,
)
_EDGES = " \t\n.…:;!,>»«<→()[]*_-–—\"“”'"
_LEAST_CAPITALS = 12


def says_nothing(words: str) -> bool:
    """Whether the words of a link do not say where it leads (WCAG 2.4.4, 2.4.9)."""
    return _EMPTY_LINK.fullmatch(words.strip(_EDGES)) is not None


def says_picture(alt: str) -> bool:
    """Whether the words for a picture say only that it is one."""
    return _PICTURE.fullmatch(alt.strip(_EDGES)) is not None


def is_in_capitals(title: str) -> bool:
    """Whether a title is written in capitals throughout: longer than the short name of an office."""
    return title.isupper() and sum(map(str.isalpha, title)) >= _LEAST_CAPITALS and " " in title.strip()
