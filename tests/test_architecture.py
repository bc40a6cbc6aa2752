"""The laws that no single part can hold: layers, types, style, requirements, what git sees."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.needs import read_requirements

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("site", "search", "tests", "bench")
TEXTS = (*SOURCES, "templates", "content", "docs", ".ci")
TEXT_KINDS = {".py", ".md", ".html", ".css", ".js", ".yaml", ".csv", ".svg", ".xml", ".json", ".txt", ""}
MACHINE_PATH = re.compile(r"(?<![\w.:/*-])/(?:[t]mp|[w]ork|[r]oot|[h]ome/[a-z]+)/")
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def modules() -> Iterator[Path]:
    """Every Python file of the project."""
    yield ROOT / "freeze.py"
    for folder in SOURCES:
        yield from (ROOT / folder).rglob("*.py")


def texts() -> Iterator[Path]:
    """Every text file of the project but the licence and the locks."""
    yield from (path for path in ROOT.glob("*.*") if path.suffix in {".py", ".md", ".toml", ".txt"})
    for folder in TEXTS:
        yield from (
            path for path in (ROOT / folder).rglob("*") if path.suffix in TEXT_KINDS and path.is_file()
        )


def complaints(*command: str) -> str:
    """Run a Python command on the whole project; what it said if it found fault, else nothing."""
    ended = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    return ended.stdout + ended.stderr if ended.returncode else ""


def test_site_is_a_folder_of_packages_and_no_package() -> None:
    """The standard library has a module `site`, imported before any other: ours could never be."""
    assert not (ROOT / "site" / "__init__.py").exists()


def test_no_layer_knows_a_layer_above_it() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    assert complaints("-c", f"import sys; sys.path[:0] = ['site', '.']; {lint}", "--no-cache") == ""


@pytest.mark.slow
def test_types_hold_strictly() -> None:
    assert complaints("-m", "mypy") == ""


def test_style_holds() -> None:
    assert complaints("-m", "ruff", "check", "--no-cache", "--output-format=concise") == ""


def test_every_module_says_what_it_owns() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in texts()
        for match in MACHINE_PATH.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.git
@pytest.mark.parametrize(
    "path",
    [
        "site/portal/cli/place.py",
        "site/bootstrap/__init__.py",
        "content/.record/log.jsonl",
        "content/tin-tuc/build/bai.md",
        "content/lib/so-lieu.csv",
        "content/downloads/mau-don.pdf",
        "content/release.manifest",
    ],
)
def test_git_keeps_sources_content_and_record(path: str, tmp_path: Path) -> None:
    assert not is_ignored(path, tmp_path)


@pytest.mark.git
@pytest.mark.parametrize("path", ["build/public", "build-thu/public", ".venv/bin/python", "site/a/x.pyc"])
def test_git_leaves_out_what_is_made(path: str, tmp_path: Path) -> None:
    assert is_ignored(path, tmp_path)


def is_ignored(path: str, folder: Path) -> bool:
    """Whether the project's .gitignore, alone, leaves a path out."""
    (folder / ".gitignore").write_bytes((ROOT / ".gitignore").read_bytes())
    subprocess.run(["git", "init", "-q", folder], check=True)
    # A person's own list of ignored files must not decide.
    ask = ["git", "-c", "core.excludesFile=", "-C", str(folder), "check-ignore", "-q", path]
    return subprocess.run(ask, check=False).returncode == 0


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_requirement_has_an_upper_bound_and_is_locked_within_it(name: str) -> None:
    locked = dict(PINNED.findall((ROOT / f"{name}.lock").read_text(encoding="utf-8")))
    for requirement in read_requirements(ROOT / f"{name}.txt"):
        comparisons = {comparison for comparison, _ in requirement.bounds}
        assert comparisons in ({">=", "<"}, {"=="}), requirement
        assert requirement.allows(locked[requirement.name]), requirement


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_locked_package_has_a_digest(name: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / f"{name}.lock").read_text(encoding="utf-8"))
    without = [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry]
    assert without == []


def test_tests_run_with_the_packages_that_are_published_with() -> None:
    running, testing = (
        dict(PINNED.findall((ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert {name: testing.get(name) for name in running} == running


def test_the_oldest_python_is_the_same_everywhere() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["requires-python"] == ">=3.11"
    assert settings["tool"]["mypy"]["python_version"] == "3.11"
    assert settings["tool"]["ruff"]["target-version"] == "py311"
    assert "OLDEST = (3, 11)" in (ROOT / "freeze.py").read_text(encoding="utf-8")
