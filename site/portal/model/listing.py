"""Lists of articles, cut into pages that are numbered from the oldest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from portal.model.article import Article, Teaser
from portal.model.unit import Unit

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Listing:
    """One subject's articles, newest first: all news, a category, tag, year, month or unit.

    `kind` is one of `news category tag year month unit`; `home` its address; `feeds` whether it has feeds.
    """

    kind: str
    id: str
    title: str
    home: str
    language: str
    articles: tuple[Article, ...]
    description: str = ""
    feeds: bool = False
    unit: Unit | None = None

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page: its articles are not shown by naming a list."""
        return (
            self.kind, self.id, self.title, self.home, self.language, self.description, self.feeds, self.unit,
        )  # fmt: skip

    @property
    def address(self) -> str:
        """The address of its newest page."""
        return self.home


class ListPage(NamedTuple):
    """One page of a list.

    The head (`number` 0) shows the newest `PER_PAGE`. Numbered pages count from the oldest: page 1 holds the
    twenty oldest. A full page always names the one after it, so it never changes again; the one after it may
    still be empty.
    """

    listing: Listing
    number: int
    articles: tuple[Article, ...]
    older: int
    newer: int

    @property
    def teasers(self) -> tuple[Teaser, ...]:
        """What it shows, newest first."""
        return tuple(article.teaser for article in self.articles)

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        shown = b",".join([article.listed for article in self.articles])
        return (self.listing, self.number, shown, self.older, self.newer)

    @property
    def language(self) -> str:
        """The language of the list."""
        return self.listing.language

    @property
    def address(self) -> str:
        """The head stands at the list's own address, the others below it."""
        return self.listing.home if self.number == 0 else page_address(self.listing, self.number)


def holds(ordered: Sequence[Article], wanted: Iterable[Article]) -> bool:
    """Whether any of some articles is among articles that are in order of time, either way."""
    if not ordered:
        return False
    first, last = sorted((ordered[0].order, ordered[-1].order))
    near = {article.address for article in wanted if first <= article.order <= last}
    return bool(near) and not near.isdisjoint([article.address for article in ordered])


def page_address(listing: Listing, number: int) -> str:
    """The address of a numbered page."""
    return f"{listing.home}trang/{number}/"


def cut(listing: Listing) -> tuple[ListPage, ...]:
    """Give all pages of a list: the head, and numbered pages where the head cannot show all."""
    newest = listing.articles
    head = _head(listing, newest)
    if len(newest) <= PER_PAGE:
        return (head,)
    oldest = newest[::-1]
    count = len(oldest) // PER_PAGE + 1
    return (head, *(_numbered(listing, oldest, number, count) for number in range(1, count + 1)))


def _head(listing: Listing, newest: Sequence[Article]) -> ListPage:
    older = len(newest) // PER_PAGE if len(newest) > PER_PAGE else 0
    return ListPage(listing, 0, tuple(newest[:PER_PAGE]), older, 0)


def _numbered(listing: Listing, oldest: Sequence[Article], number: int, count: int) -> ListPage:
    part = oldest[(number - 1) * PER_PAGE : number * PER_PAGE]
    return ListPage(listing, number, tuple(part[::-1]), number - 1, number + 1 if number < count else 0)
