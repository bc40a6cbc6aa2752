"""What a build says on the terminal: how far it is, what it made, how long that took."""

import sys
import time
from collections.abc import Callable

from portal.workspace import Workspace

_BAR = 30


def made_words(count: int) -> str:
    """How many addresses were made anew, in words."""
    return f"dựng mới {count} địa chỉ" if count else "không có gì đổi"


def warn(warnings: int) -> None:
    """Say how many warnings there are."""
    if warnings:
        print(f"{warnings} cảnh báo; xem từng điều: python3 freeze.py check", file=sys.stderr)


def say(workspace: Workspace, pages: int, files: int, size: int, made: str) -> None:
    """Say what is public now, and where."""
    print(f"Đã dựng {pages} trang, {files} tệp, {size / 1e6:.1f} MB; {made}.")
    print(f"Nơi công khai: {workspace.public}")
    print("Xem trên máy này: python3 freeze.py preview")


class Timings:
    """How long each step took, by the clock on the wall."""

    def __init__(self) -> None:
        """Nothing began yet."""
        self._begun: list[tuple[str, float]] = []

    def begin(self, name: str) -> None:
        """Note that a step begins now."""
        self._begun.append((name, time.perf_counter()))

    def end(self, wanted: bool) -> None:
        """Say a line for each step, in seconds, where that is wanted."""
        ends = [at for _, at in self._begun[1:]] + [time.perf_counter()]
        for (name, at), end in zip(self._begun, ends, strict=True):
            if wanted:
                print(f"{name:>8} {end - at:7.3f} s")


def progress() -> Callable[[int, int], None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    shown = [-1]

    def show(done: int, total: int) -> None:
        full = _BAR * done // max(total, 1)
        if full == shown[0] and done < total:
            return
        shown[0] = full
        end = "\n" if done >= total else ""
        print(f"\r[{'█' * full}{'·' * (_BAR - full)}] {done}/{total}", end=end, file=sys.stderr, flush=True)

    return show
