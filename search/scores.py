"""Which documents answer a reading of a query, and their scores: BM25 of our own over lists and counts.

Only whole numbers come from an index, and what they give is summed in the order of the query: the same
documents have the same scores in whatever order, and by whichever engine, they were indexed.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from search.analysis import Token
from search.opened import Index
from search.postings import Postings, unpack

_K1 = 1.2
_B = 0.6
_TEXT = 1.0
_TEXT_EXACT = 0.9
_TITLE = 2.2
_TITLE_EXACT = 1.0
_PAIR = 2.0
# The share of the words that an answer must have, in per cent, where none has all.
_ENOUGH = 60

Row = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a query: words, phrases that must stand as they are, and whether marks were typed.

    `endings` are the words that the last one may be the beginning of.
    """

    tokens: Row
    phrases: tuple[Row, ...] = ()
    marked: bool = False
    endings: tuple[str, ...] = ()

    def keys(self, token: Token) -> tuple[str, ...]:
        """Give the folded words any of which stands for a token."""
        last = self.endings and token is self.tokens[-1]
        return (token.fold, *self.endings) if last else (token.fold,)


@dataclass(frozen=True, slots=True)
class Scored:
    """Documents with their scores, and the most that a document could have."""

    scores: Mapping[int, float]
    most: float


def with_all(index: Index, reading: Reading, allowed: Set[int] | None) -> Scored:
    """Score the documents that have every token and every phrase, of those allowed (None allows all)."""
    scorer = _Scorer(index, reading)
    return scorer.score(scorer.having_all(allowed))


def with_most(index: Index, reading: Reading, allowed: Set[int] | None) -> Scored:
    """Score the documents that have at least 60 % of the tokens, of those allowed (None allows all)."""
    scorer = _Scorer(index, reading)
    return scorer.score(scorer.having_most(allowed))


def rank(score: float) -> int:
    """Give a score as a whole number, so that no rounding of a machine decides between equal answers."""
    return math.floor(score * 1e6 + 0.5)


class _Scorer:
    def __init__(self, index: Index, reading: Reading) -> None:
        self._index = index
        self._reading = reading
        self._most = 0.0
        self._scores: dict[int, float] = {}
        # By key, so that a word typed twice counts once.
        self._keys = {token.fold: reading.keys(token) for token in reading.tokens}
        self._text = {fold: self._counts("text", keys) for fold, keys in self._keys.items()}

    def having_all(self, allowed: Set[int] | None) -> Set[int]:
        found = _meet(counts.keys() for counts in self._text.values())
        if allowed is not None:
            found = found & allowed
        for phrase in self._reading.phrases:
            found = found and found & self._phrase(phrase)
        return found

    def having_most(self, allowed: Set[int] | None) -> Set[int]:
        held: Counter[int] = Counter()
        for counts in self._text.values():
            held.update(counts.keys())
        needed = -(-len(self._text) * _ENOUGH // 100)
        found = {document for document, count in held.items() if count >= needed}
        return found if allowed is None else found & allowed

    def score(self, candidates: Set[int]) -> Scored:
        self._scores = dict.fromkeys(candidates, 0.0)
        if candidates:
            self._add_folds()
            self._add_exacts()
            self._add_pairs()
        return Scored(self._scores, self._most)

    def _add_folds(self) -> None:
        for fold, keys in self._keys.items():
            self._add("text", self._text[fold], _TEXT)
            self._add("title", self._counts("title", keys), _TITLE)

    def _add_exacts(self) -> None:
        if self._reading.marked:
            for key in dict.fromkeys(token.exact for token in self._reading.tokens):
                self._add("text", self._index.counts("text_exact", key), _TEXT_EXACT)
                self._add("title", self._index.counts("title_exact", key), _TITLE_EXACT)

    def _add_pairs(self) -> None:
        words = singles(self._reading.tokens)
        last = (words[-1], *self._reading.endings)
        for place, (one, other) in enumerate(dict.fromkeys(pairwise(words))):
            others = last if place == len(words) - 2 else (other,)
            self._add("text", _summed(self._index.pair(one, each) for each in others), _PAIR)

    def _counts(self, field: str, keys: Sequence[str]) -> Mapping[int, int]:
        return _summed(self._index.counts(field, key) for key in keys)

    def _add(self, length: str, counts: Mapping[int, int], weight: float) -> None:
        """Add the BM25 of a key that stands so many times in each document."""
        if not counts:
            return
        gain = weight * _rarity(self._index.count, len(counts)) * (_K1 + 1)
        self._most += gain
        scores, spreads = self._scores, self._index.spreads(length, _K1, _B)
        for document in scores.keys() & counts.keys():
            count = counts[document]
            scores[document] += gain * count / (count + spreads[document])

    def _phrase(self, phrase: Row) -> Set[int]:
        """Give the documents in which the tokens stand side by side, with their marks if any was typed."""
        marked = any(token.exact != token.fold for token in phrase)
        lists = [
            self._index.postings("text_exact", token.exact)
            if marked
            else self._index.postings("text", token.fold)
            for token in phrase
        ]
        documents = _meet(postings.keys() for postings in lists)
        found = {document: unpack(lists[0][document]) for document in documents}
        width = phrase[0].width
        for token, postings in zip(phrase[1:], lists[1:], strict=True):
            found, width = _adjacent(found, postings, width), width + token.width
        return found.keys()


def singles(row: Iterable[Token]) -> list[str]:
    """Give the folded words of a row, those of a document number or date one by one."""
    return [part.fold for token in row for part in token.parts or (token,)]


def _rarity(documents: int, having: int) -> float:
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))


def _summed(lists: Iterable[Mapping[int, int]]) -> Mapping[int, int]:
    first, *others = lists
    if not any(others):
        return first
    found = dict(first)
    for counts in others:
        for document, count in counts.items():
            found[document] = found.get(document, 0) + count
    return found


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
