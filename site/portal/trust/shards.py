"""A manifest in parts, so that whoever checks one page need not fetch the names of all.

The index is a manifest of the parts, in the same format. A file is listed in the part whose name the SHA-256
of its path begins with; a small release has one part, named `all`. The SHA-256 of the index stands for
every byte of a release.
"""

from collections.abc import Mapping
from hashlib import sha256

from portal.trust.manifest import Manifest, read, write

WHOLE = "all"
INDEX = "index"
_BOUNDS = (512, 8192)  # files up to which the names of parts have no digit, and one; more have two


def shards_of(manifest: Manifest) -> Mapping[str, bytes]:
    """The index and its parts, by name."""
    digits = sum(len(manifest) > bound for bound in _BOUNDS)
    held: dict[str, list[str]] = {}
    for path, digest in manifest.items():
        held.setdefault(shard_name(path, digits), []).append(f"{digest}  {path}\n")
    parts = {name: "".join(held[name]).encode() for name in sorted(held)}
    index = {name: sha256(data).hexdigest() for name, data in parts.items()}
    return {INDEX: write(index).encode(), **parts}


def shard_name(path: str, digits: int) -> str:
    """The name of the part that lists a path, where names have so many digits."""
    return sha256(path.encode()).hexdigest()[:digits] if digits else WHOLE


def part_for(index: Manifest, path: str) -> str | None:
    """The part that lists a path, if it is listed at all; the index says how many digits names have."""
    if WHOLE in index:
        return WHOLE
    name = shard_name(path, len(next(iter(index), "")))
    return name if name in index else None


def read_part(index: Manifest, name: str, data: bytes) -> Manifest:
    """Read a part of which the index knows the digest; raises ValueError for any other bytes."""
    if sha256(data).hexdigest() != index.get(name):
        raise ValueError(f"{name}: not the part that the index lists")
    return read(data.decode())
