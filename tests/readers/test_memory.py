"""What was read is known again, with what was said of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from portal.problems.catalogue import pictures
from portal.problems.problem import Level, Problem
from portal.readers.portal import Reading, read_portal
from portal.source.folder import Folder
from tests.readers.folders import AS_OF, portal_folder

_DEAD = "picture/no-alt"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal with one thing to warn of."""
    monkeypatch.setitem(pictures.ENTRIES, _DEAD, pictures.ENTRIES[_DEAD])
    monkeypatch.setattr(
        "portal.problems.catalogue.CATALOGUE",
        {_DEAD: replace(pictures.ENTRIES[_DEAD], level=Level.WARNING)},
    )
    root = portal_folder(tmp_path)
    file = root / "tin-tuc/2026/hop-bao.md"
    file.write_text(file.read_text("utf-8") + "\n![](anh.png)\n", "utf-8")
    return root


def read(root: Path, name: str = "content") -> Reading:
    # Looked at long after it was written, so that its stamps are trusted.
    return read_portal(Folder(root, name, 2**62), root.parent / "cache", AS_OF)


def test_an_article_with_a_warning_alone_is_published(root: Path) -> None:
    reading = read(root)
    assert [problem.code for problem in reading.problems] == [_DEAD]
    assert reading.portal is not None
    assert len(reading.portal.articles) == 1
    assert not reading.broken


def test_a_warning_is_said_again_of_a_file_that_is_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(root).problems
    monkeypatch.setattr("portal.readers.articles.read_article", None)
    assert read(root).problems == before


def test_a_portal_that_was_moved_names_its_files_as_they_are(root: Path) -> None:
    (before,) = read(root).problems
    (after,) = read(root, "noi-dung").problems
    assert after == Problem(_DEAD, replace(before.at, file="noi-dung/tin-tuc/2026/hop-bao.md"), before.facts)
