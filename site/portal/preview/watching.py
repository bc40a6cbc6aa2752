"""Seeing that files were saved: told by the system, and by our own look where the system says nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from watchfiles import watch

_QUIET = 25  # milliseconds without a change after which a burst of changes is taken for whole
_LONGEST = 1000  # milliseconds that a burst may last before it is looked at
_PAUSE = 2.0  # seconds without a change after which what was told is compared with what is there
_SELDOM = 30.0  # seconds between two looks while nothing happens
_OFTEN = 1.0  # the same where the system tells nothing


def watch_files(
    folders: Sequence[Path],
    tell: Callable[[Sequence[str]], object],
    look: Callable[[], bool],
    stop: Event,
    warn: Callable[[], object] = lambda: None,
) -> None:
    """Tell which files changed, burst by burst, until stopped.

    `look` looks at all files, makes what is due, and gives whether anything had not been told: a watch that
    missed something is begun anew, and where the system cannot tell, looks alone do, which `warn` is told.
    """
    while not stop.is_set():
        try:
            _watch([folder for folder in folders if folder.is_dir()], tell, look, stop)
        except OSError:
            # Linux has a limit on what may be watched, and some folders of networks tell nothing.
            warn()
            while not stop.wait(_OFTEN):
                look()


def _watch(
    folders: Sequence[Path], tell: Callable[[Sequence[str]], object], look: Callable[[], bool], stop: Event
) -> None:
    """Do the same until something was missed. Raises OSError where nothing can be watched."""
    idle, compared = 0.0, False
    for changes in watch(
        *folders,
        watch_filter=None,
        stop_event=stop,
        step=_QUIET,
        debounce=_LONGEST,
        rust_timeout=int(_PAUSE * 1000),
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
    ):
        if changes:
            idle, compared = 0.0, False
            files = sorted({file for _, file in changes if not _is_passing(Path(file), folders)})
            if files:
                tell(files)
            continue
        idle += _PAUSE
        if not compared or idle >= _SELDOM:
            idle, compared = 0.0, True
            if look():
                return


def _is_passing(file: Path, folders: Sequence[Path]) -> bool:
    """Whether it is what programs put beside a file while they write it, or in a folder of their own."""
    inside = next((file.relative_to(folder) for folder in folders if file.is_relative_to(folder)), file)
    name = file.name
    hidden = any(part.startswith(".") for part in inside.parts)
    return hidden or name.startswith(("~$", "#")) or name.endswith(("~", ".swp", ".tmp", ".half", ".pyc"))
