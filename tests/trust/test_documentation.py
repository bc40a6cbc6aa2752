"""The pages on verifying name every option and every exit code, and no other."""

import argparse
import re
from pathlib import Path

import pytest

from portal.trust.verifying.command import WRONG_USAGE
from portal.trust.verifying.findings import EXITS, SOUND
from portal.trust.verifying.options import add_options

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("page", ["kiem-chung.md", "en/verifying.md"])
def test_a_page_has_all_options_and_codes(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    parser = argparse.ArgumentParser(add_help=False)
    add_options(parser)
    options = {word for action in parser._actions for word in action.option_strings}
    assert set(re.findall(r"^\| `(--[a-z]+)", text, re.MULTILINE)) == options
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    assert codes == {*EXITS.values(), SOUND, WRONG_USAGE}
