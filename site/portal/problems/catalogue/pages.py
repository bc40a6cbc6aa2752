"""What only made pages show."""

from portal.problems.entry import Entry

ENTRIES = {
    "page/audit": Entry(
        "Trang {address}: {detail}",
        "sửa bài hoặc mẫu trang làm ra trang này.",
        "The page {address}: {detail}",
        "mend the text or template that makes this page.",
    ),
}
