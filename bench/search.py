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
    columns = (
        "MRR@10", "S@1", "S@10", "build CPU s", "size MB", "files",
        "first asked, p50 / p95 ms", "again, p50 / p95 ms", "new browser, p50 / p95 KB",
    )  # fmt: skip
    rows = [f"|  | {' | '.join(columns)} |", "|---|" + "---:|" * len(columns)]
    for name, one in found.items():
        ranks = _ranks(one, questions())
        quality = (
            statistics.mean(ranks),
            statistics.mean(r == 1 for r in ranks),
            statistics.mean(map(bool, ranks)),
        )
        cells = (
            *(f"{share:.3f}" for share in quality),
            *(f"{one.build_cpu:.1f}", f"{one.size / 1e6:.1f}", f"{one.files:,}"),
            _spread(one.first, 1000, 1),
            _spread(one.again, 1000, 1),
            _spread(one.bytes, 0.001, 0),
        )
        rows.append(f"| {ENGINES[name]} | {' | '.join(cells)} |")
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


def _spread(values: Sequence[float], unit: float, decimals: int) -> str:
    """Give the median and the value that five in a hundred exceed."""
    if not values:
        return ""
    ranked = sorted(values)
    shown = (ranked[min(len(ranked) - 1, int(len(ranked) * share))] * unit for share in (0.5, 0.95))
    return " / ".join(f"{value:.{decimals}f}" for value in shown)


if __name__ == "__main__":
    sys.exit(main())
