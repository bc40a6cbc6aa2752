"""What may befall files that a freeze keeps for the next one."""

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.faults.outputs import public_faults, public_release, release_faults
from tests.faults.scenes import DONE, Scene, freeze
from tests.faults.trials import Trial, Verdict

_CHANCE = re.compile(r"[0-9a-f]{16,}|[0-9a-z]{16}|[\d.]{9,}")
Damage = Callable[[Path], None]


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _cut(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * 2 // 3])


def _flipped(file: Path) -> None:
    """One bit in every tenth of the file."""
    data = bytearray(file.read_bytes())
    for tenth in range(10):
        if data:
            data[tenth * len(data) // 10] ^= 1 << tenth % 8
    file.write_bytes(data)


def _foreign(file: Path) -> None:
    """What no version ever wrote, but any might read."""
    file.write_bytes(b'{"version": "99", "pages": {}}\n')


def _gone(file: Path) -> None:
    file.unlink()


DAMAGES: Mapping[str, Damage] = {
    "empty": _empty,
    "cut": _cut,
    "flipped": _flipped,
    "foreign": _foreign,
    "gone": _gone,
}


def kinds_of_state(output: Path) -> Mapping[str, list[Path]]:
    """All files below an output that are not the public's, by kind: alike but for what is named by chance."""
    public = {path.stat().st_ino for path in (output / "public").resolve().rglob("*")}
    kinds: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(output.rglob("*")):
        if path.is_file() and path.lstat().st_ino not in public and "public" not in path.parts:
            kinds[_kind(path.relative_to(output))].append(path)
    return {kind: [path for path in paths if path.exists()] for kind, paths in kinds.items()}


def _kind(path: Path) -> str:
    """A page of an old release is like any other."""
    if path.parts[0] == "releases" and len(path.parts) > 2 and "." not in path.parts[1]:
        return "releases/*/**"
    name = _CHANCE.sub("*", path.as_posix())
    return "releases/*.index/*" + path.suffix if name.startswith("releases/*.index/") else name


def damaged(scene: Scene, kind: str, damage: str, forced: bool) -> Trial:
    """A freeze where all files of a kind are damaged; `forced`, nothing can be taken from the old release."""

    def run(output: Path) -> Verdict:
        scene.restore(output)
        if forced:
            for ledger in (output / "releases").glob("*.ledger"):
                ledger.unlink()
        for file in kinds_of_state(output).get(kind, ()):
            DAMAGES[damage](file)
        ended = freeze(scene.portal, output, *scene.options)
        faults = [] if ended.code == DONE else [f"it ended with {ended.code}: {ended.err.strip()}"]
        faults += _faults(scene, output)
        what = f"{scene.name}: {kind} {damage}{', all made anew' if forced else ''}"
        return Verdict(what, ended.code, tuple(faults))

    return run


def swapped(scene: Scene, kind: str, other: Path) -> Trial:
    """A freeze that finds the files of a kind as another output has them: of another time, or version."""

    def run(output: Path) -> Verdict:
        scene.restore(output)
        theirs = kinds_of_state(other).get(kind, [])
        for file, foreign in zip(kinds_of_state(output).get(kind, []), theirs, strict=False):
            shutil.copyfile(foreign, file)
        ended = freeze(scene.portal, output, *scene.options)
        faults = [] if ended.code == DONE else [f"it ended with {ended.code}: {ended.err.strip()}"]
        return Verdict(f"{scene.name}: {kind} of another", ended.code, (*faults, *_faults(scene, output)))

    return run


def _faults(scene: Scene, output: Path) -> list[str]:
    """Public must be the new release, byte for byte; an old one may be what was made of it."""
    faults = public_faults(scene.portal, output, {scene.new.id: scene.new}, may_be_none=False)
    if faults or not os.path.lexists(output / "public"):
        return faults
    if public_release(output) != scene.new:
        return ["a wrong release is public"]
    only_new = {scene.new.id: scene.new}
    return [fault for fault in release_faults(output, only_new) if scene.new.id in fault]
