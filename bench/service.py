"""Puts load on the search service, and exchanges its releases under load: `python3 -m bench.service --help`.

A realistic log: questions of readers and words of titles, with and without marks, a few of them very often.
The service is the verb `serve` in a process of its own; wrk asks it on this machine, so both share its
processors.
"""

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import accumulate
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

from bench.searching.corpus import documents, expansions  # noqa: E402
from bench.searching.queries import questions  # noqa: E402
from portal.cli import main as portal_main  # noqa: E402
from search.index import Beside, write_index  # noqa: E402
from vietnamese.spelling import fold  # noqa: E402

RELEASE = "0123456789abcdef"
RESULTS = ROOT / "bench" / "RESULTS.md"
HEADING = "## Search service"
API = "/api/tim-kiem?"
ASKED = 110
"""Queries a second: a hundred that a portal of a province may have to bear, and a tenth more."""


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk saw: milliseconds of answers and of refusals, other answers, connections that broke."""

    name: str
    seconds: float
    answered: Sequence[float]
    refused: Sequence[float]
    other: int
    broken: int


def log_of(titles: Sequence[str], size: int, seed: int = 7) -> list[str]:
    """Give a log of `size` queries: a few of them very often, many of them once or twice."""
    dice = random.Random(seed)
    pool = [question.text for question in questions()]
    for title in dice.sample(list(titles), min(len(titles), 2500)):
        words = title.split()
        start = dice.randrange(max(1, len(words) - 2))
        some = " ".join(words[start : start + dice.randint(1, 4)])
        pool.append(fold(some) if dice.random() < 0.6 else some.lower())
    pool = list(dict.fromkeys(pool))
    dice.shuffle(pool)
    weights = list(accumulate(1 / (place + 1) ** 0.9 for place in range(len(pool))))
    return dice.choices(pool, cum_weights=weights, k=size)


def prepare(folder: Path, articles: int) -> list[str]:
    """Make a release whose index has so many articles, in the frame of the reference portal; gives titles."""
    made = folder / f"release-{articles}"
    releases = made / "releases"
    every = list(documents(articles))
    if not (made / "public").is_symlink():
        assert portal_main(["build", "--output", str(folder / "frame"), "--skip", "index,pack"]) == 0
        releases.mkdir(parents=True, exist_ok=True)
        (folder / "frame" / "public").resolve().rename(releases / RELEASE)
        write_index(releases / f"{RELEASE}.index", every, Beside(expansions=expansions()))
        (made / "public").symlink_to(Path("releases", RELEASE))
    return [document.title for document in every]


@contextmanager
def served(output: Path) -> Iterator[tuple[int, int]]:
    """Run the verb; gives its port and its process, and ends it in order."""
    start = "import sys; sys.path[:0]=['site','.']; from portal.cli import main; sys.exit(main(sys.argv[1:]))"
    typed = [sys.executable, "-c", start, "serve", "--output", str(output), "--port", "0"]
    with (output / "log").open("w+", encoding="utf-8") as log:
        process = subprocess.Popen(typed, cwd=ROOT, stdout=log, env={**os.environ, "PYTHONUTF8": "1"})
        try:
            yield _port(process, output / "log"), process.pid
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0
        finally:
            process.kill()


def _port(process: "subprocess.Popen[bytes]", log: Path) -> int:
    for _ in range(600):
        assert process.poll() is None, log.read_text("utf-8")
        if found := re.search(r":(\d+)/tim-kiem/", log.read_text("utf-8")):
            return int(found[1])
        time.sleep(0.1)
    raise TimeoutError(str(log))


def alone(port: int, queries: Sequence[str]) -> list[float]:
    """Ask each query once, one after the other, so that nothing is in memory; gives milliseconds."""
    link = HTTPConnection("127.0.0.1", port, timeout=30)
    took = []
    for query in queries:
        begun = time.perf_counter()
        link.request("GET", API + urlencode({"q": query, "moi-trang": 10}))
        answer = link.getresponse()
        answer.read()
        took.append((time.perf_counter() - begun) * 1000)
        assert answer.status == 200, answer.status
    return took


def processor(pid: int) -> float:
    """Give the milliseconds of processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def put_load(name: str, port: int, log: Path, wanted: int, seconds: int) -> Load:
    """Let wrk ask so often in a second, if it gets answers soon enough."""
    readers = 32 if wanted <= ASKED else 96
    pause = str(1000 * readers / wanted)
    typed = ["wrk", f"-t{readers}", f"-c{readers}", f"-d{seconds}s", "--timeout", "10s",
             "-s", "bench/service.lua",
             f"http://127.0.0.1:{port}", "--", str(log), pause]  # fmt: skip
    said = subprocess.run(typed, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    rows = re.findall(r"^(\d{3}) ([\d.]+)$", said, re.MULTILINE)
    answered = [float(took) for status, took in rows if status == "200"]
    refused = [float(took) for status, took in rows if status == "503"]
    [lasted] = re.findall(r"^seconds ([\d.]+)$", said, re.MULTILINE)
    [broken] = re.findall(r"^broken (\d+)$", said, re.MULTILINE)
    other = len(rows) - len(answered) - len(refused)
    return Load(name, float(lasted), answered, refused, other, int(broken))


def share(took: Sequence[float], part: float) -> float:
    """Give a percentile."""
    ordered = sorted(took)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0


def told(
    articles: int,
    busy: tuple[float, float],
    alone: tuple[Sequence[float], float],
    log: Sequence[str],
    loads: Sequence[Load],
) -> str:
    """Give the section of the results."""
    first, cpu = alone
    counted = Counter(log)
    once = sum(1 for number in counted.values() if number == 1)
    lines = [
        HEADING,
        "",
        f"`python3 -m bench.service`, {time.strftime('%Y-%m-%d')}, {articles:,} articles, on "
        f"{os.cpu_count()} processors that wrk, the service and other work shared: load average "
        f"{busy[0]:.1f} before, {busy[1]:.1f} after. On a quiet machine times are shorter.",
        "",
        f"Alone, nothing in memory, {len(first)} different questions one after the other, over HTTP: "
        f"p50 {share(first, 0.5):.0f} ms, p95 {share(first, 0.95):.0f} ms, p99 {share(first, 0.99):.0f} ms; "
        f"{cpu:.0f} ms of processor each.",
        "",
        f"The log has {len(log):,} queries, {len(counted):,} of them different, {once:,} asked once.",
        "",
        "|  | answered q/s | p50 ms | p95 ms | p99 ms | slowest ms | 503 q/s | p99 of 503 | other | broken |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for load in loads:
        found, away = load.answered, load.refused
        lines.append(
            f"| {load.name} | {len(found) / load.seconds:.0f} | {share(found, 0.5):.1f} | "
            f"{share(found, 0.95):.0f} | {share(found, 0.99):.0f} | {max(found, default=0):.0f} | "
            f"{len(away) / load.seconds:.1f} | {share(away, 0.99):.0f} | {load.other} | {load.broken} |"
        )
    return "\n".join(lines) + "\n"


def write_section(section: str) -> None:
    """Put the section in its place among the results; what has a heading of its own below it stays."""
    text = RESULTS.read_text("utf-8")
    before, _, rest = text.partition(f"{HEADING}\n")
    after = re.search(r"^##", rest, re.MULTILINE)
    tail = rest[after.start() :] if after else ""
    RESULTS.write_text(f"{before.rstrip()}\n\n{section}{chr(10) + tail if tail else ''}", "utf-8")


def exchange(count: int) -> int:
    """Exchange so many releases under load; says what went wrong."""
    from tests.search.service.test_swaps import swaps

    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        wrong, answers = swaps(Path(folder), count)
    lasted = time.monotonic() - begun
    print(
        f"{count} releases exchanged in {lasted:.0f} s, {len(answers):,} queries answered, by a page and "
        f"as data, from {len(set(answers))} releases; {len(wrong)} went wrong."
    )
    print(*wrong[:5], sep="\n")
    return 1 if wrong else 0


def main() -> int:
    """Do what was asked."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--articles", type=int, default=10_000)
    reader.add_argument("--seconds", type=int, default=15, help="how long each load lasts")
    reader.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "cong-tin-service")
    reader.add_argument("--write", action="store_true", help="write the section of bench/RESULTS.md")
    reader.add_argument("--swaps", type=int, help="exchange so many releases under load, and nothing else")
    asked = reader.parse_args()
    if asked.swaps:
        return exchange(asked.swaps)
    asked.work.mkdir(parents=True, exist_ok=True)
    log = log_of(prepare(asked.work, asked.articles), 20_000)
    file = asked.work / "queries"
    file.write_text("".join(f"{API}{urlencode({'q': query})}\n" for query in log), "utf-8")
    busy = os.getloadavg()[0]
    different = list(dict.fromkeys(question.text for question in questions()))
    with served(asked.work / f"release-{asked.articles}") as (port, pid):
        before = processor(pid)
        first = alone(port, different)
        cpu = (processor(pid) - before) / len(different)
    with served(asked.work / f"release-{asked.articles}") as (port, _):
        loads = [
            put_load(name, port, file, wanted, asked.seconds)
            for name, wanted in (
                (f"{ASKED} q/s wanted, memory empty at first", ASKED),
                (f"{ASKED} q/s wanted, after that", ASKED),
                (f"{10 * ASKED:,} q/s wanted, after that", 10 * ASKED),
            )
        ]
    section = told(asked.articles, (busy, os.getloadavg()[0]), (first, cpu), log, loads)
    print(section)
    if asked.write:
        write_section(section)
    return 0


if __name__ == "__main__":
    sys.exit(main())
