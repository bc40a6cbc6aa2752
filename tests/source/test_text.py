"""Texts and places in them: what is looked at only where it must be is what a look at everything finds."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.problems.problem import Problem
from portal.source.text import SourceText, read_source, source_text

signs = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    "\n\r\t\x00\x0b\x7f\x85\x9f\xa0\ufeff\ufffe\uffff"
)
CONTROLS = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]


def read(folder: Path, data: bytes) -> SourceText | Problem:
    file = folder / "a.md"
    file.write_bytes(data)
    return read_source(file, "a.md")


@pytest.mark.parametrize("code", CONTROLS)
def test_each_control_character_is_a_problem_at_its_place(tmp_path: Path, code: int) -> None:
    found = read(tmp_path, f"ệ\nab{chr(code)}c\n".encode())
    assert isinstance(found, Problem)
    assert (found.code, found.facts) == ("file/control-character", {"code_point": f"{code:04X}"})
    assert (found.at.line, found.at.column) == (2, 3)


def test_no_other_character_is_one(tmp_path: Path) -> None:
    others = [code for code in range(0x11000) if code not in CONTROLS and not 0xD800 <= code < 0xE000]
    assert isinstance(read(tmp_path, "\n".join(map(chr, others)).encode()), SourceText)


@given(st.text(signs))
@example("\r\n\r")
@example("e\u0323\u0302")
def test_a_text_is_in_normal_form_with_one_kind_of_line_end(text: str) -> None:
    plain = "\n".join(text.replace("\r\n", "\n").split("\r"))
    assert source_text("a.md", text).text == unicodedata.normalize("NFC", plain)


@given(st.text(st.sampled_from("aộ\n\u2028")), st.integers(0, 40), st.integers(1, 5))
def test_an_offset_has_the_line_and_column_of_what_stands_before_it(
    text: str, offset: int, width: int
) -> None:
    offset = min(offset, len(text))
    before, line = text[:offset], text.split("\n")[text.count("\n", 0, offset)]
    at = SourceText("a.md", text).at(offset, width)
    assert (at.line, at.column) == (before.count("\n") + 1, offset - before.rfind("\n"))
    assert at.excerpt == line
    assert at.width == max(1, min(width, len(line) - at.column + 1))
