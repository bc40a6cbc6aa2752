"""Whoever asks, and in whichever way, the order of the answers is one."""

import json
from collections.abc import Iterator

import pytest

from bench.searching.corpus import documents, expansions
from bench.searching.queries import Question, questions
from search.index import Beside, open_index, write_index
from search.ranking import search
from search.service.app import make_app
from search.service.asked import NAMES
from search.service.release import Release
from tests.search.service.releases import Shelf, serving, write_frame

COUNT = 300


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of generated articles."""
    folder = tmp_path_factory.mktemp("parity")
    write_frame(folder / "site")
    write_index(folder / "index", documents(COUNT), Beside(expansions=expansions()))
    return Release("one", folder / "site", folder / "index")


def parameters(question: Question) -> dict[str, object]:
    """What of a question goes into an address."""
    wish, filters = question.wish, question.wish.filters
    asked: dict[str, object] = {"q": question.text, "moi-trang": wish.limit}
    asked |= {name: value for name, field in NAMES.items() if (value := getattr(filters, field))}
    asked |= {"nam": filters.year, "ngon-ngu": filters.language, "tu": filters.since, "den": filters.until}
    asked |= {"xep": "moi" if wish.newest else None, "dang-go": "1" if wish.typing else None}
    return {name: value for name, value in asked.items() if value is not None}


def _typed(question: Question) -> Iterator[str]:
    """A query as typed, and as a form may send it."""
    yield question.text
    if not question.wish.typing:
        yield f"  {question.text} "


@pytest.mark.slow
def test_every_question_has_the_order_that_a_search_without_the_service_gives(held: Release) -> None:
    asked = questions()
    assert len(asked) >= 150
    with serving(Shelf(held)) as service, open_index(held.index) as index:
        client = make_app(service).test_client()
        for question in asked:
            alone = search(index, question.text, question.wish)
            for typed in _typed(question):
                answer = client.get("/api/tim-kiem", query_string=parameters(question) | {"q": typed})
                said = json.loads(answer.data)
                found = [(hit["address"], hit["score"]) for hit in said["hits"]]
                assert found == [(hit.address, round(hit.score, 6)) for hit in alone.hits], question
                assert (said["total"], said["rung"]) == (alone.total, alone.rung), question
