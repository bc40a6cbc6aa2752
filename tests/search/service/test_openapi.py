"""What the description says is what the service answers, for programs that read nothing else."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from search.service.app import make_app
from search.service.asked import read_asked
from search.service.faults import KINDS, Fault
from search.service.openapi import API, DESCRIPTION
from tests.search.pages import page
from tests.search.service.releases import Shelf, client_of, release, serving
from tests.search.service.schemas import errors, resolved

PAGES = (
    page("/a/", "Chuyển đổi số", "Tỉnh họp.", date=datetime(2026, 5, 13, 7, tzinfo=UTC)),
    page("/b/", "Họp báo", "Về chuyển đổi số trong tỉnh."),
)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    """Asks a service."""
    with client_of(tmp_path, PAGES) as made:
        yield made


@pytest.fixture
def described(client: FlaskClient) -> dict[str, Any]:
    """The description at its stable address."""
    said: dict[str, Any] = json.loads(client.get("/api/tim-kiem/openapi.json").data)
    return said


def wrong(answer: TestResponse, place: str, described: dict[str, Any]) -> list[str]:
    """Give what of an answer is not as it is described."""
    response = described["paths"][place]["get"]["responses"][str(answer.status_code)]
    [(media, content)] = response["content"].items()
    assert answer.content_type == media
    return list(errors(json.loads(answer.data), content["schema"], described))


@pytest.mark.parametrize(
    "asked",
    [
        "q=chuyen+doi+so",
        "q=chuyen&moi-trang=1&trang=2",
        "q=chuyen&xep=moi",
        "q=khongco",
        "q=tinh+zzz+hop",
        "q=chuyeenr+ddooir",
        "q=a&trang=0",
        "q=a&ngon-ngu=fr",
        "",
        "q=" + "a" * 900,
    ],
)
def test_every_answer_of_the_search_is_as_described(
    client: FlaskClient, described: dict[str, Any], asked: str
) -> None:
    assert wrong(client.get(f"{API}?{asked}"), API, described) == []


@pytest.mark.parametrize("place", ["/healthz", "/readyz", DESCRIPTION])
def test_every_other_address_answers_as_described(
    client: FlaskClient, described: dict[str, Any], place: str
) -> None:
    assert wrong(client.get(place), place, described) == []


def test_who_is_turned_away_is_answered_as_described(tmp_path: Path, described: dict[str, Any]) -> None:
    with serving(Shelf(release(tmp_path / "busy", "one")), seats=1, waiting=-1) as service:
        assert wrong(make_app(service).test_client().get(f"{API}?q=a"), API, described) == []
    with serving(Shelf()) as service:
        for place in (f"{API}?q=a", "/readyz"):
            assert wrong(make_app(service).test_client().get(place), place.partition("?")[0], described) == []


def test_every_address_for_programs_is_described_and_every_described_one_is_there(
    client: FlaskClient, described: dict[str, Any]
) -> None:
    rules = {rule.rule for rule in client.application.url_map.iter_rules()}
    assert {rule for rule in rules if not rule.endswith("tim-kiem/")} == set(described["paths"])


def test_the_bounds_that_are_described_are_those_that_are_kept(described: dict[str, Any]) -> None:
    good = {
        "q": "a",
        "loai": "article",
        "chuyen-muc": "a-b",
        "co-quan": "so",
        "ngon-ngu": "vi",
        "nam": "2026",
        "tu": "2026-01-31",
        "den": "2026-01-31",
        "xep": "moi",
        "dang-go": "1",
        "trang": "1",
        "moi-trang": "1",
    }
    parameters = {one["name"]: one["schema"] for one in described["paths"][API]["get"]["parameters"]}
    assert set(parameters) == set(good)
    for name, schema in parameters.items():
        for value in _about(schema, good[name]):
            typed: Any = (
                int(value) if schema["type"] == "integer" and value.lstrip("-").isdecimal() else value
            )
            allowed = not list(errors(typed, schema, described))
            taken = not isinstance(read_asked({**good, name: value}), Fault)
            assert taken == allowed, (name, value[:80])


def _about(schema: dict[str, Any], good: str) -> Iterator[str]:
    """Values on both sides of each bound."""
    yield good
    yield from schema.get("enum", ())
    if "maxLength" in schema:
        yield from ("a" * schema["maxLength"], "a" * (schema["maxLength"] + 1))
    if "maximum" in schema:
        yield from map(
            str, (schema["minimum"], schema["minimum"] - 1, schema["maximum"], schema["maximum"] + 1)
        )
    if set(schema) & {"enum", "pattern", "format", "maximum"}:
        yield from ("A", "a b", "2026-02-30", "x/y", "99999")


def test_every_kind_of_fault_is_described_where_its_type_leads(described: dict[str, Any]) -> None:
    for code, kind in KINDS.items():
        address, _, pointer = json.loads(Fault(code).details("vi"))["type"].partition("#")
        assert address == DESCRIPTION
        assert resolved(f"#{pointer}", described) == {"status": kind.status, "vi": kind.vi, "en": kind.en}
        assert (
            list(
                errors(
                    json.loads(Fault(code, "q").details("en")),
                    described["components"]["schemas"]["Problem"],
                    described,
                )
            )
            == []
        )


def test_the_judge_of_these_tests_finds_what_is_wrong(described: dict[str, Any]) -> None:
    answer = {
        "release": "a",
        "page": 0,
        "pages": 1,
        "query": "",
        "searched": "",
        "rung": "none",
        "also": [1],
        "total": -1,
        "hits": [{}],
        "more": 1,
    }
    found = list(errors(answer, described["components"]["schemas"]["Answer"], described))
    assert len([line for line in found if line.startswith(".hits[0]")]) == 12
    assert {line.partition(":")[0] for line in found} >= {".page", ".rung", ".also[0]", ".total", ""}
