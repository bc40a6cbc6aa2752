"""The wording of every problem, in Vietnamese and English: what stands there, and what to write instead."""

from dataclasses import dataclass

from portal.problems.problem import Level


@dataclass(frozen=True, slots=True)
class Entry:
    """Wording of one code; texts have `str.format` fields for the facts."""

    what: str
    mend: str
    what_en: str
    mend_en: str
    level: Level = Level.ERROR


CATALOGUE: dict[str, Entry] = {
    "file/not-utf8": Entry(
        "Tệp không phải chữ Unicode (UTF-8).",
        "mở tệp rồi lưu lại với bảng mã UTF-8.",
        "The file is not Unicode text (UTF-8).",
        "open it and save it again as UTF-8.",
    ),
    "file/too-large": Entry(
        "Tệp lớn {size} KB; nhiều nhất là {most} KB.",
        "tách thành nhiều bài, hoặc đưa bảng số liệu ra tệp riêng.",
        "The file has {size} KB; the most is {most} KB.",
        "split it into several, or move tables of data into files of their own.",
    ),
    "file/control-character": Entry(
        "Có ký tự điều khiển U+{code_point} không nhìn thấy được.",
        "xóa ký tự ấy; nó thường lẫn vào khi dán từ Word.",
        "There is an invisible control character U+{code_point}.",
        "delete it; it often comes with text pasted from Word.",
    ),
    "file/name": Entry(
        "Tên tệp «{name}» không dùng làm địa chỉ được.",
        "đổi tên thành «{slug}»: chỉ chữ thường không dấu, chữ số và dấu gạch nối.",
        "The file name “{name}” cannot be an address.",
        "rename it to “{slug}”: only lower-case letters without marks, digits and hyphens.",
    ),
    "front-matter/missing": Entry(
        "Tệp không bắt đầu bằng phần đầu bài.",
        "viết ở dòng đầu ba dấu gạch «---», rồi các dòng «title: …», «date: …», rồi lại «---».",
        "The file does not begin with front matter.",
        "begin with a line of three hyphens “---”, then “title: …”, “date: …”, then “---” again.",
    ),
    "front-matter/not-closed": Entry(
        "Phần đầu bài mở ở dòng này nhưng không có dòng «---» đóng lại.",
        "thêm một dòng «---» sau dòng cuối của phần đầu bài.",
        "The front matter opened here has no closing “---” line.",
        "add a line “---” after its last line.",
    ),
    "yaml/colon-in-text": Entry(
        "Sau dấu hai chấm thứ hai, máy không hiểu phần còn lại của dòng.",
        'đặt cả dòng chữ trong dấu nháy kép, ví dụ title: "Hải Dương: họp".',
        "After the second colon the rest of the line cannot be read.",
        'put the whole text in double quotes, for example title: "Hải Dương: a meeting".',
    ),
    "yaml/syntax": Entry(
        "Máy không đọc được cách viết ở đây ({detail}).",
        "viết mỗi dòng theo mẫu «tên: giá trị»; chữ có dấu đặc biệt thì đặt trong dấu nháy kép; "
        "thụt đầu dòng bằng dấu cách.",
        "This cannot be read ({detail}).",
        "write each line as “name: value”; put text with special marks in double quotes; indent with spaces.",
    ),
    "yaml/duplicate-key": Entry(
        "«{key}» được viết hai lần; lần trước ở dòng {first}.",
        "giữ một dòng, xóa dòng kia.",
        "“{key}” is written twice; first on line {first}.",
        "keep one line and delete the other.",
    ),
    "yaml/not-allowed": Entry(
        "Cách viết «{what}» của YAML không được dùng ở đây.",
        "viết thẳng giá trị ra.",
        "YAML's “{what}” may not be used here.",
        "write the value out.",
    ),
    "yaml/too-deep": Entry(
        "Dữ liệu lồng nhau quá {most} tầng.",
        "viết lại cho phẳng hơn.",
        "Data is nested more than {most} levels deep.",
        "write it flatter.",
    ),
    "yaml/not-a-mapping": Entry(
        "Chỗ này phải là các dòng «tên: giá trị».",
        'viết mỗi mục trên một dòng, ví dụ «title: "…"».',
        "Lines of “name: value” should stand here.",
        'write one item a line, for example title: "…".',
    ),
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
    "number/not-a-number": Entry(
        "«{value}» không phải là một con số.",
        "viết bằng chữ số, ví dụ 1946 hoặc 12.5.",
        "“{value}” is not a number.",
        "write it in digits, for example 1946 or 12.5.",
    ),
    "period/unknown": Entry(
        "«{value}» không phải là một kỳ số liệu.",
        "viết 2023 (năm), 2023-Q1 (quý), 2023-04 (tháng) hoặc 2023-01..2023-04 (lũy kế).",
        "“{value}” is not a period.",
        "write 2023 (year), 2023-Q1 (quarter), 2023-04 (month) or 2023-01..2023-04 (cumulative).",
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
    "address/duplicate": Entry(
        "Địa chỉ {address} đã thuộc về {other}.",
        "đổi tên một trong hai tệp, hoặc xóa dòng trùng trong aliases.",
        "The address {address} already belongs to {other}.",
        "rename one of the two files, or delete the repeated alias.",
    ),
    "address/reserved": Entry(
        "«{name}» là tên dành riêng, không đặt cho tệp được.",
        "chọn một tên khác.",
        "“{name}” is a reserved name.",
        "choose another name.",
    ),
    "address/alias-taken": Entry(
        "«{address}» là địa chỉ cổng tự dùng, không làm địa chỉ cũ của một tệp được.",
        "bỏ dòng này khỏi aliases; địa chỉ cũ của bài có dạng /tin-tuc/2023/ten-cu/.",
        "The portal makes its own page at “{address}”: no file can have stood there.",
        "take it out of aliases; an article once stood at an address like /tin-tuc/2023/old-name/.",
    ),
    "address/form": Entry(
        "«{value}» không phải là một địa chỉ trong cổng.",
        "viết địa chỉ bắt đầu và kết thúc bằng dấu gạch chéo, ví dụ /tin-tuc/2023/ten-cu/.",
        "“{value}” is not an address of the portal.",
        "write an address that begins and ends with a slash, for example /tin-tuc/2023/old-name/.",
    ),
    "link/dead": Entry(
        "Liên kết tới «{target}», nhưng cổng không có trang ấy.",
        "sửa lại đường dẫn{hint}.",
        "This links to “{target}”, but the portal has no such page.",
        "mend the target{hint}.",
    ),
    "link/no-anchor": Entry(
        "Trang «{target}» có, nhưng không có mục «#{anchor}».",
        "dùng một trong các mục của trang ấy: {known}.",
        "The page “{target}” exists, but it has no part “#{anchor}”.",
        "use one of its parts: {known}.",
    ),
    "link/not-allowed": Entry(
        "Liên kết «{target}» không an toàn.",
        "dùng địa chỉ https://…, mailto:…, tel:… hoặc đường dẫn trong cổng.",
        "The link “{target}” is not safe.",
        "use https://…, mailto:…, tel:… or an address of the portal.",
    ),
    "picture/missing": Entry(
        "Không có tệp ảnh «{name}».",
        "đặt tệp ảnh cạnh bài viết, hoặc sửa tên{hint}.",
        "There is no picture “{name}”.",
        "put the picture beside the text, or mend its name{hint}.",
    ),
    "picture/no-alt": Entry(
        "Ảnh «{name}» không có lời mô tả cho người không nhìn thấy.",
        "viết ảnh có gì: ![mô tả ảnh](tên-tệp), hoặc mục alt trong image.",
        "The picture “{name}” has no text for those who cannot see it.",
        "say what is to be seen: ![description](file), or alt under image.",
    ),
    "picture/alt-is-file-name": Entry(
        "Lời mô tả ảnh «{alt}» chỉ là tên tệp.",
        "viết ảnh có gì, như kể cho người không nhìn thấy.",
        "The text of the picture, “{alt}”, is only a file name.",
        "say what is to be seen, as to someone who cannot see it.",
    ),
    "picture/unreadable": Entry(
        "Tệp «{name}» không phải là ảnh JPEG, PNG, WebP hay SVG đọc được ({detail}).",
        "lưu lại ảnh dưới dạng JPEG hoặc PNG.",
        "“{name}” is not a readable JPEG, PNG, WebP or SVG picture ({detail}).",
        "save the picture again as JPEG or PNG.",
    ),
    "picture/outside": Entry(
        "Ảnh «{name}» nằm ngoài thư mục của cổng.",
        "đặt tệp ảnh cạnh bài viết và viết tên tệp.",
        "The picture “{name}” lies outside the portal's folder.",
        "put the file beside the text and write its name.",
    ),
    "heading/first-level": Entry(
        "Tiêu đề «{text}» ở cấp một, nhưng cấp một là tên bài.",
        "viết ## thay cho #.",
        "The heading “{text}” is of the first level, which is the title's.",
        "write ## instead of #.",
    ),
    "text/too-complex": Entry(
        "Bài có quá nhiều dấu «{sign}» ({count}) nên không dựng được trong thời gian hợp lý.",
        "bớt các dấu ấy, hoặc tách bài.",
        "The text has too many “{sign}” ({count}) to be rendered in reasonable time.",
        "remove some of them, or split the text.",
    ),
    "reference/unit": Entry(
        "Không có cơ quan «{value}».",
        "dùng mã của một tệp trong co-quan/{hint}.",
        "There is no unit “{value}”.",
        "use the name of a file in co-quan/{hint}.",
    ),
    "reference/category": Entry(
        "Không có chuyên mục «{value}».",
        "chọn một trong: {known}.",
        "There is no category “{value}”.",
        "choose one of: {known}.",
    ),
    "portal/missing": Entry(
        "Thư mục «{name}» không có tệp portal.yaml.",
        "chỉ đúng thư mục nội dung bằng --portal, hoặc tạo tệp portal.yaml trong đó.",
        "The folder “{name}” has no portal.yaml.",
        "name the folder of content with --portal, or make a portal.yaml in it.",
    ),
    "colour/form": Entry(
        "«{value}» không phải là một màu.",
        "viết màu theo dạng #rrggbb, ví dụ #1e4088.",
        "“{value}” is not a colour.",
        "write colours as #rrggbb, for example #1e4088.",
    ),
    "colour/contrast": Entry(
        "Màu {name} ({scheme}) chỉ tương phản {ratio}:1 với nền; cần ít nhất {least}:1.",
        "chọn màu đậm hơn trên nền sáng, sáng hơn trên nền tối.",
        "The colour {name} ({scheme}) has a contrast of {ratio}:1 with the ground; {least}:1 is needed.",
        "choose a darker colour on a light ground, a lighter one on a dark ground.",
    ),
    "address/not-a-web-address": Entry(
        "«{value}» không phải là địa chỉ trang web.",
        "viết đầy đủ, ví dụ https://dichvucong.gov.vn/.",
        "“{value}” is not a web address.",
        "write it in full, for example https://dichvucong.gov.vn/.",
    ),
    "page/audit": Entry(
        "Trang {address}: {detail}",
        "sửa bài hoặc mẫu trang làm ra trang này.",
        "The page {address}: {detail}",
        "mend the text or template that makes this page.",
    ),
}
