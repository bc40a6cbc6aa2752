"""Each row of the comparison with Open SDG is shown by a test or a page that there is, or says why not."""

import re
from pathlib import Path

from tests.browser.test_pages import KINDS

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/so-voi-open-sdg.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| Open SDG |")
]


def _stands(shown: str) -> bool:
    name, _, test = shown.strip("`").partition("::")
    if name.startswith("/"):
        # Each of these is opened in a browser, on the reference portal.
        return name in KINDS
    return (ROOT / name).is_file() and (not test or f"def {test}(" in (ROOT / name).read_text("utf-8"))


def test_every_row_is_shown_by_what_there_is() -> None:
    assert len(ROWS) > 30
    assert [shown for *_, shown in ROWS if shown != "—" and not _stands(shown)] == []


def test_what_is_left_out_says_why() -> None:
    left_out = [ours for _, ours, shown in ROWS if shown == "—"]
    assert left_out and all(re.match(r"không có: .{20}", ours) for ours in left_out)
