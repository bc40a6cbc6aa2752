"""Answers in their order: what a reader typed in, the best pages out.

Whoosh's own search is not used: for nested queries its top N is wrong in every version.
"""

import heapq
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from functools import reduce

from search.index import Index
from search.query import Query, parse_query
from search.scores import with_all, with_most
from search.snippet import Marker, Part


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: what to show of the page, its score, its title and an extract with found words marked."""

    address: str
    title: str
    summary: str
    kind: str
    category_name: str
    date: datetime | None
    language: str
    score: float
    marked_title: tuple[Part, ...]
    extract: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The best answers in their order, how many there are in all, and the words that were searched.

    `complete` is false where no page has all the words and phrases: then pages with most words are given.
    """

    hits: tuple[Hit, ...]
    total: int
    searched: str
    complete: bool = True


def search(
    index: Index, query: str, *, limit: int = 20, language: str | None = None, kind: str | None = None
) -> Results:
    """Find the pages that answer what a reader typed, best first; equal ones newest first, then by address.

    Every page has all the words; where there is none, every page has at least 60 % of them, a document number
    counting as its parts and quotes for nothing. Whatever is typed, nothing is raised; a query without words
    has no answers.
    """
    asked = parse_query(query)
    allowed = _allowed(index, {"language": language, "kind": kind})
    scores = with_all(index, asked, allowed)
    complete = bool(scores) or not asked.tokens
    if not complete:
        asked = asked.by_parts()
        scores = with_most(index, asked, allowed)
    return Results(tuple(_hits(index, asked, scores, limit)), len(scores), asked.text, complete)


def _allowed(index: Index, filters: Mapping[str, str | None]) -> Set[int] | None:
    sets = [index.named(field, name) for field, name in filters.items() if name is not None]
    return reduce(lambda one, other: one & other, sets) if sets else None


def _hits(index: Index, asked: Query, scores: Mapping[int, float], limit: int) -> Iterator[Hit]:
    marker = Marker(asked)
    for number in _best(index, scores, limit):
        yield _hit(index, marker, number, scores[number])


def _best(index: Index, scores: Mapping[int, float], limit: int) -> list[int]:
    """Give the first `limit` documents; dates and addresses are read only of those that may be among them."""
    best = heapq.nlargest(max(0, limit), scores.values())
    near = [number for number, score in scores.items() if best and score >= best[-1]]
    return sorted(near, key=lambda number: (-scores[number], index.order(number)))[: max(0, limit)]


def _hit(index: Index, marker: Marker, number: int, score: float) -> Hit:
    found = index.document(number)
    return Hit(
        found.address,
        found.title,
        found.summary,
        found.kind,
        found.category_name,
        found.date,
        found.language,
        score,
        marker.mark(found.title),
        marker.extract((found.summary, found.text)),
    )
