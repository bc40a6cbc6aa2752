"""One engine, measured in a process of its own: `-m bench.searching.worker NAME ARTICLES FOLDER PROGRAM`."""

import json
import resource
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from bench.searching.corpus import documents  # noqa: E402
from bench.searching.engine import Asked, Engine  # noqa: E402
from bench.searching.queries import questions  # noqa: E402
from search.document import Document  # noqa: E402


def engine_named(name: str, program: str) -> Engine:
    """Give an engine; `program` is what it runs, if it runs one."""
    if name.startswith("cong-tin"):
        from bench.searching.own import Own

        return Own(name.rpartition("-")[2])
    if name == "tantivy":
        from bench.searching.tantivy_peer import Tantivy

        return Tantivy()
    if name == "pagefind":
        from bench.searching.pagefind_peer import Pagefind

        return Pagefind(Path(program))
    from bench.searching.stock import StockFts5, StockWhoosh

    return StockWhoosh() if name == "whoosh" else StockFts5()


def measure(engine: Engine, held: Sequence[Document], folder: Path) -> Asked:
    """Build, open, ask all questions, and all of them again."""
    from bench.searching.pagefind_peer import Pagefind

    shutil.rmtree(folder, ignore_errors=True)
    begun, wall = _cpu(), time.monotonic()
    engine.build(folder, held)
    if isinstance(engine, Pagefind):
        # To write pages is the work of what makes the site.
        begun, wall = _cpu(), time.monotonic()
        engine.index(folder)
    cpu, wall = _cpu() - begun, time.monotonic() - wall
    made = folder / "site" / "pagefind" if isinstance(engine, Pagefind) else folder
    files = [path.stat().st_size for path in made.rglob("*") if path.is_file()]
    engine.open(folder)
    # What is read once and for all is not the first question's.
    engine.ask(questions()[0])
    answers, first = _round(engine)
    _, again = _round(engine)
    return Asked(cpu, wall, sum(files), len(files), answers, first, again, engine.bytes_asked())


def _round(engine: Engine) -> tuple[list[Sequence[str]], list[float]]:
    answers, seconds = [], []
    for question in questions():
        start = time.perf_counter()
        answers.append(engine.ask(question))
        seconds.append(time.perf_counter() - start)
    return answers, seconds


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    name, count, folder, program = sys.argv[1:]
    print(json.dumps(asdict(measure(engine_named(name, program), list(documents(int(count))), Path(folder)))))
