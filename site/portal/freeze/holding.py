"""One freeze at a time holds an output, from its first look to the moment its release is public."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from portal.freeze.releases import copied_marker
from portal.workspace import Workspace, locked


@contextmanager
def at_work(workspace: Workspace) -> Iterator[None]:
    """Hold an output for this process alone; raises Busy, and FileExistsError for a strange `public`."""
    with _open_modes(), locked(workspace):
        _refuse_strange_public(workspace)
        yield


@contextmanager
def _open_modes() -> Iterator[None]:
    """A web server is another user: files are 0644 and folders 0755, whatever the person's umask says."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def _refuse_strange_public(workspace: Workspace) -> None:
    public = workspace.public
    if os.path.lexists(public) and not public.is_symlink() and not copied_marker(workspace).is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(public))
