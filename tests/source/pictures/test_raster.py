"""Pictures of any kind come out as they are to be seen, in few known forms, with nothing of their makers."""

import tracemalloc
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL import __version__ as pillow

from portal.source.pictures import MOST_PIXELS, WIDTHS, Refused
from portal.source.pictures.made import Encoded
from portal.source.pictures.raster import encode
from tests.source.pictures.samples import (
    CORNERS,
    ODD,
    bomb,
    corners,
    png_of,
    profile,
    saved,
    webp_of,
    with_notes,
    with_texts,
)

TECHNICAL = {
    "background", "duration", "jfif", "jfif_density", "jfif_version", "loop", "progression", "progressive",
    "timestamp",
}  # fmt: skip
RGB = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0)}
# Of the corners as a JPEG, with Pillow as requirements-dev.lock pins it, on x86-64.
GOLDEN = ("13.0.0", "d1b1e7366a25a2e5")


def seen(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body)).convert("RGB")


def colours(image: Image.Image) -> list[str]:
    """The colour of each quarter, by the nearest name."""

    def name(x: int, y: int) -> str:
        found = image.getpixel((image.width * (1 + 2 * x) // 4, image.height * (1 + 2 * y) // 4))
        assert isinstance(found, tuple)
        return min(RGB, key=lambda one: sum((a - b) ** 2 for a, b in zip(RGB[one], found, strict=True)))

    return [name(*place) for place in CORNERS.values()]


def by_suffix(data: bytes, *, lead: bool = True) -> dict[str, list[Encoded]]:
    files: dict[str, list[Encoded]] = {}
    for file in encode(data, lead=lead).files:
        files.setdefault(file.suffix, []).append(file)
    return files


@pytest.mark.parametrize("name", ODD)
def test_every_form_shows_the_same(name: str) -> None:
    for file in encode(ODD[name](), lead=True).files:
        assert colours(seen(file.body)) == list(CORNERS)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stands_upright_however_the_camera_was_held(turn: int, form: str) -> None:
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = corners()
    if turn in back:
        stored = stored.transpose(Image.Transpose(back[turn]))
    exif = Image.Exif()
    exif[0x0112] = turn
    for file in encode(saved(stored, form, exif=exif), lead=True).files:
        assert (file.width, file.height) == (400, 240)
        assert colours(seen(file.body)) == list(CORNERS)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 2200), st.integers(1, 2200), st.booleans())
def test_the_measures_said_are_those_of_the_file_and_never_larger_than_the_source(
    width: int, height: int, lead: bool
) -> None:
    made = encode(saved(Image.new("L", (width, height), 90), "PNG"), lead=lead)
    for file in made.files:
        with Image.open(BytesIO(file.body)) as image:
            assert image.size == (file.width, file.height)
        assert file.width <= width and file.height <= height
        assert abs(file.height - height * file.width / width) < 1
    widths = [file.width for file in made.files if file.suffix == "webp"]
    assert widths == [*(step for step in WIDTHS if step < width), min(width, 1600)][: len(widths)]
    assert {file.suffix for file in made.files} == {"webp", "jpg"} | ({"avif"} if lead else set())


def test_a_wide_picture_comes_in_three_widths_and_one_fallback() -> None:
    files = by_suffix(saved(corners(2400, 1200), "JPEG"))
    sizes = {suffix: [(one.width, one.height) for one in held] for suffix, held in files.items()}
    steps = [(480, 240), (960, 480), (1600, 800)]
    assert sizes == {"webp": steps, "avif": steps, "jpg": [(1200, 600)]}


@pytest.mark.parametrize("size", [(30, 30_000), (1, 30_000), (30_000, 1)])
def test_a_very_long_picture_becomes_one_that_webp_can_hold(size: tuple[int, int]) -> None:
    made = encode(saved(Image.new("L", size), "PNG"), lead=False)
    assert all(1 <= one.width <= 1600 and 1 <= one.height <= 16383 for one in made.files)


def test_sixteen_bits_are_not_clipped() -> None:
    grey = Image.new("I;16", (40, 40), 0x8000)
    for file in encode(saved(grey, "PNG"), lead=True).files:
        found = seen(file.body).getpixel((20, 20))
        assert isinstance(found, tuple) and all(abs(part - 128) < 4 for part in found)


