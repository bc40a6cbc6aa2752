"""A portal's folder: which files it holds, in an order that no machine decides."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class Folder:
    """A folder of content; `name` begins every file name in reports."""

    root: Path
    name: str

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Paths of all files below it, with slashes, sorted; hidden ones and links left out."""
        found: list[str] = []
        for here, folders, names in os.walk(self.root):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            base = Path(here).relative_to(self.root).as_posix()
            found += [f"{base}/{n}" if base != "." else n for n in names if not n.startswith(".")]
        return tuple(sorted(found))

    @cached_property
    def names(self) -> frozenset[str]:
        """The same paths, to ask whether there is one."""
        return frozenset(self.files)

    def below(self, folder: str, suffix: str) -> tuple[str, ...]:
        """The files below a folder that end so."""
        return tuple(f for f in self.files if f.startswith(f"{folder}/") and f.endswith(suffix))

    def path(self, file: str) -> Path:
        """Where a file lies."""
        return self.root / file

    def shown(self, file: str) -> str:
        """What reports call a file."""
        return f"{self.name}/{file}"

    def beside(self, file: str, target: str) -> str | None:
        """The path that a relative target means from a file; None where it leaves the folder."""
        parts: list[str] = list(PurePosixPath(file).parent.parts)
        for part in target.split("/"):
            if part == "..":
                if not parts:
                    return None
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        return "/".join(parts)
