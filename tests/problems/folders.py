"""The folders of broken contents: one for each code, laid over a portal that is right."""

import io
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from portal.cli import main

HERE = Path(__file__).parent
BASE = HERE / "base"
LANGUAGES = ("vi", "en")
AS_OF = "2026-11-01"


def folder_of(code: str) -> Path:
    """Where the content that shows a code lies."""
    return HERE / code


def codes_with_folders() -> list[str]:
    """The codes of all folders."""
    return sorted(f"{path.parent.parent.name}/{path.parent.name}" for path in HERE.glob("*/*/content/"))


def expected(code: str, language: str) -> Path:
    """The file that says what `check` prints."""
    return folder_of(code) / f"expected.{language}.txt"


def lay_over(code: str, root: Path) -> None:
    """Make the portal of a code: the right one, with its content over it, without what `absent.txt` names."""
    shutil.copytree(BASE, root)
    shutil.copytree(folder_of(code) / "content", root, dirs_exist_ok=True)
    absent = folder_of(code) / "absent.txt"
    for name in absent.read_text("utf-8").split() if absent.exists() else ():
        (root / name).unlink()


def printed(code: str) -> dict[str, str]:
    """What `check` prints of a code's portal, by language."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        lay_over(code, root)
        return {language: _check(root, language) for language in LANGUAGES}


def _check(root: Path, language: str) -> str:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        main(["check", "--portal", str(root), "--as-of", AS_OF, "--language", language])
    return said.getvalue()
