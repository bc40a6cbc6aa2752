"""From text to keys: how a text is cut into words, and the two keys by which each word is found.

The **fold** key has no marks (`chuyen`); the **exact** key has them, with the tone taken out of its place and
put last (`chuyên.2`), so that `hoà` and `hòa` are one word. Document numbers, dates and figures are one token
each. Those with parts (`42/2022/NĐ-CP`) take as many places as they have parts, so that they are found whole,
by any run of their parts, and by phrases around them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vietnamese.spelling import nfc

ANALYSIS_VERSION = 2
"""Raised whenever the keys of any text change, so that an index made with other keys is not opened."""

MAX_KEY_LENGTH = 64
"""Characters of a word that count; longer ones are not words of any language written with spaces."""

_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_SLASHES = "\u2044\u2215\u29f8\uff0f"
# Each stands for one character, so that a place in the text keeps its number.
_LOOK_ALIKES = str.maketrans("ÐðƉɖ" + _HYPHENS + _SLASHES, "ĐđĐđ" + "-" * len(_HYPHENS) + "/" * len(_SLASHES))
# Soft hyphens, joiners, spaces of no width, marks of direction, variation selectors.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)

# Huyền, hỏi, ngã, sắc, nặng: the order in which a Vietnamese dictionary has them.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_TONE_MARK = re.compile(f"[{''.join(_TONES)}]")
# đ is a letter of its own in Unicode, so decomposing leaves it whole; only the marks of Latin letters go.
_STROKED_D = str.maketrans("đĐ", "dD")
_MARKS = re.compile("[\u0300-\u036f]+")

_TOKEN = re.compile(
    r"""
    (?<![^\W_])
    (?: (?P<joined>                                                     # 42/2022/NĐ-CP, 13/5/2023, 5/2023
            \d{1,6} (?:/\d{1,6}){1,2} (?: /[^\W\d_][^\W_]* (?:[-/][^\W_]+){0,4} )? (?![^\W_])
          | \d{1,6} / [^\W\d_][^\W_]* (?:[-/][^\W_]+){0,4}             # 12/QĐ-UBND
          | \d{1,6} - [^\W\d_][^\W_]* / [^\W_]+ (?:[-/][^\W_]+){0,3}    # 01-NQ/TW
          | \d{1,2}([-.])\d{1,2}\2\d{4} (?![^\W_])                      # 13.05.2023
          | \d{4}-\d{1,2}-\d{1,2} (?![^\W_]) )                          # 2023-05-13
      | (?P<grouped> \d{1,3} (?: (?:\.\d{3})+ (?:,\d+)? | (?:,\d{3})+ (?:\.\d+)? ) (?![.,]?\d) (?![^\W_]) )
      | (?P<decimal> (?<!\d[.,]) \d+ [.,] \d+ (?![.,]\d) (?![^\W_]) )
      | (?P<word> [^\W_]+ (?: [\u0300-\u036f]+ [^\W_]* )* ) )              # with marks no letter has composed
    """,
    re.VERBOSE,
)
_JOINT = re.compile(r"[-/.]")
_YEAR_FIRST = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, date or document number of a text.

    `start` and `end` are its place in `readable(text)`. `parts` are the words a joined token is made of;
    their place is that of the whole.
    """

    fold: str
    exact: str
    start: int
    end: int
    parts: tuple["Token", ...] = ()

    @property
    def width(self) -> int:
        """The number of places it takes in the row of words."""
        return len(self.parts) or 1


def readable(text: str) -> str:
    """Give the text as it is shown: composed (NFC) and without characters that cannot be seen."""
    return nfc(_INVISIBLE.sub("", text))


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into its tokens, in their order and without overlap; work is linear in its length.

    The first that fits wins: document number, date, figure with grouped digits (`1.946` is `1946`),
    decimal figure (`12,5` is `12.5`), word.
    """
    for found in _TOKEN.finditer(readable(text).translate(_LOOK_ALIKES)):
        kind, written = found.lastgroup, found.group()
        if kind == "word":
            yield Token(*word_keys(written), *found.span())
        elif kind == "joined":
            yield _join(written, *found.span())
        else:
            key = _figure_key(written, grouped=kind == "grouped")
            yield Token(key, key, *found.span())


def runs(token: Token) -> Iterator[tuple[int, str, str]]:
    """Give each key of a token as (places after its first, fold, exact): all runs of its parts, or itself."""
    if not token.parts:
        yield 0, token.fold, token.exact
    for first in range(len(token.parts)):
        for last in range(first + 1, len(token.parts) + 1):
            run = token.parts[first:last]
            yield first, "/".join(part.fold for part in run), "/".join(part.exact for part in run)


@lru_cache(maxsize=32768)
def keys_of(piece: str) -> tuple[tuple[str, ...], tuple[tuple[int, str, str], ...]]:
    """Give the fold keys of a piece of text, one for each place, and all its keys as (place, fold, exact).

    A text is its pieces between white space, since neither a token nor a sign that decides about one spans
    it: `tokens` of the whole text are those of its pieces, one after the other. Pieces come again and again.
    """
    row: list[str] = []
    found: list[tuple[int, str, str]] = []
    for token in tokens(piece):
        found += ((len(row) + after, fold, exact) for after, fold, exact in runs(token))
        row += (part.fold for part in token.parts or (token,))
    return tuple(row), tuple(found)


@lru_cache(maxsize=16384)
def word_keys(word: str) -> tuple[str, str]:
    """Give the fold and the exact key of a single word; numbers lose their leading zeros."""
    word = word[:MAX_KEY_LENGTH]
    if word.isascii():
        key = word.lower()
        key = (key.lstrip("0") or "0") if key.isdigit() else key
        return key, key
    return _fold(word) or word, _tone_last(word.lower())


def _fold(word: str) -> str:
    """Give a word without marks: `vietnamese.spelling.fold` in what a browser does in the same way."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", word.translate(_STROKED_D)))
    return nfc(bare.lower())


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(_TONES[mark] for mark in _TONE_MARK.findall(letters))
    plain = nfc(_TONE_MARK.sub("", letters))
    return f"{plain}.{tones}" if tones else plain


def _join(written: str, start: int, end: int) -> Token:
    words = _JOINT.split(written)
    if _YEAR_FIRST.fullmatch(written):
        words.reverse()
    parts = tuple(Token(*word_keys(word), start, end) for word in words)
    whole = "/".join(part.fold for part in parts), "/".join(part.exact for part in parts)
    return Token(*whole, start, end, parts)


def _figure_key(written: str, *, grouped: bool) -> str:
    if not grouped:
        return written.replace(",", ".")[:MAX_KEY_LENGTH]
    mark = "." if "." in written[:4] else ","
    return written.replace(mark, "").replace(",", ".")[:MAX_KEY_LENGTH]
