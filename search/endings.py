"""What the last word of a query may become while it is being typed."""

from collections import Counter

from search.opened import Index
from search.query import Query
from search.scores import singles

MOST_ENDINGS = 8
"""Words that a beginning is read as, beside itself."""

# Words whose lists are counted where tables tell of documents that are gone.
_COUNTED = 24


def endings(index: Index, query: Query) -> tuple[str, ...]:
    """Give the words that the last one may be the beginning of.

    Those that stand after the word before it are the likeliest; without such a word, or where none does, the
    commonest are given. A last word that a space or a quote follows is whole, and so is a number.
    """
    if not query.open or query.tokens[-1].parts or not query.tokens[-1].fold.isalpha():
        return ()
    *before, last = singles(query.tokens)
    found = index.reader.after(before[-1], last) if before else Counter[str]()
    found.pop(last, None)
    if not found:
        found = _commonest(index, last)
    return tuple(_best(found, MOST_ENDINGS))


def _commonest(index: Index, beginning: str) -> Counter[str]:
    found = index.reader.words(beginning)
    found.pop(beginning, None)
    counted = {word: len(index.counts("text", word)) for word in _best(found, _COUNTED)}
    return Counter({word: count for word, count in counted.items() if count})


def _best(found: Counter[str], most: int) -> list[str]:
    words = (word for word in found if word.isalpha())
    return sorted(words, key=lambda word: (-found[word], word))[:most]
