"""What the search service fills is in the release: a page with places, words, and names to choose from."""

import json
import string
from typing import Any

import pytest

from portal.web.app import PortalApp
from portal.web.messages import answers as wording
from portal.web.views.answers import KINDS
from search.service.faults import KINDS as FAULTS
from search.service.frame import INPUT, PLACE
from tests.web.portals import english_site, made, site

RUNGS = ("telex", "corrected", "most")


def said(app: PortalApp, start: str = "") -> dict[str, Any]:
    """What the service reads beside the page."""
    held: dict[str, Any] = json.loads(made(app, f"{start}/tim-kiem/dich-vu.json"))
    return held


def test_the_search_page_has_each_place_that_is_filled_once() -> None:
    app = english_site()
    for address in ("/tim-kiem/", "/en/tim-kiem/"):
        page = app.test_client().get(address).get_data(as_text=True)
        assert [page.count(mark) for mark in (PLACE, INPUT, "<title>")] == [1, 1, 1]


def test_there_are_words_for_all_that_the_service_says() -> None:
    words = said(english_site(), "/en")["words"]
    assert set(words) == set(said(english_site())["words"])
    assert {f"searched.{rung}" for rung in RUNGS} <= set(words)
    told = {code for code in FAULTS if f"fault.{code}" in words}
    assert told == {"query-too-long", "bad-parameter", "busy", "slow", "fault"}


def test_both_languages_name_the_same_facts() -> None:
    def facts(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {key: facts(text) for key, text in wording.VI.items()} == {
        key: facts(text) for key, text in wording.EN.items()
    }


def test_every_kind_that_is_indexed_has_a_name() -> None:
    names = said(site())["names"]
    assert tuple(names["kinds"]) == KINDS and all(names["kinds"].values())


@pytest.mark.parametrize("start", ["", "/en"])
def test_names_to_choose_from_are_those_of_lists_in_the_language(start: str) -> None:
    app = english_site()
    names = said(app, start)["names"]
    for id in names["categories"]:
        assert f"{start}/chuyen-muc/{id}/" in app.slots
    for year in names["years"]:
        assert f"{start}/tin-tuc/{year}/" in app.slots
    assert names["categories"] and names["years"]
