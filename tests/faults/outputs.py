"""What lies in an output: trees of files to compare, and the faults of what the public sees."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.freeze.indexing import current_index
from portal.workspace import Workspace
from search.index import DamagedIndex, open_index

Tree = Mapping[str, tuple[str, int, int]]
"""Of each file below a folder, by its path: SHA-256, moment of the last change in nanoseconds, mode."""

_RELEASE = re.compile(r"[0-9a-f]{16}")


def tree(folder: Path) -> Tree:
    """Read every file below a folder; a link below it is followed nowhere, and is itself no file."""
    return {path.relative_to(folder).as_posix(): _read(path) for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    for here, _, names in os.walk(folder):
        yield from (Path(here, name) for name in names if not Path(here, name).is_symlink())


def _read(path: Path) -> tuple[str, int, int]:
    found = path.stat()
    return hashlib.sha256(path.read_bytes()).hexdigest(), found.st_mtime_ns, found.st_mode


def listing(output: Path) -> frozenset[str]:
    """Name all that lies in an output but in its cache; what an index is made of may be named by chance."""
    names = {path.relative_to(output).as_posix() for path in _entries(output)}
    return frozenset(name for name in names if ".index/" not in name and not name.startswith("cache/"))


def _entries(output: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(output):
        yield from (Path(here, name) for name in (*folders, *names))


@dataclass(frozen=True, slots=True)
class Release:
    """A release as it must be: its id, its files and the text of its manifest."""

    id: str
    files: Tree
    manifest: str


def public_release(output: Path) -> Release:
    """Read the release that is public."""
    folder = (output / "public").resolve()
    manifest = folder.with_name(f"{folder.name}.manifest").read_text("utf-8")
    return Release(folder.name, tree(folder), manifest)


def public_faults(portal: Path, output: Path, allowed: Mapping[str, Release], may_be_none: bool) -> list[str]:
    """Say what is wrong with an output: public must be one of some releases, and all that stand be whole."""
    public = output / "public"
    if not os.path.lexists(public):
        return [] if may_be_none else ["nothing is public"]
    if not public.is_dir():
        return [f"public leads nowhere: {public.readlink()}"]
    id = public.resolve().name
    if id not in allowed:
        return [f"public is {id}, neither the old release nor the new one"]
    faults = [] if (public.resolve() == output.resolve() / "releases" / id) else ["public leads elsewhere"]
    manifest = output / "releases" / f"{id}.manifest"
    if not manifest.is_file() or manifest.read_text("utf-8") != allowed[id].manifest:
        faults.append(f"the manifest of {id} is wrong")
    return faults + _index_faults(portal, output)


def release_faults(output: Path, known: Mapping[str, Release]) -> list[str]:
    """Say which folders that bear the name of a release are not that release."""
    releases = output / "releases"
    found = (
        [path for path in releases.iterdir() if _RELEASE.fullmatch(path.name)] if releases.is_dir() else []
    )
    return [fault for path in found if (fault := _difference(path, known))]


def _difference(folder: Path, known: Mapping[str, Release]) -> str:
    expected = known.get(folder.name)
    if expected is None:
        return f"an unknown release {folder.name}"
    made = tree(folder)
    wrong = sorted(path for path in {*made, *expected.files} if made.get(path) != expected.files.get(path))
    return f"release {folder.name} is not whole: {wrong[:3]}" if wrong else ""


def _index_faults(portal: Path, output: Path) -> list[str]:
    folder = current_index(Workspace(portal, output))
    if folder is None:
        return ["the public release has no index"]
    try:
        with open_index(folder) as index:
            return [] if index.count else ["the index is empty"]
    except DamagedIndex as error:
        return [f"the index is damaged: {error}"]
