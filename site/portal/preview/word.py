"""A page on which a Word document is dropped, and what becomes of it: Markdown, looks, what to mind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from io import BytesIO

from portal.importing.article import Imported
from portal.importing.assembling import import_file
from portal.importing.front_matter import FrontMatter
from portal.importing.remarks import Refusal
from portal.source.markdown import TextPicture, TooComplex, render

PICTURES = "/__preview/anh/"
"""Below it lie the pictures of what was dropped last."""

MOST = 40 * 1024 * 1024
"""Bytes of a document that is looked at."""

_HEAD = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Từ Word sang bài viết</title><link rel="stylesheet" href="/__preview/word.css">
<script src="/__preview/word.js" defer></script></head><body><main>
<h1>Từ Word sang bài viết</h1>
<p>Thả tệp .docx vào khung, hoặc chọn tệp. Không có gì được ghi vào thư mục nội dung: bạn chép kết quả,
hoặc gõ <code>python3 freeze.py import bai.docx</code> để ghi thành bài.</p>
"""
_TAIL = "</main></body></html>\n"


def drop_page(token: str, outcome: str = "") -> bytes:
    """Give the page; `outcome` is markup of what was dropped before."""
    form = f"""<form method="post" enctype="multipart/form-data" action="/__preview/tu-word">
<input type="hidden" name="token" value="{escape(token)}">
<label for="file">Tệp Word (.docx)</label>
<input type="file" id="file" name="file" accept=".docx" required>
<button>Chuyển đổi</button>
</form>
"""
    return f"{_HEAD}{form}{outcome}{_TAIL}".encode()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: markup that shows it, and the pictures that this names, by their names."""

    markup: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def outcome_of(data: bytes) -> Outcome:
    """Show what became of a document, or say why nothing did."""
    if len(data) > MOST:
        return _refused(f"Tệp lớn hơn {MOST // 2**20} MB. Giảm cỡ ảnh trong Word rồi lưu lại.")
    made = import_file(data)
    return _refused(made.words()) if isinstance(made, Refusal) else _shown(made)


def _refused(words: str) -> Outcome:
    return Outcome(f'<p class="refused" role="alert">{escape(words)}</p>\n')


def _shown(made: Imported) -> Outcome:
    text = f"{FrontMatter(title=made.title, summary=made.summary).text()}{made.body}"
    pictures = {one.name: one.body for one in made.pictures}
    remarks = [remark.words() for remark in made.remarks]
    return Outcome(
        f"""{_list("Cần để ý", remarks)}{_list("Ảnh trong tệp", pictures)}\
<h2 id="markdown-title">Markdown</h2>
<textarea id="markdown" aria-labelledby="markdown-title" readonly rows="18">{escape(text)}</textarea>
<h2>Trang sẽ hiện như thế này</h2>
<article><h1>{escape(made.title)}</h1>{_rendered(made.body, pictures)}</article>
""",
        pictures,
    )


def _list(title: str, lines: Iterable[str]) -> str:
    told = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>{title}</h2><ul>{told}</ul>\n" if told else ""


def _rendered(body: str, pictures: Mapping[str, bytes]) -> str:
    def picture(source: str) -> TextPicture | None:
        return TextPicture(f"{PICTURES}{source}", *_size(pictures[source])) if source in pictures else None

    try:
        return render(body, "vi", lambda target: target, picture).html
    except TooComplex:
        words = "Văn bản lồng quá nhiều tầng nên không xem trước được; phần Markdown ở trên vẫn đủ."
        return _refused(words).markup


def _size(body: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(BytesIO(body)) as opened:
        return opened.size
