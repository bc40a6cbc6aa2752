"""Pictures in a document: their names beside the article, and forms that the portal takes."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO

from PIL import Image

from portal.importing.document import PictureFile
from portal.importing.remarks import Remark
from portal.source.pictures import MOST_PIXELS

_SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
_CONVERTED = ("GIF", "BMP", "TIFF")
# What programs write where a person should: a file's name, a number, a guess.
_NO_ALT = re.compile(
    r"(?:picture|image|graphic|hình|ảnh|hình ảnh|photo|img|logo)[\s_-]*\d*"
    r"|.*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp)",
    re.IGNORECASE,
)
_GUESSED = re.compile(
    r"description (?:automatically|generated)|mô tả được tạo tự động|AI-generated", re.IGNORECASE
)


@dataclass(slots=True)
class Pictures:
    """The pictures found so far; one that stands twice in a document is one file."""

    files: list[PictureFile] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def name(self, body: bytes, media: str) -> str:
        """Give the name under which a picture's bytes lie; empty, with a remark, where they are of no use."""
        digest = sha256(body).hexdigest()
        if digest not in self.names:
            self.names[digest] = self._kept(body, media)
        return self.names[digest]

    def _kept(self, body: bytes, media: str) -> str:
        number = len(self.names) + 1
        made = usable(body)
        if made is None:
            form = media.rpartition("/")[2].removeprefix("x-").upper() or "?"
            self.remarks.append(Remark("picture/unknown", {"name": f"{number}", "media": form}))
            return ""
        suffix, kept = made
        self.files.append(PictureFile(f"anh-{number}.{suffix}", kept))
        return self.files[-1].name


def usable(body: bytes) -> tuple[str, bytes] | None:
    """Give the suffix and bytes of a picture as the portal takes it, or None where it takes none."""
    try:
        with Image.open(BytesIO(body), formats=(*_SUFFIXES, *_CONVERTED)) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            if image.format in _SUFFIXES:
                return _SUFFIXES[image.format], body
            made = BytesIO()
            image.convert("RGBA" if "transparency" in image.info else "RGB").save(made, "PNG")
            return "png", made.getvalue()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def alt_of(written: str | None) -> str:
    """Give what a person wrote to describe a picture; empty where a program did."""
    alt = " ".join((written or "").split())
    return "" if _NO_ALT.fullmatch(alt) or _GUESSED.search(alt) else alt
