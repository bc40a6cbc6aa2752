"""Write the pages of the editors' handbook that are made: `python -m tests.handbook`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

from tests.handbook.made import FOLDER, pages  # noqa: E402

for name, text in pages().items():
    (FOLDER / name).write_text(text, "utf-8", newline="\n")
    print((FOLDER / name).relative_to(ROOT))
