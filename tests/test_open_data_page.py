"""The page for those who use the figures says what a portal has, and its program runs."""

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from portal.web.app import PortalApp
from portal.web.page import Made
from tests.web.portals import SHARE, site
from tests.web.views.test_overviews import MONTHLY, on

PAGE = (Path(__file__).resolve().parents[1] / "docs/du-lieu-mo.md").read_text("utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    """Where the table that the example asks for is served."""
    app = site(indicators=(SHARE,))
    answer = app.slots["/chi-tieu/ty-le.csv"].answer()
    assert isinstance(answer, Made)
    (tmp_path / "chi-tieu").mkdir()
    (tmp_path / "chi-tieu/ty-le-ho-so-truc-tuyen.csv").write_bytes(answer.body)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _named(app: PortalApp) -> set[str]:
    return {re.sub(r"dung-hen", "MÃ", address) for address in app.slots}


def test_every_address_that_the_page_names_is_there() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `/")]
    told = {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}
    whole = {f"/du-lieu/chi-tieu{name}" if name.startswith(".") else name for name in told}
    assert len(whole) == 16
    assert whole <= _named(on(date(2026, 7, 1), MONTHLY))


def test_the_program_that_it_shows_prints_the_figures(base: str) -> None:
    found = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert found
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(found[1].replace("https://cong-tin.example", base), "docs/du-lieu-mo.md", "exec"), {})
    assert said.getvalue() == "2026 100\n"
