"""Figures that a text takes from the data."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "figure/form": Entry(
        "Chỗ lấy số liệu này viết dở.",
        "viết [[chi-tieu:TÊN]] hoặc [[chi-tieu:TÊN@KỲ]], ví dụ [[chi-tieu:ho-so@2026-04]], trên một dòng.",
        "This place for a figure is not written whole.",
        "write [[chi-tieu:NAME]] or [[chi-tieu:NAME@PERIOD]], as [[chi-tieu:ho-so@2026-04]], on one line.",
    ),
    "figure/form-unknown": Entry(
        "«{form}» không phải là một cách viết số liệu.",
        "dùng một trong: {known}; hoặc bỏ phần sau dấu |.",
        "“{form}” is no way to write a figure.",
        "use one of: {known}; or leave out what stands behind |.",
    ),
    "figure/unknown": Entry(
        "Không có chỉ tiêu «{id}»{hint}.",
        "viết tên tệp trong chi-tieu/, không có đuôi .yaml.",
        "There is no indicator “{id}”{hint}.",
        "write the name of a file in chi-tieu/, without .yaml.",
    ),
    "figure/language": Entry(
        "Chỉ tiêu «{id}» chưa có tiếng của bài này.",
        "thêm name_en, definition_en và unit_en vào tệp của chỉ tiêu.",
        "The indicator “{id}” is not told in the language of this text.",
        "add name_en, definition_en and unit_en to its file.",
    ),
    "figure/no-period": Entry(
        "Chỉ tiêu «{id}» không có kỳ «{value}».",
        "dùng một kỳ có trong tệp số liệu; các kỳ mới nhất: {known}.",
        "The indicator “{id}” has no period “{value}”.",
        "use one of its data file; the newest are {known}.",
    ),
    "figure/no-value": Entry(
        "Chỉ tiêu «{id}» không có số ở kỳ này ({status}).",
        "chọn kỳ khác, hoặc viết rõ trong bài là chưa có số liệu.",
        "The indicator “{id}” has no figure for this period ({status}).",
        "choose another, or say in the text that there is none.",
    ),
    "figure/two-periods": Entry(
        "Cách viết «{form}» cần hai kỳ.",
        "viết @KỲ..KỲ, ví dụ [[chi-tieu:ho-so@2025..2026|{form}]].",
        "The form “{form}” needs two periods.",
        "write @PERIOD..PERIOD, as [[chi-tieu:ho-so@2025..2026|{form}]].",
    ),
    "figure/revised": Entry(
        "Số liệu {name} trong bài đã sửa: trước là {old}, nay là {new}. Trang tự báo cho người đọc.",
        "đọc lại lời văn quanh con số; xong thì ghi vào phần đầu bài: acknowledged: {{{name}: {seen}}}",
        "The figure {name} in this text was revised from {old} to {new}. The page tells its readers so.",
        "read again what the text says of it; then write above it: acknowledged: {{{name}: {seen}}}",
        Level.WARNING,
    ),
    "figure/not-in-text": Entry(
        "Chỗ lấy số liệu chỉ dùng được trong phần chữ của bài, không dùng ở phần đầu.",
        "viết hẳn con số và kỳ của nó ở đây.",
        "A figure can be taken in the text alone, not in the fields above it.",
        "write the figure and its period here.",
    ),
}
