"""The icons of the engine as one file of symbols."""

import re
from collections.abc import Iterable
from pathlib import Path

_LINE = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'
_SVG = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def sprite(files: Iterable[Path]) -> str:
    """Join 24×24 line icons into one SVG of symbols, each named by its file."""
    symbols = "".join(_symbol(file) for file in files)
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'


def _symbol(file: Path) -> str:
    found = _SVG.search(file.read_text("utf-8"))
    inside = re.sub(r">\s+<", "><", found[1].strip()) if found else ""
    return f'<symbol id="{file.stem}" viewBox="0 0 24 24" {_LINE}>{inside}</symbol>'
