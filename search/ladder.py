"""The ladder: the ways in which a query is read, one after the other, until there is an answer.

All words; then as raw Telex; then with a slip mended; then most of the words.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Literal

from search.endings import endings
from search.expansion import Variant
from search.mending import mended
from search.opened import Index
from search.query import Query, parse_query
from search.scores import Reading, with_all, with_most
from vietnamese.typing import decode_telex

# What a document with another name than the one that was typed is worth of what it had with this.
_OTHER_NAME = 0.9

Rung = Literal["all", "telex", "corrected", "most"]


@dataclass(frozen=True, slots=True)
class Found:
    """The documents that answer, their scores, how the query was read, and the variants that gave more."""

    scores: Mapping[int, float]
    rung: Rung
    query: Query
    also: tuple[Variant, ...] = ()


def climb(index: Index, query: Query, allowed: Set[int] | None, typing: bool) -> Found:
    """Give what answers on the first rung where anything does; a query without words has no answers."""
    found = _all(index, query, allowed, "all", typing)
    if found.scores or not query.tokens:
        return found
    decoded = decode_telex(query.text)
    if decoded:
        found = _all(index, parse_query(decoded), allowed, "telex", typing)
        if found.scores:
            return found
    mend = mended(index, query)
    if mend:
        query = parse_query(mend)
        found = _all(index, query, allowed, "corrected", typing)
        if found.scores:
            return found
    query = query.by_parts()
    scored = with_most(index, _reading(index, query, typing), allowed)
    return Found(scored.scores, "most", query)


def _all(index: Index, query: Query, allowed: Set[int] | None, rung: Rung, typing: bool) -> Found:
    variants = _variants(index, query)
    readings = [_reading(index, query, typing), *(Reading(one.row, marked=query.marked) for one in variants)]
    scored = [with_all(index, reading, allowed) for reading in readings]
    if len(scored) == 1:
        return Found(scored[0].scores, rung, query)
    scores: dict[int, float] = {}
    for place, one in enumerate(scored):
        share = _OTHER_NAME if place else 1.0
        for document, score in one.scores.items():
            scores[document] = max(scores.get(document, 0.0), share * (score / one.most))
    also = tuple(variant for variant, one in zip(variants, scored[1:], strict=True) if one.scores)
    return Found(scores, rung, query, also)


def _variants(index: Index, query: Query) -> tuple[Variant, ...]:
    # What stands in quotes is meant as it stands.
    return () if query.phrases else index.names.variants(query.tokens)[1:]


def _reading(index: Index, query: Query, typing: bool) -> Reading:
    more = endings(index, query) if typing else ()
    return Reading(query.tokens, query.phrases, query.marked, more)
