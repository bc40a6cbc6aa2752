"""The reference portal, frozen once and served with the headers that it is made for."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from portal.cli import main
from tests.requirements_of_machine import chromium

ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def policy() -> str:
    """The policy that the operators' page gives, less the upgrade to HTTPS."""
    found = re.search(r'Content-Security-Policy "([^"]+)"', (ROOT / "docs/van-hanh.md").read_text("utf-8"))
    assert found
    return found[1].replace("; upgrade-insecure-requests", "")


class Handler(SimpleHTTPRequestHandler):
    """Files with the headers of a real server, without a word on the terminal."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", policy())
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("browser") / "build"
    assert main(["build", "--output", str(output)]) == 0
    return output / "public"


@pytest.fixture(scope="session")
def base(release: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(release))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield opened
        opened.close()
