"""In a browser the same words, answers, order and scores as in Python."""

import json
import tempfile
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bench.searching.corpus import documents, expansions
from bench.searching.queries import questions
from search.export.exported import Held, export
from search.index import Beside, Index, open_index, write_index
from search.ranking import Wish, search
from tests.browser.searching import opened, wish_of
from tests.search.golden_tokens import golden

COUNT = 150
_KEYS = """(texts) => texts.map((given) => {
  const text = Search.readable(given), spans = [], keys = [];
  let end = 0, first = 0, last = 0;
  for (const one of Search.tokens(given)) {
    spans.push([[...text.slice(end, one.start)].length, [...text.slice(one.start, one.end)].length]);
    end = one.end;
    const parts = one.parts.length ? one.parts : [one];
    parts.forEach((_, from) => parts.slice(from).forEach((_, more) => {
      const run = parts.slice(from, from + more + 1), at = first + from;
      keys.push([at - last, run.map((each) => each.fold).join("/"), run.map((each) => each.exact).join("/")]);
      last = at;
    }));
    first += parts.length;
  }
  return [spans, keys];
})"""


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    held = list(documents(COUNT))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "index"
        write_index(folder, held, Beside("fts5", {one.address: "" for one in held}, expansions()))
        with open_index(folder) as found:
            yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    held = [Held(one.address, one.date, b"", partial(copy, one)) for one in documents(COUNT)]
    with opened(browser, export(held, expansions()).files) as found:
        yield found


def same(page: Page, index: Index, text: str, wish: Wish) -> None:
    wanted = search(index, text, wish)
    found = page.evaluate("([text, wish]) => ask(text, wish)", [text, wish_of(wish)])
    assert [address for address, _ in found["shown"]] == [hit.address for hit in wanted.hits], text
    told = (found["total"], found["rung"], found["searched"], found["also"])
    assert told == (wanted.total, wanted.rung, wanted.searched, list(wanted.also)), text
    scores = [score for _, score in found["shown"]]
    assert scores == pytest.approx([hit.score for hit in wanted.hits], abs=1e-6), text


@pytest.mark.browser
def test_texts_are_cut_into_the_same_keys(page: Page) -> None:
    told = [json.loads(line) for line in golden()]
    found = page.evaluate(_KEYS, [one["text"] for one in told])
    assert found == [[one["spans"], one["keys"]] for one in told]
    assert sum(len(spans) for spans, _ in found) >= 100_000


@pytest.mark.browser
def test_all_questions_have_the_same_answers_in_the_same_order(page: Page, index: Index) -> None:
    asked = questions()
    assert len(asked) >= 150
    for question in asked:
        same(page, index, question.text, question.wish)


@pytest.mark.browser
def test_so_do_words_that_are_being_typed(page: Page, index: Index) -> None:
    for question in questions()[::7]:
        same(
            page,
            index,
            question.text[: max(1, len(question.text) * 2 // 3)],
            replace(question.wish, typing=True),
        )
