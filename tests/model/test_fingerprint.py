"""Values that say the same have one digest, and any difference that a page can show gives another."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.article import Article
from portal.model.fingerprint import Marks, Unmarkable
from portal.model.media import Asset
from tests.web.feeds.portals import CATEGORY, article, articles
from vietnamese.dates import HANOI


@dataclass(frozen=True)
class Pair:
    first: object
    second: object = None


def mark(value: object) -> bytes:
    return Marks().of(Pair(value))


def test_equal_values_have_one_digest_though_they_are_two_objects() -> None:
    assert mark(article(1)) == mark(article(1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", 1), (1, True), (None, "None"), ("", None), (("a", "b"), ("ab",)), ((), ("",)), (("a",), "a"),
        (Decimal("1.0"), Decimal("1")), (date(2026, 1, 1), "2026-01-01 "), (b"a", "a"),
        ((("a",), "b"), ("a", ("b",))), ({"a": "b"}, {"b": "a"}), (Pair("a", "b"), Pair("ab")),
        (datetime(2026, 1, 1, tzinfo=HANOI), datetime(2026, 1, 2, tzinfo=HANOI)),
    ],
)  # fmt: skip
def test_values_that_say_different_things_have_different_digests(one: object, other: object) -> None:
    assert mark(one) != mark(other)


@given(st.dictionaries(st.text(), st.integers()), st.sets(st.text()))
def test_the_order_of_a_mapping_or_a_set_says_nothing(held: dict[str, int], names: set[str]) -> None:
    turned = dict(reversed(held.items()))
    assert mark(held) == mark(turned)
    assert mark(frozenset(names)) == mark(frozenset(sorted(names, reverse=True)))


CHANGED: dict[str, object] = {
    "title": "Khác", "summary": "Khác.", "date": datetime(2026, 1, 2, 9, tzinfo=HANOI), "author": "Khác",
    "updated": datetime(2026, 1, 3, 9, tzinfo=HANOI), "unit": "so-khac", "aliases": ("/cu/",),
    "category": replace(CATEGORY, name="Khác"), "languages": ("vi", "en"), "slug": "khac",
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_every_fact_of_an_article_counts(name: str) -> None:
    assert name in {part.name for part in fields(Article)}
    changed = replace(article(1), **{name: CHANGED[name]})  # type: ignore[arg-type]
    assert mark(article(1)) != mark(changed)


def test_a_text_does_not_count_in_lists_and_counts_on_its_page() -> None:
    one, other = article(1), articles(1)[0]
    assert mark(one.teaser) == mark(other.teaser)
    assert mark(one) != mark(other)


def test_where_a_file_lies_on_this_machine_says_nothing() -> None:
    asset = Asset("/anh/a.webp", Path("kho/a.webp"), "image/webp", 10, "0" * 64)
    assert mark(asset) == mark(replace(asset, file=Path("cho-khac/a.webp")))
    assert mark(asset) != mark(replace(asset, digest="1" * 64))


@pytest.mark.parametrize("value", [Path("a"), object(), lambda: None])
def test_what_has_no_digest_is_refused(value: object) -> None:
    with pytest.raises(Unmarkable):
        mark(value)


def test_a_value_that_is_gone_lends_its_digest_to_no_other() -> None:
    marks = Marks()
    found = {marks.of(Pair(str(number))) for number in range(2000)}
    assert len(found) == 2000
