"""Making a release public: staged and checked aside, sealed, then shown by moving one link.

Whatever fails before the link moves leaves the public site as it was, and the next run clears it away.
"""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.durable import flush_folder, flush_tree, write_whole
from portal.failure import naming
from portal.freeze.releases import (
    copied_marker,
    current,
    manifest_file,
    next_history,
    prune,
    read_history,
    write_history,
)
from portal.trust.manifest import Manifest, digest, manifest_of, write
from portal.workspace import Workspace

_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Sealed:
    """A release that is public: its id, its folder and its manifest."""

    id: str
    folder: Path
    manifest: Manifest


Fill = Callable[[Path], Manifest | None]
"""Makes a release in an empty folder and checks it; gives its manifest where it knows; raises to stop all."""

Beside = Callable[[str], None]
"""Makes what lies beside the release of an id and is no part of it."""


def publish(workspace: Workspace, keep: int, fill: Fill, beside: Beside) -> Sealed:
    """Make a release and show it, for who is `at_work`; the last `keep` (at least two) are kept.

    Raises OSError where the machine fails, and whatever `fill` and `beside` raise.
    """
    manifest = _stage(workspace, fill)
    sealed = _seal(workspace, manifest)
    beside(sealed.id)
    show(workspace, sealed.id, keep)
    return sealed


def show(workspace: Workspace, id: str, keep: int) -> None:
    """Make a release that stands the public one, and prune those that are too old."""
    before = current(workspace)
    kept = next_history(read_history(workspace), before, id, keep)
    write_history(workspace, kept)
    flush_folder(workspace.releases)
    if before and before != id:
        _point_to_previous(workspace, before)
    _show(workspace, id)
    prune(workspace, kept)


def tidy(workspace: Workspace) -> None:
    """Clear away what a freeze that was killed left behind."""
    _clear(workspace.staging)
    prune(workspace, read_history(workspace))


def _point_to_previous(workspace: Workspace, id: str) -> None:
    """A page that was sent a moment ago asks for assets that the new release may not have."""
    link, new = workspace.previous, workspace.output / "previous.new"
    if os.path.lexists(link) and not link.is_symlink():
        return  # Somebody's own.
    _clear(new)
    try:
        new.symlink_to(Path(workspace.releases.name, id), target_is_directory=True)
    except (NotImplementedError, OSError) as error:
        if not _means_no_links(error):
            raise
    else:
        new.replace(link)


def _stage(workspace: Workspace, fill: Fill) -> Manifest:
    _clear(workspace.staging)
    workspace.staging.mkdir()
    known = fill(workspace.staging)
    flush_tree(workspace.staging)
    return known if known is not None else manifest_of(workspace.staging)


def _seal(workspace: Workspace, manifest: Manifest) -> Sealed:
    """Name the staged release by its content, and move it where releases lie."""
    id = digest(manifest)[:_ID_DIGITS]
    folder = workspace.releases / id
    workspace.releases.mkdir(exist_ok=True)
    if folder.is_dir() and _holds(folder, manifest):
        _clear(workspace.staging)
    else:
        _move_aside(folder)
        workspace.staging.replace(folder)
    write_whole(manifest_file(workspace, id), write(manifest).encode())
    flush_folder(workspace.releases)
    return Sealed(id, folder, manifest)


def _holds(folder: Path, manifest: Manifest) -> bool:
    try:
        return manifest_of(folder) == manifest
    except ValueError:
        return False


def _move_aside(folder: Path) -> None:
    """A release that somebody altered is no release: it makes way, to be pruned."""
    if os.path.lexists(folder):
        aside = folder.with_name(folder.name + ".old")
        _clear(aside)
        folder.replace(aside)


def _show(workspace: Workspace, id: str) -> None:
    """Move the one link; on a system without links, exchange a copy."""
    new = workspace.output / "public.new"
    _clear(new)
    try:
        new.symlink_to(Path(workspace.releases.name, id), target_is_directory=True)
    except (NotImplementedError, OSError) as error:
        if not _means_no_links(error):
            raise
        _show_copy(workspace, id, new)
    else:
        _replace_public(workspace, new)
    flush_folder(workspace.output)


def _means_no_links(error: Exception) -> bool:
    # Windows without the right to make links says 1314; FAT says EPERM; others that it is not supported.
    codes = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS)
    return isinstance(error, NotImplementedError) or (
        isinstance(error, OSError) and (error.errno in codes or getattr(error, "winerror", 0) == 1314)
    )


def _show_copy(workspace: Workspace, id: str, new: Path) -> None:
    """Copy the release and exchange two folders; for an instant, between two renames, none is public."""
    shutil.copytree(workspace.releases / id, new)
    flush_tree(new)
    write_whole(copied_marker(workspace), f"{id}\n".encode())
    old = workspace.output / "public.old"
    _clear(old)
    if os.path.lexists(workspace.public):
        workspace.public.replace(old)
    new.replace(workspace.public)
    _clear(old)


def _replace_public(workspace: Workspace, link: Path) -> None:
    if not workspace.public.is_symlink() and workspace.public.is_dir():
        # A copy of a time when links could not be made.
        old = workspace.output / "public.old"
        _clear(old)
        workspace.public.replace(old)
        link.replace(workspace.public)
        _clear(old)
    else:
        link.replace(workspace.public)
    copied_marker(workspace).unlink(missing_ok=True)


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        with naming(path):
            shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
