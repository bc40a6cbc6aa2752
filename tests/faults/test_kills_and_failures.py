"""A freeze is killed, or a call of it fails, at a hundred points and more: the public site is never harmed.

After each, `public` is the old release or the new one, whole; the content is untouched; a failure ended with
3 and one line that names the file; and the next freeze gives, byte for byte, what it would have given.
`python -m tests.faults` does the same at many more points.
"""

from pathlib import Path

import pytest

from tests.faults.conftest import Scenes
from tests.faults.points import error_points, kill_points, record
from tests.faults.trials import Trial, Verdict, at_moment, at_point, run_all

pytestmark = [pytest.mark.faults, pytest.mark.slow]
_KILLS, _FAILURES, _MOMENTS = 56, 48, 8


def told(verdicts: list[Verdict]) -> str:
    """The faults of all verdicts, a line each."""
    return "\n".join(str(verdict) for verdict in verdicts if verdict.faults)


def test_a_kill_or_a_failure_at_any_call_leaves_a_whole_site(scenes: Scenes, tmp_path: Path) -> None:
    recorded = {name: record(scene, tmp_path / "recorded") for name, scene in scenes.items()}
    points = kill_points(recorded, _KILLS) + error_points(recorded, _FAILURES)
    verdicts = list(run_all([at_point(scenes[name], point) for name, point in points], tmp_path))
    assert told(verdicts) == ""
    # Two processes do not always meet the same way; but nearly all points are met.
    assert sum(verdict.met for verdict in verdicts) >= 100


def test_a_kill_at_any_moment_leaves_a_whole_site(scenes: Scenes, tmp_path: Path) -> None:
    scene = scenes["edit"]
    trials: list[Trial] = [
        at_moment(scene, 0.3 + 0.15 * number, alone=bool(number % 2)) for number in range(_MOMENTS)
    ]
    assert told(list(run_all(trials, tmp_path))) == ""
