"""The server keeps its bounds, and finishes what it has begun before it ends."""

import http.client
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from search.service.limits import MAX_HEADER_BYTES
from search.service.server import Server


@contextmanager
def running(app: Callable[..., Iterable[bytes]], stop: Event, host: str = "127.0.0.1") -> Iterator[Server]:
    """Run a server until the test is over."""
    server = Server(app, host, 0)
    thread = Thread(target=server.run, args=(stop, time.monotonic, lambda: None))
    thread.start()
    try:
        yield server
    finally:
        stop.set()
        thread.join()


def hello(environ: object, start_response: Callable[..., object]) -> Iterable[bytes]:
    """Answers everything."""
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]


def status(port: int, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> int:
    """The status of one answer."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    link.request(method, path, body, headers)
    answer = link.getresponse()
    answer.read()
    link.close()
    assert answer.getheader("Server") is None
    return answer.status


def test_requests_beyond_the_bounds_are_refused_before_the_application_sees_them() -> None:
    with running(hello, Event()) as server:
        assert status(server.port, "/") == 200
        assert status(server.port, "/?q=" + "a" * MAX_HEADER_BYTES) == 431
        assert status(server.port, "/", Cookie="a" * MAX_HEADER_BYTES) == 431
        assert status(server.port, "/", "POST", b"a" * 5000) == 413


def test_a_name_that_stands_for_several_addresses_is_listened_to_at_each() -> None:
    with running(hello, Event(), "localhost") as server:
        assert status(server.port, "/") == 200


def test_what_was_begun_is_finished_when_the_server_is_told_to_stop() -> None:
    stop, begun, go_on = Event(), Event(), Event()
    body = b"x" * 500_000

    def slow(environ: object, start_response: Callable[..., object]) -> Iterable[bytes]:
        begun.set()
        go_on.wait(30)
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]

    answers: list[bytes] = []
    with running(slow, stop) as server:
        link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        link.request("GET", "/")
        reading = Thread(target=lambda: answers.append(link.getresponse().read()))
        reading.start()
        assert begun.wait(30)
        stop.set()
        refused = False
        end = time.monotonic() + 30
        while not refused and time.monotonic() < end:
            with socket.socket() as other:
                refused = other.connect_ex(("127.0.0.1", server.port)) != 0
        assert refused, "it must listen no more"
        go_on.set()
        reading.join()
        link.close()
    assert answers == [body]
