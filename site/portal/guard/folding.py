"""Text as plain small letters, one byte for each character, so that offsets stay those of the text."""

import codecs
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vietnamese.spelling import fold

if TYPE_CHECKING:
    from _codecs import _EncodingMap

BIDI = 0x01
"""Stands for a sign that turns the direction of text."""
UNSEEN = 0x02
"""Stands for a sign that nobody sees and that does not part words."""

_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN = "\u200b\u2060\ufeff\u00ad"
_SPACES = "\u00a0\u2009"
_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def _letters() -> str:
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES} | {"đ"}
    return "".join(
        sorted(letter for letter in small | {one.upper() for one in small} if not letter.isascii())
    )


def _tables() -> tuple["dict[int, int] | _EncodingMap", bytes]:
    """A table of the characters that are known, which is as quick as a codec, and what each becomes."""
    # The byte 0 must be the character 0, and "?" itself, which stands for all others.
    known = ["\0", *_TURNS, *_UNSEEN, *_SPACES, "\n", *map(chr, range(0x20, 0x7F)), *_letters()]
    table = bytearray(b"?" * 256)
    for code, sign in enumerate(known):
        table[code] = _folded(sign)
    spare = (chr(0xE000 + code) for code in range(256 - len(known)))
    return codecs.charmap_build("".join([*known, *spare])), bytes(table)


def _folded(sign: str) -> int:
    if sign in _TURNS:
        return BIDI
    if sign in _UNSEEN:
        return UNSEEN
    return 0x20 if sign in _SPACES else ord(fold(sign))


_KNOWN, _PLAIN = _tables()


def folded(text: str) -> bytes:
    """Small letters without marks; what is neither Vietnamese nor ASCII is a question mark."""
    return codecs.charmap_encode(text, "replace", _KNOWN)[0].translate(_PLAIN)


def _spelling() -> bytes:
    """Digits and signs written for letters become these; all that is no letter or digit is a space."""
    table = bytearray(code if chr(code).isalnum() and code < 0x80 else 0x20 for code in range(256))
    for sign, letter in zip(b"43105@$", b"aeiosas", strict=True):
        table[sign] = letter
    return bytes(table)


SPELLING = _spelling()
"""Turns plain text into words alone, as they would be read."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as guards look at it: plain, as words alone, these words, and how long each of them is."""

    plain: bytes
    spelled: bytes
    words: list[bytes]
    lengths: bytes


def fold_text(text: str) -> Folded:
    """Fold a text once for all guards."""
    plain = folded(text)
    spelled = plain.translate(SPELLING)
    words = spelled.split()
    return Folded(plain, spelled, words, _lengths(words))


def _lengths(words: list[bytes]) -> bytes:
    try:
        return bytes(map(len, words))
    except ValueError:
        # A word of 256 letters is none.
        return bytes(min(len(word), 255) for word in words)
