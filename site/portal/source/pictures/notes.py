"""What cameras, programs and people wrote into a picture: EXIF, XMP, IPTC, comments, PNG texts.

None of it is published. It is read for guards, since a source may lie where others see it.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile


class Note(NamedTuple):
    """One text in a picture, the standard that it is of and the name that it has there."""

    standard: str
    name: str
    text: str

    @property
    def is_written(self) -> bool:
        """Whether a person wrote it: numbers that cameras and programs give look like those of people."""
        if self.standard in ("EXIF", "XMP"):
            return self.name.startswith(_WRITTEN[self.standard])
        return True


_MOST = 200  # notes of one picture
_LONGEST = 2000  # characters of one note
_EXIF, _GPS = 0x8769, 0x8825
_COMMENT = 0x9286
_XP = range(0x9C9B, 0x9CA0)  # Windows: title, comment, author, keywords, subject, in UTF-16
_WRITTEN = {
    "EXIF": (
        "Artist", "CameraOwnerName", "Copyright", "ImageDescription", "UserComment", "XPAuthor", "XPComment",
        "XPKeywords", "XPSubject", "XPTitle",
    ),
    "XMP": ("Iptc4xmp", "dc:", "photoshop:", "rdf:li", "xmpRights:"),
}  # fmt: skip
_CHARSETS = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso2022_jp"}
_XMP_ELEMENT = re.compile(r"<([\w:.-]+)[^<>]*(?<!/)>([^<>]+)<")
_XMP_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)')")
# IPTC IIM 4.2, record 2: what people write.
_IPTC = {
    5: "ObjectName", 25: "Keywords", 40: "SpecialInstructions", 80: "By-line", 85: "By-lineTitle",
    90: "City", 92: "Sublocation", 105: "Headline", 110: "Credit", 115: "Source", 116: "CopyrightNotice",
    118: "Contact", 120: "Caption", 122: "Writer",
}  # fmt: skip


def texts_of(data: bytes) -> tuple[Note, ...]:
    """Give the texts in a picture's file (JPEG, PNG, WebP); none of what cannot be read.

    A place where it was taken is the note `GPS`, in degrees: `20.940000, 106.330000`.
    """
    import warnings

    from portal.source.pictures.opening import opened

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with opened(data) as image:
                return notes_of(image)
    except MemoryError:
        raise
    except Exception:
        return ()


def notes_of(image: "ImageFile") -> tuple[Note, ...]:
    """Give the texts in an open picture, each once; a part of them that is broken is left out."""
    found: dict[Note, None] = {}
    for read in (_exif, _xmp, _iptc, _texts):
        for note in _sound(read, image):
            text = " ".join(note.text.replace("\0", " ").split())[:_LONGEST]
            if text and len(found) < _MOST:
                found[note._replace(text=text)] = None
    return tuple(found)


def _sound(read: Callable[["ImageFile"], Iterator[Note]], image: "ImageFile") -> list[Note]:
    held: list[Note] = []
    try:
        held.extend(read(image))
    except MemoryError:
        raise
    except Exception:
        # What is broken in them is not published, and no fault of the picture.
        pass
    return held


def _exif(image: "ImageFile") -> Iterator[Note]:
    from PIL.ExifTags import TAGS

    exif = image.getexif()
    for tag, value in [*exif.items(), *exif.get_ifd(_EXIF).items()]:
        text = _exif_text(tag, value)
        if text:
            yield Note("EXIF", TAGS.get(tag, f"{tag:#06x}"), text)
    place = _place(exif.get_ifd(_GPS))
    if place:
        yield Note("EXIF", "GPS", place)


def _exif_text(tag: int, value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        return ""
    if tag in _XP:
        return value.decode("utf-16-le", "ignore")
    if tag == _COMMENT:
        return value[8:].decode(_CHARSETS.get(value[:8], "utf-8"), "ignore")
    return ""


def _place(gps: dict[int, Any]) -> str:
    if 2 not in gps or 4 not in gps:
        return ""
    latitude, longitude = _degrees(gps[2], gps.get(1) == "S"), _degrees(gps[4], gps.get(3) == "W")
    return f"{latitude:.6f}, {longitude:.6f}"


def _degrees(parts: tuple[float, ...], negative: bool) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    return (degrees + minutes / 60 + seconds / 3600) * (-1 if negative else 1)


def _xmp(image: "ImageFile") -> Iterator[Note]:
    from html import unescape

    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    text = packet if isinstance(packet, str) else packet.decode("utf-8", "ignore")
    for name, value in _xmp_values(text):
        if not name.startswith("xmlns"):
            yield Note("XMP", name, unescape(value))


def _xmp_values(text: str) -> Iterator[tuple[str, str]]:
    """Texts of elements, and values of attributes; no parser, for what is broken may be read too."""
    for found in _XMP_ELEMENT.finditer(text):
        yield found[1], found[2]
    for found in _XMP_ATTRIBUTE.finditer(text):
        yield found[1], found[2] or found[3]


def _iptc(image: "ImageFile") -> Iterator[Note]:
    from PIL.IptcImagePlugin import getiptcinfo

    # It knows JPEG alone; IPTC stands in no other form that we take.
    held = getiptcinfo(image) if image.format == "JPEG" else None
    for (record, number), value in (held or {}).items():
        for one in value if isinstance(value, list) else [value]:
            if record == 2 and number in _IPTC and isinstance(one, bytes):
                yield Note("IPTC", _IPTC[number], one.decode("utf-8", "replace"))


def _texts(image: "ImageFile") -> Iterator[Note]:
    comment = image.info.get("comment", b"")
    yield Note("JPEG", "comment", comment.decode("utf-8", "replace"))
    texts = getattr(image, "text", {}) if image.format == "PNG" else {}
    for name, value in texts.items():
        if not name.startswith(("XML:com.adobe.xmp", "Raw profile")):
            yield Note("PNG", str(name), str(value))
