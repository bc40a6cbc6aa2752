"""The files of one year: what a query asks of its documents, cut so fine that little is loaded.

Documents are numbered from the oldest, so that a new one changes the files of its own words alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from search.entry import NAMES, Entry
from search.export.codec import Counts, counted, name, number, numbers, packed, place_of, table
from search.lengths import LENGTHS

Files = Mapping[str, bytes]
"""Bytes by the name of a file within its folder."""

TEASERS = 8
"""Documents whose titles and summaries stand in one file."""

_TEASED = ("address", "title", "summary", "kind", "category_name", "unit", "date")
_MOST_COUNTED = 255
_DOCUMENTS_A_FILE = 3
_PAIRS_TO_WORDS = 2


class Draft:
    """The documents of a segment, in their order, as they are taken in."""

    def __init__(self) -> None:
        """Begin without documents."""
        self.text: defaultdict[str, Counts] = defaultdict(dict)
        self.title: defaultdict[str, Counts] = defaultdict(dict)
        self.text_exact: defaultdict[str, Counts] = defaultdict(dict)
        self.title_exact: defaultdict[str, Counts] = defaultdict(dict)
        self.pairs: defaultdict[str, Counts] = defaultdict(dict)
        self.folds: dict[str, str] = {}
        self.entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        """Take in the next document."""
        at = len(self.entries)
        for field in ("text", "title", "text_exact", "title_exact"):
            held: defaultdict[str, Counts] = getattr(self, field)
            for key, places in entry.places[field].items():
                held[key][at] = len(places)
        self.folds.update(_folds(entry))
        beside = Counter((one, other) for one, other in pairwise(entry.row) if one and other)
        for (one, other), count in beside.items():
            self.pairs[f"{one} {other}"][at] = min(count, _MOST_COUNTED)
        self.entries.append(entry)

    @property
    def size(self) -> int:
        """The number of documents."""
        return len(self.entries)

    def words(self) -> Mapping[str, int]:
        """Give the words that can be typed or mistyped, with the number of documents that have them."""
        return {key: len(counts) for key, counts in self.text.items() if key.isalpha()}


def _folds(entry: Entry) -> Mapping[str, str]:
    """Give the folded key of each exact one: both stand at the same places."""
    at = {(place, key.count("/")): key for key, held in entry.places["text"].items() for place in held}
    return {key: at[held[0], key.count("/")] for key, held in entry.places["text_exact"].items()}


def shards_of(size: int) -> tuple[int, int]:
    """Give the numbers of files for words and for pairs of so many documents: powers of two."""
    words = 1 << max(0, (size // _DOCUMENTS_A_FILE).bit_length() - 1)
    return words, words * _PAIRS_TO_WORDS


def files_of(draft: Draft) -> Files:
    """Give all files of a segment; equal documents give equal bytes."""
    words, pairs = shards_of(draft.size)
    made = {"b.bin": packed(_base(draft)), "n.bin": packed(_names(draft))}
    made["v.bin"] = packed(table((key, number(count)) for key, count in draft.words().items()))
    made.update(_cut("w", words, ((key, key, body) for key, body in _words(draft))))
    made.update(_cut("p", pairs, _pairs(draft)))
    made.update(_cut("r", words, ((key, key, body) for key, body in _before(draft))))
    for first in range(0, draft.size, TEASERS):
        some = draft.entries[first : first + TEASERS]
        shown = b"".join(name(entry.shown[part]) for entry in some for part in _TEASED)
        made[f"t{first // TEASERS}.bin"] = packed(shown)
    return made


def _base(draft: Draft) -> bytes:
    """The lengths of all documents, and their languages."""
    codes = [bytes(entry.length_code(field) for entry in draft.entries) for field in ("text", "title")]
    return b"".join([number(draft.size), *codes, _named(draft.entries, "language")])


def _names(draft: Draft) -> bytes:
    """What documents are filtered by: names, then the time since the one before, in seconds, and 1."""
    fields = [_named(draft.entries, field) for field in NAMES if field != "language"]
    dates = [entry.date for entry in draft.entries]
    steps = [0 if date is None else date - (before or 0) + 1 for before, date in pairwise([None, *dates])]
    # Before 1970 there were no web pages; a date of then counts as its first second.
    return b"".join([*fields, numbers(max(1, step) if step else 0 for step in steps)])


def _named(entries: Sequence[Entry], field: str) -> bytes:
    held = [entry.names.get(field, "") for entry in entries]
    known = sorted(set(held))
    numbered = {each: at for at, each in enumerate(known)}
    return b"".join([number(len(known)), *map(name, known), numbers(numbered[each] for each in held)])


def _words(draft: Draft) -> Iterable[tuple[str, bytes]]:
    """Each word with its documents, those with it in their titles, and its ways to be written."""
    written: defaultdict[str, list[str]] = defaultdict(list)
    for exact, fold in sorted(draft.folds.items()):
        written[fold].append(exact)
    for fold, text in draft.text.items():
        title = draft.title.get(fold, {})
        body = [counted(text), counted(title, text)]
        ways = written[fold]
        body.append(number(0 if ways == [fold] else len(ways)))
        if ways != [fold]:
            for exact in ways:
                body += (
                    name(exact),
                    counted(draft.text_exact[exact], text),
                    counted(draft.title_exact.get(exact, {}), title),
                )
        yield fold, b"".join(body)


def _pairs(draft: Draft) -> Iterable[tuple[str, str, bytes]]:
    """Each pair; those whose words begin alike lie together, for a word that is being typed."""
    for pair, counts in draft.pairs.items():
        yield pair[: pair.index(" ") + 2], pair, counted(counts)


def _before(draft: Draft) -> Iterable[tuple[str, bytes]]:
    """Each word with those that stand before it, in how many documents: they tell what a slip was."""
    held: defaultdict[str, list[tuple[str, bytes]]] = defaultdict(list)
    for pair, counts in draft.pairs.items():
        one, _, other = pair.partition(" ")
        if one.isalpha():
            held[other].append((one, number(len(counts))))
    for key, some in held.items():
        yield key, table(some)


def _cut(kind: str, files: int, entries: Iterable[tuple[str, str, bytes]]) -> Files:
    held: list[list[tuple[str, bytes]]] = [[] for _ in range(files)]
    for sought, key, body in entries:
        held[place_of(sought, files)].append((key, body))
    return {f"{kind}{at}.bin": packed(table(some)) for at, some in enumerate(held)}


def total_lengths(entries: Iterable[Entry]) -> tuple[int, int]:
    """Give the lengths of all texts together, and of all titles."""
    text = title = 0
    for entry in entries:
        text += LENGTHS[entry.length_code("text")]
        title += LENGTHS[entry.length_code("title")]
    return text, title
