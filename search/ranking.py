"""Answers in their order: what a reader typed in, the best pages out.

Whoosh's own search is not used: for nested queries its top N is wrong in every version.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from search.index import Index
from search.ladder import Rung, climb
from search.query import parse_query
from search.scores import rank, singles
from search.snippet import Marker, Part
from search.wish import Filters, Wish

__all__ = ["Filters", "Hit", "Results", "Wish", "search"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: what to show of the page, its score, its title and an extract with found words marked."""

    address: str
    title: str
    summary: str
    kind: str
    category: str
    category_name: str
    unit: str
    date: datetime | None
    language: str
    score: float
    marked_title: tuple[Part, ...]
    extract: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The best answers in their order, how many there are in all, and what was searched.

    `rung` says how the query was read: `all` its words, as raw `telex`, `corrected` in a letter, or for
    `most` of its words; `searched` is the query so read, `also` the other names that were searched with it.
    """

    hits: tuple[Hit, ...]
    total: int
    searched: str
    rung: Rung = "all"
    also: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every answer has all the words and phrases as they were typed."""
        return self.rung == "all"


def search(index: Index, query: str, wish: Wish | None = None) -> Results:
    """Find the pages that answer what a reader typed, best first; equal ones newest first, then by address.

    Every page has all the words, under one of the names that a thing has. Where there is none, the query is
    read as raw Telex, then with a slip mended, then every page has at least 60 % of the words, a document
    number counting as its parts and quotes for nothing. Whatever is typed, nothing is raised; a query without
    words has no answers.
    """
    wish = wish or Wish()
    found = climb(index, parse_query(query), wish.filters.allowed(index), wish.typing)
    words = singles(found.query.tokens) + [word for one in found.also for word in singles(one.row)]
    also = tuple(dict.fromkeys(name for one in found.also for name in one.names))
    hits = _hits(index, words, found.scores, _first(index, found.scores, wish))
    return Results(tuple(hits), len(found.scores), found.query.text, found.rung, also)


def _hits(
    index: Index, words: Sequence[str], scores: Mapping[int, float], numbers: Sequence[int]
) -> Iterator[Hit]:
    marker = Marker(words)
    for number in numbers:
        yield _hit(index, marker, number, scores[number])


def _first(index: Index, scores: Mapping[int, float], wish: Wish) -> Sequence[int]:
    """Give the documents that are wanted; dates and addresses are read only of those near the top."""
    start, end = max(0, wish.skip), max(0, wish.skip) + max(0, wish.limit)
    if wish.newest:
        return heapq.nsmallest(end, scores, key=index.order)[start:]
    ranks = {number: rank(score) for number, score in scores.items()}
    best = heapq.nlargest(end, ranks.values())
    near = [number for number, score in ranks.items() if best and score >= best[-1]]
    return sorted(near, key=lambda number: (-ranks[number], index.order(number)))[start:end]


def _hit(index: Index, marker: Marker, number: int, score: float) -> Hit:
    found = index.document(number)
    return Hit(
        found.address,
        found.title,
        found.summary,
        found.kind,
        found.category,
        found.category_name,
        found.unit,
        found.date,
        found.language,
        score,
        marker.mark(found.title),
        marker.extract((found.summary, found.text)),
    )
