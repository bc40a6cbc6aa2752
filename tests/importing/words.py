"""A Word document with everything that offices put in one, made by python-docx."""

import re
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from PIL import Image

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def picture(form: str = "PNG", size: tuple[int, int] = (96, 48)) -> BytesIO:
    made = BytesIO()
    Image.new("RGB", size, (20, 60, 140)).save(made, form)
    made.seek(0)
    return made


def saved(document: Document) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def empty() -> Document:
    return docx.Document()


def old(paragraph: Paragraph, text: str, font: str) -> None:
    """Add words under a font of the years before Unicode, as its users typed them."""
    paragraph.add_run(text).font.name = font


def link(paragraph: Paragraph, text: str, address: str) -> None:
    number = paragraph.part.relate_to(address, HYPERLINK, is_external=True)
    raw(paragraph, f'<w:hyperlink r:id="{number}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>')


def element(markup: str) -> BaseOxmlElement:
    """Give an element of WordprocessingML."""
    return parse_xml(re.sub(r"(?=/?>)", f" {nsdecls('w', 'r')}", markup, count=1))


def raw(paragraph: Paragraph, markup: str) -> None:
    """Add WordprocessingML to a paragraph."""
    paragraph._p.append(element(markup))


def whole() -> bytes:
    document = empty()
    document.styles.add_style("Van ban cu", WD_STYLE_TYPE.PARAGRAPH).font.name = ".VnTime"
    document.styles["Van ban cu"].element.rPr.rFonts.set(qn("w:hAnsi"), ".VnTime")
    document.add_paragraph("Kế hoạch cải cách hành chính năm 2026", "Title")
    document.add_paragraph().add_run("Tỉnh đặt mục tiêu 100% hồ sơ nộp trực tuyến.").bold = True
    document.add_heading("Mục tiêu", 1)
    _first_part(document)
    document.add_heading("Nhiệm vụ", 2)
    _lists(document)
    _tables(document)
    _pictures(document)
    return saved(document)


def _first_part(document: Document) -> None:
    paragraph = document.add_paragraph("Năm 2025 có ")
    paragraph.add_run("576").bold = True
    paragraph.add_run("  dịch vụ,\u00a0\u00a0tăng 12\u00a0%; diện tích 5 m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(". Xem ")
    link(paragraph, "trang dịch vụ", "https://dichvucong.gov.vn/a(b)")
    paragraph.add_run(".")
    document.add_paragraph()
    document.add_paragraph("Céng hßa x\u00b7 héi chñ nghÜa ViÖt Nam, t\u00adëng niÖm", "Van ban cu")
    paragraph = document.add_paragraph()
    old(paragraph, "ñy ban nh©n d©n", ".VnTimeH")
    old(paragraph, " tØnh", ".VnTime")
    paragraph = document.add_paragraph("Theo ")
    old(paragraph, "Thuû töôù", "VNI-Times")
    old(paragraph, "ng Chi", "VNI-Times")
    old(paragraph, "ùnh phuû", "VNI-Times")
    paragraph = document.add_paragraph("Chữ Unicode dưới tên phông cũ: ")
    old(paragraph, "Việt Nam và bà con", ".VnTime")


def _lists(document: Document) -> None:
    document.add_paragraph("Rà soát thủ tục", "List Bullet")
    document.add_paragraph("Cấp tỉnh", "List Bullet 2")
    document.add_paragraph("Cấp xã", "List Bullet 2")
    document.add_paragraph("Cắt giảm thời gian", "List Bullet")
    document.add_paragraph("Thứ tự:")
    document.add_paragraph("Nhận hồ sơ", "List Number")
    document.add_paragraph("Trả kết quả", "List Number")
    document.add_paragraph("Gõ tay:")
    document.add_paragraph("- Một")
    document.add_paragraph("+ Một phẩy một")
    document.add_paragraph("\u2013\u00a0Hai")
    document.add_paragraph("1. Không phải danh sách vì đứng một mình")


def _tables(document: Document) -> None:
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Chỉ tiêu", "Số|lượng", "Hồ sơ", "81%"], strict=True):
        cell.text = text
    document.add_paragraph("Bảng gộp ô:")
    table = document.add_table(3, 2)
    for cell, text in zip(table._cells, ["Đơn vị", "", "Sở Nội vụ", "12", "", "15"], strict=True):
        cell.text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))


def _pictures(document: Document) -> None:
    document.add_picture(picture())
    properties = document.element.body.findall(f".//{qn('wp:docPr')}")[0]
    properties.set("descr", "Người dân nộp hồ sơ tại bộ phận một cửa")
    document.add_paragraph("Ảnh: Công tín", "Caption")
    document.add_paragraph("Hết.")
    paragraph = document.add_paragraph()
    paragraph.add_run("Nguyễn Văn A").bold = True


EXPECTED = """\
## Mục tiêu

Năm 2025 có **576** dịch vụ, tăng 12 %; diện tích 5 m<sup>2</sup>. \
Xem [trang dịch vụ](https://dichvucong.gov.vn/a%28b%29).

Cộng hòa xã hội chủ nghĩa Việt Nam, tưởng niệm

ỦY BAN NHÂN DÂN tỉnh

Theo Thủ tướng Chính phủ

Chữ Unicode dưới tên phông cũ: Việt Nam và bà con

### Nhiệm vụ

- Rà soát thủ tục
    - Cấp tỉnh
    - Cấp xã
- Cắt giảm thời gian

Thứ tự:

1. Nhận hồ sơ
2. Trả kết quả

Gõ tay:

- Một
    - Một phẩy một
- Hai

1\\. Không phải danh sách vì đứng một mình

| Chỉ tiêu | Số\\|lượng |
|---|---|
| Hồ sơ | 81% |

Bảng gộp ô:

<table>
<thead>
<tr>
<th colspan="2" scope="colgroup">Đơn vị</th>
</tr>
</thead>
<tbody>
<tr>
<td rowspan="2">Sở Nội vụ</td>
<td>12</td>
</tr>
<tr>
<td>15</td>
</tr>
</tbody>
</table>

![Người dân nộp hồ sơ tại bộ phận một cửa](anh-1.png "Ảnh: Công tín")

Hết.

**Nguyễn Văn A**
"""
