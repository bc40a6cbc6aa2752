"""Pictures of a page: by address, or with their bytes in it."""

import re
from base64 import b64decode
from binascii import Error as NotBase64

from lxml.html import HtmlElement

from portal.importing.document import Picture, PictureFile

_DATA = re.compile(r"data:image/(png|jpeg|jpg|webp|gif|svg\+xml);base64,(.*)", re.IGNORECASE | re.DOTALL)
_SUFFIX = {"jpeg": "jpg", "svg+xml": "svg"}


def picture_of(element: HtmlElement, number: int, caption: str) -> tuple[Picture, PictureFile | None] | None:
    """Give a picture, and its file where its bytes stand in the page; None where nobody would see it.

    `number` counts the files before it.
    """
    source = (element.get("src") or element.get("data-src") or "").strip()
    if not source or {element.get("width"), element.get("height")} & {"0", "1"}:
        return None
    alt, caption = (
        " ".join(text.split()) for text in (element.get("alt", ""), caption or element.get("title", ""))
    )
    found = _DATA.fullmatch(source)
    if not found:
        return None if source.startswith("data:") else (Picture(source, alt, caption), None)
    kind = found[1].lower()
    try:
        body = b64decode(found[2])
    except NotBase64:
        return None
    file = PictureFile(f"anh-{number + 1}.{_SUFFIX.get(kind, kind)}", body)
    return Picture(file.name, alt, caption), file
