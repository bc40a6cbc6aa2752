"""Files as they lie on the disk."""

from portal.problems.entry import Entry

ENTRIES = {
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
}
