"""What is taken and what comes of it: bounds, widths, and the refusal of everything else."""

from collections.abc import Mapping

WIDTHS = (480, 960, 1600)
"""Pixels; a picture has those that are narrower than itself, and its own width up to the last of these."""

FALLBACK_WIDTH = 1200
"""Pixels of the JPEG, at most: what other sites show of a shared page."""

MOST_PIXELS = 40_000_000
"""Of a source, by its header: a PNG of 20 KB may claim 169 million, which cost 837 MB to unpack."""

MOST_BYTES = 20 * 1024 * 1024
"""Of a source's file."""

MOST_DRAWING = 512 * 1024
"""Bytes of an SVG, which readers get whole."""


class Refused(Exception):
    """A file that is not published as a picture: a code of the catalogue and its facts, but the name."""

    def __init__(self, code: str, **facts: str) -> None:
        """Say why."""
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, str] = facts


UNREADABLE = "picture/unreadable"


def check_pixels(width: int, height: int) -> None:
    """Raise Refused for a picture of more pixels than are unpacked."""
    if width * height > MOST_PIXELS:
        count = -(-width * height // 1_000_000)
        raise Refused(
            "picture/too-many-pixels",
            width=str(width),
            height=str(height),
            count=str(count),
            most=str(MOST_PIXELS // 1_000_000),
        )


def check_weight(size: int, most: int) -> None:
    """Raise Refused for a file of more bytes than are read."""
    if size > most:
        raise Refused("picture/too-heavy", size=_in_kilobytes(size), most=_in_kilobytes(most))


def _in_kilobytes(size: int) -> str:
    return f"{-(-size // 1024)} KB" if size < 1 << 20 else f"{-(-size // (1 << 20))} MB"