@pytest.mark.parametrize(
    "picture",
    [
        lambda: saved(Image.new("RGBA", (60, 60), (0, 0, 0, 0)), "PNG"),
        lambda: saved(Image.new("LA", (60, 60), (0, 0)), "PNG"),
        lambda: saved(Image.new("P", (60, 60), 0), "PNG", transparency=0),
        lambda: saved(Image.new("RGB", (60, 60)), "PNG", transparency=(0, 0, 0)),
        lambda: saved(Image.new("L", (60, 60)), "PNG", transparency=0),
        lambda: saved(Image.new("RGBA", (60, 60), (0, 0, 0, 0)), "WEBP", lossless=True, exact=True),
    ],
)
def test_what_is_transparent_is_white_on_light_and_dark_pages(picture: Callable[[], bytes]) -> None:
    for file in encode(picture(), lead=True).files:
        found = seen(file.body).getpixel((30, 30))
        assert isinstance(found, tuple) and min(found) > 250


def test_colours_are_turned_into_srgb() -> None:
    data = saved(Image.new("RGB", (60, 60), "red"), "JPEG", icc_profile=profile())
    for file in encode(data, lead=True).files:
        found = seen(file.body).getpixel((30, 30))
        assert isinstance(found, tuple) and found[2] > 200 and found[0] < 60


@pytest.mark.parametrize(
    "icc", [b"none", profile()[:300], ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
)
def test_a_colour_profile_that_is_broken_or_does_not_fit_says_nothing(icc: bytes) -> None:
    for file in encode(saved(corners(), "JPEG", icc_profile=icc), lead=False).files:
        assert colours(seen(file.body)) == list(CORNERS)


@pytest.mark.parametrize(
    "source", [with_notes, with_texts, lambda: saved(corners(), "PNG", icc_profile=profile())]
)
def test_nothing_that_came_with_a_picture_goes_on(source: Callable[[], bytes]) -> None:
    for file in encode(source(), lead=True).files:
        with Image.open(BytesIO(file.body)) as image:
            image.load()
            said = {key for key, value in image.info.items() if value not in (b"", "", 0, None)}
            assert dict(image.getexif()) == {}
            assert said <= TECHNICAL
        assert not any(
            word in file.body for word in (b"Exif", b"Nguy", b"ICC_PROFILE", b"iCCP", b"0912", b"rXYZ")
        )


@pytest.mark.parametrize(
    "tail", [b"PK\3\4zip", b"<script>alert(1)</script>", b"<svg onload=alert(1)>", b"%PDF-1.4"]
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_is_also_something_else_comes_out_as_a_picture_alone(form: str, tail: bytes) -> None:
    for file in encode(saved(corners(), form) + tail, lead=True).files:
        assert tail not in file.body


@pytest.mark.parametrize(("form", "moves"), [("moving WebP", True), ("moving PNG", True), ("WebP", False)])
def test_of_a_moving_picture_the_first_frame_is_left_and_that_is_told(form: str, moves: bool) -> None:
    assert encode(ODD[form](), lead=False).moves is moves


@pytest.mark.parametrize(
    "data",
    [
        bomb(),
        png_of(1 << 31, 1 << 31),
        *(webp_of(form, 16_000, 16_000) for form in (b"VP8X", b"VP8 ", b"VP8L")),
        saved(Image.new("L", (8000, 5001)), "JPEG"),
    ],
    ids=["PNG bomb", "PNG of a billion", "VP8X", "VP8", "VP8L", "JPEG"],
)  # fmt: skip
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(data: bytes) -> None:
    assert len(data) < 700_000
    tracemalloc.start()
    with pytest.raises(Refused) as caught:
        encode(data, lead=False)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert caught.value.code == "picture/too-many-pixels"
    assert int(caught.value.facts["width"]) * int(caught.value.facts["height"]) > MOST_PIXELS
    assert caught.value.facts["most"] == "40"


def test_the_encoders_give_the_bytes_that_they_gave() -> None:
    made = encode(saved(corners(700, 420), "PNG"), lead=True)
    digests = sha256("".join(sha256(one.body).hexdigest() for one in made.files).encode()).hexdigest()
    assert (pillow, digests[:16]) == GOLDEN
