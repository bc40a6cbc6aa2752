"""What a release takes over from the one before: files that stay are linked, not written again."""

import errno
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from portal.freeze.compression import packed_of
from portal.freeze.moments import untouched
from portal.freeze.targets import target
from portal.trust.manifest import Manifest

_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.ENOTSUP)


@dataclass(slots=True)
class Taken:
    """Files taken over, as the manifest has them; addresses whose files were not as they were left; bytes."""

    files: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    bytes: int = 0


def take_over(old: Path, manifest: Manifest, addresses: Iterable[str], staging: Path) -> Taken:
    """Link the files of addresses from an old release into a new one; where there are no links, copy.

    A file that is missing, or was touched since it was made, is not taken: its address is lost, to be made
    again. Raises OSError where the machine fails.
    """
    taken = Taken()
    folders = {""}
    for address in addresses:
        path = target(address)
        held = [one for one in (path, *packed_of(path)) if one in manifest]
        sizes = [untouched(old / one, manifest[one]) for one in held]
        if path not in manifest or None in sizes:
            taken.lost.append(address)
            continue
        _make_folder(staging, path.rpartition("/")[0], folders)
        for one, size in zip(held, sizes, strict=True):
            _link(old / one, staging / one)
            taken.files[one] = manifest[one]
            taken.bytes += size or 0
    return taken


def _make_folder(staging: Path, folder: str, known: set[str]) -> None:
    if folder not in known:
        (staging / folder).mkdir(parents=True, exist_ok=True)
        known.add(folder)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(old, new)
