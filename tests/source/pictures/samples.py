"""Pictures as cameras, programs and mischief make them."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

CORNERS = {"red": (0, 0), "lime": (1, 0), "blue": (0, 1), "yellow": (1, 1)}


def corners(width: int = 400, height: int = 240) -> Image.Image:
    """A picture of which each quarter has its own colour: red and lime above, blue and yellow below."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for colour, (x, y) in CORNERS.items():
        left, top = x * width // 2, y * height // 2
        draw.rectangle((left, top, left + width // 2, top + height // 2), colour)
    return image


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    """The bytes of a picture in a form."""
    made = BytesIO()
    image.save(made, form, **how)
    return made.getvalue()


def png_of(width: int, height: int, *, depth: int = 8, colour: int = 2, rows: bytes = b"") -> bytes:
    """A PNG that says of itself what it is told to say."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def bomb() -> bytes:
    """A PNG of some 20 KB that has 169 million pixels."""
    return png_of(13_000, 13_000, depth=1, colour=0, rows=b"\0" * (13_000 // 8 + 2) * 13_000)


def webp_of(form: bytes, width: int, height: int) -> bytes:
    """The head of a WebP picture that claims a size, and nothing behind it."""
    heads = {
        b"VP8X": b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"),
        b"VP8 ": b"\x10\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height),
        b"VP8L": b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + bytes(5),
    }
    body = b"WEBP" + form + struct.pack("<I", 10) + heads[form]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def profile() -> bytes:
    """A colour profile that is not sRGB: its red and blue are in each other's place."""
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red, blue = swapped.find(b"rXYZ"), swapped.find(b"bXYZ")
    return swapped[:red] + b"bXYZ" + swapped[red + 4 : blue] + b"rXYZ" + swapped[blue + 4 :]


def with_notes() -> bytes:
    """A JPEG with all that a telephone and its owner write into it."""
    exif = Image.Exif()
    exif[0x010E] = "Ho nha anh Ba"
    exif[0x013B] = "Nguyen Van An"
    exif[0x9C9C] = "Gọi 0912 345 678".encode("utf-16-le")
    exif.get_ifd(0x8825).update({1: "N", 2: (20.0, 56.0, 24.0), 3: "E", 4: (106.0, 19.0, 48.0)})
    exif.get_ifd(0x8769).update(
        {0x9286: b"UNICODE\0" + "số nhà 12".encode("utf-16"), 0xA430: "Tran Thi Binh"}
    )
    xmp = b'<x xmlns:dc="d"><dc:creator>Le Van &#67;</dc:creator><p dc:rights="an@gmail.com"/></x>'
    return saved(corners(), "JPEG", exif=exif, xmp=xmp, comment="chụp ở nhà riêng".encode())


def with_texts() -> bytes:
    """A PNG with texts of its own."""
    info = PngInfo()
    info.add_text("Author", "Nguyễn Văn An")
    info.add_itxt("Comment", "gọi 0912 345 678", zip=True)
    return saved(corners(), "PNG", pnginfo=info)


def moving(form: str) -> bytes:
    """Two frames: the corners, and all black."""
    return saved(corners(), form, save_all=True, append_images=[Image.new("RGB", (400, 240))], lossless=True)


ODD: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: saved(corners(), "JPEG", quality=95),
    "progressive JPEG": lambda: saved(corners(), "JPEG", quality=95, progressive=True),
    "CMYK JPEG": lambda: saved(corners().convert("CMYK"), "JPEG", quality=95),
    "PNG": lambda: saved(corners(), "PNG"),
    "PNG with transparency": lambda: saved(corners().convert("RGBA"), "PNG"),
    "PNG with a palette": lambda: saved(corners().quantize(16), "PNG"),
    "PNG with a palette and a transparent colour": lambda: saved(
        corners().quantize(16), "PNG", transparency=9
    ),
    "interlaced PNG": lambda: saved(corners(), "PNG", interlace=1),
    "WebP": lambda: saved(corners(), "WEBP", quality=95),
    "lossless WebP": lambda: saved(corners().convert("RGBA"), "WEBP", lossless=True),
    "moving WebP": lambda: moving("WEBP"),
    "moving PNG": lambda: moving("PNG"),
}
"""Forms that all show the corners."""
