"""Serving a session on 127.0.0.1; a script in each page shows what is wrong, and follows what is saved."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hmac import compare_digest
from html import escape
from pathlib import Path
from socket import create_server
from threading import Event
from urllib.parse import parse_qs

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from portal.preview.notes import notes
from portal.preview.session import Session
from portal.preview.word import MOST, PICTURES, drop_page, outcome_of
from portal.web.media import media_of

ADDRESS = "127.0.0.1"
OWN = "/__preview/"
"""Below it the preview answers itself; no page of a portal can be there."""

_FILES = Path(__file__).parent / "files"
_SCRIPT = f'<script src="{OWN}preview.js" defer></script>'.encode()
_NAMES = ("preview.js", "preview.css", "word.js", "word.css")
_WORD = "tu-word"
_AROUND = 10_000  # bytes of a form around its file
_BREATH = 15.0  # seconds between two signs of life to a page that waits


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of single requests."""


def make(session: Session, port: int, stop: Event, token: str) -> BaseWSGIServer:
    """Give the server, bound to a port of this machine alone. Raises OSError where the port is taken.

    `token` is a secret of this run.
    """
    site = Site(session, stop, token)
    # Werkzeug ends the whole process where it cannot bind a port itself.
    with create_server((ADDRESS, port)) as bound:
        server = make_server(
            ADDRESS, bound.getsockname()[1], site, threaded=True, request_handler=_Quiet, fd=bound.fileno()
        )
    site.hosts = {f"{name}:{server.port}" for name in (ADDRESS, "localhost")}
    return server


class Site:
    """The WSGI application of a session; `hosts` are the names by which it may be asked.

    `token` is asked of whoever sends a document: only a page that this site gave knows it.
    """

    def __init__(self, session: Session, stop: Event, token: str) -> None:
        """Answer for a session until stopped."""
        self._session, self._stop, self._token = session, stop, token
        self._pictures: Mapping[str, bytes] = {}
        self.hosts: set[str] = set()

    def __call__(self, environ: dict[str, object], start_response: Callable[..., object]) -> Iterable[bytes]:
        """Answer one request."""
        # A document that was sent may lie in a file of its own until it is closed.
        with Request(environ) as request:
            answer = self._answer(request)
        return answer(environ, start_response)  # type: ignore[arg-type]

    def _answer(self, request: Request) -> Response:
        # Another name that leads here is some other site's page, asking for what only its author may see.
        if request.host not in self.hosts:
            return Response("Chỉ xem được tại 127.0.0.1.", 403, mimetype="text/plain")
        if request.method not in ("GET", "HEAD") and request.path != f"{OWN}{_WORD}":
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
        if name == _WORD:
            return self._word(request)
        if request.path.startswith(PICTURES):
            picture = self._pictures.get(request.path.removeprefix(PICTURES))
            return Response(picture or b"", 200 if picture else 404, mimetype=media_of(request.path))
        if name in _NAMES:
            return Response((_FILES / name).read_bytes(), mimetype=media_of(f"/{name}"))
        return Response("", 404, mimetype="text/plain")

    def _word(self, request: Request) -> Response:
        if request.method != "POST":
            return Response(drop_page(self._token), mimetype="text/html")
        if (request.content_length or MOST + 1) > MOST + _AROUND:
            return Response(
                drop_page(self._token, outcome_of(b"0" * (MOST + 1)).markup), 413, mimetype="text/html"
            )
        if not compare_digest(request.form.get("token", "").encode(), self._token.encode()):
            return Response("Trang này đã cũ; tải lại trang rồi chọn tệp.", 403, mimetype="text/plain")
        sent = request.files.get("file")
        outcome = outcome_of(sent.read() if sent else b"")
        self._pictures = outcome.pictures
        return Response(drop_page(self._token, outcome.markup), mimetype="text/html")

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
