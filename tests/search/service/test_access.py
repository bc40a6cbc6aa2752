"""The log says what was answered, and not what readers asked for."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from werkzeug.test import Client

from search.service.access import Access


def logged(place: str, queries: bool = False, status: str = "200 OK") -> str:
    """The line for a request."""
    lines: list[str] = []

    def app(environ: object, start_response: object) -> Iterable[bytes]:
        start_response(status, [])  # type: ignore[operator]
        return [b"abc", b"de"]

    ticks = iter((1.0, 1.25))
    access = Access(
        app, lines.append, lambda: next(ticks), lambda: datetime(2026, 5, 13, tzinfo=UTC), queries
    )
    assert (
        Client(access).get(place, headers={"User-Agent": "secret", "X-Forwarded-For": "192.0.2.1"}).data
        == b"abcde"
    )
    [line] = lines
    return line


def test_a_line_has_time_place_status_size_and_duration() -> None:
    assert logged("/tim-kiem/?q=a", status="503 x") == "2026-05-13T00:00:00+00:00 GET /tim-kiem 503 5 250ms"


@pytest.mark.parametrize(
    "place", ["/tim-kiem/?q=secret", "/secret", "/tim-kiem/secret?q=secret", "/api/tim-kiem?q=secret"]
)
def test_nothing_that_a_reader_sent_is_in_the_log(place: str) -> None:
    assert "secret" not in logged(place) and "192.0.2.1" not in logged(place)


def test_queries_are_logged_where_the_operator_says_so() -> None:
    assert " /api/tim-kiem?q=secret " in logged("/api/tim-kiem?q=secret", queries=True)


def test_an_address_cannot_write_lines_of_its_own() -> None:
    assert "\n" not in logged("/tim-kiem/?q=a%0Ab", queries=True) + logged("/a%0Ab", queries=True)
