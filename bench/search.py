"""Compares search: this engine and its peers on one corpus, with the same questions: `search.py --help`."""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if not __package__:
    # This folder itself must not be searched: `search` is the package, not this file.
    sys.path[:1] = [str(ROOT), str(ROOT / "site")]

from bench.bench import _cache, _names  # noqa: E402
from bench.environments import environment  # noqa: E402
from bench.measure import Failed  # noqa: E402
from bench.searching.engine import Asked  # noqa: E402
from bench.searching.queries import KINDS, Question, questions  # noqa: E402

OWN = ("cong-tin-whoosh", "cong-tin-fts5")
ENGINES = {
    "cong-tin-whoosh": "Công tín (Whoosh keeps)",
    "cong-tin-fts5": "Công tín (FTS5 keeps)",
    "whoosh": "Whoosh, StandardAnalyzer",
    "fts5": "FTS5, remove_diacritics 2",
    "tantivy": "tantivy",
    "pagefind": "Pagefind",
}


def main() -> int:
    """Measure what is asked; 3 where an engine or the making of an environment fails."""
    asked = _parser().parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    try:
        found = {name: _measured(name, asked.n, asked.work) for name in asked.engines}
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 3
    text = table(found) + "\n" + kinds_table(found)
    print(text)
    if asked.md:
        asked.md.write_text(text, "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1000, help="number of articles")
    parser.add_argument(
        "--engines", type=_names(list(ENGINES)), default=list(ENGINES), help=",".join(ENGINES)
    )
    parser.add_argument(
        "--work", type=lambda text: Path(text).resolve(), default=_cache(), help="where all is made"
    )
    parser.add_argument("--md", type=Path, help="write the tables here")
    return parser


def _folder(text: str) -> Path:
    return Path(text).resolve()


def _measured(name: str, count: int, work: Path) -> Asked:
    print(f"{name}: {count} articles", file=sys.stderr, flush=True)
    python, program = sys.executable, "-"
    if name in ("tantivy", "pagefind"):
        made = environment(name, work / "environments")
        if name == "tantivy":
            python = str(made / "bin" / "python")
        else:
            program = str(next(made.glob("lib/python*/site-packages/pagefind_bin/pagefind")))
    folder = work / f"search-{name}-{count}"
    command = [python, "-m", "bench.searching.worker", name, str(count), str(folder), program]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Failed(f"{name}: exit code {ended.returncode}\n{ended.stderr.strip()}")
    return Asked(**json.loads(ended.stdout.splitlines()[-1]))


def table(found: Mapping[str, Asked]) -> str:
    """Give quality and costs of each engine."""
    rows = [
        "|  | MRR@10 | S@1 | S@10 | build CPU s | size MB | files | p50 ms | p95 ms | cold KB p50 / p95 |",
        "|---|" + "---:|" * 9,
    ]
    for name, one in found.items():
        ranks = _ranks(one, questions())
        times = [1000 * second for second in one.seconds]
        cold = f"{_at(one.bytes, 0.5) / 1000:.0f} / {_at(one.bytes, 0.95) / 1000:.0f}" if one.bytes else ""
        rows.append(
            f"| {ENGINES[name]} | {statistics.mean(ranks):.3f} "
            f"| {statistics.mean(r == 1 for r in ranks):.3f} "
            f"| {statistics.mean(r > 0 for r in ranks):.3f} | {one.build_cpu:.1f} | {one.size / 1e6:.1f} "
            f"| {one.files:,} | {_at(times, 0.5):.1f} | {_at(times, 0.95):.1f} | {cold} |"
        )
    return "\n".join(rows) + "\n"


def kinds_table(found: Mapping[str, Asked]) -> str:
    """Give MRR@10 of each engine by the kinds of questions."""
    rows = [
        "| MRR@10 | " + " | ".join(ENGINES[name] for name in found) + " |",
        "|---|" + "---:|" * len(found),
    ]
    for kind in KINDS:
        asked = [question.kind == kind for question in questions()]
        means = []
        for one in found.values():
            ranks = _ranks(one, questions())
            means.append(statistics.mean(r for r, wanted in zip(ranks, asked, strict=True) if wanted))
        rows.append(f"| {kind} ({sum(asked)}) | " + " | ".join(f"{mean:.2f}" for mean in means) + " |")
    return "\n".join(rows) + "\n"


def _ranks(one: Asked, asked: Sequence[Question]) -> list[float]:
    """Give for each question one divided by the place of the right answer, or nothing."""
    return [
        1 / (list(answers).index(question.expected) + 1) if question.expected in answers else 0.0
        for question, answers in zip(asked, one.answers, strict=True)
    ]


def _at(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


if __name__ == "__main__":
    sys.exit(main())
