"""The files of a foreign folder: none outside it is read, none too large, none that is no UTF-8."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from portal.failure import naming
from portal.importing.sites.item import Said
from portal.source.text import MOST_BYTES, source_text

MOST_PICTURE = 40 * 1024 * 1024
_LEFT_ALONE = frozenset({"node_modules", "vendor", "_site", "public", "resources"})


@dataclass(frozen=True, slots=True)
class Foreign:
    """A folder of another system."""

    root: Path

    def walk(self, under: str = "") -> Iterator[str]:
        """Give the names of all files below a folder, sorted; none is hidden or in a linked folder."""
        top = self.root / under
        for folder, inner, names in os.walk(top):
            first = Path(folder) == self.root
            inner[:] = sorted(n for n in inner if not (n.startswith(".") or (first and n in _LEFT_ALONE)))
            here = Path(folder).relative_to(self.root)
            yield from (str(PurePosixPath(here, name)) for name in sorted(names) if not name.startswith("."))

    def has(self, name: str) -> bool:
        """Whether there is such a file, within the folder."""
        return self._path(name) is not None

    def text(self, name: str) -> str | Said:
        """Give a file's text in NFC, or say why it cannot be read."""
        path = self._path(name)
        if path is None:
            return Said(name, "left/outside")
        if path.stat().st_size > MOST_BYTES:
            return Said(name, "left/too-large", {"most": str(MOST_BYTES // 1024)})
        with naming(path):
            data = path.read_bytes()
        try:
            return source_text(name, data.decode("utf-16" if data[:2] in _WIDE else "utf-8-sig")).text
        except UnicodeDecodeError:
            return Said(name, "left/encoding")

    def read(self, name: str) -> str:
        """Give a file's text; empty where there is none to read."""
        found = self.text(name)
        return found if isinstance(found, str) else ""

    def picture(self, name: str) -> bytes | None:
        """Give the bytes of a picture, if it lies in the folder."""
        path = self._path(name)
        if path is None or path.stat().st_size > MOST_PICTURE:
            return None
        with naming(path):
            return path.read_bytes()

    def _path(self, name: str) -> Path | None:
        try:
            found = (self.root / name.lstrip("/")).resolve()
            inside = found.is_relative_to(self.root.resolve()) and found.is_file()
        except (OSError, ValueError):
            return None
        return found if inside else None


_WIDE = (b"\xff\xfe", b"\xfe\xff")
