"""Corrections, and what is said of changes: only ever warned of, so that no correction is held up."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "correction/early": Entry(
        "Ngày ghi sửa đổi {value} trước ngày đăng {first}.",
        "sửa lại ngày; sửa trong ngày đăng thì viết cả giờ, ví dụ 2026-05-13 16:00.",
        "The change is dated {value}, before the text itself ({first}).",
        "mend the date; on the same day write the hour too, for example 2026-05-13 16:00.",
        Level.WARNING,
    ),
    "correction/same": Entry(
        "Đính chính mà điều cũ và điều mới như nhau: «{value}».",
        "ghi ở old điều đã viết sai, ở new điều đúng.",
        "A correction of which old and new say the same: “{value}”.",
        "write what was wrong in old, and what is right in new.",
        Level.WARNING,
    ),
    "correction/not-made": Entry(
        "Đã ghi đính chính, nhưng trong bài vẫn còn «{value}» mà chưa có điều đúng.",
        "sửa ngay ở chỗ đã viết sai trong bài, rồi giữ lời đính chính.",
        "The correction is noted, but the text still says “{value}” and does not say what is right.",
        "mend the text at the place where it was wrong, and keep the note.",
        Level.WARNING,
    ),
}
