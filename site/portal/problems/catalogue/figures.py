"""Tables of figures and their periods."""

from portal.problems.entry import Entry

ENTRIES = {
    "period/unknown": Entry(
        "«{value}» không phải là một kỳ số liệu.",
        "viết 2023 (năm), 2023-Q1 (quý), 2023-04 (tháng) hoặc 2023-01..2023-04 (lũy kế).",
        "“{value}” is not a period.",
        "write 2023 (year), 2023-Q1 (quarter), 2023-04 (month) or 2023-01..2023-04 (cumulative).",
    ),
    "period/spelling": Entry(
        "«{value}» không viết theo cách của tệp số liệu.",
        "viết {meant}; gõ python3 freeze.py fix để máy viết lại.",
        "“{value}” is not how a data file writes a period.",
        "write {meant}; type python3 freeze.py fix to have it written so.",
    ),
    "period/duplicate": Entry(
        "Kỳ «{value}» có hai dòng; dòng trước là dòng {first}.",
        "giữ một dòng.",
        "The period “{value}” has two rows; the first is line {first}.",
        "keep one row.",
    ),
    "table/header": Entry(
        "Dòng đầu của tệp số liệu là «{value}».",
        "viết dòng đầu là period,value hoặc period,value,note.",
        "The first line of the data file is “{value}”.",
        "write period,value or period,value,note as the first line.",
    ),
    "table/separator": Entry(
        "Các cột được ngăn bằng {name}, không phải dấu phẩy.",
        "gõ python3 freeze.py fix để máy viết lại; hoặc khi lưu từ Excel, chọn CSV UTF-8 ngăn bằng dấu phẩy.",
        "The columns are divided by {name_en}, not by commas.",
        "type python3 freeze.py fix to have it written so, or save it again as CSV with commas.",
    ),
    "table/unreadable": Entry(
        "Dòng này có dấu nháy kép không khớp.",
        "mỗi dấu nháy mở phải có một dấu đóng trên cùng dòng, ngay trước dấu phẩy hoặc cuối dòng.",
        "The double quotes of this line do not match.",
        "each that opens must be closed on its line, just before a comma or the end.",
    ),
    "table/columns": Entry(
        "Dòng này có {count} cột; dòng đầu có {wanted} cột.",
        "thêm hoặc bớt dấu phẩy cho đủ cột; chữ có dấu phẩy thì đặt trong dấu nháy kép.",
        "This row has {count} columns; the header has {wanted}.",
        "add or remove commas; put text that has commas in double quotes.",
    ),
    "table/missing": Entry(
        "Chỉ tiêu này không có tệp số liệu «{name}».",
        "thêm tệp «{name}» cạnh tệp này, dòng đầu là period,value.",
        "This indicator has no data file “{name}”.",
        "add the file “{name}” beside this one, beginning with period,value.",
    ),
    "table/empty": Entry(
        "Tệp số liệu chưa có dòng số liệu nào.",
        "thêm ít nhất một dòng, ví dụ 2023-04,576.",
        "The data file has no row yet.",
        "add at least one row, for example 2023-04,576.",
    ),
}
