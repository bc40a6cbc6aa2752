"""Freezes that meet one another, and readers who come while releases change."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests.faults.outputs import public_release
from tests.faults.scenes import DONE, MACHINE, Scene, command, end, must_freeze, start
from tests.faults.trials import BUSY

_AT_ONCE = 8
_ASSET = re.compile(r'(?:href|src)="(/[^"#?]+\.(?:css|js|svg|webp|jpg|png|ico|webmanifest))[#"]')
_PAGES = ("index.html", "tin-tuc/index.html", "tin-tuc/2025/hop-1/index.html")


def at_once(scene: Scene, output: Path) -> list[str]:
    """Start eight freezes of a scene at once; say what was neither done nor busy, or left half done."""
    scene.restore(output)
    running = [start(command(scene.portal, output, *scene.options)) for _ in range(_AT_ONCE)]
    ended = [end(process) for process in running]
    done = [one for one in ended if one.code == DONE]
    odd = [one for one in ended if one.code != DONE and (one.code != MACHINE or BUSY not in one.err)]
    faults = [f"ended with {one.code}: {one.err.strip()}" for one in odd]
    faults += [f"done, but said: {one.err.strip()}" for one in done if one.err.strip()]
    faults += [] if done else ["none was done"]
    faults += scene.faults(output)
    if not faults and public_release(output) != scene.new:
        faults.append("not the new release is public")
    return faults or scene.faults_once_healed(output)


@dataclass(slots=True)
class Reader:
    """Reads pages and all that they show, again and again.

    As a server does, it looks for assets that are not public any more in the release before.
    """

    public: Path
    previous: Path
    read: int = 0
    failures: list[str] = field(default_factory=list)
    _leaves: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Read until told to leave."""
        while not self._leaves.is_set():
            for page in _PAGES:
                self.failures += self._visit(page)
                self.read += 1

    def leave(self) -> None:
        """Let the reader end after this round."""
        self._leaves.set()

    def _visit(self, page: str) -> Iterator[str]:
        try:
            text = (self.public / page).read_text("utf-8")
        except OSError as error:
            yield f"{page}: {error}"
            return
        if not text.rstrip().endswith("</html>"):
            yield f"{page}: cut short"
        for asset in sorted(set(_ASSET.findall(text))):
            if not any(self._is_there(folder / asset[1:]) for folder in (self.public, self.previous)):
                yield f"{page} shows {asset}, which is nowhere"

    def _is_there(self, file: Path) -> bool:
        try:
            return bool(file.read_bytes())
        except OSError:
            return False


def _change(portal: Path, number: int) -> None:
    """Change a text, and by turns a picture or the colour of all pages: these get other names."""
    article = portal / "tin-tuc/2025/hop-1.md"
    article.write_text(f"{article.read_text('utf-8')}\nLần sửa thứ {number + 1}.\n", "utf-8")
    if number % 2:
        Image.new("RGB", (600, 400), (number, 64, 136)).save(portal / "tin-tuc/2025/hinh.png")
    else:
        settings = portal / "portal.yaml"
        text = settings.read_text("utf-8")
        settings.write_text(re.sub(r'line: \["#......', f'line: ["#cccc{number:02x}', text), "utf-8")


def read_while_swapped(portal: Path, output: Path, swaps: int) -> Reader:
    """Change a portal, freeze, and again, while a reader reads; at each swap other pages and assets."""
    must_freeze(portal, output)
    reader = Reader(output / "public", output / "previous")
    thread = threading.Thread(target=reader.run)
    thread.start()
    seen = {public_release(output).id}
    try:
        for number in range(swaps):
            _change(portal, number)
            must_freeze(portal, output)
            seen.add(public_release(output).id)
    finally:
        reader.leave()
        thread.join()
    assert len(seen) == swaps + 1
    return reader
