"""Finding a pip for a new environment, also where the system took ensurepip out of Python."""

import configparser
import hashlib
import html
import os
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.request import urlopen

from bootstrap.environment import Environment
from bootstrap.needs import version_of
from bootstrap.trouble import Refused, Unreachable

PUBLIC_INDEX = "https://pypi.org/simple"
_SYSTEM_WHEELS = Path("/usr/share/python-wheels")
_WHEEL = re.compile(r'href="([^"]*?(pip-([\d.]+)-py3-none-any\.whl)(?:#sha256=([0-9a-f]{64}))?)"')

Pip = list[str]
"""The beginning of a command that is pip at work on the environment."""


def find_pip(environment: Environment) -> Pip:
    """The first pip that works: the environment's, Python's bundled one, one on this machine, the index's.

    Raises Unreachable when only the index was left and it did not answer.
    """
    for candidate in _candidates(environment):
        if _succeeds([*candidate, "--version"]):
            return candidate
    return [str(environment.python), str(download_pip(environment.folder) / "pip")]


def _candidates(environment: Environment) -> Iterator[Pip]:
    python = str(environment.python)
    yield [python, "-m", "pip"]
    if _succeeds([python, "-m", "ensurepip"]):
        yield [python, "-m", "pip"]
    for folder in (environment.folder, _SYSTEM_WHEELS):
        for wheel in sorted(folder.glob("pip-*.whl"), reverse=True):
            # A wheel is a zip file that Python can run a package from.
            yield [python, str(wheel / "pip")]
    yield [sys.executable, "-m", "pip", "--python", python]
    if elsewhere := shutil.which("pip3"):
        yield [elsewhere, "--python", python]


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def download_pip(folder: Path) -> Path:
    """The newest pip of the index as a wheel in `folder`, checked against the digest the index gives.

    Raises Unreachable, or Refused when the digest differs.
    """
    page = index_address() + "/pip/"
    try:
        listing = html.unescape(_read(page).decode("utf-8", "replace"))
        found: list[tuple[str, str, str, str]] = _WHEEL.findall(listing)
        link, name, _, digest = max(found, key=lambda wheel: version_of(wheel[2]))
        wheel = _read(urljoin(page, link))
    except (OSError, HTTPException, ValueError) as error:
        raise Unreachable(without_password(index_address())) from error
    if digest and hashlib.sha256(wheel).hexdigest() != digest:
        raise Refused(name)
    (folder / name).write_bytes(wheel)
    return folder / name


def index_answers() -> bool:
    """Whether the package index says anything at all, were it that it has no pip."""
    try:
        _read(index_address() + "/pip/")
    except HTTPError:
        return True
    except (OSError, HTTPException, ValueError):
        return False
    return True


def _read(address: str) -> bytes:
    trusted = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))
    with urlopen(address, timeout=30, context=trusted) as answer:
        body: bytes = answer.read()
    return body


def index_address() -> str:
    """The package index that pip would ask: PIP_INDEX_URL, pip's settings, else the public one."""
    named = os.environ.get("PIP_INDEX_URL") or _index_in_settings() or PUBLIC_INDEX
    return named.rstrip("/")


def _index_in_settings() -> str | None:
    for file in _settings_files():
        settings = configparser.RawConfigParser()
        with suppress(configparser.Error, OSError, UnicodeDecodeError):
            settings.read(file, encoding="utf-8")
            for section in ("install", "global"):
                if address := settings.get(section, "index-url", fallback=None):
                    return address
    return None


def _settings_files() -> Iterator[Path]:
    # https://pip.pypa.io/en/stable/topics/configuration/, the nearest first.
    if named := os.environ.get("PIP_CONFIG_FILE"):
        yield Path(named)
    if os.name == "nt":
        yield Path(os.environ.get("APPDATA", ""), "pip", "pip.ini")
    else:
        yield Path("~/.config/pip/pip.conf").expanduser()
        yield Path("~/.pip/pip.conf").expanduser()
        yield Path("/etc/pip.conf")


def without_password(address: str) -> str:
    """The address as it may be shown: without a name and password in it."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
