"""A machine that lacks something says what it leaves out, and continuous integration leaves out nothing."""

from pathlib import Path

import pytest

from tests import requirements_of_machine as machine

pytest_plugins = ["pytester"]

BROWSER_AND_PLAIN_TEST = """
import pytest

@pytest.mark.browser
def test_with_a_browser(): ...

def test_plain(): ...
"""


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with no program on its path and no checker."""
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(machine, "ROOT", tmp_path)
    for variable in ("VNU_JAR", "AXE_JS", "DATA_READERS", "TLOG_VECTORS", "CONG_TIN_COMPLETE"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def suite(pytester: pytest.Pytester, bare_machine: None) -> pytest.Pytester:
    """A run of one test with a browser and one without, under the project's conftest."""
    pytester.makeconftest("from tests.conftest import *")
    pytester.makeini("[pytest]\nmarkers = browser")
    pytester.makepyfile(BROWSER_AND_PLAIN_TEST)
    return pytester


@pytest.mark.usefixtures("bare_machine")
def test_each_missing_program_is_named() -> None:
    assert machine.missing_needs() == {
        "browser": "Chromium",
        "axe": "Chromium, axe-core (AXE_JS)",
        "java": "Java, vnu-jar (VNU_JAR)",
        "git": "git",
        "faults": "strace",
        "clock": "faketime",
        "data_readers": "frictionless and csvw (DATA_READERS)",
        "vectors": "vectors for logs (TLOG_VECTORS)",
        "go": "Go with golang.org/x/mod",
        "libreoffice": "LibreOffice Calc",
    }


@pytest.mark.usefixtures("bare_machine")
def test_a_checker_is_found_where_its_variable_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    jar = tmp_path / "vnu.jar"
    jar.touch()
    monkeypatch.setenv("VNU_JAR", str(jar))
    assert machine.nu_checker() == jar


def test_a_strace_that_may_not_disturb_a_process_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refused = tmp_path / "strace"
    refused.write_text("#!/bin/sh\nexit 1\n", "ascii")
    refused.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda name: str(refused))
    assert machine.strace() is None


def test_what_cannot_run_is_left_out_and_said(suite: pytest.Pytester) -> None:
    result = suite.runpytest_inprocess()
    result.assert_outcomes(passed=1, deselected=1)
    result.stdout.fnmatch_lines(["not run on this machine: browser (no Chromium)*"])


def test_where_everything_must_run_a_missing_program_is_an_error(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONG_TIN_COMPLETE", "1")
    assert suite.runpytest_inprocess().ret == pytest.ExitCode.USAGE_ERROR
