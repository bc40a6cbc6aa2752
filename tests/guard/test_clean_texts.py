"""Texts as offices write them: no guard has anything to say of one."""

from pathlib import Path

import pytest

from portal.guard.finding import Known
from portal.guard.inspection import inspect
from portal.readers.checks import AllowFields, known_of

KNOWN: Known = known_of(AllowFields(), ())
FILES = sorted((Path(__file__).parent / "clean").glob("*.md"))
PARAGRAPHS = [block for file in FILES for block in file.read_text("utf-8").strip().split("\n\n")]


def test_there_are_enough_of_them() -> None:
    assert len(PARAGRAPHS) >= 60


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_each_paragraph_alone_is_clean(paragraph: str) -> None:
    found = inspect(paragraph, 0, KNOWN)
    assert [(one.code, paragraph[one.start : one.end]) for one in found] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_text_is_clean_as_a_whole(file: Path) -> None:
    assert inspect(file.read_text("utf-8"), 0, KNOWN) == []
