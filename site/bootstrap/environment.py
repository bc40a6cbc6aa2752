"""The project's own environment, `.venv`, and how one knows that it is whole."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from bootstrap.needs import Needs


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder that holds a Python and packages.

    A mark for each kind of needs is written last, when everything it promises is in place; the mark
    `unfinished` stands from the first write to the last, so that whatever a crash left is known.
    """

    folder: Path

    @property
    def python(self) -> Path:
        """The Python inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def unfinished(self) -> Path:
        """The mark of an environment that is being made."""
        return self.folder / "unfinished"

    def mark_of(self, needs: Needs) -> Path:
        """The mark that says which lock file was installed, by which Python."""
        return self.folder / f"{needs.name}.ready"

    def is_at_work(self) -> bool:
        """Whether the Python that asks is this environment's."""
        return os.path.realpath(sys.prefix) == os.path.realpath(self.folder)

    def is_ready_for(self, needs: Needs, version: tuple[int, int] | None = None) -> bool:
        """Whether the packages of the lock file as it is now are installed.

        With a version, also for that Python: an upgrade of the system's leaves packages behind.
        """
        try:
            digest, installed_by = self.mark_of(needs).read_text(encoding="ascii").split()
            is_same = digest == needs.digest()
        except (OSError, ValueError):
            return False
        right_python = version is None or installed_by == "{}.{}".format(*version)
        return is_same and right_python and self.python.exists()

    def mark_ready_for(self, needs: Needs, version: str) -> None:
        """Promise that the packages of the lock file are installed for a Python such as `3.11`."""
        self.mark_of(needs).write_text(f"{needs.digest()} {version}\n", encoding="ascii")
