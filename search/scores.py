"""Which documents answer a query, and their scores: BM25 of our own over posting lists.

Only counts go into a score, and they are summed in the order of the query: the same documents give the same
scores in whatever order they were indexed.
"""

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise

from search.analysis import Token
from search.index import Index
from search.postings import Postings, times, unpack
from search.query import Query, has_marks

_K1 = 1.2
_B = 0.6
_TEXT = 1.0
_TEXT_EXACT = 0.9
_TITLE = 2.2
_TITLE_EXACT = 1.0
_PAIR = 2.0
# The share of the words that an answer must have, in per cent, where none has all.
_ENOUGH = 60


def with_all(index: Index, query: Query, allowed: Set[int] | None) -> dict[int, float]:
    """Score the documents that have every token and every phrase, of those allowed (None allows all)."""
    scorer = _Scorer(index, query)
    return scorer.score(scorer.having_all(allowed))


def with_most(index: Index, query: Query, allowed: Set[int] | None) -> dict[int, float]:
    """Score the documents that have at least 60 % of the tokens, of those allowed (None allows all)."""
    scorer = _Scorer(index, query)
    return scorer.score(scorer.having_most(allowed))


class _Scorer:
    def __init__(self, index: Index, query: Query) -> None:
        self._index = index
        self._query = query
        # By key, so that a word typed twice counts once.
        self._text = {token.fold: index.postings("text", token.fold) for token in query.tokens}

    def having_all(self, allowed: Set[int] | None) -> Set[int]:
        found = _meet(postings.keys() for postings in self._text.values())
        if allowed is not None:
            found = found & allowed
        for phrase in self._query.phrases:
            found = found and found & self._phrase(phrase)
        return found

    def having_most(self, allowed: Set[int] | None) -> Set[int]:
        counts: dict[int, int] = {}
        for postings in self._text.values():
            for document in postings:
                counts[document] = counts.get(document, 0) + 1
        needed = -(-len(self._text) * _ENOUGH // 100)
        found = {document for document, count in counts.items() if count >= needed}
        return found if allowed is None else found & allowed

    def score(self, candidates: Set[int]) -> dict[int, float]:
        scores = dict.fromkeys(candidates, 0.0)
        if scores:
            self._add_folds(scores)
            self._add_exacts(scores)
            self._add_pairs(scores)
        return scores

    def _add_folds(self, scores: dict[int, float]) -> None:
        for key, postings in self._text.items():
            self._add(scores, "text", postings, _TEXT)
            self._add_key(scores, "title", key, _TITLE)

    def _add_exacts(self, scores: dict[int, float]) -> None:
        if self._query.marked:
            for key in dict.fromkeys(token.exact for token in self._query.tokens):
                self._add_key(scores, "text_exact", key, _TEXT_EXACT)
                self._add_key(scores, "title_exact", key, _TITLE_EXACT)

    def _add_key(self, scores: dict[int, float], field: str, key: str, weight: float) -> None:
        self._add(scores, field, self._index.postings(field, key), weight)

    def _add(self, scores: dict[int, float], field: str, postings: Postings, weight: float) -> None:
        found = {document: times(postings[document]) for document in scores.keys() & postings.keys()}
        self._add_counts(scores, field, found, weight * _rarity(self._index.count, len(postings)))

    def _add_pairs(self, scores: dict[int, float]) -> None:
        widths = {token.fold: token.width for token in self._query.tokens}
        for one, other in dict.fromkeys(pairwise(token.fold for token in self._query.tokens)):
            self._add_pair(scores, self._text[one], self._text[other], widths[one])

    def _add_pair(self, scores: dict[int, float], first: Postings, second: Postings, width: int) -> None:
        rows = {document: unpack(first[document]) for document in first.keys() & second.keys()}
        places = _adjacent(rows, second, width)
        found = {document: len(row) for document, row in places.items() if document in scores}
        self._add_counts(scores, "text", found, _PAIR * _rarity(self._index.count, len(places)))

    def _add_counts(
        self, scores: dict[int, float], field: str, counts: Mapping[int, int], weight: float
    ) -> None:
        """Add the BM25 of one key that stands so many times in each document."""
        lengths, average = self._index.lengths(field), self._index.average_length(field)
        for document, count in counts.items():
            spread = _K1 * (1 - _B + _B * lengths[document] / average)
            scores[document] += weight * count * (_K1 + 1) / (count + spread)

    def _phrase(self, phrase: tuple[Token, ...]) -> Set[int]:
        """Give the documents in which the tokens stand side by side, with their marks if any was typed."""
        marked = has_marks(phrase)
        lists = [self._exact(token) if marked else self._text[token.fold] for token in phrase]
        documents = _meet(postings.keys() for postings in lists)
        found = {document: unpack(lists[0][document]) for document in documents}
        width = phrase[0].width
        for token, postings in zip(phrase[1:], lists[1:], strict=True):
            found, width = _adjacent(found, postings, width), width + token.width
        return found.keys()

    def _exact(self, token: Token) -> Postings:
        return self._index.postings("text_exact", token.exact)


def _rarity(documents: int, having: int) -> float:
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))


def _meet(sets: Iterable[Set[int]]) -> Set[int]:
    """Give what all have, the shortest first; nothing if there are none."""
    shortest, *others = sorted(sets, key=len) or [frozenset[int]()]
    found = set(shortest)
    for other in others:
        found &= other
    return found


def _adjacent(rows: Mapping[int, Sequence[int]], after: Postings, width: int) -> dict[int, list[int]]:
    """Give, of the places in each document, those after which, `width` places on, the other key stands."""
    found: dict[int, list[int]] = {}
    for document in rows.keys() & after.keys():
        ends = set(unpack(after[document]))
        places = [place for place in rows[document] if place + width in ends]
        if places:
            found[document] = places
    return found
