"""The kinds of content that can be begun, each with comments that tell its author what goes where."""

import json
from collections.abc import Iterable

from portal.drafting.question import Answers, Choice, Kind, NewFile, Question

_SUMMARY = Question(
    "summary",
    "Tóm tắt một, hai câu",
    "Các ngày tiếp công dân trong tháng và giấy tờ cần mang theo.",
    most=300,
)


def _quoted(text: str) -> str:
    """A text in the double quotes of YAML, whose escapes are those of JSON (YAML 1.2, 1.3)."""
    return json.dumps(text, ensure_ascii=False)


def _lines(answers: Answers, keys: Iterable[str], plain: Iterable[str] = ()) -> str:
    """A line for each key that was answered."""
    bare = frozenset(plain)
    return "".join(
        f"{key}: {answers[key] if key in bare else _quoted(answers[key])}\n"
        for key in keys
        if answers.get(key)
    )


def _suffix(answers: Answers) -> str:
    return ".en.md" if answers.get("language") == "en" else ".md"


def _article_path(answers: Answers) -> str:
    return f"tin-tuc/{answers['date'][:4]}/{answers['slug']}{_suffix(answers)}"


def _article(answers: Answers) -> tuple[NewFile, ...]:
    head = _lines(
        answers, ("title", "date", "summary", "category", "unit", "author"), ("date", "category", "unit")
    )
    text = f"""\
---
{head}# Đổi thành false, hoặc xóa cả dòng, khi bài đã xong và được duyệt.
draft: true
# Bỏ dấu # ở đầu dòng nào cần dùng:
# tags: [dịch vụ công, chữ ký số]
# image: {{src: "anh.jpg", alt: "Ảnh có gì, như kể cho người không nhìn thấy"}}
# source: "Nơi đã công bố thông tin này"
---
Mở đầu bằng điều quan trọng nhất: ai, làm gì, từ ngày nào.

## Đề mục thứ nhất

Viết tiếp ở đây.
"""
    return (NewFile(_article_path(answers), text),)


def _page_path(answers: Answers) -> str:
    return f"trang/{answers['slug']}{_suffix(answers)}"


def _page(answers: Answers) -> tuple[NewFile, ...]:
    head = _lines(answers, ("title", "summary"))
    return (NewFile(_page_path(answers), f"---\n{head}---\nViết nội dung của trang ở đây.\n"),)


def _unit_path(answers: Answers) -> str:
    return f"co-quan/{answers['slug']}.yaml"


def _unit(answers: Answers) -> tuple[NewFile, ...]:
    told = {**answers, "name": answers["title"]}
    head = _lines(told, ("name", "short", "description", "address", "phone", "email", "website"))
    return (NewFile(_unit_path(answers), f"{head}# Số nhỏ đứng trước trong danh sách.\norder: 100\n"),)


def _service_path(answers: Answers) -> str:
    return f"dich-vu/{answers['slug']}.yaml"


def _service(answers: Answers) -> tuple[NewFile, ...]:
    head = _lines(answers, ("title", "audience"), ("audience",))
    link = "".join(f"    {key}: {_quoted(answers[key])}\n" for key in ("text", "url", "link_text"))
    text = f"""\
{head}# Số nhỏ đứng trước trong danh sách.
order: 100
links:
  - title: {_quoted(answers["link_title"])}
{link}"""
    return (NewFile(_service_path(answers), text),)


def _indicator_path(answers: Answers) -> str:
    return f"chi-tieu/{answers['slug']}.yaml"


def _indicator(answers: Answers) -> tuple[NewFile, ...]:
    told = {**answers, "name": answers["title"], "unit": answers["measure"], "owner": answers.get("unit", "")}
    head = _lines(told, ("name", "definition", "unit", "owner", "frequency"), ("owner",))
    text = f"""\
{head}decimals: 0
# higher: càng cao càng tốt; lower: càng thấp càng tốt; none: không xét.
direction: none
source:
  name: {_quoted(answers["source"])}
"""
    # A point is a decimal point in tables: what was typed as Vietnamese is written once, unmistakably.
    figures = f"period,value,note\n{answers['period']},{answers['value'].replace(',', '.')},\n"
    path = _indicator_path(answers)
    return (NewFile(path, text), NewFile(f"{path.removesuffix('.yaml')}.csv", figures))


KINDS: tuple[Kind, ...] = (
    Kind(
        ("bai", "article"), "Tên bài",
        (
            _SUMMARY,
            Question("category", "Chuyên mục", choice=Choice.CATEGORY),
            Question("unit", "Cơ quan", needed=False, choice=Choice.UNIT),
            Question("author", "Người viết", "Nguyễn Thị Hoa", needed=False),
        ),
        _article, _article_path,
    ),
    Kind(("trang", "page"), "Tên trang", (_SUMMARY,), _page, _page_path),
    Kind(
        ("co-quan", "unit"), "Tên cơ quan",
        (
            Question("short", "Tên gọn", "Sở Nội vụ", needed=False),
            Question("description", "Cơ quan làm gì", "Tiếp nhận hồ sơ và trả kết quả.", needed=False),
            Question("address", "Địa chỉ", needed=False),
            Question("phone", "Điện thoại", needed=False),
            Question("email", "Thư điện tử", needed=False),
        ),
        _unit, _unit_path,
    ),
    Kind(
        ("dich-vu", "service"), "Tên nhóm dịch vụ",
        (
            Question("audience", "Nhóm này dành cho ai", choice=Choice.AUDIENCE),
            Question("link_title", "Tên dịch vụ đầu tiên", "Nộp hồ sơ trực tuyến"),
            Question("text", "Dịch vụ ấy giúp làm gì", "Nộp hồ sơ và theo dõi kết quả qua mạng."),
            Question("url", "Địa chỉ của dịch vụ", "https://dichvucong.gov.vn/"),
            Question("link_text", "Chữ của liên kết", "Mở Cổng Dịch vụ công quốc gia"),
        ),
        _service, _service_path,
    ),
    Kind(
        ("chi-tieu", "indicator"), "Tên chỉ tiêu",
        (
            Question("definition", "Chỉ tiêu này đo điều gì", "Tỷ lệ hồ sơ trả kết quả đúng hẹn."),
            Question("measure", "Đơn vị tính", "%"),
            Question("unit", "Cơ quan chịu trách nhiệm", needed=False, choice=Choice.UNIT),
            Question("source", "Số liệu lấy từ đâu", "Báo cáo số 12/BC-UBND ngày 10/01/2026"),
            Question("period", "Kỳ đầu tiên", "2026-01"),
            Question("value", "Giá trị của kỳ ấy", "98,5"),
        ),
        _indicator, _indicator_path,
    ),
)  # fmt: skip


def kind_of(name: str) -> Kind | None:
    """The kind of a name, Vietnamese or English."""
    return next((kind for kind in KINDS if name in kind.names), None)
