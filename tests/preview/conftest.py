"""A small portal and its preview, new for each test."""

from pathlib import Path

import pytest

from tests.preview.previews import Preview
from tests.readers.folders import portal_folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return portal_folder(tmp_path)


@pytest.fixture
def preview(content: Path) -> Preview:
    return Preview(content)
