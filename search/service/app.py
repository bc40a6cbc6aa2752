"""The application: addresses, what is answered at each, and the headers that go with it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from traceback import format_tb

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from search.answer import answer
from search.ranking import Results
from search.seal import DamagedIndex
from search.service import page
from search.service.asked import Asked, read_asked
from search.service.faults import MEDIA, Fault
from search.service.following import Following
from search.service.frame import Frame
from search.service.hurried import TooLong
from search.service.limits import MEMORY_BYTES, RETRY_AFTER
from search.service.memory import Memory
from search.service.openapi import API, DESCRIPTION, description
from search.service.release import LANGUAGES, Edition
from search.service.searchers import Busy, Searchers

HTML_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; upgrade-insecure-requests"
)
"""The policy of the portal's own pages."""

DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"

KEPT = "private, max-age=60"
"""Readers may keep an answer for a minute; caches between may not know what was asked."""

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_FOR_PAGES = {
    "Content-Security-Policy": HTML_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
_FOR_PROGRAMS = {
    "Content-Security-Policy": DATA_POLICY,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}

Made = Callable[[Edition, Asked, Results], bytes]


@dataclass(frozen=True, slots=True)
class Service:
    """What answers: the release that is followed, the threads that search, what was answered lately.

    `report` is told of faults of our own; `stopping` is set when the service is about to end.
    """

    following: Following
    searchers: Searchers
    report: Callable[[str], None]
    memory: Memory = field(default_factory=lambda: Memory(MEMORY_BYTES))
    stopping: Event = field(default_factory=Event)

    def body(self, edition: Edition, shape: str, asked: Asked, made: Made) -> bytes | Fault:
        """Give the body of an answer, from memory where it is there, or why there is none."""
        body = self.memory.get((edition.tag, shape, asked))
        if body is not None:
            return body
        try:
            results = self.searchers.find(edition, asked.query, asked.wish)
        except Busy:
            return Fault("busy")
        except TooLong:
            return Fault("slow")
        body = made(edition, asked, results)
        self.memory.keep((edition.tag, shape, asked), body)
        return body


def make_app(service: Service) -> Flask:
    """Make the application."""
    app = Flask("search", static_folder=None)
    app.url_map.strict_slashes = False
    for language in LANGUAGES:
        start = "" if language == "vi" else f"/{language}"
        app.add_url_rule(f"{start}/tim-kiem/", f"page.{language}", lambda code=language: _page(service, code))
    app.add_url_rule(API, "api", lambda: _api(service))
    app.add_url_rule(DESCRIPTION, "description", _description)
    app.add_url_rule("/healthz", "health", lambda: _health(service))
    app.add_url_rule("/readyz", "ready", lambda: _ready(service))
    app.register_error_handler(Exception, lambda error: _failed(service, error))
    return app


def _page(service: Service, language: str) -> Response:
    edition = service.following.edition
    frame = edition.frames.get(language) if edition else None
    if edition is None or frame is None:
        return _problem(Fault("not-ready" if edition is None else "not-found"))
    asked = read_asked(request.args, language)
    if isinstance(asked, Fault):
        return _refusal(frame, Asked(""), asked)
    if not asked.query:
        return _kept(page.untouched(frame), edition, "text/html")
    if _is_known(edition):
        return _kept(b"", edition, "text/html")

    def made(edition: Edition, asked: Asked, results: Results) -> bytes:
        return page.answered(edition.frames[language], asked, results)

    now, body = _answered(service, f"page.{language}", asked, made)
    if isinstance(body, Fault):
        return _refusal(frame, asked, body)
    return _kept(body, now, "text/html")


def _api(service: Service) -> Response:
    edition = service.following.edition
    if edition is None:
        return _problem(Fault("not-ready"))
    asked = read_asked(request.args)
    if isinstance(asked, Fault):
        return _problem(asked)
    if not asked.query:
        return _problem(Fault("no-query", "q"))
    if _is_known(edition):
        return _kept(b"", edition, "application/json")
    now, body = _answered(service, "api", asked, _data)
    return _problem(body) if isinstance(body, Fault) else _kept(body, now, "application/json")


def _answered(service: Service, shape: str, asked: Asked, made: Made) -> tuple[Edition, bytes | Fault]:
    """Answer from the edition that is public; once more from the next, where it was pruned meanwhile."""
    edition = service.following.edition
    assert edition is not None
    try:
        return edition, service.body(edition, shape, asked, made)
    except (OSError, DamagedIndex):
        service.following.look()
        later = service.following.edition
        if later is None or later is edition:
            raise
        return later, service.body(later, shape, asked, made)


def _data(edition: Edition, asked: Asked, results: Results) -> bytes:
    said = answer(asked.query, results)
    about = {
        "release": edition.release.id,
        "page": asked.page,
        "pages": page.pages(results.total, asked.size),
    }
    return json.dumps(about | said, ensure_ascii=False, separators=(",", ":")).encode()


def _description() -> Response:
    body = json.dumps(description(), ensure_ascii=False, indent=1).encode()
    return _sent(body, "application/json", _FOR_PROGRAMS | {"Cache-Control": "public, max-age=3600"})


def _health(service: Service) -> Response:
    if not service.searchers.alive:
        return _problem(Fault("fault"))
    return _sent(b'{"status":"ok"}', "application/json", _FOR_PROGRAMS | {"Cache-Control": "no-store"})


def _ready(service: Service) -> Response:
    edition = service.following.edition
    if edition is None or service.stopping.is_set():
        return _problem(Fault("not-ready"))
    body = json.dumps({"status": "ready", "release": edition.release.id}).encode()
    return _sent(body, "application/json", _FOR_PROGRAMS | {"Cache-Control": "no-store"})


def _is_known(edition: Edition) -> bool:
    """Say whether the reader has just this answer: the same address, of the same edition."""
    return request.if_none_match.contains_weak(edition.tag)


def _kept(body: bytes, edition: Edition, media: str) -> Response:
    headers = _FOR_PAGES if media == "text/html" else _FOR_PROGRAMS
    made = _sent(body, media, headers | {"Cache-Control": KEPT})
    made.set_etag(edition.tag, weak=True)
    if _is_known(edition):
        made.status_code = 304
        made.set_data(b"")
    return made


def _refusal(frame: Frame, asked: Asked, fault: Fault) -> Response:
    made = _sent(page.refused(frame, asked, fault), "text/html", _FOR_PAGES | {"Cache-Control": "no-store"})
    return _with_status(made, fault)


def _problem(fault: Fault) -> Response:
    language = request.accept_languages.best_match(LANGUAGES, LANGUAGES[0])
    headers = {"Cache-Control": "no-store", "Content-Language": language, "Vary": "Accept-Language"}
    return _with_status(_sent(fault.details(language), MEDIA, _FOR_PROGRAMS | headers), fault)


def _with_status(made: Response, fault: Fault) -> Response:
    made.status_code = fault.kind.status
    if made.status_code == 503:
        made.headers["Retry-After"] = str(RETRY_AFTER)
    return made


def _sent(body: bytes, media: str, headers: dict[str, str]) -> Response:
    charset = "; charset=utf-8" if media == "text/html" else ""
    return Response(body, 200, _ALWAYS | headers, content_type=media + charset)


def _failed(service: Service, error: Exception) -> Response:
    if isinstance(error, MethodNotAllowed):
        made = _problem(Fault("method"))
        made.headers["Allow"] = "GET, HEAD, OPTIONS"
        return made
    if isinstance(error, HTTPException) and error.code is not None and error.code < 500:
        return _problem(Fault("not-found"))
    # What it says may hold what a reader typed; where it arose does not.
    service.report("".join([*format_tb(error.__traceback__), type(error).__name__]))
    frame = _frame_of_request(service)
    if frame is not None:
        return _refusal(frame, Asked(""), Fault("fault"))
    return _problem(Fault("fault"))


def _frame_of_request(service: Service) -> Frame | None:
    """Give the page that a reader should have been answered with; None for programs."""
    edition = service.following.edition
    kind, _, language = (request.endpoint or "").partition(".")
    return edition.frames.get(language) if edition and kind == "page" else None
