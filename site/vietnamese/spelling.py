"""Letters and marks: one form for equal text, text without marks, and the nearest of the names known."""

import re
import unicodedata
from collections.abc import Iterable

# đ is a letter of its own in Unicode, so decomposing leaves it whole. Eth and the African D look the
# same as capitals and are found in its place in text that came through older encodings.
_STROKED_D = dict(zip("đĐðÐɖƉ", "dDdDdD", strict=True))
_STROKED = re.compile("[đĐðÐɖƉ]")
# All but U+034F have a combining class: that one is no mark of a letter.
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_JOINTS = re.compile(r"[\s_-]+")
_MOST_EDITS = 3
_LETTERS_PER_EDIT = 3


def nfc(text: str) -> str:
    """Give the composed form (Unicode NFC), in which equal Vietnamese text has equal characters."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without tones or vowel marks: `Chuyển đổi số` gives `chuyen doi so`.

    Blind to NFC and NFD, idempotent, and itself NFC. Other scripts lose their combining marks too.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", _STROKED.sub(_plain_d, text))
    bare = _MARKS.sub("", decomposed)
    if bare.isascii():
        return bare.lower()
    return nfc("".join(ch for ch in decomposed if not unicodedata.combining(ch)).casefold())


def _plain_d(found: re.Match[str]) -> str:
    return _STROKED_D[found[0]]


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name most like `name`, or None if none is near.

    Case, marks, and whether words are joined by spaces, hyphens or underscores do not count. One edit (a
    letter added, dropped or changed, or two neighbours swapped) is allowed for every three letters of the
    longer name, and three at most. Of equally near names the one nearer with its marks wins, then the first
    by code point: the order of `known` does not matter.
    """
    wanted = _joined(fold(name))
    if not wanted:
        return None
    near = [
        (edits, _marks_apart(name, other), other)
        for other in known
        if (edits := _few_edits(wanted, _joined(fold(other)))) is not None
    ]
    return min(near)[2] if near else None


def _joined(name: str) -> str:
    return _JOINTS.sub("_", name).strip("_")


def _marks_apart(name: str, other: str) -> int:
    one, two = _joined(nfc(name).lower()), _joined(nfc(other).lower())
    return _edits(one, two, len(one) + len(two))


def _few_edits(one: str, other: str) -> int | None:
    most = min(_MOST_EDITS, max(len(one), len(other)) // _LETTERS_PER_EDIT)
    edits = _edits(one, other, most)
    return edits if edits <= most else None


def _edits(one: str, other: str, most: int) -> int:
    """Optimal string alignment distance, or `most + 1` where it is greater."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _without_shared_ends(one, other)
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i in range(1, len(one) + 1):
        row = [i] + [most + 1] * len(other)
        # Farther from the diagonal than `most` every cell is greater than `most`.
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            changed = one[i - 1] != other[j - 1]
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + changed)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > most:
            return most + 1
        before, above = above, row
    return min(above[-1], most + 1)


def _without_shared_ends(one: str, other: str) -> tuple[str, str]:
    # Addresses share most of their letters; what is shared costs no edit and need not be compared again.
    start = _shared(one, other)
    one, other = one[start:], other[start:]
    end = _shared(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
