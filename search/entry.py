"""What any engine is told of a document: keys with their places, names, and what is shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from search.analysis import keys_of
from search.document import Document
from search.lengths import length_code
from search.postings import Places

MAX_KEPT_TEXT = 20_000
"""Characters of a document's text that are kept to show an extract from; all of it is searched."""

KEYS = ("text", "text_exact", "title", "title_exact")
"""The fields of keys with places."""

LENGTHS_OF = ("text", "title")
"""The fields whose lengths are kept; a field of exact keys is as long as that of the folded ones."""

NAMES = ("kind", "language", "category", "unit", "year")
"""The fields of names to filter by."""

_VIETNAM = timezone(timedelta(hours=7))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of a document: keys by field, names to filter by (empty ones left out), what is shown.

    `row` has the folded words of the text one after the other, with an empty one between texts: the pairs of
    neighbours are made of it. `date` is in seconds since 1970.
    """

    address: str
    date: int | None
    places: Mapping[str, Places]
    names: Mapping[str, str]
    shown: Mapping[str, str]
    row: Sequence[str] = ()

    def length_code(self, field: str) -> int:
        """Give the length of a field, in keys, as one byte."""
        return length_code(sum(map(len, self.places[field].values())))


def entry_of(document: Document) -> Entry:
    """Give what is kept of a document."""
    title, title_exact, _ = _places([document.title])
    whole = [document.title, document.summary, document.text, *document.tags, document.category_name]
    text, text_exact, row = _places(whole)
    return Entry(
        document.address,
        _seconds(document.date),
        {"title": title, "title_exact": title_exact, "text": text, "text_exact": text_exact},
        _names(document),
        _shown(document),
        row,
    )


def first_second(day: date) -> int:
    """Give the second since 1970 at which a day begins in Viet Nam."""
    return int(datetime(day.year, day.month, day.day, tzinfo=_VIETNAM).timestamp())


def _places(texts: Iterable[str]) -> tuple[Places, Places, Sequence[str]]:
    """Give the places of fold and exact keys, and the row; a free place parts the texts, for phrases."""
    folds: defaultdict[str, list[int]] = defaultdict(list)
    exacts: defaultdict[str, list[int]] = defaultdict(list)
    row: list[str] = []
    for text in texts:
        for piece in text.split():
            words, found = keys_of(piece)
            place = len(row)
            for after, fold, exact in found:
                folds[fold].append(place + after)
                exacts[exact].append(place + after)
            row += words
        row.append("")
    return folds, exacts, row


def _names(document: Document) -> Mapping[str, str]:
    return {
        "kind": document.kind,
        "language": document.language,
        "category": document.category,
        "unit": document.unit,
        "year": str(document.date.year) if document.date else "",
    }


def _shown(document: Document) -> Mapping[str, str]:
    return {
        "address": document.address,
        "kind": document.kind,
        "language": document.language,
        "title": document.title,
        "summary": document.summary,
        "category": document.category,
        "category_name": document.category_name,
        "unit": document.unit,
        "date": document.date.isoformat() if document.date else "",
        "text": document.text[:MAX_KEPT_TEXT],
    }


def _seconds(date: datetime | None) -> int | None:
    if date is None:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=_VIETNAM)
    return (aware - _EPOCH) // timedelta(seconds=1)
