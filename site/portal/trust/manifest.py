"""The manifest of a folder: each file with its digest, in the format of `sha256sum`."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Manifest = Mapping[str, str]
"""The SHA-256 of each file in lower-case hexadecimal, by its path with slashes, in the order of the paths."""


class NotAManifest(ValueError):
    """A line is not `<64 hexadecimal digits>  <path>`, or out of order; says which."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How two manifests differ: paths only in the new one, only in the old one, and with other bytes."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def manifest_of(folder: Path) -> Manifest:
    """Read every file below a folder. Raises NotAManifest for a name that a manifest cannot hold.

    Links are followed nowhere: a link is no file of a release, and raises it too.
    """
    return {path: _digest(folder / path) for path in sorted(_files(folder))}


def write(manifest: Manifest) -> str:
    """Give the text of a manifest; `sha256sum --check` reads it."""
    return "".join(f"{digest}  {path}\n" for path, digest in manifest.items())


def read(text: str) -> Manifest:
    """Read what `write` gave, and nothing else. Raises NotAManifest."""
    manifest: dict[str, str] = {}
    last = ""
    for number, line in enumerate(text.splitlines(), 1):
        digest, path = line[:64], line[66:]
        whole = line[64:66] == "  " and len(digest) == 64 and set(digest) <= set("0123456789abcdef")
        if not whole or path <= last:
            raise NotAManifest(f"line {number}: {line!r}")
        manifest[path] = digest
        last = path
    if write(manifest) != text:
        raise NotAManifest("the last line does not end")
    return manifest


def read_known(text: str, id: str) -> Manifest | None:
    """Read a text that `write` gave, known by the first digits of its SHA-256; None for any other text.

    Nothing else is looked at, since only that text has these digits.
    """
    if not hashlib.sha256(text.encode()).hexdigest().startswith(id):
        return None
    return {line[66:]: line[:64] for line in text.split("\n")[:-1]}


def digest(manifest: Manifest) -> str:
    """Give the SHA-256 of a manifest's text: one number that stands for every byte of a release."""
    return hashlib.sha256(write(manifest).encode()).hexdigest()


def compare(old: Manifest, new: Manifest) -> Difference:
    """Say how a newer manifest differs from an older one."""
    return Difference(
        tuple(path for path in new if path not in old),
        tuple(path for path in old if path not in new),
        tuple(path for path in new if path in old and new[path] != old[path]),
    )


def _files(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        where = Path(here)
        linked = [where / name for name in folders if (where / name).is_symlink()]
        for path in (*linked, *(where / name for name in names)):
            relative = path.relative_to(folder).as_posix()
            if path.is_symlink() or not path.is_file() or not relative.isprintable():
                raise NotAManifest(f"no file of a release: {relative!r}")
            yield relative


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
