"""The words of a query in a text: marked, and with a little of the text around them."""

import re
from collections.abc import Iterable, Iterator

from search.analysis import readable
from vietnamese.spelling import fold

Part = tuple[str, bool]
"""A piece of text, and whether it is a word that was asked for."""

EXTRACT_LENGTH = 240
"""About how many characters an extract has."""

_BEFORE = 60


class _Letters(dict[int, str]):
    """Each character without case and marks, one for one, so that places in a text keep their number."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_LETTERS = _Letters()


class Marker:
    """Finds words in texts, by their letters without marks; work is linear in the text."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the folded words that were searched."""
        wanted = sorted(set(words))
        self._pattern = _word_pattern(wanted) if wanted else None

    def mark(self, text: str) -> tuple[Part, ...]:
        """Cut a text into parts asked for and parts that were not; joined they are `readable(text)`."""
        text = readable(text)
        return tuple(_cut(text, self._spans(text)))

    def extract(self, texts: tuple[str, ...]) -> tuple[Part, ...]:
        """Give about `EXTRACT_LENGTH` characters where most of the words stand together.

        Of several texts the first that has most of them is used; its cut ends bear `…`.
        """
        best: tuple[int, int, str] = (-1, 0, "")
        for text in map(readable, texts):
            start, words = self._densest(text)
            if words > best[0] and text:
                best = (words, start, text)
        _, start, text = best
        return self.mark(_window(text, start))

    def _densest(self, text: str) -> tuple[int, int]:
        """Give where the window with most different words begins, and how many there are."""
        found = [(start, _letters(text[start:end])) for start, end in self._words(text)]
        best = (0, 0)
        last = 0
        within: dict[str, int] = {}
        for start, word in found:
            within[word] = within.get(word, 0) + 1
            while start - found[last][0] > EXTRACT_LENGTH - 2 * _BEFORE:
                gone = found[last][1]
                within[gone] -= 1
                if not within[gone]:
                    del within[gone]
                last += 1
            if len(within) > best[1]:
                best = (found[last][0], len(within))
        return best

    def _words(self, text: str) -> Iterator[tuple[int, int]]:
        if self._pattern:
            for found in self._pattern.finditer(_letters(text)):
                yield found.span()

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the places of found words; neighbours with only a sign or space between are one."""
        first = last = -1
        for start, end in self._words(text):
            if first >= 0 and start - last == 1 and text[last] in " -/":
                last = end
                continue
            if first >= 0:
                yield first, last
            first, last = start, end
        if first >= 0:
            yield first, last


def _letters(text: str) -> str:
    return text.translate(_LETTERS)


def _word_pattern(words: list[str]) -> re.Pattern[str]:
    # Longest first, so that a word is not taken for its beginning.
    choices = "|".join(_written(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![^\W_])(?:{choices})(?![^\W_])")


def _written(key: str) -> str:
    """Give a pattern for the ways to write a key: `1946` also as `1.946`, `5` as `05`, `12.5` as `12,5`."""
    if key.isdecimal():
        return "0*" + "[.,]?".join(key)
    return re.escape(key).replace(r"\.", "[.,]")


def _cut(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[Part]:
    done = 0
    for start, end in spans:
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False


def _window(text: str, found: int) -> str:
    """Give the text about a place in it, cut between words where there are any."""
    if len(text) <= EXTRACT_LENGTH:
        return text.strip()
    first = max(0, min(found - _BEFORE, len(text) - EXTRACT_LENGTH))
    piece = text[first : first + EXTRACT_LENGTH]
    if first and " " in piece[:_BEFORE]:
        piece = piece[piece.index(" ") :]
    ends = first + EXTRACT_LENGTH >= len(text)
    if not ends and " " in piece[-_BEFORE:]:
        piece = piece[: piece.rindex(" ")]
    return ("… " if first else "") + piece.strip() + ("" if ends else " …")
