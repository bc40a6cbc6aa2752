"""Pages of every build of this engine against the same pages frozen the plain way."""

import subprocess
from dataclasses import dataclass

from bench.corpus.portal import NEWEST
from bench.environments import HERE
from bench.prepared import Prepared, content_of


@dataclass(frozen=True, slots=True)
class Checked:
    """How a comparison ended: in how many files, and what was found."""

    count: int
    scenario: str
    equal: bool
    said: str


def check(site: Prepared, scenario: str, sample: int) -> Checked:
    """Compare a sample of the public pages of a portal (0 is all) with what Frozen-Flask alone makes."""
    words = [
        str(site.environment / "bin" / "python"), str(HERE / "stock.py"),
        "--portal", str(content_of(site.peer, site.folder)),
        "--public", str(site.public), "--as-of", NEWEST, "--sample", str(sample),
    ]  # fmt: skip
    ended = subprocess.run(words, cwd=site.folder, capture_output=True, encoding="utf-8", check=False)
    said = (ended.stdout or ended.stderr).strip().splitlines()
    return Checked(site.corpus.count, scenario, ended.returncode == 0, said[-1] if said else "")
