"""What many indicators cost: a portal of 500 with 120 months each, frozen from nothing.

    python3 bench/figures.py [FOLDER] [--indicators N] [--months N]

It prints the time of each build by the number of its files, and what the overview weighs as it is sent.
"""

import argparse
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if not __package__:
    sys.path[:1] = [str(ROOT), str(ROOT / "site")]

from bench.corpus.portal import settings_text  # noqa: E402

_GROUPS = 12


def rows(rng: random.Random, months: int) -> Iterator[str]:
    """A series of months as a data file has it."""
    yield "period,value,note"
    value = 70.0
    for month in range(months):
        value = min(100.0, max(1.0, value + rng.gauss(0.1, 0.6)))
        yield f"{2017 + month // 12}-{month % 12 + 1:02},{value:.1f},"


def write(folder: Path, indicators: int, months: int) -> None:
    """A portal of so many indicators, and no article."""
    (folder / "chi-tieu").mkdir(parents=True)
    (folder / "portal.yaml").write_text(settings_text(), "utf-8")
    for place in range(indicators):
        name = f"Tỷ lệ hồ sơ trả đúng hẹn, lĩnh vực {place + 1}"
        lines = [
            f'name: "{name}"', f'definition: "{name}, tổng hợp theo tháng."', 'unit: "%"', "decimals: 1",
            "direction: higher", "frequency: month", f'group: "Nhóm {place % _GROUPS + 1}"',
            "targets: [{period: 2027, value: 99}]", 'source: {name: "Báo cáo tháng"}', f"order: {place}",
        ]  # fmt: skip
        (folder / f"chi-tieu/chi-tieu-{place:03}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
        table = "\n".join(rows(random.Random(place), months)) + "\n"
        (folder / f"chi-tieu/chi-tieu-{place:03}.csv").write_text(table, "utf-8")


def build(content: Path, output: Path) -> tuple[float, float]:
    """Seconds of a build from nothing: of the wall clock, and of all processors."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [
        sys.executable, "freeze.py", "build", "--portal", str(content), "--output", str(output),
        "--as-of", "2027-01-15",
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - start, spent


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "build-bench" / "figures")
    parser.add_argument("--indicators", type=int, default=500)
    parser.add_argument("--months", type=int, default=120)
    asked = parser.parse_args()
    shutil.rmtree(asked.folder, ignore_errors=True)
    write(asked.folder / "content", asked.indicators, asked.months)
    wall, spent = build(asked.folder / "content", asked.folder / "out")
    public = asked.folder / "out" / "public"
    made = [path for path in public.rglob("*") if path.is_file() and path.suffix not in (".br", ".gz")]
    pages = [path for path in made if path.suffix == ".html"]
    print(f"{asked.indicators} × {asked.months}: {len(made)} files, {len(pages)} pages")
    print(f"wall {wall:.1f} s, processors {spent:.1f} s: {spent * 1000 / len(made):.2f} ms a file")
    overview = public / "chi-tieu/index.html"
    for ending in ("", ".br", ".gz"):
        file = overview.with_name(overview.name + ending)
        print(f"{file.name}: {file.stat().st_size / 1024:.1f} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
