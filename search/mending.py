"""Slips of the finger: the word that was meant by one that no text has, as its neighbours tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from search.analysis import Token, tokens
from search.opened import Index
from search.query import Query
from search.scores import singles

_SHORTEST = 2
_LONGEST = 24
_MOST_MENDED = 4

Evidence = tuple[int, int]
"""How many neighbours a word is known beside, and in how many documents."""

# Words whose lists are counted where their neighbours do not tell them apart.
_COUNTED = 24


@dataclass(frozen=True, slots=True)
class _Change:
    place: int
    word: str
    evidence: Evidence
    common: int


def mended(index: Index, query: Query) -> str | None:
    """Give the text of a query with a letter added, left out, changed or swapped in words that were slips.

    Words that no text has are slips. Where all are known, one is taken for a slip whose change makes it
    stand beside more of its neighbours than before. Quotes are lost. None where nothing is found.
    """
    text = query.plain
    row = list(tokens(text))[: len(query.tokens)]
    folds = [token.fold for token in row]
    known = {fold for fold in folds if index.counts("text", fold)}
    slips = [place for place, token in enumerate(row) if _is_word(token) and token.fold not in known]
    changes = _mend_unknown(index, row, slips) if slips else _mend_known(index, row)
    for change in sorted(changes, key=lambda one: -one.place):
        token = row[change.place]
        text = text[: token.start] + change.word + text[token.end :]
    return text if changes else None


def one_edit(word: str) -> Iterator[str]:
    """Give every word at one letter added, left out, changed or swapped with its neighbour; some twice."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        for letter in ascii_lowercase:
            yield head + letter + tail
        if tail:
            yield head + tail[1:]
            for letter in ascii_lowercase:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def _mend_unknown(index: Index, row: Sequence[Token], slips: Iterable[int]) -> list[_Change]:
    """Mend the words that no text has, from left to right, each with those before it as they are now."""
    words = [singles([token]) for token in row]
    changes = []
    for place in list(slips)[:_MOST_MENDED]:
        change = _best(index, _changes(index, words, place))
        if change:
            words[place] = [change.word]
            changes.append(change)
    return changes


def _mend_known(index: Index, row: Sequence[Token]) -> list[_Change]:
    words = [singles([token]) for token in row]
    found: list[_Change] = []
    for place, token in enumerate(row):
        if _is_word(token):
            before = _evidence(index, words, place, token.fold)
            found += (one for one in _changes(index, words, place) if one.evidence[0] > before[0])
    best = _best(index, found)
    return [best] if best else []


def _changes(index: Index, words: Sequence[Sequence[str]], place: int) -> Iterator[_Change]:
    typed = words[place][0]
    known = index.reader.among(sorted({word for word in one_edit(typed) if len(word) >= _SHORTEST} - {typed}))
    for word, count in known.items():
        yield _Change(place, word, _evidence(index, words, place, word), count)


def _evidence(index: Index, words: Sequence[Sequence[str]], place: int, word: str) -> Evidence:
    beside = []
    if place:
        beside.append(len(index.pair(words[place - 1][-1], word)))
    if place + 1 < len(words):
        beside.append(len(index.pair(word, words[place + 1][0])))
    return sum(map(bool, beside)), sum(beside)


def _best(index: Index, changes: Iterable[_Change]) -> _Change | None:
    """Give the change that neighbours speak for most, of equal ones the commonest word."""
    all_of_them = list(changes)
    most = max((one.evidence for one in all_of_them), default=(0, 0))
    near = sorted(
        (one for one in all_of_them if one.evidence == most), key=lambda one: (-one.common, one.word)
    )[:_COUNTED]
    # The tables may count documents that are gone.
    counted = [(-len(index.counts("text", one.word)), one.place, one.word, one) for one in near]
    best = min((one for one in counted if one[0]), key=lambda one: one[:3], default=None)
    return best[3] if best else None


def _is_word(token: Token) -> bool:
    return not token.parts and token.fold.isalpha() and _SHORTEST <= len(token.fold) <= _LONGEST
