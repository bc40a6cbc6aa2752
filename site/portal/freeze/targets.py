"""Which file an address is frozen to: always one inside the release, and never one that another has."""

import re
from collections.abc import Iterable

from portal.failure import Failure

# Names that every file system and every server takes for the same; none is a folder itself or the one above.
_PLAIN = re.compile(r"(?:/(?!\.{1,2}(?:/|\Z))[A-Za-z0-9._~-]+)+")


class UnsafeAddress(Failure, ValueError):
    """An address whose file would lie outside the release, or be another address's too; says which."""


def target(address: str) -> str:
    """Give the path of an address's file in the release, with slashes; raises UnsafeAddress.

    Each step is a plain name, so that the path cannot leave the folder that it is joined to.
    """
    path = address + "index.html" if address.endswith("/") else address
    if not _PLAIN.fullmatch(path):
        raise UnsafeAddress(f"«{address}»")
    return path[1:]


def check_targets(addresses: Iterable[str]) -> None:
    """Raise UnsafeAddress unless every address has a file of its own, on every file system."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for address in addresses:
        # Windows and macOS know no case.
        path = target(address).lower()
        _claim(files, folders, path, address)
        while "/" in path:
            path = path.rpartition("/")[0]
            if path in folders:
                break
            _claim_folder(files, folders, path, address)


def _claim(files: dict[str, str], folders: dict[str, str], path: str, address: str) -> None:
    other = files.get(path) or folders.get(path)
    if other:
        raise UnsafeAddress(f"«{address}», «{other}»")
    files[path] = address


def _claim_folder(files: dict[str, str], folders: dict[str, str], path: str, address: str) -> None:
    if path in files:
        raise UnsafeAddress(f"«{address}», «{files[path]}»")
    folders[path] = address
