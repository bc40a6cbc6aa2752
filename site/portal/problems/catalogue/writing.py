"""How front matter and YAML are written."""

from portal.problems.entry import Entry

ENTRIES = {
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
}
