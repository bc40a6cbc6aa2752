"""Serving a session on 127.0.0.1; a script in each page shows what is wrong, and follows what is saved."""

import json
from collections.abc import Callable, Iterable, Iterator
from socket import create_server
from threading import Event

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from portal.failure import Failure
from portal.preview.desk import OWN, Desk
from portal.preview.session import Session
from portal.web.media import media_of

ADDRESS = "127.0.0.1"
_SCRIPT = f'<script src="{OWN}preview.js?mark=%b" defer></script>'.encode()
# Some browsers would ask this machine, too, for HTTPS.
_UPGRADE = b"; upgrade-insecure-requests"
_LASTING = ("/tai-nguyen/", "/anh/")
_BREATH = 15.0  # seconds between two signs of life to a page that waits
_BARE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{words}</title><link rel="stylesheet" href="/__preview/pages.css"></head>
<body><main><h1>{words}</h1><p>{more}</p><p><a href="/">Về trang chủ</a></p></main></body></html>
"""


class PortTaken(Failure):
    """Another program serves at this port; names it."""


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of single requests."""


def make(site: "Site", port: int) -> BaseWSGIServer:
    """Give the server of a site, bound to a port of this machine alone. Raises PortTaken, and OSError."""
    # Werkzeug ends the whole process where it cannot bind a port itself.
    try:
        bound = create_server((ADDRESS, port))
    except OSError as error:
        raise PortTaken(str(port)) from error
    with bound:
        server = make_server(
            ADDRESS, bound.getsockname()[1], site, threaded=True, request_handler=_Quiet, fd=bound.fileno()
        )
    site.hosts = {f"{name}:{server.port}" for name in (ADDRESS, "localhost")}
    return server


class Site:
    """The WSGI application of a session; `hosts` are the names by which it may be asked."""

    def __init__(self, session: Session, desk: Desk, stop: Event) -> None:
        """Answer for a session until stopped."""
        self._session, self._desk, self._stop = session, desk, stop
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
        if request.method not in ("GET", "HEAD") and not self._is_own_page(request):
            return Response("Trang khác không gửi vào đây được.", 403, mimetype="text/plain")
        answer = self._found(request)
        answer.headers.setdefault("Cache-Control", "no-store")
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["X-Frame-Options"] = "DENY"
        answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return answer

    def _is_own_page(self, request: Request) -> bool:
        """Whether a page of this site sends it; programs that are no browser name none."""
        origin = request.headers.get("Origin")
        return origin is None or origin.removeprefix("http://") in self.hosts

    def _found(self, request: Request) -> Response:
        if request.path == f"{OWN}events":
            return Response(self._events(request.args.get("address", "/")), mimetype="text/event-stream")
        if request.path.startswith(OWN):
            return self._desk.answer(request)
        if request.method not in ("GET", "HEAD"):
            return Response("", 405, mimetype="text/plain")
        return self._page(request.path)

    def _events(self, address: str) -> Iterator[bytes]:
        """Tell a page of each edition by what stands for it in that."""
        known = self._session.number
        yield b"retry: 300\n\n"
        while not self._stop.is_set():
            number = self._session.wait_for(known, _BREATH)
            if number == known:
                yield b": .\n\n"
                continue
            known = number
            shown = self._session.shown(address)
            yield f"data: {json.dumps({'mark': shown.mark if shown else ''})}\n\n".encode()

    def _page(self, address: str) -> Response:
        shown = self._session.shown(address)
        media = media_of(address)
        if shown and shown.body:
            if media == "text/html":
                return Response(_with_script(shown.body, shown.mark), mimetype=media)
            lasts = {"Cache-Control": "max-age=31536000, immutable"} if address.startswith(_LASTING) else {}
            return Response(shown.body, 200, lasts, mimetype=media)
        if shown or self._session.is_broken(address):
            return _bare("Trang này đang có lỗi", "Sửa theo lời báo; trang tự hiện lại khi đã đúng.", 500)
        missing = self._session.shown("/404.html")
        if missing and missing.body:
            return Response(_with_script(missing.body), 404, mimetype="text/html")
        return _bare("Không có trang này", "Có thể cài đặt của cổng đang có lỗi.", 404)


def _with_script(page: bytes, mark: str = "") -> bytes:
    script = _SCRIPT % mark.encode()
    page = page.replace(_UPGRADE, b"", 1)
    before, end, after = page.rpartition(b"</body>")
    return before + script + end + after if end else page + script


def _bare(words: str, more: str, status: int) -> Response:
    return Response(_with_script(_BARE.format(words=words, more=more).encode()), status, mimetype="text/html")
