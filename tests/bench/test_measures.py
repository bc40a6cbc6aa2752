"""What is measured is what happened."""

import sys
from pathlib import Path

import pytest

from bench.growth import exponent
from bench.measure import Command, Failed, peak_memory, run
from bench.outputs import compare, snapshot

BUSY = "import time\nwhile time.process_time() < 0.2: pass"
CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"
LARGE = "import time\nheld = bytearray(b'x' * 60_000_000)\ntime.sleep(0.3)"


def python(code: str, folder: Path) -> Command:
    """A command that runs Python code."""
    return Command([sys.executable, "-c", code], folder, folder / "log", {})


@pytest.mark.parametrize("code", [BUSY, CHILD], ids=["itself", "a child"])
def test_the_processor_of_a_command_and_its_children_counts(code: str, tmp_path: Path) -> None:
    cost = run(python(code, tmp_path))
    assert cost.cpu >= 0.2
    assert cost.wall >= 0.2


def test_the_memory_of_children_counts(tmp_path: Path) -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {LARGE!r}])"
    assert peak_memory(python(child, tmp_path)) > 60_000_000


def test_a_command_that_fails_is_named_with_its_log(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"exit code 5; see .*log"):
        run(python("raise SystemExit(5)", tmp_path))


def test_what_a_build_wrote_is_counted(tmp_path: Path) -> None:
    for name in ("kept.html", "again.html", "other.css", "gone.xml"):
        (tmp_path / name).write_text("a")
    before = snapshot(tmp_path)
    (tmp_path / "new").write_text("a")
    (tmp_path / "new").replace(tmp_path / "again.html")
    (tmp_path / "other.css").write_text("bb")
    (tmp_path / "more.html").write_text("ccc")
    (tmp_path / "gone.xml").unlink()
    found = compare(before, snapshot(tmp_path))
    assert (found.pages, found.files, found.bytes) == (3, 4, 7)
    assert (found.written, found.changed, found.removed) == (3, 2, 1)


def test_a_file_that_is_only_linked_anew_is_not_written(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    (first / "index.html").write_text("a")
    (second / "index.html").hardlink_to(first / "index.html")
    assert compare(snapshot(first), snapshot(second)).written == 0


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    assert exponent([(x, 3 * x**power) for x in (1000, 3000, 10_000)]) == pytest.approx(power)
