"""What becomes of a Word document that is dropped: Markdown, looks, files to take away, what to mind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from PIL import Image

from portal.importing.article import Imported
from portal.importing.assembling import import_file
from portal.importing.front_matter import FrontMatter
from portal.importing.remarks import Refusal
from portal.model.text import Html
from portal.source.markdown import TextPicture, TooComplex, render
from vietnamese.addresses import is_slug, slugify

MOST = 40 * 1024 * 1024
"""Bytes of a document that is looked at."""

TOO_LARGE = f"Tệp lớn hơn {MOST // 2**20} MB. Giảm cỡ ảnh trong Word rồi lưu lại."


@dataclass(frozen=True, slots=True)
class Made:
    """An article that was made of a document.

    `text` is its whole Markdown file, `files` all that belongs to it by name, itself too; `html` shows it,
    None where that cannot be.
    """

    slug: str
    title: str
    summary: str
    text: str
    html: Html | None
    remarks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


def made_of(data: bytes, folder: str) -> Made | str:
    """Make an article of a document, or say why there is none; its pictures will lie below `folder`."""
    if len(data) > MOST:
        return TOO_LARGE
    found = import_file(data)
    if isinstance(found, Refusal):
        return found.words()
    slug = slugify(found.title)
    slug = slug if is_slug(slug) and not slug.isdigit() else "bai-moi"
    return _made(found.named(slug), slug, folder)


def _made(found: Imported, slug: str, folder: str) -> Made:
    text = f"{FrontMatter(title=found.title, summary=found.summary).text()}{found.body}"
    pictures = {one.name: one.body for one in found.pictures}
    return Made(
        slug=slug,
        title=found.title,
        summary=found.summary,
        text=text,
        html=_shown(found.body, pictures, folder),
        remarks=tuple(remark.words() for remark in found.remarks),
        pictures=tuple(pictures),
        files={f"{slug}.md": text.encode(), f"{slug}.zip": _packed(f"{slug}.md", text, pictures), **pictures},
    )


def _packed(name: str, text: str, pictures: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for file, body in {name: text.encode(), **pictures}.items():
            archive.writestr(ZipInfo(file), body)
    return packed.getvalue()


def _shown(body: str, pictures: Mapping[str, bytes], folder: str) -> Html | None:
    def picture(source: str) -> TextPicture | None:
        return TextPicture(f"{folder}{source}", *_size(pictures[source])) if source in pictures else None

    try:
        return Html(render(body, "vi", lambda target: target, picture).html)
    except TooComplex:
        return None


def _size(body: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(body)) as opened:
        return opened.size
