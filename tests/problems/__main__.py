"""Write what `check` prints of the broken contents: `python -m tests.problems [CODE…]`, or of all.

A person reads it before it is committed: it is what an editor will read.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

from tests.problems.folders import codes_with_folders, expected, printed  # noqa: E402


def main(codes: Sequence[str]) -> int:
    """Write the expected texts of some codes; says which changed."""
    for code in codes or codes_with_folders():
        for language, text in printed(code).items():
            file = expected(code, language)
            if not file.exists() or file.read_text("utf-8") != text:
                file.write_text(text, "utf-8")
                print(file.relative_to(ROOT), text, sep="\n")
    return 0


sys.exit(main(sys.argv[1:]))
