"""Pages to be searched, and the answers to a question about them."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from search.document import Document
from search.index import Index, open_index, write_index
from search.ranking import Results, search


def page(
    address: str,
    title: str = "",
    text: str = "",
    *,
    summary: str = "",
    kind: str = "article",
    language: str = "vi",
    tags: tuple[str, ...] = (),
    date: datetime | None = None,
) -> Document:
    """Give a document that is blank but for what is named."""
    return Document(address, kind, language, title, summary, text, tags=tags, date=date)


@contextmanager
def index_of(pages: Iterable[Document]) -> Iterator[Index]:
    """Open a new index of the pages."""
    with tempfile.TemporaryDirectory() as folder:
        write_index(Path(folder) / "index", pages)
        with open_index(Path(folder) / "index") as index:
            yield index


def ask(pages: Iterable[Document], query: str) -> Results:
    """Ask a new index of the pages."""
    with index_of(pages) as index:
        return search(index, query)


def found(pages: Iterable[Document], query: str) -> list[str]:
    """Give the addresses of those that answer with all the words, best first."""
    results = ask(pages, query)
    return [hit.address for hit in results.hits] if results.complete else []
