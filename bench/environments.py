"""What the peers run in: environments made once from the registries, each named by what is pinned in it."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from bench.measure import Failed

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "bench"
_READY = ".ready"


def environment(name: str, cache: Path, python: str = sys.executable) -> Path:
    """The folder of the environment of a peer, or of `engine`; made if it does not stand in the cache.

    `python` runs whatever is written in Python; this one's pip installs what that needs. Raises Failed where
    a registry or a tool fails.
    """
    pins = _pins(name)
    made_of = pins.read_bytes() + (b"" if pins.suffix == ".json" else python.encode())
    folder = cache / f"{name}-{sha256(made_of).hexdigest()[:10]}"
    if not (folder / _READY).exists():
        shutil.rmtree(folder, ignore_errors=True)
        print(f"making {folder.name}", file=sys.stderr)
        if pins.suffix == ".json":
            _node(folder, pins)
        else:
            _python(folder, pins, python)
        (folder / _READY).touch()
    return folder


def _pins(name: str) -> Path:
    if name == "engine":
        return ROOT / "requirements.lock"
    locked = HERE / "sites" / name / "package-lock.json"
    return locked if locked.exists() else HERE / "requirements" / f"{name}.txt"


def _python(folder: Path, pins: Path, python: str) -> None:
    # Debian's Python has no pip to put into an environment.
    _quietly([python, "-m", "venv", "--without-pip", str(folder)], folder.parent)
    own = str(folder / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--python", own, "--disable-pip-version-check", "--quiet"]
    _quietly([*pip, "install", "--no-input", "-r", str(pins)], folder)


def _node(folder: Path, pins: Path) -> None:
    folder.mkdir(parents=True)
    for file in (pins, pins.with_name("package.json")):
        shutil.copy(file, folder)
    _quietly(["npm", "ci", "--no-audit", "--no-fund", "--silent"], folder)


def _quietly(command: Sequence[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    ended = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if ended.returncode:
        said = (ended.stderr or ended.stdout).decode(errors="replace").strip()
        raise Failed(f"{' '.join(command)}: exit code {ended.returncode}\n{said}")
