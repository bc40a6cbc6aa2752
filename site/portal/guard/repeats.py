"""A phrase that stands twice, one right after the other, as when a title is pasted before itself."""

import re
from collections.abc import Iterator, Sequence

from portal.guard.finding import Finding
from portal.guard.folding import Folded

_MOST_WORDS = 6
_WORD = re.compile(rb"[a-z0-9]+")
_GAPS = (" ", "  ", "\n", "'", "’")
# Said twice on purpose: each one of many, step by step, time after time.
_MANY = frozenset((
    "từng", "mỗi", "dần", "lần", "hết", "ngày", "đêm", "năm", "đời", "muôn", "nghìn", "vạn", "người", "một",
    "hai",
))  # fmt: skip


def find_repeats(text: str, of: Folded) -> Iterator[Finding]:
    """Find phrases of two to six words that are repeated at once, with their marks and capitals."""
    end = 0
    candidates = sorted(_candidates(of))
    spans = [found.span() for found in _WORD.finditer(of.spelled)] if candidates else []
    for place, count in candidates:
        if place >= end and (span := _span(text, spans[place : place + 2 * count], count)):
            end = place + 2 * count
            yield Finding("guard/doubled-phrase", *span, {"phrase": " ".join(text[slice(*span)].split())})


def _candidates(of: Folded) -> Iterator[tuple[int, int]]:
    """Places in the list of words from which some are said twice; lengths are compared first."""
    number = int.from_bytes(of.lengths, "little")
    for count in range(2, _MOST_WORDS + 1):
        same = (number ^ (number >> (8 * count))).to_bytes(len(of.lengths), "little")
        wanted, place = bytes(count), -1
        while 0 <= (place := same.find(wanted, place + 1)) <= len(of.words) - 2 * count:
            if of.words[place : place + count] == of.words[place + count : place + 2 * count]:
                yield place, count


def _span(text: str, spans: Sequence[tuple[int, int]], count: int) -> tuple[int, int] | None:
    """Where the second saying stands, if nothing but blanks parts it from the first and they are alike."""
    gaps = [text[one[1] : other[0]] for one, other in zip(spans, spans[1:], strict=False)]
    if not all(gap in _GAPS for gap in gaps):
        return None
    first = text[spans[0][0] : spans[count - 1][1]].split()
    again = text[spans[count][0] : spans[-1][1]].split()
    if first != again or first[0].lower() in _MANY or not any(word.isalpha() for word in first):
        return None
    return (spans[count][0], spans[-1][1]) if len(set(first)) > 1 else None
