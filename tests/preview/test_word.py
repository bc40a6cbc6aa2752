"""A Word document that is dropped comes back as Markdown, as a page and as files."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from PIL import Image
from werkzeug.test import TestResponse

from tests.preview.previews import HOST, TOKEN, Preview

WORD = "/__preview/tu-word"


def drop(preview: Preview, data: bytes, token: str = TOKEN, **headers: str) -> TestResponse:
    held = {"token": token, "file": (BytesIO(data), "bai.docx")}
    return preview.client.post(WORD, headers={"Host": HOST, **headers}, data=held)


def document() -> bytes:
    made = Document()
    made.add_heading("Lịch tiếp công dân tháng 12", 0)
    made.add_paragraph("Sở Nội vụ tiếp công dân các ngày 5 và 19.")
    picture = BytesIO()
    Image.new("RGB", (300, 200), "#1e4088").save(picture, "PNG")
    made.add_picture(picture)
    body = BytesIO()
    made.save(body)
    return body.getvalue()


def test_a_dropped_document_comes_back_as_markdown_and_as_a_page(preview: Preview) -> None:
    before = {file: file.read_bytes() for file in preview.content.rglob("*") if file.is_file()}
    answer = drop(preview, document(), Origin=f"http://{HOST}")
    assert answer.status_code == 200
    assert 'title: "Lịch tiếp công dân tháng 12"' in unescape(answer.text)
    assert "<h1>Lịch tiếp công dân tháng 12</h1>" in answer.text
    assert answer.text.count("Sở Nội vụ tiếp công dân các ngày 5 và 19.") == 2
    (picture,) = re.findall(r'<img[^>]* src="([^"]+)"', answer.text)
    shown = preview.get(picture)
    assert (shown.status_code, shown.mimetype) == (200, "image/png")
    assert {file: file.read_bytes() for file in preview.content.rglob("*") if file.is_file()} == before


def test_article_and_pictures_can_be_taken_away_together(preview: Preview) -> None:
    drop(preview, document())
    packed = preview.get(f"{WORD}/lich-tiep-cong-dan-thang-12.zip")
    with ZipFile(BytesIO(packed.data)) as archive:
        article, picture = archive.namelist()
        assert picture in archive.read(article).decode()
    assert article == "lich-tiep-cong-dan-thang-12.md"
    assert preview.get(f"{WORD}/{article}").mimetype == "text/markdown"


def test_what_is_no_document_is_refused_in_words(preview: Preview) -> None:
    answer = drop(preview, b"x")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_page_of_another_run_cannot_send_a_document(preview: Preview) -> None:
    assert drop(preview, document(), token="x").status_code == 403


def test_a_document_that_is_too_large_is_not_read(preview: Preview) -> None:
    headers, length = {"Host": HOST}, {"CONTENT_LENGTH": str(10**9)}
    answer = preview.client.post(WORD, headers=headers, environ_overrides=length, data={"token": TOKEN})
    assert answer.status_code == 413
    assert "MB" in answer.text


def test_only_what_was_made_of_the_document_can_be_fetched(preview: Preview) -> None:
    drop(preview, document())
    for name in ("../notes", "..%2f..%2fportal.yaml", "bai.md", ""):
        assert preview.get(f"{WORD}/{name}").status_code == 404


def test_the_policy_of_an_own_page_lets_nothing_from_elsewhere_in(preview: Preview) -> None:
    policy = preview.get(WORD).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_nothing_of_a_document_is_written_to_a_folder(preview: Preview, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    drop(preview, document())
    assert sorted(tmp_path.rglob("*")) == before
