"""This engine, with each of the keepers of its index."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.searching.corpus import expansions
from bench.searching.queries import Question
from search.document import Document
from search.index import Beside, Index, open_index, write_index
from search.ranking import search


class Own:
    """The index of a release, asked in this process."""

    def __init__(self, keeper: str) -> None:
        """Take the name of the keeper."""
        self._keeper = keeper
        self._index: Index | None = None
        self._opened = ExitStack()

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """Make the index of all documents."""
        write_index(folder, documents, Beside(self._keeper, expansions=expansions()))

    def open(self, folder: Path) -> None:
        """Make ready to be asked."""
        self._index = self._opened.enter_context(open_index(folder))

    def ask(self, question: Question) -> Sequence[str]:
        """Give the addresses of the first ten answers."""
        assert self._index
        return [hit.address for hit in search(self._index, question.text, question.wish).hits]

    def bytes_asked(self) -> Sequence[int]:
        """Nothing: it is asked where it lies."""
        return ()
