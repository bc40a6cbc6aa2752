"""A kill leaves to the system what was written; a power cut does not: so all is on the disk in time."""

from pathlib import Path

import pytest

from tests.faults.conftest import Scenes
from tests.faults.disk import Disk, at_risk

pytestmark = [pytest.mark.faults, pytest.mark.slow]


@pytest.mark.parametrize("name", ["first", "edit", "full"])
def test_a_release_is_on_the_disk_before_it_is_public(name: str, scenes: Scenes, tmp_path: Path) -> None:
    risk = at_risk(scenes[name], tmp_path / "build", tmp_path / "trace")
    # The link's own folder is flushed once it has moved.
    assert [path for path in risk if path != "."] == []


def test_what_is_not_flushed_is_at_risk_wherever_it_moves() -> None:
    disk, old, new = Disk(), Path("/b/moi"), Path("/b/cu")
    disk.after("openat", [old / "tin"], "O_CREAT")
    disk.after("write", [old / "tin"], "")
    disk.after("rename", [old, new], "")
    disk.after("fsync", [new], "")
    assert (disk.files, disk.folders) == ({new / "tin"}, {new.parent})
    disk.after("syncfs", [new], "")
    assert (disk.files, disk.folders) == (set(), set())
