"""Pictures opened so far that their size is known, and no further where it is over the bound."""

import struct
from io import BytesIO

from PIL import Image
from PIL.ImageFile import ImageFile

from portal.source.pictures.bounds import check_pixels

# Our bound is lower, and its problem names the measures; Pillow would warn, or raise, without them.
Image.MAX_IMAGE_PIXELS = None


def opened(data: bytes) -> ImageFile:
    """Open a JPEG, PNG or WebP picture without unpacking it.

    Raises Refused for one of too many pixels, and what Pillow raises for what is none.
    """
    _check_canvas(data)
    image = Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP"))
    check_pixels(*image.size)
    return image


def _check_canvas(data: bytes) -> None:
    """Look at the size of a WebP picture before Pillow does, which takes memory for all of it at once.

    RFC 9649, 2.5 to 2.7.
    """
    form, head = data[12:16], data[20:30]
    if len(head) < 10:
        return
    if form == b"VP8X":
        check_pixels(*(int.from_bytes(head[at : at + 3], "little") + 1 for at in (4, 7)))
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 6)
        check_pixels(width & 0x3FFF, height & 0x3FFF)
    if form == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        check_pixels((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
