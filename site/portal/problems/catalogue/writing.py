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
        'đặt cả dòng chữ trong dấu nháy kép, ví dụ title: "Hải Dương: họp"; '
        "gõ python3 freeze.py fix để máy sửa.",
        "After the second colon the rest of the line cannot be read.",
        'put the whole text in double quotes, for example title: "Hải Dương: a meeting"; '
        "type python3 freeze.py fix to have it mended.",
    ),
    "yaml/tab": Entry(
        "Dòng này thụt vào bằng phím Tab hoặc dấu cách của Word.",
        "thụt vào bằng hai dấu cách thường; gõ python3 freeze.py fix để máy sửa.",
        "This line is indented with a tab or with spaces of Word's.",
        "indent it with two plain spaces; type python3 freeze.py fix to have it mended.",
    ),
    "yaml/quote-open": Entry(
        "Dấu nháy mở ở đây không có dấu nháy đóng.",
        "thêm dấu nháy cùng loại vào cuối dòng; gõ python3 freeze.py fix để máy thêm.",
        "The quote opened here is not closed.",
        "add the same quote at the end of the line; type python3 freeze.py fix to have it added.",
    ),
    "yaml/quote-after": Entry(
        "Sau dấu nháy đóng còn chữ.",
        """đặt cả dòng chữ trong dấu nháy đơn, ví dụ title: '"Dân biết" và dân bàn'; """
        "gõ python3 freeze.py fix để máy sửa.",
        "There is text after the closing quote.",
        """put the whole text in single quotes, for example title: '"Dân biết" và dân bàn'; """
        "type python3 freeze.py fix to have it mended.",
    ),
    "yaml/sign": Entry(
        "Giá trị bắt đầu bằng một dấu mà máy hiểu khác đi.",
        'đặt cả dòng chữ trong dấu nháy kép, ví dụ title: "@ubnd"; gõ python3 freeze.py fix để máy sửa.',
        "The value begins with a sign that has another meaning here.",
        'put the whole text in double quotes, for example title: "@ubnd"; '
        "type python3 freeze.py fix to have it mended.",
    ),
    "yaml/no-space": Entry(
        "Sau dấu hai chấm thiếu một dấu cách.",
        "viết «tên: giá trị» với một dấu cách sau dấu hai chấm; gõ python3 freeze.py fix để máy thêm.",
        "A space is missing after the colon.",
        "write “name: value” with a space after the colon; type python3 freeze.py fix to have it added.",
    ),
    "yaml/no-colon": Entry(
        "Dòng này không có dấu hai chấm.",
        "viết «tên: giá trị»; nếu là phần tiếp của dòng trên thì thụt vào hai dấu cách.",
        "This line has no colon.",
        "write “name: value”; if it goes on from the line above, indent it by two spaces.",
    ),
    "yaml/indent": Entry(
        "Dòng này thụt vào không thẳng với các dòng quanh nó.",
        "các mục ngang cấp phải thẳng cột; mục con thụt vào hai dấu cách, dưới một dòng kết thúc "
        "bằng dấu hai chấm.",
        "This line is not indented like those around it.",
        "items of one level stand in one column; those below another two spaces to the right, "
        "under a line that ends in a colon.",
    ),
    "yaml/bracket-open": Entry(
        "Dấu ngoặc mở ở đây không có dấu ngoặc đóng.",
        "thêm dấu ngoặc đóng ] hoặc }} và ngăn các phần bằng dấu phẩy, ví dụ [dịch vụ công, chữ ký số].",
        "The bracket opened here is not closed.",
        "add the closing ] or }} and put commas between the parts, for example [one, two].",
    ),
    "yaml/syntax": Entry(
        "Máy không đọc được cách viết ở đây.",
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
