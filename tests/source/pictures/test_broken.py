"""Whatever bytes a picture has, it is made ready or refused: never a traceback."""

from collections.abc import Callable, Iterator
from random import Random

import pytest

from portal.problems.catalogue import CATALOGUE
from portal.source.pictures import Refused
from portal.source.pictures.drawing import clean
from portal.source.pictures.kinds import DRAWING, RASTERS, kind_of
from portal.source.pictures.notes import texts_of
from portal.source.pictures.raster import encode
from tests.source.pictures.samples import corners, moving, profile, saved, with_notes, with_texts

SMALL = corners(24, 16)
SVG = b"""<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b"><svg xmlns="http://www.w3.org/2000/svg"
 xmlns:xlink="http://www.w3.org/1999/xlink" width="40px" height="2mm" viewBox="0 0 40 20">
<style>a{fill:red}</style>
<defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs>
<a xlink:href="b"><use xlink:href="#a"/></a>
<rect style="fill:url(#a)" x="1"/><text xml:space="preserve">\xc4\x90 &amp; <!-- b --></text></svg>"""
SOURCES: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: saved(SMALL, "JPEG", icc_profile=profile()),
    "progressive JPEG": lambda: saved(SMALL, "JPEG", progressive=True),
    "CMYK JPEG": lambda: saved(SMALL.convert("CMYK"), "JPEG"),
    "JPEG with notes": with_notes,
    "PNG": lambda: saved(SMALL, "PNG", icc_profile=profile()),
    "PNG with a palette": lambda: saved(SMALL.quantize(4), "PNG", transparency=1),
    "PNG with texts": with_texts,
    "moving PNG": lambda: moving("PNG"),
    "WebP": lambda: saved(SMALL, "WEBP", icc_profile=profile(), exif=b"Exif\0\0MM\0*"),
    "lossless WebP": lambda: saved(SMALL.convert("RGBA"), "WEBP", lossless=True),
    "SVG": lambda: SVG,
}
COUNT = 300


def mutated(data: bytes, count: int, seed: str) -> Iterator[bytes]:
    """So many broken forms of some bytes, the same for the same seed; heads are hit most."""
    chance = Random(seed)
    for _ in range(count):
        broken = bytearray(data)
        if chance.random() < 0.3:
            del broken[chance.randrange(len(broken)) :]
        for _ in range(chance.choice((0, 1, 1, 2, 8))):
            place = int(len(broken) * chance.random() ** 3)
            end = place + chance.choice((0, 1, 1, 4))
            broken[place:end] = chance.choice(
                (chance.randbytes(chance.randint(1, 4)), b"\xff" * 4, bytes(4), b"<")
            )
        yield bytes(broken)


def made(data: bytes) -> None:
    """Do what is done with bytes of a kind; a refusal is in the catalogue."""
    try:
        kind = kind_of(data)
        if kind == DRAWING:
            clean(data)
        elif kind in RASTERS:
            texts_of(data)
            encode(data, lead=False)
    except Refused as refusal:
        entry = CATALOGUE[refusal.code]
        assert entry.what.format(name="a", **refusal.facts) and entry.mend_en.format(
            name="a", **refusal.facts
        )


@pytest.mark.parametrize("name", SOURCES)
def test_the_sources_are_right_before_they_are_broken(name: str) -> None:
    data = SOURCES[name]()
    assert clean(data).body if kind_of(data) == DRAWING else encode(data, lead=False).files


@pytest.mark.parametrize("name", SOURCES)
def test_what_is_broken_is_made_ready_or_refused(name: str) -> None:
    for data in mutated(SOURCES[name](), COUNT, name):
        try:
            made(data)
        except Exception as error:
            error.add_note(repr(data))
            raise


def test_what_is_no_picture_at_all_is_refused_or_made() -> None:
    chance = Random("noise")
    heads = (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8 ", b"<svg ", b"<?xml ")
    for _ in range(COUNT):
        made(chance.choice(heads) + chance.randbytes(chance.randint(0, 200)))
