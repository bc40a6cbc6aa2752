"""What an editor should know of an import: what was changed, what was left out, why nothing could be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_Wording = tuple[str, str]

REMARKS: Mapping[str, _Wording] = {
    "text/legacy": (
        "Đã chuyển {count} đoạn chữ từ bảng mã cũ {encoding} sang Unicode. Đọc lại các đoạn ấy một lượt.",
        "{count} pieces of text were turned from {encoding} into Unicode. Read them once more.",
    ),
    "text/suspect": (
        "Đoạn «{text}» giống chữ theo bảng mã cũ {encoding}; nếu đúng thì phải là «{meant}».",
        "“{text}” looks like the old encoding {encoding}; if so, it should be “{meant}”.",
    ),
    "heading/offered": (
        "Dòng in đậm «{text}» được lấy làm tiêu đề mục. Nếu không phải, bỏ dấu # ở đầu dòng.",
        "The bold line “{text}” was taken for a heading. If it is none, remove its # signs.",
    ),
    "summary/taken": (
        "Đoạn in đậm ngay dưới tên bài được lấy làm tóm tắt.",
        "The bold paragraph below the title was taken for the summary.",
    ),
    "link/dropped": (
        "Liên kết «{target}» không dùng được trên cổng nên chỉ giữ lại chữ «{text}».",
        "The link “{target}” cannot be used on the portal; only its words “{text}” were kept.",
    ),
    "note/of-title": (
        "Chú thích ở tên bài không lấy được; đưa nội dung ấy vào đoạn đầu nếu cần.",
        "A note to the title could not be taken; put its words into the first paragraph if they are needed.",
    ),
    "picture/no-alt": (
        "Ảnh «{name}» chưa có lời mô tả.",
        "The picture “{name}” has no description yet.",
    ),
    "picture/unknown": (
        "Ảnh «{name}» có dạng {media} mà cổng không dùng được. Lưu ảnh thành JPEG hoặc PNG rồi đặt cạnh bài.",
        "The picture “{name}” has the form {media}, which the portal cannot use. Save it as JPEG or PNG.",
    ),
    "picture/missing": (
        "Không lấy được ảnh «{name}». Đặt tệp ảnh cạnh bài và thêm lại vào chỗ cần.",
        "The picture “{name}” could not be fetched. Put its file beside the text and add it again.",
    ),
    "part/hidden": (
        "Đã bỏ {count} đoạn chữ ẩn.",
        "{count} pieces of hidden text were left out.",
    ),
    "part/contents": (
        "Đã bỏ mục lục tự động ({count} dòng); cổng tự làm mục lục từ các tiêu đề.",
        "The table of contents ({count} lines) was left out; the portal makes its own from the headings.",
    ),
    "part/comments": (
        "Đã bỏ {count} ghi chú bên lề.",
        "{count} comments were left out.",
    ),
    "part/drawing": (
        "Không lấy được {count} biểu đồ hoặc hình vẽ của Word. Chụp lại thành ảnh và thêm vào bài nếu cần.",
        "{count} charts or drawings of Word could not be taken. Add them as pictures if they are needed.",
    ),
    "part/formula": (
        "{count} công thức chỉ còn là dòng chữ. Đọc lại, hoặc thay bằng ảnh có lời mô tả.",
        "{count} formulas are lines of text now. Read them again, or put pictures with descriptions instead.",
    ),
    "text/changes": (
        "Tệp còn {count} chỗ sửa chưa duyệt: chữ thêm vào đã lấy, chữ gạch bỏ đã bỏ.",
        "The file has {count} tracked changes: what was inserted was taken, what was deleted was not.",
    ),
    "text/differs": (
        "Chữ hiện ra ở «{text}» khác với chữ trong tệp gốc. So lại với tệp gốc.",
        "The words shown at “{text}” differ from those of the file. Compare it with the file.",
    ),
}
"""What can be said of an import, in Vietnamese and in English."""

REFUSALS: Mapping[str, _Wording] = {
    "doc": (
        "Đây là tệp Word đời cũ (.doc). Mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), "
        "chọn kiểu «Word Document (.docx)», rồi nhập tệp .docx ấy.",
        "This is a file of old Word (.doc). Open it in Word or LibreOffice, choose Save As, "
        "“Word Document (.docx)”, and import that file.",
    ),
    "odt": (
        "Đây là tệp OpenDocument (.odt). Mở tệp bằng LibreOffice, chọn Lưu thành (Save As), "
        "chọn kiểu «Word 2007–365 (.docx)», rồi nhập tệp .docx ấy.",
        "This is an OpenDocument file (.odt). Open it in LibreOffice, choose Save As, "
        "“Word 2007–365 (.docx)”, and import that file.",
    ),
    "rtf": (
        "Đây là tệp RTF. Mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), "
        "chọn kiểu .docx, rồi nhập tệp .docx ấy.",
        "This is an RTF file. Open it in Word or LibreOffice, choose Save As, .docx, and import that file.",
    ),
    "pdf": (
        "Đây là tệp PDF, không còn giữ đoạn, bảng và danh sách. Xin tệp Word gốc (.docx) rồi nhập tệp ấy.",
        "This is a PDF file, which keeps no paragraphs, tables or lists. Ask for the Word file (.docx) "
        "that it was made from, and import that.",
    ),
    "encrypted": (
        "Tệp có mật khẩu. Mở tệp bằng Word, chọn Tệp (File) > Thông tin (Info) > Bảo vệ tài liệu "
        "(Protect Document), bỏ mật khẩu, lưu lại, rồi nhập lại.",
        "The file has a password. Open it in Word, choose File > Info > Protect Document, "
        "remove the password, save it, and import it again.",
    ),
    "damaged": (
        "Tệp bị hỏng hoặc không phải là tệp Word ({detail}). Mở tệp bằng Word, lưu lại thành .docx, "
        "rồi nhập lại.",
        "The file is damaged or no Word file ({detail}). Open it in Word, save it as .docx, "
        "and import it again.",
    ),
    "too-large": (
        "Tệp quá lớn ({detail}). Bỏ bớt hoặc thu nhỏ ảnh trong tệp, hoặc tách bài, rồi nhập lại.",
        "The file is too large ({detail}). Take out or shrink pictures, or split the text, "
        "and import it again.",
    ),
    "unknown": (
        "Không biết đây là tệp gì. Chỉ nhập được tệp Word (.docx) và trang HTML (.html).",
        "This form of file is not known. Word files (.docx) and HTML pages (.html) can be imported.",
    ),
    "empty": (
        "Trong tệp không có chữ nào để đăng.",
        "The file has no words to publish.",
    ),
}
"""Why nothing could be read, and what to do, in Vietnamese and in English."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know; `kind` is a key of REMARKS."""

    kind: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def words(self, language: str = "vi") -> str:
        """Say it."""
        return REMARKS[self.kind][language != "vi"].format(**self.facts)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be imported; `reason` is a key of REFUSALS."""

    reason: str
    detail: str = ""

    def words(self, language: str = "vi") -> str:
        """Say it, and what to do."""
        return REFUSALS[self.reason][language != "vi"].format(detail=self.detail)
