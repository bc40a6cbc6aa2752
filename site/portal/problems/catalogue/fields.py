"""Values of fields."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "field/missing": Entry(
        "Thiếu «{field}».",
        "thêm một dòng «{field}: …».",
        "“{field}” is missing.",
        "add a line “{field}: …”.",
    ),
    "field/unknown": Entry(
        "Không có mục nào tên là «{field}».",
        "xóa dòng này, hoặc dùng một trong các tên: {known}.",
        "There is no item named “{field}”.",
        "delete the line, or use one of: {known}.",
    ),
    "field/misspelt": Entry(
        "Không có mục nào tên là «{field}».",
        "có phải «{nearest}»? Viết «{nearest}: …».",
        "There is no item named “{field}”.",
        "is it “{nearest}”? Write “{nearest}: …”.",
    ),
    "field/alias": Entry(
        "«{field}» được hiểu là «{meant}».",
        "gõ python3 freeze.py fix để máy viết lại, hoặc tự viết «{meant}: …».",
        "“{field}” is understood as “{meant}”.",
        "type python3 freeze.py fix to have it written so, or write “{meant}: …”.",
        Level.WARNING,
    ),
    "field/twice": Entry(
        "«{field}» và «{meant}» ở dòng {first} là một mục.",
        "giữ «{meant}» với giá trị đúng, xóa dòng kia.",
        "“{field}” and “{meant}” on line {first} are the same item.",
        "keep “{meant}” with the right value and delete the other line.",
    ),
    "field/shape": Entry(
        "«{field}» phải là {wanted}.",
        "xem mẫu: {example}.",
        "“{field}” must be {wanted_en}.",
        "for example: {example}.",
    ),
    "field/choice": Entry(
        "«{value}» không phải là một lựa chọn.",
        "chọn một trong: {known}.",
        "“{value}” is not one of the choices.",
        "choose one of: {known}.",
    ),
    "field/too-long": Entry(
        "Dài {length} ký tự; nhiều nhất là {most}.",
        "viết ngắn lại.",
        "This has {length} characters; the most is {most}.",
        "write it shorter.",
    ),
    "date/not-a-date": Entry(
        "«{value}» không phải là một ngày giờ.",
        "viết NĂM-THÁNG-NGÀY, ví dụ 2023-05-13, hoặc NGÀY/THÁNG/NĂM, ví dụ 13/05/2023; "
        "thêm giờ nếu cần: 2023-05-13 14:44.",
        "“{value}” is not a date.",
        "write YEAR-MONTH-DAY, for example 2023-05-13, or 13/05/2023; with an hour: 2023-05-13 14:44.",
    ),
    "date/not-in-calendar": Entry(
        "«{value}» không phải là một ngày có trong lịch.",
        "viết NĂM-THÁNG-NGÀY, ví dụ 2023-05-13, hoặc NGÀY/THÁNG/NĂM, ví dụ 13/05/2023.",
        "“{value}” is not a day in the calendar.",
        "write YEAR-MONTH-DAY, for example 2023-05-13, or DAY/MONTH/YEAR, for example 13/05/2023.",
    ),
    "date/not-an-hour": Entry(
        "«{value}» có giờ hoặc múi giờ không đúng.",
        "viết giờ từ 00:00 đến 23:59, ví dụ 2023-05-13 14:44.",
        "“{value}” has an hour or offset that does not exist.",
        "write an hour from 00:00 to 23:59, for example 2023-05-13 14:44.",
    ),
    "date/not-in-folder": Entry(
        "Bài đề năm {year} nhưng nằm trong thư mục «{folder}».",
        "chuyển tệp vào thư mục «{year}», hoặc sửa ngày.",
        "The article is dated {year} but lies in the folder “{folder}”.",
        "move the file into the folder “{year}”, or mend the date.",
    ),
    "date/before": Entry(
        "Ngày cập nhật {value} sớm hơn ngày đăng {first}.",
        "sửa lại một trong hai ngày.",
        "It was updated on {value}, before its own date {first}.",
        "mend one of the two dates.",
    ),
    "number/ambiguous": Entry(
        "«{value}» có thể đọc là {first} hoặc {second}.",
        "viết số không có dấu phân cách hàng nghìn, ví dụ 1946; phần thập phân sau dấu chấm, ví dụ 12.5.",
        "“{value}” can be read as {first} or as {second}.",
        "write no thousands separators, for example 1946; decimals after a point, for example 12.5.",
    ),
    "number/missing": Entry(
        "Dòng này không có số liệu.",
        "viết con số; bằng không thì viết 0; chưa có số thì viết missing ở cột status.",
        "This row has no figure.",
        "write the figure, and 0 if it is zero; where there is none, write missing in the column status.",
    ),
    "number/percent": Entry(
        "«{value}» có dấu phần trăm.",
        "bỏ dấu %; ghi «%» ở mục unit của chỉ tiêu.",
        "“{value}” has a percent sign.",
        "leave it out, and write “%” as the indicator's unit.",
    ),
    "number/not-a-number": Entry(
        "«{value}» không phải là một con số.",
        "viết bằng chữ số, ví dụ 1946 hoặc 12.5.",
        "“{value}” is not a number.",
        "write it in digits, for example 1946 or 12.5.",
    ),
}
