"""Going back to a release that was public before: the link moves, nothing is made."""

from portal.durable import flush_folder
from portal.freeze.publish import show
from portal.freeze.releases import current, manifest_file, prune, read_history, write_history
from portal.trust import manifest as manifests
from portal.workspace import Workspace


class NoSuchRelease(Exception):
    """There is no such release to go back to; says why."""


def kept_releases(workspace: Workspace) -> list[tuple[str, bool]]:
    """Give the releases that are kept, oldest first, each with whether it is public now."""
    public = current(workspace)
    return [(id, id == public) for id in read_history(workspace) if (workspace.releases / id).is_dir()]


def go_back(workspace: Workspace, id: str | None) -> str:
    """Make a kept release public, whole and unchanged; without an id the one before. Gives its id.

    Raises NoSuchRelease, also where its files are not those of its manifest any more; OSError.
    """
    kept = [one for one, is_public in kept_releases(workspace) if not is_public]
    if not kept:
        raise NoSuchRelease("Không còn bản nào trước bản đang công khai")
    wanted = id or kept[-1]
    if wanted not in kept:
        raise NoSuchRelease(f"Không có bản «{wanted}»; còn giữ: {', '.join(kept)}")
    listed = manifests.read(manifest_file(workspace, wanted).read_text("utf-8"))
    if manifests.manifest_of(workspace.releases / wanted) != listed:
        raise NoSuchRelease(f"Bản «{wanted}» không còn nguyên vẹn")
    show(workspace, wanted, len(read_history(workspace)))
    return wanted


def forget_others(workspace: Workspace, id: str) -> None:
    """Keep one release alone: nobody can go back to what was taken away. Raises OSError."""
    write_history(workspace, [id])
    if workspace.previous.is_symlink():
        workspace.previous.unlink()
    flush_folder(workspace.output)
    prune(workspace, [id])
