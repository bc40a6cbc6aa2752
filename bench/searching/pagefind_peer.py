"""Pagefind: a page of HTML for each document, indexed by its program, and asked in Chromium over HTTP."""

import os
import subprocess
import threading
from collections.abc import Iterable, Sequence
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bench.searching.queries import Question
from bench.searching.stock import names_of, wanted_by
from search.document import Document

_COLD = 24
_ASK = """async ([text, filters]) => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const found = await window.pagefind.search(text, { filters });
  const first = await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
  return first.map((one) => one.raw_url ?? one.url);
}"""


class Pagefind:
    """The program of the package pagefind-bin with its own settings; pages say that they are Vietnamese."""

    def __init__(self, program: Path) -> None:
        """Take where its program lies."""
        self._program = program
        self._bytes: list[int] = []
        self._asked: list[Question] = []

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """Write the pages, which is not its work, and make the index."""
        site = folder / "site"
        for one in documents:
            path = site / one.address.strip("/") / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(one), "utf-8")
        (site / "index.html").write_text("<!doctype html><html lang=vi><title>x</title>", "utf-8")

    def index(self, folder: Path) -> None:
        """Run its program over the pages."""
        command = [str(self._program), "--site", str(folder / "site")]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CI": "1"})

    def open(self, folder: Path) -> None:
        """Serve the pages, and open a browser."""
        from playwright.sync_api import sync_playwright

        handler = partial(_Quiet, directory=str(folder / "site"))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self._home = f"http://127.0.0.1:{server.server_port}/"
        self._browser: Any = (
            sync_playwright()
            .start()
            .chromium.launch(
                executable_path="/usr/bin/chromium",
                args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
            )
        )
        self._page: Any = self._new_page()

    def _new_page(self) -> Any:
        page = self._browser.new_context().new_page()
        page.goto(self._home)
        return page

    def ask(self, question: Question) -> Sequence[str]:
        """Give the addresses of the first ten answers."""
        self._asked.append(question)
        found: list[str] = self._page.evaluate(_ASK, [question.text, dict(wanted_by(question))])
        return found

    def bytes_asked(self) -> Sequence[int]:
        """Ask some questions again, each in a browser that has nothing yet, and count what comes."""
        step = max(1, len(self._asked) // _COLD)
        return [self._cold(question) for question in self._asked[::step]]

    def _cold(self, question: Question) -> int:
        page = self._new_page()
        sizes: list[int] = []
        page.on("response", lambda response: sizes.append(len(response.body())))
        page.evaluate(_ASK, [question.text, dict(wanted_by(question))])
        page.wait_for_timeout(50)
        page.context.close()
        return sum(sizes)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _page(one: Document) -> str:
    filters = "".join(
        f'<span data-pagefind-filter="{name}">{escape(value)}</span>' for name, value in names_of(one).items()
    )
    body = "".join(f"<p>{escape(line)}</p>" for line in (one.summary, *one.text.split("\n")))
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{escape(one.title)}</title>'
        f"</head><body><main data-pagefind-body><h1>{escape(one.title)}</h1>{filters}{body}</main></body>"
        "</html>"
    )
