"""Whatever becomes of what is kept for the next freeze, it is made anew, and never shown."""

from pathlib import Path

import pytest

from tests.faults.conftest import Scenes
from tests.faults.damage import DAMAGES, damaged, kinds_of_state, swapped
from tests.faults.scenes import Scene
from tests.faults.trials import run_all

pytestmark = pytest.mark.slow


def kinds(scene: Scene) -> list[str]:
    """The kinds of state of a scene: whatever lies there that is not public, found and not listed."""
    found = sorted(kinds_of_state(scene.before))
    assert {"cache/sources.db", "releases/*.ledger", "releases/history"} <= set(found)
    return found


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_kept_may_be_damaged(damage: str, scenes: Scenes, tmp_path: Path) -> None:
    scene = scenes["edit"]
    # Without its ledger nothing of the old release is taken over: all comes from what is kept of sources.
    trials = [damaged(scene, kind, damage, kind.startswith("cache/")) for kind in kinds(scene)]
    assert [str(verdict) for verdict in run_all(trials, tmp_path) if verdict.faults] == []


def test_what_is_kept_may_be_of_another_time(scenes: Scenes, tmp_path: Path) -> None:
    scene, other = scenes["edit"], scenes["first"].left_in
    trials = [swapped(scene, kind, other) for kind in kinds(scene)]
    assert [str(verdict) for verdict in run_all(trials, tmp_path) if verdict.faults] == []
