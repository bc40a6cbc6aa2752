"""Files of the content as they stand, and how one is written: whole, or not at all."""

from pathlib import Path

from portal.failure import naming


def stands(path: Path) -> bytes | None:
    """Give a file's bytes; None where there is none."""
    return path.read_bytes() if path.is_file() else None


def write(path: Path, body: bytes) -> None:
    """Write a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    with naming(half):
        half.write_bytes(body)
    half.replace(path)
