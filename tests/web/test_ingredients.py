"""What an address is made of, as digests."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.freeze.ledger import Ledger, ledger_of
from portal.model.article import Category
from portal.model.portal import Portal
from portal.model.text import Body, Html
from portal.web.app import make_app
from portal.web.ingredients import Ingredients
from portal.web.section import may_show
from tests.web.feeds.portals import CATEGORY, article, picture, tagged
from tests.web.portals import TEMPLATES, portal
from vietnamese.dates import HANOI

TAGS = [tagged(*names) for names in ((), ("bao-cao",), ("an-toan",), ("an-toan", "bao-cao"))]


@pytest.fixture(scope="module")
def whole() -> Portal:
    """News enough for a second page of a list and an archive of a feed, with kin near and far."""
    news = tuple(
        article(n, tags=TAGS[n % 4], category=(CATEGORY, OTHER)[n % 3 == 0], aliases=ALIASES.get(n, ()))
        for n in range(75, 0, -1)
    )
    return portal(articles=(*news, article(1, language="en")), categories={"vi": (CATEGORY, OTHER)})


OTHER = Category("doi-song", "Đời sống")
ALIASES = {7: ("/tin-tuc/2026/cu/",)}
SAID: list[dict[str, object]] = [
    {"title": "Khác"},
    {"summary": "Khác."},
    {"author": "Người khác"},
    {"picture": picture()},
    {"body": Body(Html("<p>Khác.</p>"), "Khác.", words=1)},
]


@pytest.mark.parametrize("said", SAID, ids=lambda said: next(iter(said)))
@given(at=st.sets(st.integers(0, 75), max_size=3))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_may_show_changed_words_is_all_that_they_change(
    said: dict[str, object], at: set[int], whole: Portal
) -> None:
    before = ledger(whole)
    news = [replace(one, **said) if n in at else one for n, one in enumerate(whole.articles)]  # type: ignore[arg-type]
    after = replace(whole, articles=tuple(news))
    assert ledger(after, before) == ledger(after)


def test_few_addresses_are_asked_where_one_text_changed(whole: Portal) -> None:
    changed = replace(whole.articles[30], author="Người khác")
    news = (*whole.articles[:30], changed, *whole.articles[31:])
    ingredients = Ingredients(make_app(replace(whole, articles=news), [TEMPLATES]))
    reworded = ingredients.reworded(ledger(whole).words, ingredients.words())
    stories = [slot for slot in ingredients.app.slots.values() if slot.kind == "news.story.vi"]
    assert reworded.articles == (changed,)
    assert sum(may_show(slot, reworded) for slot in stories) < 30


def ledger(held: Portal, old: Ledger | None = None) -> Ledger:
    """What a release of a portal is made of."""
    app = make_app(held, [TEMPLATES])
    return ledger_of("may", app.slots, Ingredients(app), old)


@pytest.mark.parametrize(
    "part",
    [
        {"date": datetime(2026, 5, 1, 8, tzinfo=HANOI)},
        {"updated": datetime(2026, 5, 1, 8, tzinfo=HANOI)},
        {"category": CATEGORY},
        {"unit": "so-y-te"},
        {"aliases": ("/tin-tuc/2026/cu-khac/",)},
        {"tags": tagged("bao-cao")},
    ],
)
def test_the_ground_changes_with_all_else_of_an_article(part: dict[str, object], whole: Portal) -> None:
    first = replace(whole.articles[0], **part)  # type: ignore[arg-type]
    other = replace(whole, articles=(first, *whole.articles[1:]))
    grounds = {Ingredients(make_app(held, [TEMPLATES])).ground() for held in (whole, other)}
    assert len(grounds) == 2


@pytest.mark.parametrize("part", ["pages", "units", "services", "indicators", "categories"])
def test_the_ground_changes_with_all_else_of_a_portal(part: str, whole: Portal) -> None:
    empty: object = {} if part in ("services", "categories") else ()
    other = replace(whole, **{part: empty})  # type: ignore[arg-type]
    grounds = {Ingredients(make_app(held, [TEMPLATES])).ground() for held in (whole, other)}
    assert len(grounds) == 2
