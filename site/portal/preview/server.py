"""Serving a session on 127.0.0.1; a script in each page shows what is wrong, and follows what is saved."""

import json
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from socket import create_server
from threading import Event
from urllib.parse import parse_qs

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from portal.preview.notes import notes
from portal.preview.session import Session
from portal.web.media import media_of

ADDRESS = "127.0.0.1"
OWN = "/__preview/"
"""Below it the preview answers itself; no page of a portal can be there."""

_FILES = Path(__file__).parent / "files"
_SCRIPT = f'<script src="{OWN}preview.js" defer></script>'.encode()
_BREATH = 15.0  # seconds between two signs of life to a page that waits


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of single requests."""


def make(session: Session, port: int, stop: Event) -> BaseWSGIServer:
    """Give the server, bound to a port of this machine alone. Raises OSError where the port is taken."""
    site = Site(session, stop)
    # Werkzeug ends the whole process where it cannot bind a port itself.
    with create_server((ADDRESS, port)) as bound:
        server = make_server(
            ADDRESS, bound.getsockname()[1], site, threaded=True, request_handler=_Quiet, fd=bound.fileno()
        )
    site.hosts = {f"{name}:{server.port}" for name in (ADDRESS, "localhost")}
    return server


class Site:
    """The WSGI application of a session; `hosts` are the names by which it may be asked."""

    def __init__(self, session: Session, stop: Event) -> None:
        """Answer for a session until stopped."""
        self._session, self._stop = session, stop
        self.hosts: set[str] = set()

    def __call__(self, environ: dict[str, object], start_response: Callable[..., object]) -> Iterable[bytes]:
        """Answer one request."""
        request = Request(environ)
        return self._answer(request)(environ, start_response)  # type: ignore[arg-type]

    def _answer(self, request: Request) -> Response:
        # Another name that leads here is some other site's page, asking for what only its author may see.
        if request.host not in self.hosts:
            return Response("Chỉ xem được tại 127.0.0.1.", 403, mimetype="text/plain")
        if request.method not in ("GET", "HEAD"):
            return Response("", 405, mimetype="text/plain")
        answer = self._own(request) if request.path.startswith(OWN) else self._page(request.path)
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    def _own(self, request: Request) -> Response:
        name = request.path.removeprefix(OWN)
        if name == "events":
            return Response(self._events(), mimetype="text/event-stream")
        if name == "notes":
            (address,) = parse_qs(request.query_string.decode()).get("address", ["/"])[:1]
            found = self._session.body(address)
            return Response(
                notes(self._session, address, found[1] if found else ""), mimetype="application/json"
            )
        if name in ("preview.js", "preview.css"):
            return Response((_FILES / name).read_bytes(), mimetype=media_of(f"/{name}"))
        return Response("", 404, mimetype="text/plain")

    def _events(self) -> Iterator[bytes]:
        known = self._session.number
        yield b"retry: 300\n\n"
        while not self._stop.is_set():
            number = self._session.wait_for(known, _BREATH)
            if number == known:
                yield b": .\n\n"
                continue
            known = number
            told = {"number": number, "style": self._session.style_only}
            yield f"data: {json.dumps(told)}\n\n".encode()

    def _page(self, address: str) -> Response:
        found = self._session.body(address)
        media = media_of(address)
        if found and found[0]:
            body = found[0]
            return Response(_with_script(body) if media == "text/html" else body, mimetype=media)
        if found or address in self._session.edition.files.values():
            return Response(_bare("Trang này đang có lỗi."), 500, mimetype="text/html")
        missing = self._session.body("/404.html")
        return Response(
            _with_script(missing[0]) if missing else _bare("Không có trang này."), 404, mimetype="text/html"
        )


def _with_script(page: bytes) -> bytes:
    before, end, after = page.rpartition(b"</body>")
    return before + _SCRIPT + end + after if end else page + _SCRIPT


def _bare(words: str) -> bytes:
    return (
        f'<!DOCTYPE html><html lang="vi"><title>{escape(words)}</title><body><p>{escape(words)}</p>'.encode()
        + _SCRIPT
    )
