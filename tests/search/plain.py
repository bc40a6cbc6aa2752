"""The simplest reader there can be: words of our keys with white space between, and their order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise

from search.document import Document
from search.entry import Entry, entry_of
from search.lengths import LENGTHS
from search.postings import Postings, pack


class Plain:
    """What ranking asks of an index, answered by looking through all documents each time."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._entries: Sequence[Entry] = [entry_of(document) for document in documents]

    @property
    def numbers(self) -> Set[int]:
        return set(range(len(self._entries)))

    def postings(self, field: str, key: str) -> Postings:
        held = {number: one.places[field].get(key) for number, one in enumerate(self._entries)}
        return {number: pack(places) for number, places in held.items() if places}

    def counts(self, field: str, key: str) -> dict[int, int]:
        held = {number: len(one.places[field].get(key, ())) for number, one in enumerate(self._entries)}
        return {number: count for number, count in held.items() if count}

    def named(self, field: str, name: str) -> frozenset[int]:
        return frozenset(n for n, one in enumerate(self._entries) if one.names[field] == name != "")

    def names(self, field: str) -> Sequence[str]:
        return sorted({one.names[field] for one in self._entries} - {""})

    def lengths(self, field: str) -> Sequence[int]:
        return [LENGTHS[one.length_code(field)] for one in self._entries]

    def pair(self, one: str, other: str) -> dict[int, int]:
        held = {n: list(pairwise(entry.row)).count((one, other)) for n, entry in enumerate(self._entries)}
        return {number: count for number, count in held.items() if count}

    def after(self, one: str, prefix: str) -> Counter[str]:
        return Counter(
            other
            for entry in self._entries
            for before, other in set(pairwise(entry.row))
            if before == one and other.startswith(prefix) and other
        )

    def words(self, prefix: str) -> Counter[str]:
        held = (word for entry in self._entries for word in set(entry.row) if word)
        return Counter(word for word in held if word.startswith(prefix))

    def among(self, words: Sequence[str]) -> Counter[str]:
        known = self.words("")
        return Counter({word: known[word] for word in words if known[word]})

    def date(self, document: int) -> int | None:
        return self._entries[document].date

    def address(self, document: int) -> str:
        return self._entries[document].address

    def shown(self, document: int) -> Mapping[str, str]:
        return self._entries[document].shown

    def close(self) -> None:
        return
