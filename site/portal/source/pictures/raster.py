"""Pictures of pixels, decoded, set upright and made anew; the only module that loads Pillow to make them.

What decides the bytes is this code, the parameters in it, and Pillow with the encoders that it brings. No
number of processors does: AVIF is encoded by one thread, in one tile.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageCms, ImageFile

from portal.source.pictures.bounds import FALLBACK_WIDTH, UNREADABLE, WIDTHS, Refused
from portal.source.pictures.made import Encoded, Made
from portal.source.pictures.notes import Note, notes_of
from portal.source.pictures.opening import opened

_TALLEST = 16383  # pixels that WebP can have (RFC 9649, 2.1)
_ORIENTATION = 0x0112
# EXIF 2.32, 4.6.4: where the first row and column of what is stored belong.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = (5, 6, 7, 8)
_SPACES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I;16N")


def encode(data: bytes, *, lead: bool) -> Made:
    """Make a picture anew; raises Refused for one that is broken, or has too many pixels.

    Holds the unpacked source and one copy of it at most, and of a large JPEG only a part (its own scaling).
    """
    with warnings.catch_warnings():
        # Of oddities in its notes, which nobody publishes.
        warnings.simplefilter("ignore")
        picture, moves, notes = _decoded(data)
    files = tuple(_files(picture, lead))
    return Made(files, moves, notes)


def _decoded(data: bytes) -> tuple[Image.Image, bool, tuple[Note, ...]]:
    try:
        with opened(data) as image:
            moves = image.format in ("PNG", "WEBP") and bool(getattr(image, "is_animated", False))
            return _upright(image), moves, notes_of(image)
    except (Refused, MemoryError):
        raise
    except Exception as error:
        # The bytes are all in memory, so the machine has no part in it; and what Pillow raises for bytes
        # that are no picture has no common base.
        raise Refused(UNREADABLE) from error


def _upright(image: ImageFile.ImageFile) -> Image.Image:
    """The picture as it is to be seen, in sRGB, on white, no larger than the widest that is published."""
    turn = _orientation(image)
    lies = turn in _LYING
    widest = _widest(*(image.size[::-1] if lies else image.size))
    stored = widest[::-1] if lies else widest
    # A JPEG is unpacked at a half, a quarter or an eighth where that is still large enough.
    image.draft(None, stored)
    small = _resizable(image)
    if small.size != stored:
        small = small.resize(stored, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if turn in _TURNS:
        small = small.transpose(_TURNS[turn])
    plain = _in_srgb(_on_white(small), image.info.get("icc_profile"))
    # Nothing that came with it goes on, not by a way that is not known here.
    return Image.frombytes("RGB", plain.size, plain.tobytes())


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:
        # Notes that cannot be read say nothing, as in browsers.
        return 1


def _widest(width: int, height: int) -> tuple[int, int]:
    return _scaled(width, height, max(1, min(width, WIDTHS[-1], width * _TALLEST // height)))


def _scaled(width: int, height: int, wanted: int) -> tuple[int, int]:
    """A height in proportion; what is a thousand times as high as wide gives way."""
    return wanted, min(_TALLEST, max(1, round(height * wanted / width)))


def _resizable(image: Image.Image) -> Image.Image:
    """The picture in a form of which the mean of two pixels is a colour between them."""
    if image.mode in _SIXTEEN_BITS:
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image if image.mode in ("LA", "RGBA") else image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency: a drawing in black must be seen on a dark page too, and a JPEG has none."""
    if image.mode not in ("LA", "RGBA"):
        return image
    mode = "L" if image.mode == "LA" else "RGB"
    ground = Image.new(mode, image.size, "white")
    ground.paste(image.convert(mode), mask=image.getchannel("A"))
    return ground


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours by the profile that came with them; one that is broken, or of other colours, says nothing."""
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            mode = _SPACES.get(own.profile.xcolor_space.strip(), "")
            fitting = image.convert("RGB") if (image.mode, mode) == ("L", "RGB") else image
            if fitting.mode == mode:
                srgb = ImageCms.createProfile("sRGB")
                turned = ImageCms.profileToProfile(fitting, own, srgb, outputMode="RGB")
                image = turned or image
        except Exception:
            return image.convert("RGB")
    return image.convert("RGB")


def _files(picture: Image.Image, lead: bool) -> Iterator[Encoded]:
    width, height = picture.size
    for wanted in (*(step for step in WIDTHS if step < width), width):
        sized = _sized(picture, wanted)
        yield _encoded(sized, "webp", quality=75, method=4)
        if lead:
            yield _encoded(
                sized, "avif", quality=50, speed=8, subsampling="4:2:0", codec="aom", max_threads=1,
                autotiling=False,
            )  # fmt: skip
    fallback = _sized(picture, min(width, FALLBACK_WIDTH))
    yield _encoded(fallback, "jpg", quality=82, optimize=True, progressive=True)


def _sized(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    return picture.resize(_scaled(*picture.size, width), Image.Resampling.LANCZOS)


_FORM = {"webp": "WEBP", "avif": "AVIF", "jpg": "JPEG"}


def _encoded(image: Image.Image, suffix: str, **how: object) -> Encoded:
    made = BytesIO()
    image.save(made, _FORM[suffix], **how)
    return Encoded(suffix, *image.size, made.getvalue())
