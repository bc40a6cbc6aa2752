"""The clock of a machine may stand anywhere: what is published is decided by `--as-of` alone."""

from pathlib import Path

import pytest

from tests.faults.conftest import Scenes
from tests.faults.outputs import public_release
from tests.faults.scenes import DONE, freeze

pytestmark = [pytest.mark.clock, pytest.mark.slow]
_CLOCKS = ["-10y", "+10y", "@1970-01-02 00:00:00", "@2038-01-19 03:14:00"]


@pytest.mark.parametrize("name", ["first", "edit"])
@pytest.mark.parametrize("clock", _CLOCKS)
def test_a_clock_that_is_wrong_changes_nothing(clock: str, name: str, scenes: Scenes, tmp_path: Path) -> None:
    scene = scenes[name]
    scene.restore(tmp_path / "build")
    # The clock of the file system is the machine's own: only the process is deceived.
    under = ["faketime", "-f", clock]
    ended = freeze(scene.portal, tmp_path / "build", under=under, NO_FAKE_STAT="1")
    assert ended.code == DONE, ended
    assert public_release(tmp_path / "build") == scene.new
    assert scene.faults_once_healed(tmp_path / "build") == []
