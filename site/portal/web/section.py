"""Sections: tables of views, each with the values that it has a page for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar

from portal.model.article import Article, prefix
from portal.model.portal import LANGUAGES, Portal
from portal.web.page import Answer, Page


class Addressed(Protocol):
    """A value that knows where its page stands."""

    @property
    def address(self) -> str:
        """An absolute path; a directory ends with a slash."""
        ...


@dataclass(frozen=True)
class Spot:
    """A page that there is once in each language: its place, and the portal that it is about."""

    address: str
    language: str
    portal: Portal


V = TypeVar("V", bound=Addressed)


@dataclass(frozen=True, slots=True)
class Kind:
    """What the addresses of one view and language share; `name` is as `news.story.vi`.

    `page` says whether its answers are pages, `story` whether each is about one article among its neighbours.
    """

    name: str
    language: str
    answer: Callable[[Any], Answer]
    page: bool = False
    story: bool = False


class Slot(NamedTuple):
    """One address of a portal, of which kind it is, and what it shows."""

    address: str
    of: Kind
    value: Any = None

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self.of.name

    @property
    def language(self) -> str:
        """The language of its answer."""
        return self.of.language

    @property
    def page(self) -> bool:
        """Whether its answer is a page."""
        return self.of.page

    def answer(self) -> Answer:
        """What its view answers."""
        return self.of.answer(self.value)


class Reworded(NamedTuple):
    """Articles of which nothing but words changed, and the addresses of stories that may show one."""

    articles: tuple[Article, ...]
    stories: frozenset[str]


def may_show(slot: Slot, reworded: Reworded) -> bool:
    """Whether an address may show any of some articles: what its value says of itself; else it may."""
    if slot.of.story:
        return slot.address in reworded.stories
    says: Callable[[Reworded], bool] | None = getattr(slot.value, "may_show", None)
    return says is None or says(reworded)


Maker = Callable[[Portal], Iterator[Slot]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the portal: its views in the order in which they were written."""

    name: str
    makers: list[Maker] = field(default_factory=list)

    def pages(
        self, of: Callable[[Portal], Iterable[V]], *, stories: bool = False
    ) -> Callable[[Callable[[V], Answer]], Callable[[V], Answer]]:
        """Say that a view has a page for each of these values, at the value's own address.

        Those of `stories` may show an article where the portal says that a story may (`stories_around`).
        """

        def register(view: Callable[[V], Answer]) -> Callable[[V], Answer]:
            def slots(portal: Portal) -> Iterator[Slot]:
                kinds = {code: self._kind(view, code, stories) for code in LANGUAGES}
                for value in of(portal):
                    yield Slot(value.address, kinds[getattr(value, "language", "vi")], value)

            self.makers.append(slots)
            return view

        return register

    def page(
        self, address: str, *, translated: bool = False
    ) -> Callable[[Callable[[Spot], Answer]], Callable[[Spot], Answer]]:
        """Say that a view has one page, or where `translated` one for each language of the portal."""

        def spots(portal: Portal) -> Iterator[Spot]:
            for language in portal.languages if translated else ("vi",):
                yield Spot(prefix(language) + address, language, portal)

        return self.pages(spots)

    def _kind(self, view: Callable[[V], Answer], language: str, story: bool) -> Kind:
        # What a view is declared to give: nothing need be made to know.
        pages = view.__annotations__.get("return") is Page
        return Kind(f"{self.name}.{view.__name__}.{language}", language, view, pages, story)
