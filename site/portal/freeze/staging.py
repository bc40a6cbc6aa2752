"""What a release takes over from those before: files that stay are linked, not written again.

The release that is due to be pruned becomes the new one: of a portal of ten years only those names are
touched that differ. Bytes are never written into a file that stands: it may be another release's too.
"""

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from portal.freeze.compression import packed_of
from portal.freeze.moments import untouched
from portal.freeze.releases import current, forget, manifest_file, oldest
from portal.trust import manifest as manifests
from portal.trust.manifest import Manifest
from portal.workspace import Workspace

_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.ENOTSUP)


@dataclass(slots=True)
class Taken:
    """Files taken over, as the manifest has them; those that were not as they were left; bytes."""

    files: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    bytes: int = 0


class Surveyed(NamedTuple):
    """An old release that can become the new one, beside the public one.

    `stray` are its files that the public one has not, or has otherwise; `missing` those of the public one
    that it has not; `bytes` how many all the others have, which may stay.
    """

    id: str
    public: str
    stray: tuple[str, ...]
    missing: frozenset[str]
    bytes: int


def survey(workspace: Workspace) -> Surveyed | None:
    """Look how far the oldest release is the public one; None where there is none that is whole.

    A folder in it that changed after it was sealed holds what nobody made: then all of it is left to pruning.
    """
    public, id = current(workspace), oldest(workspace)
    if public is None or id is None:
        return None
    there = f"{workspace.releases / id}/"
    try:
        sealed = manifest_file(workspace, id).stat().st_mtime_ns
        holds = manifests.read(manifest_file(workspace, id).read_text("utf-8"))
        wanted = manifests.read(manifest_file(workspace, public).read_text("utf-8"))
        if any(os.lstat(there + one).st_mtime_ns > sealed for one in _folders(holds)):
            return None
    except (OSError, ValueError):
        return None
    standing = {
        path: size
        for path, digest in holds.items()
        if wanted.get(path) == digest and (size := untouched(there + path, digest)) is not None
    }
    stray = tuple(path for path in holds if path not in standing)
    missing = frozenset(path for path in wanted if path not in standing)
    return Surveyed(id, public, stray, missing, sum(standing.values()))


def recycle(workspace: Workspace, id: str, staging: Path) -> None:
    """Make the staging folder of an old release."""
    forget(workspace, id)
    staging.rmdir()
    (workspace.releases / id).replace(staging)


def take_over(
    old: Path, manifest: Manifest, left: Iterable[str], staging: Path, spare: Surveyed | None = None
) -> Taken:
    """Link the files of an old release into a new one, but for those that are left; else copy them.

    `spare` is what the new one was made of; of that all but these files is removed. A file that is missing,
    or was touched since it was made, is lost, to be made again. With a file go those that were packed of it.
    Raises OSError where the machine fails.
    """
    here, there = f"{old}/", f"{staging}/"
    missing = spare.missing if spare else manifest.keys()
    gone = {one for path in left for one in (path, *packed_of(path)) if one in manifest}
    sizes = {
        one: untouched(here + one, manifest[one]) for one in manifest if one in missing and one not in gone
    }
    lost = sorted({_unpacked(one, manifest) for one, size in sizes.items() if size is None})
    gone.update(one for path in lost for one in (path, *packed_of(path)) if one in manifest)
    due = [one for one in sizes if one not in gone]
    taken = Taken({one: digest for one, digest in manifest.items() if one not in gone}, lost)
    taken.bytes = sum(sizes[one] or 0 for one in due)
    if spare:
        taken.bytes += spare.bytes - sum(remove(there, one) for one in gone if one not in missing)
        for one in spare.stray:
            remove(there, one)
    folders = _folders(taken.files.keys() - due) if spare and due else {""}
    for one in due:
        _make_folder(there, one.rpartition("/")[0], folders)
        _link(here + one, there + one)
    return taken


def _unpacked(path: str, manifest: Manifest) -> str:
    """The file of which a packed one was made; any other is its own."""
    whole = path.removesuffix(".br").removesuffix(".gz")
    return whole if whole in manifest else path


def remove(there: str, path: str) -> int:
    """Remove a file, and folders that are empty then; gives its size."""
    file = Path(there + path)
    size = file.lstat().st_size if file.exists() else 0
    file.unlink(missing_ok=True)
    folder = path.rpartition("/")[0]
    with suppress(OSError):
        while folder:
            Path(there + folder).rmdir()
            folder = folder.rpartition("/")[0]
    return size


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
