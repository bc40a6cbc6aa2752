"""Freezes may meet, and readers come at any moment: nobody sees half of anything."""

from pathlib import Path

import pytest

from tests.faults.conftest import Scenes
from tests.faults.meetings import at_once, read_while_swapped
from tests.faults.portals import portal_at

pytestmark = pytest.mark.slow
_SWAPS = 5


@pytest.mark.parametrize("name", ["first", "first", "edit", "edit", "full"])
def test_of_eight_freezes_at_once_each_is_done_or_busy(name: str, scenes: Scenes, tmp_path: Path) -> None:
    assert at_once(scenes[name], tmp_path / "build") == []


def test_a_reader_finds_every_page_and_all_that_it_shows(tmp_path: Path) -> None:
    portal = portal_at(tmp_path, 0)
    reader = read_while_swapped(portal, tmp_path / "build", _SWAPS)
    assert reader.failures == []
    assert reader.read > 10 * _SWAPS
