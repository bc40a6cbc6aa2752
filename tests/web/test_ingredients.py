"""What an address is made of, as digests."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from portal.model.article import Article
from portal.model.portal import Portal
from portal.model.text import Body, Html
from portal.web.app import make_app
from portal.web.ingredients import Ingredients
from portal.web.section import texts_of
from tests.web.feeds.portals import article, articles, tagged
from tests.web.portals import TEMPLATES, portal, standing


@dataclass(frozen=True)
class Watched(Article):
    """An article that notes who asks what its page, or its text, says."""

    asked: tuple[set[str], ...] = ()

    @property
    def marked(self) -> bytes:
        self.asked[0].add(self.address)
        return Article.marked.fget(self)  # type: ignore[attr-defined, no-any-return]


class WatchedBody(Body):
    """A text that notes that somebody read it."""

    __slots__ = ("asked",)
    asked: set[str]

    def __init__(self, asked: set[str]) -> None:
        for name, value in (
            ("asked", asked),
            ("plain", "Chữ."),
            ("headings", ()),
            ("links", ()),
            ("words", 1),
        ):
            object.__setattr__(self, name, value)

    @property
    def html(self) -> Html:
        self.asked.add("a text")
        return Html("<p>Chữ.</p>")


def watched(held: Portal, asked: set[str]) -> Portal:
    """The same portal with articles that note who asks, and texts that do."""

    def made(one: Article) -> Watched:
        facts = {name: getattr(one, name) for name in Article.__dataclass_fields__}
        return Watched(**{**facts, "asked": (asked,), "body": WatchedBody(asked)})

    return replace(held, articles=tuple(map(made, held.articles)))


@pytest.fixture(scope="module")
def whole() -> Portal:
    news = articles(70)
    return portal(articles=(*news, article(1, language="en")), pages=(standing(), standing(language="en")))


def kinds(held: Portal) -> Iterator[tuple[str, str]]:
    asked: set[str] = set()
    app = make_app(watched(held, asked), [TEMPLATES])
    ingredients = Ingredients(app)
    for address, slot in app.slots.items():
        asked.clear()
        ingredients.content(slot)
        texts = {text.address for text in texts_of(slot)}
        if asked != (texts | {"a text"} if texts else set()):
            yield address, f"{asked}"


def test_an_address_names_every_article_whose_text_it_shows(whole: Portal) -> None:
    assert list(kinds(whole)) == []


def test_some_addresses_show_texts(whole: Portal) -> None:
    slots = make_app(whole, [TEMPLATES]).slots.values()
    assert {slot.kind for slot in slots if list(texts_of(slot))} >= {
        "news.story.vi", "news.story.en", "feeds.rss_feed.vi", "feeds.atom_archive.vi",
        "feeds.newest_as_json.vi",
    }  # fmt: skip


CHANGED = {"body": Body(Html("<p>Khác.</p>"), "Khác.", words=1), "author": "Người khác"}


@pytest.mark.parametrize("name", CHANGED)
def test_the_ground_does_not_change_with_a_text(name: str, whole: Portal) -> None:
    before, after = (Ingredients(make_app(held, [TEMPLATES])) for held in (whole, with_first(whole, name)))
    assert before.ground() == after.ground()
    assert before.texts() != after.texts()


def with_first(held: Portal, name: str) -> Portal:
    """The portal with another first article."""
    first = replace(held.articles[0], **{name: CHANGED[name]})  # type: ignore[arg-type]
    return replace(held, articles=(first, *held.articles[1:]))


@pytest.mark.parametrize(
    "part",
    [
        {"title": "Khác"},
        {"summary": "Khác."},
        {"unit": "so-y-te"},
        {"aliases": ("/tin-tuc/2026/cu/",)},
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
