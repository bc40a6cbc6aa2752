"""Ranking does not rot: questions with known answers, asked of a small corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.searching.corpus import documents, expansions, planted
from bench.searching.queries import KINDS, Question, questions
from search.engine import NAMES
from search.index import Beside, Index, open_index, write_index
from search.ranking import search

COUNT = 240


@pytest.fixture(scope="module", params=NAMES)
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Give an open index of the small corpus, by each engine."""
    folder: Path = tmp_path_factory.mktemp("quality") / "index"
    write_index(folder, documents(COUNT), Beside(request.param, expansions=expansions()))
    with open_index(folder) as opened:
        yield opened


def reciprocal(index: Index, question: Question) -> float:
    found = [hit.address for hit in search(index, question.text, question.wish).hits]
    return 1 / (found.index(question.expected) + 1) if question.expected in found else 0.0


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_page_comes_first(index: Index, kind: str) -> None:
    asked = [question for question in questions() if question.kind == kind]
    ranks = {question.text: reciprocal(index, question) for question in asked}
    assert sum(ranks.values()) / len(ranks) >= 0.98, {text: rank for text, rank in ranks.items() if rank < 1}


def test_there_are_enough_questions_of_every_kind_and_their_answers_are_in_the_corpus() -> None:
    addresses = {document.address for document in documents(COUNT)}
    assert len(questions()) >= 150
    assert {question.kind for question in questions()} == set(KINDS)
    assert {question.expected for question in questions()} <= addresses
    assert len({one.document.address for one in planted()}) == len(planted())
