"""Makes a bare machine ready, with the standard library alone.

Owns the choice of the Python that runs the portal: this one where it has the packages, else the one
in `.venv`, made or mended first where it must be. Imports nothing of the portal, nor is imported by it.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bootstrap.environment import Environment
from bootstrap.needs import Needs
from bootstrap.trouble import NotReady, say

NOT_READY = 3
INTERRUPTED = 130


def prepare(root: str, arguments: Sequence[str]) -> int | None:
    """None when this Python can run the portal; else the exit code of what was done instead.

    Where the packages are in `.venv`, the command is handed over to the Python there. `test` as the
    first argument needs the packages of requirements-dev.lock too, and is handed over to pytest.
    """
    folder = Path(root)
    testing = list(arguments[:1]) == ["test"]
    try:
        python = choose_python(Environment(folder / ".venv"), Needs(folder, for_tests=testing))
    except NotReady as trouble:
        say(str(trouble))
        return NOT_READY
    except KeyboardInterrupt:
        return INTERRUPTED
    if testing:
        os.chdir(folder)
        return hand_over(python or Path(sys.executable), ["-m", "pytest", *_on_all_cores(arguments[1:])])
    return hand_over(python, [str(folder / "freeze.py"), *arguments]) if python else None


def _on_all_cores(asked: Sequence[str]) -> list[str]:
    """Pytest's arguments, with as many processes as there are cores unless somebody says how many."""
    chosen = any(one.startswith("-n") or one in ("-p", "--pdb", "no:xdist") for one in asked)
    return list(asked) if chosen else ["-n", "auto", "--dist", "worksteal", *asked]


def choose_python(environment: Environment, needs: Needs) -> Path | None:
    """None for the Python at work, if it meets the needs; else the one in `.venv`, made ready for them.

    Raises NotReady when it could not be made ready.
    """
    if environment.is_at_work():
        met = environment.is_ready_for(needs, sys.version_info[:2])
    else:
        met = needs.are_met_here()
    if met:
        return None
    if environment.is_at_work() or not environment.is_ready_for(needs):
        # Only a first run pays for importing what it needs to build with.
        from bootstrap.making import make_ready

        make_ready(environment, needs)
    return environment.python


def hand_over(python: Path, arguments: Sequence[str]) -> int:
    """Run a Python in place of this one; its exit code is returned where the system cannot replace."""
    command = [str(python), *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    # Windows' execv returns to the shell at once, while the new process still writes to the terminal.
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return INTERRUPTED
