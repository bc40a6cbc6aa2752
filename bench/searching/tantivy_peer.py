"""Tantivy as it comes; runs in an environment of its own."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.searching.queries import Question
from bench.searching.stock import names_of, wanted_by
from search.document import Document


class Tantivy:
    """The default tokenizer and BM25, all words asked for, titles worth twice as much."""

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """Make the index of all documents."""
        import tantivy  # type: ignore[import-not-found,unused-ignore]

        folder.mkdir(parents=True)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("address", stored=True, tokenizer_name="raw")
        for name in ("title", "text"):
            schema.add_text_field(name)
        for name in ("category", "year"):
            schema.add_text_field(name, tokenizer_name="raw")
        index = tantivy.Index(schema.build(), path=str(folder))
        writer = index.writer(num_threads=1)
        for one in documents:
            text = f"{one.summary}\n{one.text}"
            writer.add_document(
                tantivy.Document(address=one.address, title=one.title, text=text, **names_of(one))
            )
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        """Make ready to be asked."""
        import tantivy

        self._index: Any = tantivy.Index.open(str(folder))
        self._searcher: Any = self._index.searcher()
        self._made: Any = tantivy

    def ask(self, question: Question) -> Sequence[str]:
        """Give the addresses of the first ten answers."""
        made = self._made
        asked, _ = self._index.parse_query_lenient(
            question.text, ["title", "text"], field_boosts={"title": 2.0}, conjunction_by_default=True
        )
        must = made.Occur.Must
        terms = [
            (must, made.Query.term_query(self._index.schema, name, value))
            for name, value in wanted_by(question)
        ]
        whole = made.Query.boolean_query([(must, asked), *terms]) if terms else asked
        hits = self._searcher.search(whole, 10).hits
        return [self._searcher.doc(place)["address"][0] for _, place in hits]

    def bytes_asked(self) -> Sequence[int]:
        """Nothing: it is asked where it lies."""
        return ()
