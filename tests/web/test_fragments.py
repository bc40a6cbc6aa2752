"""Markup that is made once is what would have been made again."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from portal.model.portal import Portal
from portal.web import templates
from portal.web.app import PortalApp, make_app
from portal.web.fragments import KEPT, Fragments
from portal.web.templates import environment
from tests.web.feeds.portals import article, articles, tagged
from tests.web.portals import ABROAD, SERVICES, TEMPLATES, bilingual

COMPONENT = (
    "{% macro teaser(item, level=3, size='row') %}{{ level | seen }}{{ item }} {{ size }}{% endmacro %}"
)
CALLED = "{% from 'c.html' import teaser %}"


@dataclass(frozen=True)
class Item:
    """Something to be shown, equal to others of its name."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass
class Changing:
    """Something that may be another thing when it is shown again."""

    name: str

    def __str__(self) -> str:
        return self.name


class Pages:
    """Templates of which the macros are counted when they are made."""

    def __init__(self, **sources: str) -> None:
        """Take templates by name, less their ending."""
        self.made: list[object] = []
        self.environment = environment([])
        self.environment.loader = DictLoader(
            {"c.html": COMPONENT, **{f"{name}.html": text for name, text in sources.items()}}
        )
        self.environment.filters["seen"] = self._seen

    def _seen(self, value: object) -> str:
        self.made.append(value)
        return ""

    def set(self, name: str, **shows: object) -> str:
        """The text of a page."""
        return self.environment.get_template(f"{name}.html").render(shows)


def test_a_component_with_the_same_value_is_made_once_for_all_pages() -> None:
    pages = Pages(one=f"{CALLED}Một {{{{ teaser(item) }}}}", two=f"{CALLED}Hai {{{{ teaser(item) }}}}")
    item = Item("An & Bình")
    assert pages.set("one", item=item) == "Một An &amp; Bình row"
    assert pages.set("two", item=item) == "Hai An &amp; Bình row"
    assert len(pages.made) == 1


@pytest.mark.parametrize("other", [{"level": 2}, {"size": "card"}, {"item": Item("Bình")}])
def test_another_argument_is_another_fragment(other: Mapping[str, object]) -> None:
    pages = Pages(page=f"{CALLED}{{{{ teaser(item, level=level, size=size) }}}}")
    usual = {"item": Item("An"), "level": 3, "size": "row"}
    pages.set("page", **usual)
    given = {**usual, **other}
    assert pages.set("page", **given) == f"{given['item']} {given['size']}"
    assert len(pages.made) == 2


def test_a_value_that_may_change_is_shown_as_it_is_now() -> None:
    pages = Pages(page=f"{CALLED}{{{{ teaser(item) }}}}")
    item = Changing("An")
    pages.set("page", item=item)
    item.name = "Bình"
    assert pages.set("page", item=item) == "Bình row"


def test_a_component_that_sees_its_page_is_made_for_each() -> None:
    seeing = "{% macro teaser(item) %}{{ item }} {{ title }}{% endmacro %}"
    text = "{% from 'seeing.html' import teaser with context %}{{ teaser(item) }}"
    pages, item = Pages(page=text, seeing=seeing), Item("An")
    assert [pages.set("page", item=item, title=title) for title in "ab"] == ["An a", "An b"]


def test_a_macro_of_the_page_itself_is_made_for_each() -> None:
    pages = Pages(page="{% macro teaser(item) %}{{ item }} {{ title }}{% endmacro %}{{ teaser(item) }}")
    item = Item("An")
    assert [pages.set("page", item=item, title=title) for title in "ab"] == ["An a", "An b"]


def test_what_stands_between_call_and_endcall_is_the_pages_own() -> None:
    around = "{% macro teaser(item) %}{{ item }} {{ caller() }}{% endmacro %}"
    text = "{% from 'around.html' import teaser %}{% call teaser(item) %}{{ title }}{% endcall %}"
    pages, item = Pages(page=text, around=around), Item("An")
    assert [pages.set("page", item=item, title=title) for title in "ab"] == ["An a", "An b"]


def test_markup_is_not_taken_for_the_same_letters_as_text() -> None:
    pages = Pages(page=f"{CALLED}{{{{ teaser(item) }}}}")
    assert pages.set("page", item="<b>") == "&lt;b&gt; row"
    assert pages.set("page", item=Markup("<b>")) == "<b> row"


