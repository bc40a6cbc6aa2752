"""The releases of an output: which is public, which came before, and which are kept."""

import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from portal.failure import naming
from portal.workspace import Workspace

_ID = re.compile(r"[0-9a-f]{16}")
_OURS = re.compile(r"([0-9a-f]{16})(\..+)?")
_BESIDE = (None, ".index", ".manifest", ".ledger")
_LEAST_KEPT = 2  # the public one and the one to go back to


def index_folder(workspace: Workspace, id: str) -> Path:
    """Where the search index of a release lies."""
    return workspace.releases / f"{id}.index"


def manifest_file(workspace: Workspace, id: str) -> Path:
    """Where the manifest of a release lies."""
    return workspace.releases / f"{id}.manifest"


def ledger_file(workspace: Workspace, id: str) -> Path:
    """Where it is written what the pages of a release were made of."""
    return workspace.releases / f"{id}.ledger"


def current(workspace: Workspace) -> str | None:
    """Give the id of the release that is public; None where there is none."""
    if workspace.public.is_symlink():
        id = workspace.public.readlink().name
        return id if _ID.fullmatch(id) and (workspace.releases / id).is_dir() else None
    if workspace.public.is_dir() and copied_marker(workspace).is_file():
        return copied_marker(workspace).read_text("ascii").strip()
    return None


def copied_marker(workspace: Workspace) -> Path:
    """The file that names the public release where `public` is a copy and cannot be a link."""
    return workspace.releases / "copied"


def read_history(workspace: Workspace) -> list[str]:
    """Give the ids of the releases that were public, oldest first; lines that are none are left out."""
    file = workspace.releases / "history"
    lines = file.read_text("ascii", "replace").split() if file.is_file() else []
    return [line for line in lines if _ID.fullmatch(line)]


def next_history(history: Sequence[str], previous: str | None, id: str, keep: int) -> list[str]:
    """Give the ids to keep, once a release is public: it last, the one before it next to last."""
    older = [old for old in history if old not in (previous, id)]
    before = [previous] if previous and previous != id else []
    return [*older, *before, id][-max(keep, _LEAST_KEPT) :]


def write_history(workspace: Workspace, history: Sequence[str]) -> None:
    """Keep the ids of the releases; a crash leaves the old list or the new one."""
    new = workspace.releases / "history.new"
    with naming(new), new.open("w", encoding="ascii", newline="\n") as file:
        file.writelines(f"{id}\n" for id in history)
        file.flush()
        os.fsync(file.fileno())
    new.replace(workspace.releases / "history")


def forget(workspace: Workspace, id: str) -> None:
    """Take away what lies beside a release: it is none any more."""
    for file in (manifest_file(workspace, id), ledger_file(workspace, id)):
        file.unlink(missing_ok=True)


def oldest(workspace: Workspace) -> str | None:
    """Give the oldest release, where it is neither public nor the one to go back to first."""
    spare = [id for id in _standing(workspace) if id != current(workspace)]
    return spare[0] if len(spare) > 1 else None


def is_full(workspace: Workspace, keep: int) -> bool:
    """Whether the oldest release makes room for the next one, where `keep` are to stay."""
    return len(_standing(workspace)) >= max(keep, _LEAST_KEPT)


def _standing(workspace: Workspace) -> list[str]:
    return [id for id in read_history(workspace) if (workspace.releases / id).is_dir()]


def leftovers(workspace: Workspace, kept: Sequence[str]) -> list[Path]:
    """Give what belongs to no release that is kept."""
    found = []
    for path in sorted(workspace.releases.iterdir()):
        match = _OURS.fullmatch(path.name)
        if match and (match[1] not in kept or match[2] not in _BESIDE):
            found.append(path)
    return found


def prune(workspace: Workspace, kept: Sequence[str]) -> None:
    """Remove what belongs to no release that is kept; what resists is left to the next time.

    A folder is renamed first, so that no half of a release ever stands under its name.
    """
    for path in leftovers(workspace, kept):
        with suppress(OSError):
            _remove(path)


def _remove(path: Path) -> None:
    if not path.is_dir() or path.is_symlink():
        path.unlink(missing_ok=True)
        return
    doomed = path if path.name.endswith(".old") else path.with_name(path.name + ".old")
    if doomed != path:
        shutil.rmtree(doomed, ignore_errors=True)
        path.replace(doomed)
    shutil.rmtree(doomed, ignore_errors=True)
