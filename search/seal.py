"""The seal of an index folder: a list of its files and their digests, checked before one is opened."""

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

SEAL_NAME = "digest"
"""The file of an index folder that holds its seal; all others are listed in it."""


class DamagedIndex(Exception):
    """An index folder does not hold what was written, or was written for another version."""


def seal(folder: Path, version: str, known: Mapping[str, str] | None = None) -> str:
    """List the files of a folder in its seal and give its digest; all is on the disk when this returns.

    `known` has the digests of files that were sealed in another folder and are linked into this one: they are
    neither read nor flushed again.
    """
    known = known or {}
    content = "\n".join(_lines(version, _digests(folder, known))).encode()
    (folder / SEAL_NAME).write_bytes(content)
    for path in folder.iterdir():
        if path.name not in known:
            _flush_file(path)
    _flush_folder(folder)
    _flush_folder(folder.parent)
    return hashlib.sha256(content).hexdigest()


def check_seal(folder: Path, version: str, digest: str | None = None) -> Mapping[str, str]:
    """Give the digests of the files, by name, if the folder holds just those of its seal.

    The seal must have the digest, where one is given. Raises DamagedIndex, naming the first wrong file.
    """
    sealed = _read_seal(folder, digest).split("\n")
    if sealed[0] != version:
        raise DamagedIndex(f"{folder / SEAL_NAME}: made for another version ({sealed[0]!r}, not {version!r})")
    digests = _digests(folder, {})
    found = _lines(version, digests)
    if sealed != found:
        wrong = sorted(line.partition("  ")[2] for line in {*sealed} ^ {*found})
        raise DamagedIndex(f"{folder / (wrong + [SEAL_NAME])[0]}: not as it was sealed")
    return digests


def sealed_version(folder: Path) -> str:
    """Give the version that a folder was sealed for, unchecked; DamagedIndex where there is no seal."""
    return _read_seal(folder, None).partition("\n")[0]


def _lines(version: str, digests: Mapping[str, str]) -> list[str]:
    return [version, *(f"{digest}  {name}" for name, digest in digests.items())]


def _digests(folder: Path, known: Mapping[str, str]) -> dict[str, str]:
    names = sorted(path.name for path in folder.iterdir() if path.name != SEAL_NAME)
    return {name: known.get(name) or _digest(folder / name) for name in names}


def _digest(path: Path) -> str:
    if not stat.S_ISREG(path.lstat().st_mode):
        return "no file"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_seal(folder: Path, digest: str | None) -> str:
    path = folder / SEAL_NAME
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DamagedIndex(f"{path}: cannot be read ({error.strerror})") from error
    if digest is not None and hashlib.sha256(content).hexdigest() != digest:
        raise DamagedIndex(f"{path}: not the seal that was expected")
    return content.decode("utf-8", "replace")


def _flush_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows has no way to flush a folder.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
