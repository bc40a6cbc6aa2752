"""When contents are public."""

from portal.problems.entry import Entry

ENTRIES = {
    "life/never-shown": Entry(
        "Hết hạn lúc {expires}, trước khi được hiện (từ {begins}).",
        "sửa expires cho sau lúc được hiện, hoặc bỏ dòng này.",
        "It expires at {expires}, before it is ever shown (from {begins}).",
        "let expires be later than that, or take it out.",
    ),
    "life/withdrawn-early": Entry(
        "Rút lúc {value}, trước ngày đăng {first}.",
        "sửa lại một trong hai ngày; rút cùng ngày đăng thì viết cả giờ, ví dụ 2026-05-13 16:00.",
        "It is withdrawn at {value}, before its own date {first}.",
        "mend one of the two dates; on the same day write the hour too, for example 2026-05-13 16:00.",
    ),
}
