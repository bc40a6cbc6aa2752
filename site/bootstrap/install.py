"""Running pip, and understanding why it failed."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bootstrap.needs import Needs
from bootstrap.pip_source import Pip, index_address, index_answers, without_password
from bootstrap.trouble import NoSpace, NotReady, NotWritable, Refused, Unreachable, say

_WRONG_DIGEST = re.compile(r"DO NOT MATCH THE HASHES")
_REFUSED_PACKAGE = re.compile(r"^ +(\S+==\S+ from \S+)", re.MULTILINE)
_NO_SPACE = re.compile(r"No space left|Errno 28|[Qq]uota exceeded")
_NO_NETWORK = re.compile(
    r"connection broken|Connection(?:Error| refused| reset| timed out)|Failed to connect|"
    r"Max retries exceeded|Name or service not known|Network is unreachable|Timeout|timed out|SSLError"
)
_NOT_WRITABLE = re.compile(r"Permission denied|Read-only file system|Errno 13|Errno 30|Access is denied")
# The lock names no file for this Python or machine, or a package here needs one that it does not name.
_LOCK_DOES_NOT_FIT = re.compile(
    r"No matching distribution|Could not find a version|requires a different Python|"
    r"In --require-hashes mode, all requirements must have"
)


@dataclass(frozen=True, slots=True)
class Run:
    """How one run of pip ended: its exit code and all that it said."""

    code: int
    said: str

    def lock_does_not_fit(self) -> bool:
        """Whether pip failed because the lock file names nothing that suits this machine."""
        return self.code != 0 and self.trouble() is None and bool(_LOCK_DOES_NOT_FIT.search(self.said))

    def trouble(self) -> NotReady | None:
        """The cause, where it is one that is known and outside the lock file."""
        if _WRONG_DIGEST.search(self.said):
            return Refused("\n".join(_REFUSED_PACKAGE.findall(self.said)))
        if _NO_SPACE.search(self.said):
            return NoSpace(".venv")
        if _NO_NETWORK.search(self.said):
            return Unreachable(without_password(index_address()))
        if _NOT_WRITABLE.search(self.said):
            return NotWritable(".venv")
        return None


def install(pip: Pip, needs: Needs) -> None:
    """Install the lock file's packages, each checked against its digest.

    Where the lock names nothing for this Python or machine, says so and installs by the bounds of the
    requirements instead. A wrong digest is never passed over. Raises NotReady.
    """
    run = run_pip(pip, "--require-hashes", "-r", str(needs.locked), expected=_pins(needs.locked))
    if run.lock_does_not_fit():
        # pip told not to try again says nothing of the network: only that it found no version.
        if not index_answers():
            raise Unreachable(without_password(index_address()))
        say(f"{needs.locked.name} không có gói cho Python hoặc máy này; cài theo {needs.listed.name}.")
        say(f"{needs.locked.name} does not fit this Python or machine; installing by {needs.listed.name}.")
        run = run_pip(pip, "-r", str(needs.listed), expected=_pins(needs.locked))
    if run.code != 0:
        raise run.trouble() or NotReady(
            "Chưa cài được các gói cần thiết; pip báo lỗi như dưới đây. Hãy xử lý rồi chạy lại lệnh này.",
            "The packages could not be installed; pip said what follows. Mend it, then run this again.",
            last_lines(run.said),
        )


def run_pip(pip: Pip, *arguments: str, expected: int) -> Run:
    """Run `pip install`, counting packages on a terminal up to the number expected."""
    command = [*pip, "install", "--no-input", "--progress-bar=off", *arguments]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_surroundings(),
        encoding="utf-8",
        errors="replace",
    )
    said: list[str] = []
    collected = 0
    with process:
        for line in process.stdout or ():
            said.append(line)
            if line.startswith("Collecting "):
                collected += 1
                _show_progress(collected, max(collected, expected), line.split()[1])
    _show_progress(0, 0, "")
    return Run(process.returncode, "".join(said))


def last_lines(said: str, count: int = 8) -> str:
    """The end of what pip said, where it says what went wrong."""
    return "\n".join(line for line in said.splitlines()[-count:] if line.strip())


def _surroundings() -> dict[str, str]:
    # pip waits for minutes on a dead network by default; a person at a terminal should not.
    defaults = {"PIP_RETRIES": "2", "PIP_DEFAULT_TIMEOUT": "30"}
    # `user = true` in a person's settings would make every installation into .venv fail.
    fixed = {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    # Without it older pips build what comes as source by a setuptools that a new environment lacks;
    # said here because a newer pip that has dropped the option ignores it here.
    fixed["PIP_USE_PEP517"] = "1"
    return {**defaults, **os.environ, **fixed}


def _pins(lock: Path) -> int:
    return sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())


def _show_progress(done: int, total: int, package: str) -> None:
    if sys.stderr.isatty():
        say(f"\r\x1b[2K  {done}/{total}  {package}" if total else "\r\x1b[2K", end="")
