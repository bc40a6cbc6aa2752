"""What a release takes over from those before: files that stay are linked, not written again.

The release that is due to be pruned becomes the new one: of a portal of ten years only those names are
touched that differ. Bytes are never written into a file that stands: it may be another release's too.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from portal.freeze.compression import packed_of
from portal.freeze.moments import untouched
from portal.freeze.releases import forget, manifest_file
from portal.trust import manifest as manifests
from portal.trust.manifest import Manifest
from portal.workspace import Workspace

_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.ENOTSUP)


@dataclass(slots=True)
class Taken:
    """Files taken over, as the manifest has them; addresses whose files were not as they were left; bytes."""

    files: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    bytes: int = 0


class Surveyed(NamedTuple):
    """An old release that can become the new one: what it holds, and the sizes of files that may stay."""

    id: str
    holds: Manifest
    standing: dict[str, int]


def survey(workspace: Workspace, id: str | None, wanted: Manifest) -> Surveyed | None:
    """Look which files of an old release are those of another; None where it is not whole. Changes nothing.

    A folder in it that changed after it was sealed holds what nobody made: then all of it is left to pruning.
    """
    if id is None:
        return None
    there = f"{workspace.releases / id}/"
    try:
        sealed = manifest_file(workspace, id).stat().st_mtime_ns
        holds = manifests.read(manifest_file(workspace, id).read_text("utf-8"))
        if any(os.lstat(there + one).st_mtime_ns > sealed for one in _folders(holds)):
            return None
    except (OSError, ValueError):
        return None
    standing = {}
    for path, digest in holds.items():
        if wanted.get(path) == digest and (size := untouched(there + path, digest)) is not None:
            standing[path] = size
    return Surveyed(id, holds, standing)


def recycle(workspace: Workspace, id: str, staging: Path) -> None:
    """Make the staging folder of an old release."""
    forget(workspace, id)
    staging.rmdir()
    (workspace.releases / id).replace(staging)


def take_over(
    old: Path, manifest: Manifest, paths: Mapping[str, str], staging: Path, spare: Surveyed | None = None
) -> Taken:
    """Link the files of addresses, by their paths, from an old release into a new one; else copy them.

    `spare` is what the new one was made of; of that all but these files is removed. A file that is missing,
    or was touched since it was made, is not taken: its address is lost, to be made again. Raises OSError
    where the machine fails.
    """
    taken = Taken()
    here, there = f"{old}/", f"{staging}/"
    standing = spare.standing if spare else {}
    for address, path in paths.items():
        wanted = [one for one in (path, *packed_of(path)) if one in manifest]
        sizes = [standing.get(one) or untouched(here + one, manifest[one]) for one in wanted]
        if path not in manifest or None in sizes:
            taken.lost.append(address)
            continue
        for one, size in zip(wanted, sizes, strict=True):
            taken.files[one] = manifest[one]
            taken.bytes += size or 0
    for path in spare.holds if spare else ():
        if path not in standing or path not in taken.files:
            _remove(there, path)
    folders = {one.rpartition("/")[0] for one in standing} | {""}
    for one in taken.files:
        if one not in standing:
            _make_folder(there, one.rpartition("/")[0], folders)
            _link(here + one, there + one)
    return taken


def _remove(there: str, path: str) -> None:
    Path(there + path).unlink(missing_ok=True)
    folder = path.rpartition("/")[0]
    with suppress(OSError):
        while folder:
            Path(there + folder).rmdir()
            folder = folder.rpartition("/")[0]


def _folders(paths: Iterable[str]) -> set[str]:
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _make_folder(there: str, folder: str, known: set[str]) -> None:
    if folder not in known:
        _make_folder(there, folder.rpartition("/")[0], known)
        with suppress(FileExistsError):
            os.mkdir(there + folder)  # noqa: PTH102 (a third of the time of a Path)
        known.add(folder)


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(old, new)
