"""What ranking asks of an index, whichever engine keeps it: lists of documents, and counts.

An engine that analyses text with white space alone, fed with our keys, can answer all of it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Protocol

from search.postings import Postings


class Reader(Protocol):
    """An open index. For one thread at a time; what was taken out of it is in no answer."""

    @property
    def numbers(self) -> Set[int]:
        """The numbers of the documents; there may be gaps."""

    def postings(self, field: str, key: str) -> Postings:
        """Give the documents that have a key in a field of keys, and its places; empty if none has."""

    def counts(self, field: str, key: str) -> dict[int, int]:
        """Give the documents that have a key in a field of keys, and how many times."""

    def named(self, field: str, name: str) -> frozenset[int]:
        """Give the documents that have a name in a field to filter by."""

    def names(self, field: str) -> Sequence[str]:
        """Give the names of a field to filter by; of documents that were taken out too."""

    def lengths(self, field: str) -> Sequence[int]:
        """Give the length of `text` or `title` by the number of a document, as one of `LENGTHS`."""

    def pair(self, one: str, other: str) -> dict[int, int]:
        """Give the documents in which two folded words stand side by side, and how many times."""

    def after(self, one: str, prefix: str) -> Counter[str]:
        """Give the words that begin so and stand after a word, with the number of documents where they do."""

    def words(self, prefix: str) -> Counter[str]:
        """Give the words that begin so, with the number of documents, or somewhat more."""

    def among(self, words: Sequence[str]) -> Counter[str]:
        """Give those of some words that are known, with the number of documents, or somewhat more."""

    def date(self, document: int) -> int | None:
        """Give the date of a document, in seconds since 1970."""

    def address(self, document: int) -> str:
        """Give the address of a document."""

    def shown(self, document: int) -> Mapping[str, str]:
        """Give what was kept to be shown."""

    def close(self) -> None:
        """Let go of the files."""
