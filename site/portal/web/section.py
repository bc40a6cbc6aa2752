"""Sections: tables of views, each with the values that it has a page for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import Protocol, TypeVar

from portal.model.article import prefix
from portal.model.portal import Portal
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
class Slot:
    """One address of a portal, the way to its answer, what that shows, and whether it is a page."""

    address: str
    section: str
    view: str
    language: str
    answer: Callable[[], Answer]
    value: object = None
    page: bool = False
    kind: str = field(default="", init=False)

    def __post_init__(self) -> None:
        """Name what it has in common with the other pages of its view and language."""
        object.__setattr__(self, "kind", intern(f"{self.section}.{self.view}.{self.language}"))


Maker = Callable[[Portal], Iterator[Slot]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the portal: its views in the order in which they were written."""

    name: str
    makers: list[Maker] = field(default_factory=list)

    def pages(
        self, of: Callable[[Portal], Iterable[V]]
    ) -> Callable[[Callable[[V], Answer]], Callable[[V], Answer]]:
        """Say that a view has a page for each of these values, at the value's own address."""

        def register(view: Callable[[V], Answer]) -> Callable[[V], Answer]:
            def slots(portal: Portal) -> Iterator[Slot]:
                for value in of(portal):
                    yield self._slot(view, value)

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

    def _slot(self, view: Callable[[V], Answer], value: V) -> Slot:
        language = getattr(value, "language", "vi")
        # What a view is declared to give: nothing need be made to know.
        pages = view.__annotations__.get("return") is Page
        return Slot(value.address, self.name, view.__name__, language, lambda: view(value), value, pages)
