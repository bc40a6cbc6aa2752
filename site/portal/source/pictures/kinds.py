"""What a file is by its first bytes: its name may say anything."""

import re

RASTERS = frozenset(["JPEG", "PNG", "WEBP"])
DRAWING = "SVG"

_SIGNS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"8BPS", "Photoshop"),
    (b"%PDF-", "PDF"),
    (b"%!PS", "PostScript"),
    (b"PK\3\4", "ZIP"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"\xd0\xcf\x11\xe0", "Office 97–2003"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\0\0\1\0", "ICO"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"#!", "script"),
)
_BRANDS = {
    b"avif": "AVIF",
    b"avis": "AVIF",
    b"heic": "HEIC",
    b"heix": "HEIC",
    b"mif1": "HEIC",
    b"msf1": "HEIC",
}
_HEAD = 4096
_SVG = re.compile(rb"<(?:[\w.-]+:)?svg[\s>/]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|iframe)\b", re.IGNORECASE)


def kind_of(data: bytes) -> str:
    """Give the name of a file's form; empty where it is none that is known.

    A text is a drawing only where `<svg` comes before anything of HTML.
    """
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if data[:4] == b"RIFF":
        return {b"WEBP": "WEBP", b"WAVE": "WAV", b"AVI ": "AVI"}.get(data[8:12], "RIFF")
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "MP4")
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return "BMP"
    return _kind_of_text(data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip())


def _kind_of_text(head: bytes) -> str:
    if not head.startswith(b"<"):
        return ""
    drawn, written = _SVG.search(head), _HTML.search(head)
    if drawn and (written is None or drawn.start() < written.start()):
        return DRAWING
    return "HTML" if written else "XML"
