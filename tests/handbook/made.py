"""The pages of the handbook that are made, and where they lie."""

from pathlib import Path

from tests.handbook.fields import fields_page
from tests.handbook.problems import problems_page

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "cam-nang"
COMMAND = "python -m tests.handbook"


def pages() -> dict[str, str]:
    """The text of each page that is made, by the name of its file."""
    return {"cac-muc.md": fields_page(), "cac-loi.md": problems_page()}
