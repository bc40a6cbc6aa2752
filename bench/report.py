"""What was measured, as tables of Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bench.checking import Checked
from bench.peers import OURS, PEERS, ours
from bench.rounds import SCENARIOS, Remembered, Timed

_MEANING = {
    "cold": "Cold: no output, no caches",
    "nochange": "The same again, nothing changed",
    "edit": "One article edited, title and text",
    "new": "One article more, newer than all",
    "template": "The template of article pages changed",
}
_COLUMNS = ",wall s,CPU s,ours : it (wall),ours : it (CPU),peak MB,pages,files,MB,written,changed"
_HEAD = f"| {_COLUMNS.replace(',', ' | ')} |"
_RULE = "|---|" + "---:|" * 10


@dataclass(frozen=True, slots=True)
class Results:
    """All that one run of the benchmark found."""

    timed: Sequence[Timed] = ()
    remembered: Sequence[Remembered] = ()
    checked: Sequence[Checked] = ()

    def of(self, count: int, scenario: str, peer: str) -> list[Timed]:
        """The rounds of one build."""
        return [
            one for one in self.timed if (one.count, one.scenario, one.peer) == (count, scenario, peer)
        ]  # fmt: skip

    def peak(self, count: int, scenario: str, peer: str) -> int:
        """The most memory of one build, in bytes; 0 where it was not watched."""
        found = (one for one in self.remembered if (one.count, one.scenario) == (count, scenario))
        return next((one.peak for one in found if one.peer == peer), 0)


def tables(results: Results) -> str:
    """Every table of a run: one for each size and scenario, then what is not equal and what was checked."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    for count in dict.fromkeys(one.count for one in results.timed):
        of_this_size = [one for one in results.timed if one.count == count]
        yield from (f"## {number(count)} articles", "")
        for scenario in SCENARIOS:
            if any(one.scenario == scenario for one in of_this_size):
                yield from (f"### {_MEANING[scenario]}", "", _HEAD, _RULE)
                peers = dict.fromkeys(one.peer for one in of_this_size)
                yield from (_row(results, count, scenario, peer) for peer in peers)
                yield ""
    yield from _disturbance(results)
    yield from _unequal(results)
    yield from _checks(results)


def _row(results: Results, count: int, scenario: str, peer: str) -> str:
    runs = results.of(count, scenario, peer)
    own = results.of(count, scenario, OURS)
    pairs = list(zip(own, runs, strict=True)) if peer != OURS else []
    last = runs[-1].written
    cells = [
        peer,
        f"{median(one.cost.wall for one in runs):.2f}",
        f"{median(one.cost.cpu for one in runs):.2f}",
        f"{median(mine.cost.wall / its.cost.wall for mine, its in pairs):.2f}" if pairs else "",
        f"{median(mine.cost.cpu / its.cost.cpu for mine, its in pairs):.2f}" if pairs else "",
        f"{peak / 1e6:.0f}" if (peak := results.peak(count, scenario, peer)) else "",
        number(last.pages),
        number(last.files),
        f"{last.bytes / 1e6:.1f}",
        number(int(median(one.written.written for one in runs))),
        number(int(median(one.written.changed for one in runs))),
    ]
    return f"| {' | '.join(cells)} |"


def number(value: int) -> str:
    """A whole number with commas."""
    return f"{value:,}"


def _disturbance(results: Results) -> Iterator[str]:
    if results.timed:
        rounds = max(one.round for one in results.timed)
        most = max(one.cost.foreign for one in results.timed)
        middle = median(one.cost.foreign for one in results.timed)
        yield (
            f"Medians of {rounds} rounds; ratios are taken within a round. Other processes took {middle:.0%} "
            f"of the machine meanwhile (median; {most:.0%} in the worst run)."
        )
        yield ""


def _unequal(results: Results) -> Iterator[str]:
    names = dict.fromkeys(one.peer for one in results.timed)
    if names:
        yield from ("## Where the work is not equal", "")
        known = {OURS: ours(1), **PEERS}
        yield from (f"- {name}: {known[name].unequal}." for name in names)
        yield ""


def _checks(results: Results) -> Iterator[str]:
    if results.checked:
        yield from ("## The same bytes as Frozen-Flask alone", "")
        for one in results.checked:
            word = "equal" if one.equal else "NOT EQUAL"
            yield f"- {number(one.count)} articles, {one.scenario}: {word} ({one.said})."
        yield ""
