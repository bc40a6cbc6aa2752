"""The scenes of all these tests, made once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.scenes import Scene, first_scene, later_scenes

Scenes = Mapping[str, Scene]


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    """Freezes to be disturbed, by name."""
    folder: Path = tmp_path_factory.mktemp("scenes")
    made = (first_scene(folder / "first"), *later_scenes(folder / "later"))
    return {scene.name: scene for scene in made}
