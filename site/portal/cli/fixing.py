"""The verb `fix`."""

import argparse
import os
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile

from portal.cli.arguments import DONE, USAGE
from portal.cli.place import workspace_of
from portal.failure import naming
from portal.readers.mending import mend
from portal.source.folder import Folder


def fix(asked: argparse.Namespace) -> int:
    """Write what is surely meant as it should be written, in the files that were named or in all."""
    portal = workspace_of(asked).portal
    folder = Folder(portal, portal.name)
    try:
        files = [_own_name(folder, file) for file in asked.files] or list(folder.files)
    except ValueError as error:
        print(error, file=sys.stderr)
        return USAGE
    changed = 0
    for file in files:
        path = folder.path(file)
        with naming(path):
            before = path.read_bytes()
        after = mend(file, before, ordered=asked.order)
        if after == before:
            continue
        changed += 1
        if asked.dry_run:
            print("".join(_difference(folder.shown(file), before, after)), end="")
        else:
            _write(path, after)
            print(f"Đã sửa {folder.shown(file)}")
    print(_words(changed, asked.dry_run))
    return DONE


def _words(changed: int, dry_run: bool) -> str:
    if not changed:
        return "Không có gì cần sửa."
    if dry_run:
        return f"{changed} tệp sẽ được sửa; chưa ghi gì."
    return f"{changed} tệp đã sửa. Xem lại bằng git diff, rồi python3 freeze.py check."


def _own_name(folder: Folder, file: Path) -> str:
    """What the portal calls a file; raises ValueError, with words for people, where it holds none such."""
    try:
        name = file.resolve().relative_to(folder.root.resolve()).as_posix()
    except ValueError:
        name = ""
    if name not in folder.names:
        raise ValueError(f"{file}: không phải là một tệp trong {folder.root}")
    return name


def _difference(name: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    for line in unified_diff(old, new, name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ không có dấu xuống dòng ở cuối\n"


def _write(path: Path, data: bytes) -> None:
    """Put new bytes in the place of a file at one stroke: a power cut leaves the old or the new."""
    with naming(path), NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        made = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            made.chmod(path.stat().st_mode)
            made.replace(path)
        except OSError:
            made.unlink(missing_ok=True)
            raise
