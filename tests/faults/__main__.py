"""The long run: `python -m tests.faults [--folder DIR] [--calls 500] [--moments 500] [--failures 300] …`.

Kills a freeze at 500 system calls and at 500 moments, lets 300 calls fail, starts eight freezes at once 50
times, lets a reader read through 50 changes of releases, and damages all that is kept. Prints each fault and,
at the end, a table; ends with 1 where there was a fault. Takes about half an hour on two processors, needs
strace, and works in a new folder that it removes, or in an empty one that is named.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

from tests.faults.damage import DAMAGES, damaged, kinds_of_state  # noqa: E402
from tests.faults.meetings import at_once, read_while_swapped  # noqa: E402
from tests.faults.points import error_points, kill_points, record  # noqa: E402
from tests.faults.portals import portal_at  # noqa: E402
from tests.faults.scenes import Scene, first_scene, later_scenes, must_freeze  # noqa: E402
from tests.faults.trials import Trial, Verdict, at_moment, at_point, run_all  # noqa: E402


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for; gives 1 where there was a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--folder", type=Path)
    counts = {"calls": 500, "moments": 500, "failures": 300, "meetings": 50, "swaps": 50, "damages": 1}
    for name, count in counts.items():
        parser.add_argument(f"--{name}", type=int, default=count)
    asked = parser.parse_args(arguments)
    if asked.folder:
        asked.folder.mkdir(parents=True, exist_ok=True)
        return _run(asked, asked.folder)
    with TemporaryDirectory() as folder:
        return _run(asked, Path(folder))


def _run(asked: argparse.Namespace, folder: Path) -> int:
    scenes = {scene.name: scene for scene in (first_scene(folder / "a"), *later_scenes(folder / "b"))}
    recorded = {name: record(scene, folder / "recorded") for name, scene in scenes.items()}
    print(f"{sum(map(len, recorded.values()))} calls recorded", flush=True)
    kills, failures = kill_points(recorded, asked.calls), error_points(recorded, asked.failures)
    parts = [
        ("killed at a call", [at_point(scenes[name], point) for name, point in kills]),
        ("killed at a moment", _moments(scenes.values(), asked.moments, folder)),
        ("a call failed", [at_point(scenes[name], point) for name, point in failures]),
        ("what is kept damaged", _damages(scenes["edit"]) if asked.damages else []),
    ]
    rows = [_tried(name, trials, folder) for name, trials in parts]
    rows.append(_met(list(scenes.values()), asked.meetings, folder / "meeting"))
    rows.append(_read(folder / "reading", asked.swaps))
    print(f"\n{'':24}{'tried':>8}{'met':>8}{'faults':>8}{'seconds':>9}  exit codes")
    print("\n".join(line for _, line in rows))
    return 1 if any(faults for faults, _ in rows) else 0


def _moments(scenes: Iterable[Scene], wanted: int, folder: Path) -> list[Trial]:
    """Moments from the first third of a freeze to its end, each second one for the freeze alone."""
    trials: list[Trial] = []
    held = list(scenes)
    for scene in held:
        scene.restore(folder / "timed")
        begun = time.perf_counter()
        must_freeze(scene.portal, folder / "timed", *scene.options)
        # Two freezes at a time are slower than one.
        lasts = 1.5 * (time.perf_counter() - begun)
        count = -(-wanted // len(held))
        moments = [lasts * (0.2 + 0.8 * number / count) for number in range(count)]
        trials += [at_moment(scene, at, alone=number % 2 == 0) for number, at in enumerate(moments)]
    return trials[:wanted]


def _damages(scene: Scene) -> list[Trial]:
    kinds = kinds_of_state(scene.before)
    return [
        damaged(scene, kind, damage, forced)
        for kind in kinds
        for damage in DAMAGES
        for forced in (False, True)
    ]


def _tried(name: str, trials: Sequence[Trial], folder: Path) -> tuple[int, str]:
    begun, verdicts = time.perf_counter(), list[Verdict]()
    for verdict in run_all(trials, folder):
        verdicts.append(verdict)
        if verdict.faults:
            print(verdict, flush=True)
        if len(verdicts) % 50 == 0:
            print(f"{name}: {len(verdicts)} of {len(trials)}", flush=True)
    codes = sorted(Counter(verdict.code for verdict in verdicts).items())
    met, faults = sum(verdict.met for verdict in verdicts), sum(bool(verdict.faults) for verdict in verdicts)
    shown = ", ".join(f"{code}: {count}" for code, count in codes)
    return faults, _row(name, len(verdicts), met, faults, time.perf_counter() - begun) + shown


def _met(scenes: Sequence[Scene], times: int, output: Path) -> tuple[int, str]:
    begun, faults = time.perf_counter(), list[str]()
    for number in range(times):
        faults += at_once(scenes[number % len(scenes)], output)
    print("".join(f"eight at once: {fault}\n" for fault in faults), end="", flush=True)
    return len(faults), _row("eight at once", times, times, len(faults), time.perf_counter() - begun)


def _read(folder: Path, swaps: int) -> tuple[int, str]:
    if not swaps:
        return 0, _row("a reader meanwhile", 0, 0, 0, 0)
    begun = time.perf_counter()
    folder.mkdir()
    reader = read_while_swapped(portal_at(folder, 0), folder / "build", swaps)
    print("".join(f"a reader: {failure}\n" for failure in reader.failures), end="", flush=True)
    faults = len(reader.failures)
    line = _row("a reader meanwhile", swaps, swaps, faults, time.perf_counter() - begun)
    return faults, f"{line}{reader.read} pages read"


def _row(name: str, tried: int, met: int, faults: int, seconds: float) -> str:
    return f"{name:24}{tried:8}{met:8}{faults:8}{seconds:9.0f}  "


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
