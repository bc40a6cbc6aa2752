"""What some tests need from the machine beyond Python packages, and whether it is there.

Each need is a marker. A test whose marker's need is missing is left out, and the header of the run
says so in one line; `CONG_TIN_COMPLETE=1` (continuous integration) makes a missing need an error.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GO_SOURCES = Path("/usr/share/gocode")
"""Where Debian puts packages of Go."""


def chromium() -> str | None:
    """The path of the system's Chromium."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("/usr/bin/chromium")


def java() -> str | None:
    """The path of a Java to run the Nu HTML checker with."""
    return shutil.which("java")


def nu_checker() -> Path | None:
    """The jar of the Nu HTML checker: what VNU_JAR names, or npm's package vnu-jar in node_modules."""
    return _file("VNU_JAR", "vnu-jar/build/dist/vnu.jar")


def axe_script() -> Path | None:
    """The script of axe-core: what AXE_JS names, or npm's package axe-core in node_modules."""
    return _file("AXE_JS", "axe-core/axe.min.js")


def strace() -> str | None:
    """The path of strace, where this machine lets it disturb a process."""
    found = shutil.which("strace")
    inject = ["-qq", "-o", os.devnull, "-e", "trace=getppid", "-e", "inject=getppid:error=EPERM"]
    if found is None or subprocess.run([found, *inject, "true"], check=False, capture_output=True).returncode:
        return None
    return found


def libreoffice() -> str | None:
    """The path of LibreOffice, where it can read spreadsheets."""
    found = shutil.which("soffice")
    parts = Path(found).resolve().parent if found else None
    return found if parts and any(parts.glob("libsclo.*")) else None


def data_readers() -> Path | None:
    """A Python that has frictionless and csvw: what DATA_READERS names."""
    named = os.environ.get("DATA_READERS")
    return Path(named) if named and Path(named).is_file() else None


def tlog_vectors() -> Path | None:
    """The archive of others' vectors for logs: what TLOG_VECTORS names."""
    named = os.environ.get("TLOG_VECTORS")
    return Path(named) if named and Path(named).is_file() else None


def go_with_mod() -> str | None:
    """The path of Go, where the sources of golang.org/x/mod lie beside it as Debian packages them."""
    found = shutil.which("go")
    return found if found and (GO_SOURCES / "src/golang.org/x/mod/sumdb/note").is_dir() else None


def missing_needs() -> dict[str, str]:
    """For each marker that cannot run on this machine, what is missing."""
    needs: dict[str, dict[str, object]] = {
        "browser": {"Chromium": chromium()},
        "axe": {"Chromium": chromium(), "axe-core (AXE_JS)": axe_script()},
        "java": {"Java": java(), "vnu-jar (VNU_JAR)": nu_checker()},
        "git": {"git": shutil.which("git")},
        "faults": {"strace": strace()},
        "clock": {"faketime": shutil.which("faketime")},
        "data_readers": {"frictionless and csvw (DATA_READERS)": data_readers()},
        "vectors": {"vectors for logs (TLOG_VECTORS)": tlog_vectors()},
        "go": {"Go with golang.org/x/mod": go_with_mod()},
        "libreoffice": {"LibreOffice Calc": libreoffice()},
    }
    lacks = {marker: [name for name, found in need.items() if not found] for marker, need in needs.items()}
    return {marker: ", ".join(names) for marker, names in lacks.items() if names}


def must_be_complete() -> bool:
    """Whether a missing need is an error."""
    return os.environ.get("CONG_TIN_COMPLETE") == "1"


def describe(missing: dict[str, str]) -> str:
    """One line for the header of a run."""
    if not missing:
        return "this machine can run all tests"
    reasons = "; ".join(f"{marker} (no {what})" for marker, what in missing.items())
    return f"not run on this machine: {reasons}"


def blocking(markers: Iterable[str], missing: dict[str, str]) -> list[str]:
    """Those of a test's markers that cannot run on this machine."""
    return [marker for marker in markers if marker in missing]


def _file(variable: str, in_node_modules: str) -> Path | None:
    named = os.environ.get(variable)
    path = Path(named) if named else ROOT / "node_modules" / in_node_modules
    return path if path.is_file() else None
