"""The log of requests: what was answered, and never, unless the operator says so, what readers asked for."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from search.service.hurried import Clock

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_KNOWN = ("/tim-kiem", "/en/tim-kiem", "/api/tim-kiem", "/api/tim-kiem/openapi.json", "/healthz", "/readyz")


class Access:
    """Writes a line for each request: time, method, place, status, bytes and milliseconds.

    Neither query nor address of a reader is in it; of an address that there is not, nothing but `-`. With
    `queries` what follows the question mark is added.
    """

    def __init__(
        self,
        app: "WSGIApplication",
        say: Callable[[str], None],
        clock: Clock,
        now: Callable[[], datetime],
        queries: bool = False,
    ) -> None:
        """Take an application, and who is told each line."""
        self._app = app
        self._say = say
        self._clock = clock
        self._now = now
        self._queries = queries

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer as the application does."""
        begun = self._clock()
        status = ["500"]

        def start(line: str, headers: list[tuple[str, str]], *more: object) -> Callable[[bytes], object]:
            status[0] = line[:3]
            return start_response(line, headers, *more)  # type: ignore[arg-type]

        body = list(self._app(environ, start))
        took = (self._clock() - begun) * 1000
        size = sum(map(len, body))
        when = self._now().isoformat(timespec="seconds")
        self._say(f"{when} {self._asked(environ)} {status[0]} {size} {took:.0f}ms")
        return body

    def _asked(self, environ: "WSGIEnvironment") -> str:
        method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "").rstrip("/")
        method = method if method in ("GET", "HEAD", "OPTIONS", "POST") else "-"
        place = path if path in _KNOWN else "-"
        query = environ.get("QUERY_STRING", "")
        return (
            f"{method} {place}?{query}" if self._queries and query and place != "-" else f"{method} {place}"
        )
