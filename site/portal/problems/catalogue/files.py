"""Files as they lie on the disk."""

from portal.problems.entry import Entry
from portal.problems.problem import Level

ENTRIES = {
    "file/not-utf8": Entry(
        "Tệp không phải chữ Unicode (UTF-8).",
        "mở tệp rồi lưu lại với bảng mã UTF-8.",
        "The file is not Unicode text (UTF-8).",
        "open it and save it again as UTF-8.",
    ),
    "file/utf-16": Entry(
        "Tệp được lưu bằng bảng mã UTF-16, không phải UTF-8.",
        "gõ python3 freeze.py fix để máy chuyển; hoặc mở bằng Notepad, chọn Lưu thành… (Save As) "
        "với mã hóa (Encoding) UTF-8.",
        "The file is saved as UTF-16, not as UTF-8.",
        "type python3 freeze.py fix to have it converted, or save it again with the encoding UTF-8.",
    ),
    "file/cp1258": Entry(
        "Tệp được lưu bằng bảng mã Windows-1258 (Vietnamese), không phải UTF-8.",
        "gõ python3 freeze.py fix để máy chuyển; hoặc mở bằng chương trình đã viết nó rồi lưu lại với UTF-8.",
        "The file is saved as Windows-1258 (Vietnamese), not as UTF-8.",
        "type python3 freeze.py fix to have it converted, or save it again with the encoding UTF-8.",
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
    "file/long-line": Entry(
        "Dòng này dài hơn {most} ký tự.",
        "xuống dòng sau mỗi đoạn; nếu là ảnh hay tệp bị chép thành chữ thì xóa đi và đặt tệp ấy cạnh bài.",
        "This line has more than {most} characters.",
        "begin a new line after each paragraph; of a picture pasted as text, put the file beside the text.",
    ),
    "file/old-font": Entry(
        "Có chữ của phông {name} cũ: «{word}» là «{meant}».",
        "gõ python3 freeze.py fix để máy chuyển sang Unicode, rồi đọc lại; "
        "hoặc chuyển mã bằng Unikey và dán lại.",
        "There is text of an old {name} font: “{word}” is “{meant}”.",
        "type python3 freeze.py fix to have it converted to Unicode, and read it again.",
    ),
    "file/invisible-character": Entry(
        "Có {count} ký tự không nhìn thấy được U+{code_point}.",
        "gõ python3 freeze.py fix để máy bỏ đi; nó thường lẫn vào khi dán từ Word hay trang web.",
        "There are {count} invisible characters U+{code_point}.",
        "type python3 freeze.py fix to have them removed; they come with text pasted from Word or the web.",
        Level.WARNING,
    ),
    "file/lost-character": Entry(
        "Có {count} dấu «\ufffd»: ở đó chữ đã mất khi tệp được chuyển từ bảng mã khác.",
        "viết lại các chữ ấy theo bản gốc.",
        "There are {count} signs “\ufffd”: letters were lost there when the file was converted.",
        "write those letters again from the original.",
        Level.WARNING,
    ),
    "file/alike": Entry(
        "Tên tệp này và «{other}» chỉ khác nhau ở dấu hoặc chữ hoa.",
        "đổi tên hoặc xóa một trong hai: nhiều máy coi hai tên ấy là một.",
        "The names of this file and “{other}” differ only in marks or capitals.",
        "rename or delete one of them: to many machines they are the same name.",
        Level.WARNING,
    ),
    "file/no-original": Entry(
        "Đây là bản tiếng Anh, nhưng không có bản tiếng Việt «{original}».",
        "thêm bản tiếng Việt; hai tệp cùng tên, chỉ khác đuôi .md và .en.md.",
        "This is an English version, but there is no Vietnamese one, “{original}”.",
        "add it; the two files have one name and end with .md and .en.md.",
        Level.WARNING,
    ),
}
