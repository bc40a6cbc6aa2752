"""Making and mending `.venv`: one process at a time, and whole or known to be unfinished."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from bootstrap.environment import Environment
from bootstrap.install import install
from bootstrap.needs import Needs
from bootstrap.pip_source import find_pip
from bootstrap.trouble import NoVenv, Unreachable, say, trouble_of

LOCK = "lock"


def make_ready(environment: Environment, needs: Needs) -> None:
    """Install what the lock file names into the environment, making it first where there is none.

    Raises NotReady with the reason. A second process waits for the first and finds its work done.
    """
    try:
        environment.folder.mkdir(exist_ok=True)
        with alone(environment):
            version = python_version(environment)
            if version is None or not _is_ready(environment, needs, version):
                _build(environment, needs, is_sound=version is not None)
    except OSError as error:
        raise trouble_of(error, environment.folder) from error


def _is_ready(environment: Environment, needs: Needs, version: str) -> bool:
    major, _, minor = version.partition(".")
    return environment.is_ready_for(needs, (int(major), int(minor)))


def _build(environment: Environment, needs: Needs, is_sound: bool) -> None:
    say("Đang cài các gói cần thiết vào .venv (lần đầu thường mất khoảng một phút)…")
    say("Installing the packages needed into .venv (about a minute the first time)…")
    if not is_sound:
        renew(environment)
    environment.unfinished.touch()
    try:
        install(find_pip(environment), needs)
    except Unreachable:
        # pip downloads everything before it changes anything, so the environment is as it was.
        environment.unfinished.unlink()
        raise
    version = python_version(environment, even_unfinished=True) or ""
    for met in {needs, Needs(needs.root)}:
        environment.mark_ready_for(met, version)
    environment.unfinished.unlink()


def renew(environment: Environment) -> None:
    """Empty the environment, all but its lock, and put a Python into it."""
    for entry in environment.folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != LOCK:
            entry.unlink()
    environment.unfinished.touch()
    try:
        import venv
    except ImportError as error:
        raise NoVenv from error
    venv.EnvBuilder(symlinks=os.name != "nt").create(environment.folder)


def python_version(environment: Environment, even_unfinished: bool = False) -> str | None:
    """The version, such as `3.11`, of the Python inside; None when it is unfinished, too old or broken."""
    if environment.unfinished.exists() and not even_unfinished:
        return None
    ask = "import sys; print('%d.%d' % sys.version_info[:2]); sys.exit(sys.version_info < (3, 11))"
    try:
        answer = subprocess.run([environment.python, "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None


@contextmanager
def alone(environment: Environment) -> Iterator[None]:
    """Hold the environment's lock; the system gives it back however the process ends."""
    with (environment.folder / LOCK).open("w") as lock:
        if not _take(lock):
            say("Một lệnh khác đang cài các gói; xin chờ…\nAnother command is installing; waiting…")
            while not _take(lock):
                time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(lock: IO[str]) -> bool:
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _take(lock: IO[str]) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
