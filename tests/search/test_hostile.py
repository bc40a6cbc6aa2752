"""Whatever is typed is answered, and soon."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.searching.corpus import documents, expansions
from search.answer import answer
from search.engine import NAMES
from search.index import Beside, Index, open_index, write_index
from search.ranking import Wish, search
from tests.search.hostile import COUNT, queries

SECONDS = 0.5


@pytest.fixture(scope="module", params=NAMES)
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Give an open index of 150 articles, by each engine."""
    folder: Path = tmp_path_factory.mktemp("hostile") / "index"
    write_index(folder, documents(150), Beside(request.param, expansions=expansions()))
    with open_index(folder) as opened:
        yield opened


def test_five_hundred_hostile_queries_are_each_answered_within_half_a_second(index: Index) -> None:
    slow = []
    for number, query in enumerate(queries()):
        # Not the clock on the wall: others may be at work on this machine.
        begun = time.thread_time()
        results = search(index, query, Wish(limit=10, typing=bool(number % 2), newest=number % 5 == 0))
        took = time.thread_time() - begun
        assert answer(query, results)["total"] == results.total >= len(results.hits)
        if took > SECONDS:
            slow.append((took, query[:40]))
    assert (slow, number + 1) == ([], COUNT)
