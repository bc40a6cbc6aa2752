"""The whole export: which document belongs to which year, the list of its parts, and what is made anew."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from hashlib import sha256

from search.analysis import ANALYSIS_VERSION
from search.document import Document
from search.entry import Entry, entry_of
from search.expansion import Expansion, as_data
from search.export.codec import number, packed, table
from search.export.reading import number_at, table_of, unpacked
from search.export.segment import TEASERS, Draft, Files, files_of, shards_of, total_lengths

LIST = "muc-luc.json"
"""The file that a browser reads first."""

WORDS = "tu.bin"
"""The file of all words, for those that are being typed and for slips."""

_VERSION = f"1.{ANALYSIS_VERSION}"
_UNDATED = "0"
_FEW = 1000
_LAST = 2**63
_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Held:
    """A document by its address: its date, a mark that changes with it, and how to have the whole."""

    address: str
    date: datetime | None
    mark: bytes
    document: Callable[[], Document]


@dataclass(frozen=True, slots=True)
class Segment:
    """One year as the list has it: its name, mark, documents, files of words and pairs, sums of lengths."""

    name: str
    mark: str
    size: int
    words: int
    pairs: int
    text: int
    title: int


@dataclass(frozen=True, slots=True)
class Export:
    """What was made: files by path, and the names of the segments that stay as they were."""

    files: Files
    kept: frozenset[str]


def export(
    held: Iterable[Held],
    expansions: Sequence[Expansion],
    old: Callable[[str], bytes | None] = lambda path: None,
) -> Export:
    """Make the files of all years that are not as `old` has them; the result depends on documents alone.

    `old` gives a file of the export before, None where there is none or it may not be trusted.
    """
    before = _segments(old(LIST))
    files: dict[str, bytes] = {}
    kept: set[str] = set()
    segments: list[Segment] = []
    words: Counter[str] = Counter()
    for year, some in _grouped(_years(held)):
        mark = _mark(some)
        known = before.get(year)
        counted = old(f"{year}/v.bin") if known and known.mark == mark else None
        if known and counted is not None:
            kept.add(year)
            segment, own = known, _counts(counted)
        else:
            segment, made, own = _make(year, mark, some)
            files.update((f"{year}/{name}", body) for name, body in made.items())
        segments.append(segment)
        words.update(own)
    files[WORDS] = packed(table((word, number(count)) for word, count in words.items()))
    files[LIST] = _list(segments, expansions, sha256(files[WORDS]).hexdigest()[:12])
    return Export(files, frozenset(kept))


def _make(year: str, mark: str, some: Sequence[Held]) -> tuple[Segment, Files, Mapping[str, int]]:
    draft = Draft()
    entries: list[Entry] = sorted((entry_of(one.document()) for one in some), key=_order, reverse=True)
    for entry in entries:
        draft.add(entry)
    lengths = total_lengths(entries)
    segment = Segment(year, mark, draft.size, *shards_of(draft.size), *lengths)
    return segment, files_of(draft), draft.words()


def _order(entry: Entry) -> tuple[int, str]:
    """Give what answers are ordered by: newest first, those without a date last."""
    return (_LAST if entry.date is None else -entry.date, entry.address)


def _years(held: Iterable[Held]) -> Mapping[str, list[Held]]:
    years: defaultdict[str, list[Held]] = defaultdict(list)
    for one in held:
        years[_year(one.date)].append(one)
    return years


def _grouped(years: Mapping[str, list[Held]]) -> Iterator[tuple[str, list[Held]]]:
    """Give years, oldest first, small ones with those after them: each file that is asked for costs.

    Which years are together follows from these and older ones alone.
    """
    group: list[Held] = []
    for year, some in sorted(years.items()):
        group += some
        if year == _UNDATED:
            continue
        if len(group) >= _FEW:
            yield year, group
            group = []
    if group:
        yield max(years), group


def _year(date: datetime | None) -> str:
    """Give the year in Viet Nam, so that years stand one after the other in the order of answers."""
    if date is None:
        return _UNDATED
    return f"{(date.astimezone(_VIETNAM) if date.tzinfo else date).year:04}"


def _mark(some: Iterable[Held]) -> str:
    whole = sha256(f"{_VERSION}/{TEASERS}".encode())
    for one in sorted(some, key=lambda one: one.address):
        whole.update(one.address.encode("utf-8", "replace") + b"\0" + one.mark + b"\0")
    return whole.hexdigest()[:12]


def _list(segments: Sequence[Segment], expansions: Sequence[Expansion], words: str) -> bytes:
    rows = [
        [one.name, one.mark, one.size, one.words, one.pairs, one.text, one.title]
        for one in reversed(segments)
    ]
    # Newest first: a browser numbers documents in the order of answers.
    names = [row[2:] for row in as_data(expansions)]
    data = {"version": _VERSION, "teasers": TEASERS, "segments": rows, "words": words, "names": names}
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _segments(body: bytes | None) -> Mapping[str, Segment]:
    try:
        data = json.loads(body or b"{}")
        rows = data["segments"] if data.get("version") == _VERSION else []
        return {row[0]: Segment(*row) for row in rows}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _counts(body: bytes) -> Mapping[str, int]:
    return {key: number_at(value, 0)[0] for key, value in table_of(unpacked(body))}
