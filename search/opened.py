"""An open index as ranking sees it: what its engine gives, and what follows from that, kept at hand."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from functools import cache

from search.document import Document
from search.expansion import Expansion, Names
from search.postings import Postings
from search.reader import Reader

MOST_KEPT = 400_000
"""Documents in the lists that are kept at hand, all together; about a hundred bytes each."""

_UNDATED = 2**63


class Index:
    """An open index; for one thread at a time."""

    def __init__(self, reader: Reader, expansions: Sequence[Expansion] = ()) -> None:
        """Take what reads an index whose seal was checked, and the names that stand for one another."""
        self.reader = reader
        self.expansions = tuple(expansions)
        self.names = Names(self.expansions)
        self._lists: OrderedDict[tuple[str, str], dict[int, int]] = OrderedDict()
        self._kept = 0
        self._spreads: dict[str, Sequence[float]] = {}
        self.named = cache(reader.named)
        self.lengths = cache(reader.lengths)
        self.average_length = cache(self._average)

    @property
    def count(self) -> int:
        """The number of documents."""
        return len(self.reader.numbers)

    def postings(self, field: str, key: str) -> Postings:
        """Give the documents with a key in `text`, `text_exact`, `title` or `title_exact`, and its places."""
        return self.reader.postings(field, key)

    def counts(self, field: str, key: str) -> Mapping[int, int]:
        """Give the documents with a key in such a field, and how many times they have it."""
        found = self._known(field, key)
        if found is None:
            found = self._keep(field, key, self.reader.counts(field, key))
        return found

    def pair(self, one: str, other: str) -> Mapping[int, int]:
        """Give the documents in which two folded words stand side by side, and how many times."""
        key = f"{one} {other}"
        found = self._known("pair", key)
        return self._keep("pair", key, self.reader.pair(one, other)) if found is None else found

    def spreads(self, field: str, k1: float, b: float) -> Sequence[float]:
        """Give, by document, what the length of `text` or `title` adds below the line of BM25."""
        found = self._spreads.get(field)
        if found is None:
            average = self.average_length(field)
            found = [k1 * (1 - b + b * length / average) for length in self.lengths(field)]
            self._spreads[field] = found
        return found

    def order(self, document: int) -> tuple[int, str]:
        """Give what settles the order of equal answers: newest first, then by address."""
        date = self.reader.date(document)
        return _UNDATED if date is None else -date, self.reader.address(document)

    def document(self, number: int) -> Document:
        """Give what is kept of a document: without its tags, its text cut."""
        shown = self.reader.shown(number)
        date = datetime.fromisoformat(shown["date"]) if shown["date"] else None
        return Document(
            shown["address"],
            shown["kind"],
            shown["language"],
            shown["title"],
            shown["summary"],
            shown["text"],
            shown["category"],
            shown["category_name"],
            shown["unit"],
            date=date,
        )

    def numbers(self) -> Set[int]:
        """Give the numbers of all documents."""
        return self.reader.numbers

    def _average(self, field: str) -> float:
        lengths = self.lengths(field)
        return max(1.0, sum(lengths[number] for number in self.reader.numbers) / max(1, self.count))

    def _known(self, field: str, key: str) -> dict[int, int] | None:
        found = self._lists.get((field, key))
        if found is not None:
            self._lists.move_to_end((field, key))
        return found

    def _keep(self, field: str, key: str, found: dict[int, int]) -> dict[int, int]:
        self._lists[field, key] = found
        self._kept += len(found) + 1
        while self._kept > MOST_KEPT:
            self._kept -= len(self._lists.popitem(last=False)[1]) + 1
        return found
