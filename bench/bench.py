"""Times this engine and its peers on one corpus: `python3 bench/bench.py --help`."""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if not __package__:
    # This folder itself must not be searched: `bench` is the package, not this file.
    sys.path[:1] = [str(ROOT), str(ROOT / "site")]

from bench.checking import Checked, check  # noqa: E402
from bench.corpus.article import Corpus  # noqa: E402
from bench.growth import Size, grow, growth_table  # noqa: E402
from bench.measure import Failed  # noqa: E402
from bench.peers import OURS, PEERS, Peer, ours  # noqa: E402
from bench.prepared import Prepared, prepare  # noqa: E402
from bench.report import Results, tables  # noqa: E402
from bench.resident import Stayed, resident_table, staying  # noqa: E402
from bench.rounds import SCENARIOS, Remembered, Timed, memory_round, sweep, timed_rounds  # noqa: E402

_FEW = [1000]
Data = dict[str, list[dict[str, object]]]


def main() -> int:
    """Measure what is asked; 3 where a build or the making of an environment fails."""
    asked = _parser().parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    try:
        parts = [measure(asked) for measure in _wanted(asked)]
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 3
    text = "\n".join([f"# Results\n\n{_machine(asked)}\n", *(text for text, _ in parts)])
    data = {name: found for _, part in parts for name, found in part.items()}
    print(text)
    if asked.json:
        asked.json.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    if asked.md:
        asked.md.write_text(text.rstrip() + "\n", "utf-8")
    return 0


def _wanted(asked: argparse.Namespace) -> list[Callable[[argparse.Namespace], tuple[str, Data]]]:
    """Growth where it is asked for, and the peers unless it alone is."""
    compared, grown = asked.n or not asked.growth, bool(asked.growth)
    return [*([_compared] if compared else []), *([_grown] if grown else [])]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--n", type=_numbers, help="numbers of articles: 1000,10000 (1000 where nothing is asked)"
    )
    parser.add_argument("--peers", type=_names(list(PEERS)), default=list(PEERS), help=",".join(PEERS))
    parser.add_argument(
        "--only", type=_names(list(SCENARIOS)), default=list(SCENARIOS), help=",".join(SCENARIOS)
    )
    parser.add_argument("--repeats", type=int, default=5, help="rounds, of which the medians are given")
    parser.add_argument("--patience", type=float, default=0, help="seconds to wait for a quiet machine")
    parser.add_argument(
        "--resident", action="store_true", help="measure `hugo --watch` and the preview of this engine too"
    )
    parser.add_argument(
        "--no-memory", dest="memory", action="store_false",
        help="leave out the round in which memory is watched, and with it the comparison of pages",
    )  # fmt: skip
    parser.add_argument("--growth", type=_numbers, help="measure the growth of this engine, at these sizes")
    parser.add_argument("--jobs", type=int, default=2, help="processes of this engine")
    parser.add_argument("--ours", type=str.split, default=[], help='further flags of it: --ours="--full"')
    parser.add_argument(
        "--python", default=sys.executable, help="runs all that is written in Python; this one by default"
    )
    parser.add_argument("--sample", type=int, default=200, help="pages compared after a build; 0 for all")
    parser.add_argument(
        "--work", type=lambda text: Path(text).resolve(), default=_cache(), help="where all is made"
    )
    parser.add_argument("--json", type=Path, help="write every single run here")
    parser.add_argument("--md", type=Path, help="write the tables here")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _names(known: Sequence[str]) -> Callable[[str], list[str]]:
    """Reads names with commas between, each a known one."""

    def read(text: str) -> list[str]:
        names = [name for name in text.split(",") if name]
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(known)}")
        return names

    return read


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cong-tin" / "bench"


def _machine(asked: argparse.Namespace) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
    return (
        f"Measured on {date.today().isoformat()}: {model or platform.machine()}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB, {platform.system()} {platform.release()}, {_interpreter(asked.python)}; "
        f"`bench.py {_told(asked)}`."
    )


def _interpreter(python: str) -> str:
    """Which Python ran: builds of one version differ by a third in speed, so its place is told too."""
    asks = "import platform, sys; print(platform.python_version(), 'of', sys.base_prefix)"
    said = subprocess.run([python, "-c", asks], capture_output=True, text=True, check=True).stdout
    return f"Python {said.strip()}"


def _told(asked: argparse.Namespace) -> str:
    """The options that decide what is measured, and none that name places on this machine."""
    compared = {"--n": asked.n or _FEW, "--peers": asked.peers} if asked.n or not asked.growth else {}
    rows = compared | ({"--growth": asked.growth} if asked.growth else {})
    words = [f"{name} {','.join(map(str, values))}" for name, values in rows.items()]
    flags = [f'--ours="{" ".join(asked.ours)}"'] if asked.ours else []
    return " ".join([*words, f"--repeats {asked.repeats} --jobs {asked.jobs}", *flags])


def _compared(asked: argparse.Namespace) -> tuple[str, Data]:
    timed: list[Timed] = []
    remembered: list[Remembered] = []
    checked: list[Checked] = []
    stayed: list[Stayed] = []
    for count in asked.n or _FEW:
        sites = [prepare(peer, Corpus(count), asked.work, asked.python) for peer in _peers(asked)]
        for one in timed_rounds(sites, asked.only, asked.repeats, asked.patience):
            timed.append(one)
            _tell(one)
        for site, memory in memory_round(sites, asked.only) if asked.memory else ():
            remembered.append(memory)
            checked += _checked(site, memory.scenario, asked.sample)
        stayed += staying(sites, asked.repeats) if asked.resident else ()
        sweep(sites)
    data = {"timed": _as_data(timed), "remembered": _as_data(remembered), "checked": _as_data(checked)}
    told = tables(Results(timed, remembered, checked))
    if stayed:
        told, data["stayed"] = f"{told}\n{resident_table(stayed)}", _as_data(stayed)
    return told, data


def _as_data(found: Iterable[Timed | Remembered | Checked | Size | Stayed]) -> list[dict[str, object]]:
    return [asdict(one) for one in found]


def _peers(asked: argparse.Namespace) -> list[Peer]:
    return [ours(asked.jobs, asked.ours), *(PEERS[name] for name in asked.peers)]


def _tell(one: Timed) -> None:
    print(
        f"{one.count:>7} round {one.round} {one.peer:9} {one.scenario:9} wall {one.cost.wall:8.2f} "
        f"cpu {one.cost.cpu:8.2f} written {one.written.written:7} foreign {one.cost.foreign:.0%}",
        file=sys.stderr,
        flush=True,
    )


def _checked(site: Prepared, scenario: str, sample: int) -> list[Checked]:
    return [check(site, scenario, sample)] if site.peer.name == OURS else []


def _grown(asked: argparse.Namespace) -> tuple[str, Data]:
    sizes = list(grow(ours(asked.jobs, asked.ours), asked.growth, asked.repeats, asked.work, asked.python))
    return growth_table(sizes), {"growth": _as_data(sizes)}


if __name__ == "__main__":
    sys.exit(main())
