"""The engine's words: each said once, and in both languages where a page is in both."""

import string
import unicodedata
from importlib import import_module
from pkgutil import iter_modules

import pytest

from portal.web import messages
from portal.web.translator import translator

VI, EN = translator("vi").wording, translator("en").wording
PARTS = [import_module(f"{messages.__name__}.{part.name}") for part in iter_modules(messages.__path__)]


def fields(text: str) -> set[str]:
    """The names of the facts that a wording asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_wording_is_filled_with_facts() -> None:
    assert translator("vi")("layout.pager.older", number=3) == "Tin cũ hơn (trang 3)"
    assert translator("en")("layout.pager.older", number=3) == "Older news (page 3)"


def test_a_wording_without_facts_keeps_its_braces_for_the_script() -> None:
    assert "{q}" in translator("vi")("search.none")


def test_a_key_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError, match="layout.nothing"):
        translator("vi")("layout.nothing")


def test_a_fact_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="number"):
        translator("vi")("layout.pager.older", page=3)


def test_the_fact_may_have_any_text() -> None:
    assert "{0} {x}" in translator("vi")("news.tag", name="{0} {x}")


@pytest.mark.parametrize("language", ["VI", "EN"])
def test_no_key_is_said_in_two_places(language: str) -> None:
    keys = [key for part in PARTS for key in getattr(part, language)]
    assert sorted(keys) == sorted(set(keys))


def test_nothing_is_said_in_english_alone() -> None:
    assert set(EN) <= set(VI)


def test_what_is_said_in_vietnamese_alone_is_of_pages_in_vietnamese_alone() -> None:
    parts = {key.partition(".")[0] for key in set(VI) - set(EN)}
    assert parts == {"units", "sources", "errors"}


def test_both_languages_ask_for_the_same_facts() -> None:
    assert {key: (fields(VI[key]), fields(EN[key])) for key in EN if fields(VI[key]) != fields(EN[key])} == {}


def test_every_wording_says_something_in_composed_letters() -> None:
    wrong = [
        key
        for key, text in (*VI.items(), *EN.items())
        if not text.strip() or text != unicodedata.normalize("NFC", text)
    ]
    assert wrong == []
