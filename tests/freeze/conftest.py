"""What the tests of freezing share."""

from pathlib import Path

import pytest

from portal.workspace import Workspace
from tests.freeze import sites


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return sites.workspace(tmp_path)


@pytest.fixture
def staging(tmp_path: Path) -> Path:
    folder = tmp_path / "staging"
    folder.mkdir()
    return folder
