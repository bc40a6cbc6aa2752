"""Problems beside the lines of a change, as hosts of git read them."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from portal.problems.annotations import as_github, as_gitlab
from portal.problems.problem import Location, Problem

_AT = Location("content/tin-tuc/2026/a.md", 3, 7, 4, "title: x")


def problem(key: str, at: Location = _AT) -> Problem:
    return Problem("yaml/duplicate-key", at, {"key": key, "first": "2"})


def test_a_command_names_file_line_columns_and_code() -> None:
    (line,) = as_github([problem("title")]).splitlines()
    place, _, said = line.removeprefix("::error ").partition("::")
    assert place.split(",") == [
        "file=content/tin-tuc/2026/a.md", "line=3", "col=7", "endColumn=11", "title=yaml/duplicate-key",
    ]  # fmt: skip
    assert "«title»" in said
    assert "Cách sửa" in said


@given(st.text(alphabet="a%\r\n:,ộ«", min_size=1), st.text(alphabet="a%\r\n:,ộ", min_size=1))
def test_no_content_can_end_a_command_or_begin_another(key: str, file: str) -> None:
    written = as_github([problem(key, Location(file))])
    assert len(written.split("\n")) == 1
    assert "\r" not in written
    read = re.fullmatch(r"::error file=([^,]*),line=1,col=1,endColumn=2,title=[^,:]*::(.*)", written)
    assert read is not None
    assert _plain(read[1]) == file
    assert f"«{key}»" in _plain(read[2])


def _plain(text: str) -> str:
    for sign, code in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_a_finding_that_only_moved_keeps_its_fingerprint() -> None:
    moved = Location(_AT.file, 9, 7, 4, _AT.excerpt)
    here, there, other = json.loads(as_gitlab([problem("a"), problem("a", moved), problem("b")]))
    assert here["location"] == {"path": _AT.file, "lines": {"begin": 3}}
    assert here["fingerprint"] == there["fingerprint"]
    assert here["fingerprint"] != other["fingerprint"]
    assert here["severity"] == "major"
