"""Pictures made ready for the web: bounded, made anew in several widths, without a camera's notes.

A JPEG, PNG or WebP picture becomes WebP of up to three widths and one JPEG; the lead picture of a text AVIF
too. A drawing (SVG) is written anew from what is known to be harmless. Nothing is ever enlarged, and no byte
of a source is published as it was. Pillow is loaded only where a picture must be made.
"""

from portal.source.pictures.bounds import MOST_BYTES, MOST_DRAWING, MOST_PIXELS, WIDTHS, Refused
from portal.source.pictures.notes import Note
from portal.source.pictures.preparing import Prepared, PreparedFile, prepare

__all__ = [
    "MOST_BYTES",
    "MOST_DRAWING",
    "MOST_PIXELS",
    "WIDTHS",
    "Note",
    "Prepared",
    "PreparedFile",
    "Refused",
    "prepare",
]
