"""Whoosh and SQLite FTS5 as they come: their own analysis, parser and ranking."""

import re
import sqlite3
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.searching.queries import Question
from search.document import Document

_NAMES = ("category", "year")


class StockWhoosh:
    """Whoosh with StandardAnalyzer, all words asked for, BM25F, titles worth twice as much."""

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """Make the index of all documents."""
        from whoosh import fields, index

        text = {"title": fields.TEXT(field_boost=2.0), "text": fields.TEXT()}
        named = {name: fields.ID() for name in _NAMES}
        folder.mkdir(parents=True)
        made = index.create_in(folder, fields.Schema(address=fields.ID(stored=True), **text, **named))
        writer = made.writer(limitmb=256)
        for one in documents:
            writer.add_document(
                address=one.address, title=one.title, text=f"{one.summary}\n{one.text}", **names_of(one)
            )
        writer.commit()

    def open(self, folder: Path) -> None:
        """Make ready to be asked."""
        from whoosh import index
        from whoosh.qparser import MultifieldParser

        self._searcher: Any = index.open_dir(folder).searcher()
        self._parser: Any = MultifieldParser(["title", "text"], self._searcher.schema)

    def ask(self, question: Question) -> Sequence[str]:
        """Give the addresses of the first ten answers."""
        from whoosh.query import And, Term

        wanted = [Term(name, value) for name, value in wanted_by(question)]
        found = self._searcher.search(
            self._parser.parse(question.text), limit=10, filter=And(wanted) if wanted else None
        )
        return [hit["address"] for hit in found]

    def bytes_asked(self) -> Sequence[int]:
        """Nothing: it is asked where it lies."""
        return ()


class StockFts5:
    """FTS5 with `unicode61 remove_diacritics 2`, all words asked for, BM25, titles worth twice as much."""

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """Make the index of all documents."""
        folder.mkdir(parents=True)
        table = sqlite3.connect(folder / "stock.db")
        columns = "address UNINDEXED, category UNINDEXED, year UNINDEXED, title, text"
        table.execute(
            f"CREATE VIRTUAL TABLE t USING fts5({columns}, tokenize='unicode61 remove_diacritics 2')"
        )
        table.executemany(
            "INSERT INTO t VALUES (?, ?, ?, ?, ?)",
            (
                (one.address, *names_of(one).values(), one.title, f"{one.summary}\n{one.text}")
                for one in documents
            ),
        )
        table.commit()
        table.close()

    def open(self, folder: Path) -> None:
        """Make ready to be asked."""
        self._table = sqlite3.connect(folder / "stock.db")

    def ask(self, question: Question) -> Sequence[str]:
        """Give the addresses of the first ten answers."""
        words = re.findall(r"[^\W_]+", question.text)
        quoted = [f'"{word}"' for word in words]
        if question.wish.typing and quoted:
            quoted[-1] += "*"
        asked = f'"{" ".join(words)}"' if question.text.startswith('"') else " ".join(quoted)
        where = "".join(f" AND {name} = ?" for name, _ in wanted_by(question))
        sought = f"SELECT address FROM t WHERE t MATCH ?{where} ORDER BY bm25(t, 1, 1, 1, 2, 1) LIMIT 10"
        values = [asked, *(value for _, value in wanted_by(question))]
        return [row[0] for row in self._table.execute(sought, values)]

    def bytes_asked(self) -> Sequence[int]:
        """Nothing: it is asked where it lies."""
        return ()


def names_of(document: Document) -> dict[str, str]:
    """Give the names of a document to filter by."""
    return {"category": document.category, "year": str(document.date.year) if document.date else ""}


def wanted_by(question: Question) -> list[tuple[str, str]]:
    """Give the names to filter by; a span of days is taken for its year."""
    filters = question.wish.filters
    year = filters.year or (str(filters.since.year) if filters.since else None)
    wanted = {"category": filters.category, "year": year}
    return [(name, value) for name, value in wanted.items() if value]


warnings.filterwarnings("ignore", module="whoosh")
