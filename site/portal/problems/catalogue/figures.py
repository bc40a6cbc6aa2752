"""Tables of figures and their periods."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "period/unknown": Entry(
        "«{value}» không phải là một kỳ số liệu.",
        "viết 2023 (năm), 2023-Q1 (quý), 2023-H1 (nửa năm), 2023-04 (tháng), 2023-04-30 (ngày), "
        "2022-2023 (năm học) hoặc 2023-01..2023-04 (lũy kế).",
        "“{value}” is not a period.",
        "write 2023 (year), 2023-Q1 (quarter), 2023-H1 (half), 2023-04 (month), 2023-04-30 (day), "
        "2022-2023 (school year) or 2023-01..2023-04 (cumulative).",
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
    "period/mixed": Entry(
        "Kỳ «{value}» và kỳ «{first}» khác loại: một kỳ lũy kế, một kỳ đứng riêng.",
        "tách thành hai chỉ tiêu, hoặc chuyển cả cột về một loại kỳ.",
        "The periods “{value}” and “{first}” are of two kinds: one is cumulative, one stands alone.",
        "make two indicators of them, or give all figures for one kind of period.",
    ),
    "period/gap": Entry(
        "Trước kỳ «{value}» thiếu {count} kỳ, đầu tiên là {first}.",
        "thêm dòng cho từng kỳ; chưa có số thì để trống cột value và viết missing ở cột status.",
        "Before the period “{value}” {count} are missing, the first is {first}.",
        "add a row for each; where there is no figure, leave value empty and write missing in status.",
        Level.WARNING,
    ),
    "number/out-of-range": Entry(
        "«{value}» nằm ngoài khoảng từ {least} đến {most}.",
        "sửa số; nếu số đúng, viết khoảng cho phép ở mục range của tệp mô tả, ví dụ range: {{most: 200}}.",
        "“{value}” is not between {least} and {most}.",
        "mend the figure; if it is right, say so in range of the description, as range: {{most: 200}}.",
    ),
    "number/leap": Entry(
        "«{value}» đổi đột ngột so với {before} ở kỳ trước.",
        "xem lại số; nếu số đúng, viết lý do vào cột note của dòng này.",
        "“{value}” leaps away from {before} in the period before.",
        "look again; if it is right, say why in the column note of this row.",
        Level.WARNING,
    ),
    "number/revised": Entry(
        "Số của dòng này đã công bố là {before}, nay là {value}, chưa thấy lý do.",
        "viết lý do sửa vào cột note của dòng này: người đọc sẽ thấy số cũ, số mới và lý do. "
        "Nếu lỡ tay thì viết lại {before}.",
        "This row was published as {before} and is now {value}; no reason is given.",
        "write why into the column note of this row: readers will see both figures and the reason. "
        "If it was a slip, write {before} again.",
        Level.WARNING,
    ),
    "status/unknown": Entry(
        "«{value}» không phải là trạng thái của số liệu{hint}.",
        "dùng một trong: {known}; số liệu chính thức thì để trống.",
        "“{value}” is not a status of a figure{hint}.",
        "use one of: {known}; leave it empty for a final figure.",
    ),
    "status/with-value": Entry(
        "Trạng thái là {status} mà vẫn có số «{value}».",
        "bỏ số, hoặc bỏ trạng thái.",
        "The status is {status}, but a figure “{value}” stands there.",
        "take out the figure, or the status.",
    ),
    "indicator/no-direction": Entry(
        "Chỉ tiêu có mục tiêu (targets) mà không nói thế nào là tốt hơn.",
        "thêm direction: higher nếu càng cao càng tốt, direction: lower nếu càng thấp càng tốt.",
        "The indicator has targets but does not say what is better.",
        "add direction: higher or direction: lower.",
    ),
    "table/header": Entry(
        "Dòng đầu của tệp số liệu là «{value}».",
        "bắt đầu bằng period,value; sau đó có thể có status, note, source và các cột ở mục dimensions.",
        "The first line of the data file is “{value}”.",
        "begin with period,value; status, note, source and the columns of dimensions may follow.",
    ),
    "table/row-gone": Entry(
        "Dòng «{value}» đã công bố là {before}, nay không còn.",
        "giữ dòng ấy, để trống value, viết missing hoặc suppressed ở cột status và lý do ở cột note.",
        "The row “{value}” was published as {before} and is gone.",
        "keep it; leave value empty, write missing or suppressed in status, and why in note.",
        Level.WARNING,
    ),
    "table/column": Entry(
        "Cột «{name}» không có ở mục dimensions của tệp mô tả{hint}.",
        "sửa tên cột, hoặc thêm vào dimensions của tệp .yaml cùng tên.",
        "The column “{name}” is not among the dimensions of the description{hint}.",
        "mend its name, or add it to dimensions in the .yaml file of the same name.",
    ),
    "table/no-column": Entry(
        "Tệp số liệu không có cột «{name}» như mục dimensions đã nêu.",
        "thêm cột ấy; dòng tổng thì để trống ô của cột.",
        "The data file lacks the column “{name}” that dimensions names.",
        "add it; leave its cell empty in rows of the total.",
    ),
    "table/unordered": Entry(
        "Kỳ «{value}» đứng sau kỳ «{before}».",
        "xếp các dòng từ cũ đến mới; gõ python3 freeze.py fix để máy xếp.",
        "The period “{value}” stands after “{before}”.",
        "put the oldest first; type python3 freeze.py fix to have it done.",
        Level.WARNING,
    ),
    "table/sum": Entry(
        "Tổng là «{value}» nhưng {count} phần cộng lại được {sum}.",
        "sửa tổng hoặc các phần; nếu các phần không cộng thành tổng, bỏ adds ở dimensions.",
        "The total is “{value}”, but its {count} parts make {sum}.",
        "mend the total or the parts; if parts do not add up to it, take adds out of dimensions.",
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
