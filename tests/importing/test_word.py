"""Word documents of two programs become Markdown whose rendered text is exactly what they say."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.importing.article import Imported
from portal.importing.assembling import import_file
from portal.importing.remarks import REFUSALS, REMARKS, Refusal
from portal.importing.word import package, read_word
from portal.source.markdown import render
from tests.importing.words import EXPECTED, element, empty, link, picture, raw, saved, whole

DOCUMENTS = Path(__file__).with_name("documents")
LIBREOFFICE = (DOCUMENTS / "libreoffice.docx").read_bytes()
WHOLE = whole()


def imported(data: bytes) -> Imported:
    made = import_file(data)
    assert isinstance(made, Imported)
    return made


def kinds(made: Imported) -> list[str]:
    return [remark.kind for remark in made.remarks]


def test_a_document_of_python_docx_becomes_markdown() -> None:
    made = imported(WHOLE)
    assert made.title == "Kế hoạch cải cách hành chính năm 2026"
    assert made.summary == "Tỉnh đặt mục tiêu 100% hồ sơ nộp trực tuyến."
    assert made.body == EXPECTED


def test_a_document_of_libreoffice_shows_exactly_its_words() -> None:
    made = imported(LIBREOFFICE)
    assert made.title == "Kết quả chuyển đổi số năm 2025"
    shown = render(made.body, "vi", lambda target: target, lambda name: None)
    assert " ".join(shown.plain.split()) == (
        "Hạ tầng Toàn tỉnh có 576 dịch vụ 1 trên Cổng Dịch vụ công , diện tích 12 m 2 . "
        "Cộng hòa xã hội chủ nghĩa Việt Nam, ĐỘC LẬP - Tưởng niệm Thủ tướng Chính phủ chỉ đạo. "
        "Việc đã làm Cáp quang Đến xã Đến thôn Trung tâm dữ liệu Các bước: "
        "Khảo sát Đầu tư a) Mua sắm b) Lắp đặt Nghiệm thu "
        "Số liệu Chỉ tiêu Giá trị Hồ sơ trực tuyến 81% Theo quý: "
        "Đơn vị Năm 2025 Quý I Quý II Sở Nội vụ 12 15 Ảnh: Công tín Hết. "
        "Tính đến ngày 31/12/2025 . ↩"
    )


def test_a_document_of_libreoffice_keeps_its_outline_lists_tables_and_notes() -> None:
    body = imported(LIBREOFFICE).body
    assert re.findall(r"^#+ .*", body, re.MULTILINE) == ["## Hạ tầng", "### Việc đã làm", "## Số liệu"]
    assert "- Cáp quang\n    - Đến xã\n    - Đến thôn\n- Trung tâm dữ liệu\n" in body
    assert "1. Khảo sát\n\n2. Đầu tư\n\n    a) Mua sắm\n\n    b) Lắp đặt\n\n3. Nghiệm thu\n" in body
    assert "| Chỉ tiêu | Giá trị |\n|---|---:|\n| Hồ sơ trực tuyến | 81% |\n" in body
    assert '<th rowspan="2" scope="col">Đơn vị</th>\n<th colspan="2" scope="colgroup">Năm 2025</th>' in body
    assert "576** dịch vụ[^1] trên [Cổng Dịch vụ công](https://dichvucong.gov.vn/)" in body
    assert body.endswith("[^1]: Tính đến ngày *31/12/2025*.\n")
    assert '![Tổ công nghệ số đến từng nhà](anh-1.png "Ảnh: Công tín")' in body


def test_old_fonts_are_told() -> None:
    facts = [r.facts["encoding"] for r in imported(LIBREOFFICE).remarks if r.kind == "text/legacy"]
    assert facts == ["TCVN3 (.VnTime)", "TCVN3 (.VnTimeH)", "VNI"]


def test_the_same_document_gives_the_same_article() -> None:
    assert imported(WHOLE) == imported(WHOLE)


def test_a_font_of_the_defaults_and_of_the_theme_is_the_fonts_of_its_runs() -> None:
    document = empty()
    document.add_paragraph("Céng hßa x· héi.")
    fonts = document.styles.element.find(".//{*}docDefaults//{*}rFonts")
    fonts.attrib.clear()
    fonts.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}ascii", ".VnTime")
    for style in document.styles.element.iter("{*}style"):
        for one in style.iter("{*}rFonts"):
            one.getparent().remove(one)
    assert imported(saved(document)).body == "Cộng hòa xã hội.\n"


def test_numbers_that_markdown_cannot_count_stay_as_words() -> None:
    document = empty()
    numbering = document.part.numbering_part.element
    abstract = (
        '<w:abstractNum w:abstractNumId="77">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
        "</w:abstractNum>"
    )
    number = '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    numbering.insert(0, element(abstract))
    numbering.append(element(number))
    for text, level in (("Đầu.", 0), ("Một.", 1), ("Hai.", 1), ("Sau.", 0), ("Ba.", 1)):
        markup = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        document.add_paragraph(text)._p.get_or_add_pPr().append(element(markup))
    assert imported(saved(document)).body.split("\n\n") == [
        "I. Đầu.",
        "I.1. Một.",
        "I.2. Hai.",
        "II. Sau.",
        "II.1. Ba.\n",
    ]


def test_hidden_text_comments_and_deletions_are_left_out_and_told() -> None:
    document = empty()
    paragraph = document.add_paragraph("Thấy. ")
    paragraph.add_run("Ẩn.").font.hidden = True
    raw(paragraph, '<w:del w:id="1" w:author="A"><w:r><w:delText>Xóa.</w:delText></w:r></w:del>')
    raw(paragraph, '<w:ins w:id="2" w:author="A"><w:r><w:t>Thêm.</w:t></w:r></w:ins>')
    raw(paragraph, '<w:fldSimple w:instr="PAGE"><w:r><w:t> Trường.</w:t></w:r></w:fldSimple>')
    made = imported(saved(document))
    assert made.body == "Thấy. Thêm. Trường.\n"
    assert kinds(made) == ["text/changes", "part/hidden"]


def test_links_that_a_portal_refuses_leave_their_words() -> None:
    document = empty()
    paragraph = document.add_paragraph("Xem ")
    link(paragraph, "tệp", "file:///C:/mat.docx")
    link(paragraph, " và trang", "www.vi.du/x")
    paragraph.add_run(".")
    made = imported(saved(document))
    assert made.body == "Xem tệp [và trang](https://www.vi.du/x).\n"
    assert kinds(made) == ["link/dropped"]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_pictures_come_in_a_form_that_the_portal_takes(form: str) -> None:
    document = empty()
    document.add_paragraph("Có ảnh.")
    document.add_picture(picture(form))
    document.add_picture(picture(form))
    made = imported(saved(document))
    assert [one.name for one in made.pictures] == ["anh-1.jpg" if form == "JPEG" else "anh-1.png"]
    assert made.undescribed == (made.pictures[0].name,)
    assert made.named("bai").pictures[0].name.startswith("bai-1.")
    assert "![Cờ](" in made.described({made.pictures[0].name: "Cờ"}).body


def test_a_title_is_the_first_heading_else_the_first_line_else_none() -> None:
    document = empty()
    document.add_heading("Tiêu đề", 1)
    document.add_paragraph("Câu.")
    assert (imported(saved(document)).title, imported(saved(document)).body) == ("Tiêu đề", "Câu.\n")
    document = empty()
    document.add_paragraph("Dòng đầu")
    document.add_paragraph("Câu.")
    assert imported(saved(document)).title == "Dòng đầu"
    document = empty()
    document.add_paragraph("Một câu trọn vẹn.")
    assert imported(saved(document)).title == ""


def test_bold_lines_are_headings_and_signatures_are_not() -> None:
    document = empty()
    document.add_paragraph("Tên bài")
    for text in ("I. Kết quả", "1. Hạ tầng", "II. Nhiệm vụ"):
        document.add_paragraph().add_run(text).bold = True
        document.add_paragraph(f"Về {text.lower()} thì như sau.")
    for text in ("CHỦ TỊCH", "Nguyễn Văn A"):
        document.add_paragraph().add_run(text).bold = True
    made = imported(saved(document))
    assert re.findall(r"^#+ .*", made.body, re.MULTILINE) == [
        "## I. Kết quả",
        "### 1. Hạ tầng",
        "## II. Nhiệm vụ",
    ]
    assert made.body.endswith("**CHỦ TỊCH**\n\n**Nguyễn Văn A**\n")
    assert kinds(made).count("heading/offered") == 3


def test_text_that_no_font_tells_is_suspected() -> None:
    document = empty()
    document.add_paragraph("Céng hßa x· héi chñ nghÜa ViÖt Nam muôn năm.")
    assert "text/suspect" in kinds(imported(saved(document)))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7\n", "pdf"),
        (rb"{\rtf1\ansi", "rtf"),
        (b"", "unknown"),
        (b"chu thuong", "unknown"),
        (WHOLE[:-200], "damaged"),
        (saved(empty()), "empty"),
    ],
    ids=["doc", "password", "pdf", "rtf", "nothing", "text", "cut", "empty"],
)
def test_what_cannot_be_imported_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    found = import_file(data)
    assert isinstance(found, Refusal)
    assert found.reason == reason
    assert found.words().endswith(".") and found.words("en").endswith(".")


def archive(**parts: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name, body in parts.items():
            zipped.writestr(
                {"types": "[Content_Types].xml", "document": "word/document.xml"}.get(name, name), body
            )
    return made.getvalue()


def test_an_opendocument_file_is_told_by_its_type() -> None:
    assert read_word(archive(mimetype=b"application/vnd.oasis.opendocument.text")) == Refusal("odt")


def test_an_archive_that_would_unpack_without_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_XML", 1_000_000)
    bomb = archive(types=b"<Types/>", document=b"<a>" + b" " * 2_000_000 + b"</a>")
    assert len(bomb) < 10_000
    found = read_word(bomb)
    assert isinstance(found, Refusal) and found.reason == "too-large"


def test_entities_are_never_expanded() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    found = read_word(archive(types=b"<Types/>", document=laughs))
    assert found == Refusal("damaged", "DOCTYPE")


def test_every_remark_and_refusal_is_worded_in_both_languages() -> None:
    for wordings in (*REMARKS.values(), *REFUSALS.values()):
        assert len(wordings) == 2 and all(words.endswith(".") for words in wordings)
        assert set(re.findall(r"\{\w+\}", wordings[0])) == set(re.findall(r"\{\w+\}", wordings[1]))


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


PARTS = parts_of(LIBREOFFICE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([WHOLE, LIBREOFFICE]), st.data())
def test_no_cut_or_altered_file_is_a_fault(data: bytes, choices: st.DataObject) -> None:
    altered = bytearray(data[: choices.draw(st.integers(0, len(data)))])
    for _ in range(choices.draw(st.integers(0, 8))):
        if altered:
            altered[choices.draw(st.integers(0, len(altered) - 1))] = choices.draw(st.integers(0, 255))
    assert isinstance(import_file(bytes(altered)), Imported | Refusal)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([name for name in PARTS if name.endswith((".xml", ".rels"))]), st.data())
def test_no_altered_part_is_a_fault(name: str, choices: st.DataObject) -> None:
    made = BytesIO()
    with ZipFile(made, "w") as zipped:
        for other, body in PARTS.items():
            if other != name:
                zipped.writestr(other, body)
            elif choices.draw(st.booleans()):
                zipped.writestr(other, altered(body, choices))
    assert isinstance(import_file(made.getvalue()), Imported | Refusal)


def altered(body: bytes, choices: st.DataObject) -> bytes:
    """XML that is still XML, with an element gone or a value that makes no sense."""
    text = body.decode()
    places = [found.span() for found in _places(text)]
    start, end = choices.draw(st.sampled_from(places or [(0, 0)]))
    return (
        text[:start] + choices.draw(st.sampled_from(['""', '"-1"', '"99999999999"', '"x"'])) + text[end:]
    ).encode()


def _places(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(r'(?<==)"[^"]*"', text.partition("?>")[2] and text)


def test_boxes_of_text_fields_formulas_and_line_ends_keep_their_words() -> None:
    document = empty()
    paragraph = document.add_paragraph("Ngoài khung.")
    raw(
        paragraph,
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Trong khung.</w:t></w:r></w:p>'
        "</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>",
    )
    paragraph = document.add_paragraph("Dòng một")
    raw(paragraph, "<w:r><w:cr/><w:t>dòng hai</w:t><w:tab/><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r>")
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    raw(paragraph, f'<m:oMath xmlns:m="{math}"><m:r><m:t>a=b</m:t></m:r></m:oMath>')
    made = imported(saved(document))
    assert made.body == "Ngoài khung.\n\nTrong khung.\n\nDòng một  \ndòng hai x-ya=b\n"
    assert kinds(made) == ["part/formula"]


def test_a_table_of_contents_is_left_out_and_told() -> None:
    document = empty()
    document.add_heading("Tên bài", 1)
    for _ in range(2):
        document.styles.add_style("toc 1", 1) if "toc 1" not in document.styles else None
        document.add_paragraph("Mục lục....1", "toc 1")
    document.add_paragraph("Câu.")
    made = imported(saved(document))
    assert (made.body, kinds(made)) == ("Câu.\n", ["part/contents"])
    assert made.remarks[0].facts == {"count": "2"}


def with_endnote(text: str) -> bytes:
    document = empty()
    raw(document.add_paragraph(text), '<w:r><w:endnoteReference w:id="5"/></w:r>')
    parts = parts_of(saved(document))
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraph = "<w:p><w:r><w:t>Cuối.</w:t></w:r></w:p>"
    note = f'<w:endnotes xmlns:w="{main}"><w:endnote w:id="5">{paragraph}</w:endnote></w:endnotes>'
    made = BytesIO()
    with ZipFile(made, "w") as zipped:
        for name, body in {**parts, "word/endnotes.xml": note.encode()}.items():
            zipped.writestr(name, body)
    return made.getvalue()


def test_notes_at_the_end_are_notes_too() -> None:
    assert imported(with_endnote("Một câu.")).body == "Một câu.[^1]\n\n[^1]: Cuối.\n"


def test_a_note_to_the_title_is_not_lost_in_silence() -> None:
    made = imported(with_endnote("Tên bài"))
    assert (made.title, kinds(made)) == ("Tên bài", ["note/of-title"])


def test_a_picture_in_the_title_stays() -> None:
    document = empty()
    document.add_paragraph("Tên bài").add_run().add_picture(picture())
    document.add_paragraph("Câu.")
    made = imported(saved(document))
    assert (made.title, made.body) == ("Tên bài", "![](anh-1.png)\n\nCâu.\n")
