"""A writer that is killed at any moment leaves the index that stood, and the next one heals what it left."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from search.engine import NAMES
from search.index import Beside, DamagedIndex, is_sound, open_index, update_index, write_index
from search.ranking import search
from tests.search.pages import page

ROOT = Path(__file__).parents[2]
KILLS = 15
ARTICLES = 60
_WRITER = """
import sys
sys.path[:0] = [{root!r}, {root!r} + "/site"]
from pathlib import Path
from tests.search.test_kills import update, write
folder, engine = Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
for step in range(1, 10_000):
    # Now and then all is written anew.
    if step % 4:
        update(folder, engine, step)
    else:
        write(folder, engine, step)
    print(step, flush=True)
"""


def beside(engine: str, step: int) -> Beside:
    return Beside(engine, {f"/{n}/": f"{step if n == step % ARTICLES else 0}" for n in range(ARTICLES)})


def write(folder: Path, engine: str, step: int) -> None:
    held = [page(f"/{n}/", f"Tin số {n}", "Chuyển đổi số tại tỉnh. " * 40) for n in range(ARTICLES)]
    write_index(folder / str(step), held, beside(engine, step))


def update(folder: Path, engine: str, step: int) -> None:
    update_index(
        folder / str(step),
        folder / str(step - 1),
        beside(engine, step),
        lambda address: page(address, f"Tin sửa {step}", "Chuyển đổi số tại tỉnh. " * 40),
    )


def kill_after(folder: Path, engine: str, seconds: float) -> int:
    """Give the last index that was told to be whole, of a writer that was killed."""
    command = [sys.executable, "-W", "ignore", "-c", _WRITER.format(root=str(ROOT)), str(folder), engine]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        told = writer.stdout.read().split("\n")[:-1]
    return int(told[-1]) if told else 0


@pytest.mark.slow
@pytest.mark.parametrize("engine", NAMES)
def test_a_writer_killed_at_random_moments_leaves_a_usable_index(tmp_path: Path, engine: str) -> None:
    rng = random.Random(f"kills:{engine}")
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        write(folder, engine, 0)
        last = kill_after(folder, engine, rng.uniform(0.0, 0.5))
        with open_index(folder / str(last)) as index:
            assert search(index, "chuyen doi so").total == ARTICLES
        half = folder / str(last + 1)
        if half.exists() and not is_sound(half):
            with pytest.raises(DamagedIndex, match=str(half)), open_index(half):
                pass
        # The next writer takes no notice of it.
        assert update_index(
            folder / "next", folder / str(last), beside(engine, 7), lambda one: page(one, "Mới")
        )
        with open_index(folder / "next") as index:
            assert index.count == ARTICLES
            assert search(index, "moi").total >= 1
