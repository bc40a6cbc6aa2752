"""How time and memory of this engine grow with the number of articles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import fmean

from bench.corpus.article import Corpus
from bench.measure import Cost, peak_memory, run
from bench.outputs import Written, compare, snapshot
from bench.peers import Peer
from bench.prepared import Prepared, prepare
from bench.report import number
from bench.rounds import sweep


@dataclass(frozen=True, slots=True)
class Size:
    """What a portal of one size costs: cold and after an edit; `peak` is memory in bytes of a cold build."""

    count: int
    cold: Cost
    edit: Cost
    peak: int
    written: Written
    edited: Written


def grow(peer: Peer, counts: Sequence[int], repeats: int, work: Path, python: str) -> Iterator[Size]:
    """Measure each size in turn, smallest first."""
    for count in sorted(counts):
        site = prepare(peer, Corpus(count), work, python)
        yield _measure(site, repeats)
        site.restore()
        site.wipe()
        sweep([site])


def _measure(site: Prepared, repeats: int) -> Size:
    site.wipe()
    peak = peak_memory(site.command)
    runs = [_once(site, place) for place in range(1, repeats + 1)]
    cold, edit = (sorted(costs, key=lambda cost: cost.wall) for costs in list(zip(*runs, strict=True))[:2])
    middle = len(runs) // 2
    return Size(site.corpus.count, cold[middle], edit[middle], peak, runs[-1][2], runs[-1][3])


def _once(site: Prepared, place: int) -> tuple[Cost, Cost, Written, Written]:
    site.wipe()
    cold = run(site.command)
    before = snapshot(site.public)
    site.settle()
    settled = snapshot(site.public)
    site.edit(place)
    edit = run(site.command)
    return cold, edit, compare({}, before), compare(settled, snapshot(site.public))


def exponent(sizes: Sequence[tuple[float, float]]) -> float:
    """The power with which the second grows with the first, by least squares of logarithms: 1.0 is in step.

    Raises ValueError for fewer than two sizes.
    """
    if len(sizes) < 2:
        raise ValueError("two sizes at least")
    points = [(log(x), log(y)) for x, y in sizes]
    middle_x, middle_y = fmean(x for x, _ in points), fmean(y for _, y in points)
    rise = sum((x - middle_x) * (y - middle_y) for x, y in points)
    return rise / sum((x - middle_x) ** 2 for x, _ in points)


def growth_table(sizes: Sequence[Size]) -> str:
    """The sizes as a table of Markdown, with the exponents below it."""
    names = "articles,pages,cold wall s,cold CPU s,peak MB,edit wall s,edit CPU s,written by the edit"
    head = f"| {names.replace(',', ' | ')} |"
    rows = [
        f"| {number(one.count)} | {number(one.written.pages)} | {one.cold.wall:.2f} | {one.cold.cpu:.2f} "
        f"| {one.peak / 1e6:.0f} | {one.edit.wall:.2f} | {one.edit.cpu:.2f} | {number(one.edited.written)} |"
        for one in sizes
    ]
    fits = _fits(sizes) if len(sizes) > 1 else ""
    return "\n".join(["## Growth", "", head, "|" + "---:|" * 8, *rows, "", fits]) + "\n"


def _fits(sizes: Sequence[Size]) -> str:
    kinds = {
        "cold, wall": [(one.count, one.cold.wall) for one in sizes],
        "cold, CPU": [(one.count, one.cold.cpu) for one in sizes],
        "memory": [(one.count, float(one.peak)) for one in sizes],
        "one edit, CPU": [(one.count, one.edit.cpu) for one in sizes],
    }
    return "Exponents: " + ", ".join(f"{name} {exponent(pairs):.2f}" for name, pairs in kinds.items()) + "."
