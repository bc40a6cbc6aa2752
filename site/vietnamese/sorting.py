"""The order of a Vietnamese dictionary, as a key for `sorted`."""

import re
import unicodedata
from typing import TypeAlias

from vietnamese.spelling import nfc

# The 29 letters of the alphabet, with f, j, w and z of foreign words in their Latin place.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
# Huyền, hỏi, ngã, sắc, nặng; ngang has no mark.
_TONES = {mark: rank for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
_LOOK_ALIKES = str.maketrans("Ðð", "Đđ")
_CHUNK = re.compile(r"[0-9]+|(?:[^\W0-9_]|[\u0300-\u036f])+")

Chunk: TypeAlias = tuple[int, tuple[int, ...], tuple[int, ...]]
"""A number or a syllable: numbers first, then what it compares by, then its tones."""

SortKey: TypeAlias = tuple[tuple[Chunk, ...], str, str]
"""The chunks of a text, then its capitals, then the text itself."""


def sort_key(text: str) -> SortKey:
    """Give what puts `text` in the order of a Vietnamese dictionary; equal keys mean equal text (NFC).

    Texts are compared syllable by syllable, each by its letters, then by its tone (ngang, huyền, hỏi, ngã,
    sắc, nặng, on whichever letter it is written), so `tuân thủ` comes before `tuần chay`. Numbers come before
    letters and are compared by value; other scripts come after z; spaces and punctuation only divide.
    Between texts equal so far, small letters come before capitals.
    """
    composed = nfc(text)
    chunks = tuple(_chunk(part) for part in _CHUNK.findall(composed.translate(_LOOK_ALIKES)))
    capitals = "".join("1" if ch.isupper() else "0" for ch in composed)
    return chunks, capitals, composed


def initial(text: str) -> str:
    """The letter under which a dictionary has a text: a capital without its tone, `Ấn` under Â."""
    first = unicodedata.normalize("NFD", nfc(text)[:1].translate(_LOOK_ALIKES).upper())
    return nfc("".join(ch for ch in first if ch not in _TONES))


def _chunk(part: str) -> Chunk:
    return _number(part) if part[0] in "0123456789" else _syllable(part)


def _number(digits: str) -> Chunk:
    # The longer of two numbers is the greater. int() would refuse more than 4,300 digits.
    significant = digits.lstrip("0")
    return 0, (len(significant), *map(int, significant)), ()


def _syllable(part: str) -> Chunk:
    decomposed = unicodedata.normalize("NFD", part.casefold())
    tones = tuple(_TONES[ch] for ch in decomposed if ch in _TONES)
    toneless = nfc("".join(ch for ch in decomposed if ch not in _TONES))
    return 1, tuple(_rank(ch) for ch in toneless if not unicodedata.combining(ch)), tones


def _rank(letter: str) -> int:
    plain = letter if letter in _RANK else unicodedata.normalize("NFD", letter)[0]
    return _RANK.get(plain, len(_RANK) + ord(plain))