def test_an_argument_by_name_is_not_taken_for_one_by_place() -> None:
    pages = Pages(
        named=f"{CALLED}{{{{ teaser(item='An') }}}}", placed=f"{CALLED}{{{{ teaser('item', 'An') }}}}"
    )
    assert (pages.set("named"), pages.set("placed")) == ("An row", "item row")


def test_no_more_is_kept_than_is_said() -> None:
    pages = Pages(page=f"{CALLED}{{{{ teaser(item) }}}}")
    kept = pages.environment._fragments = Fragments(most=4)  # type: ignore[attr-defined]
    for number in range(50):
        assert pages.set("page", item=Item(f"{number}")) == f"{number} row"
    assert len(kept._young) + len(kept._old) <= 8


ITEMS = [Item("An"), Item("An"), Item("Bình"), "An", Markup("An"), 3, None, True, 1, ("An",)]
CALLS = st.tuples(
    st.sampled_from(ITEMS),
    st.sampled_from([1, 2, True, "2"]),
    st.sampled_from(["row", "card", Markup("row")]),
)


@given(st.lists(CALLS, max_size=40), st.integers(1, 5))
def test_any_order_of_calls_gives_what_jinja_gives(
    calls: list[tuple[object, object, object]], most: int
) -> None:
    text = f"{CALLED}{{{{ teaser(item, level, size=size) }}}}"
    pages, plain = Pages(page=text), ImmutableSandboxedEnvironment(autoescape=True)
    pages.environment._fragments = Fragments(most)  # type: ignore[attr-defined]
    plain.loader, plain.filters["seen"] = pages.environment.loader, lambda value: ""
    for item, level, size in calls:
        shows = {"item": item, "level": level, "size": size}
        assert pages.set("page", **shows) == plain.get_template("page.html").render(shows)


def test_every_macro_that_is_kept_is_one_of_a_component_or_of_the_layout() -> None:
    texts = [file.read_text("utf-8") for file in TEMPLATES.glob("*/*.html")]
    assert not [name for name in KEPT if not any(f"macro {name}(" in text for text in texts)]


def _full() -> Portal:
    """A portal in which each article stands in several lists of more than one page."""
    news = tuple(article(n, tags=tagged("an-toan"), unit="so-noi-vu") for n in range(50, 5, -1))
    both = ("vi", "en")
    pair = (
        article(60, languages=both),
        article(60, language="en", languages=both, category=ABROAD, title="Article 60"),
    )
    return bilingual(articles=(*pair, *news, *articles(5)), services={**SERVICES, "en": SERVICES["vi"]})


def _pages(app: PortalApp) -> list[str]:
    return [address for address, slot in app.slots.items() if slot.page]


@pytest.fixture(scope="module")
def plainly_made() -> Mapping[str, bytes]:
    """Every page, each by an application of its own pace: Jinja as it comes, and no fragment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "Sandbox", ImmutableSandboxedEnvironment)
        app = make_app(_full(), [TEMPLATES])
        return {address: app.body(address) for address in _pages(app)}


@pytest.mark.parametrize("seed", range(4))
def test_every_page_in_any_order_is_what_jinja_makes_of_it(
    seed: int, plainly_made: Mapping[str, bytes]
) -> None:
    app = make_app(_full(), [TEMPLATES])
    if seed:
        app.pages._fragments = Fragments(most=8 * seed)  # type: ignore[attr-defined]
    order = _pages(app) * 2
    random.Random(seed).shuffle(order)
    assert not [address for address in order if app.body(address) != plainly_made[address]]


def test_a_portals_own_component_is_the_one_that_is_kept(tmp_path: Path) -> None:
    (tmp_path / "components").mkdir()
    text = "{% macro teaser(item, t, level=3, size=1, category=1) %}<b>{{ item.title }}</b>{% endmacro %}"
    (tmp_path / "components" / "teaser.html").write_text(text, "utf-8")
    usual, own = make_app(_full(), [TEMPLATES]), make_app(_full(), [tmp_path, TEMPLATES])
    usual.body("/tin-tuc/")
    assert b"<b>" in own.body("/tin-tuc/")
    assert b"<b>" not in usual.body("/tin-tuc/")
