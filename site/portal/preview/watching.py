"""Seeing that files were saved."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event

from watchfiles import watch

_QUIET = 60  # milliseconds without a change after which a burst of changes is taken for whole
_LONGEST = 1000  # milliseconds that a burst may last before it is looked at


def watch_files(folders: Sequence[Path], tell: Callable[[Iterable[str]], None], stop: Event) -> None:
    """Tell which files changed, burst by burst, until stopped; where the system cannot tell, it is asked."""
    there = [folder for folder in folders if folder.is_dir()]
    for changes in watch(*there, stop_event=stop, step=_QUIET, debounce=_LONGEST, raise_interrupt=False):
        files = sorted({file for _, file in changes if not _is_passing(Path(file))})
        if files:
            tell(files)


def _is_passing(file: Path) -> bool:
    """Whether it is what programs put beside a file while they write it."""
    name = file.name
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".swp", ".tmp"))
