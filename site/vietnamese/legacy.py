"""Text of the years before Unicode: TCVN3 (fonts `.VnTime` …) and VNI (`VNI-Times` …), and how to know it.

Such text comes as characters of Latin-1 that only the old font showed as Vietnamese letters.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from vietnamese.spelling import nfc
from vietnamese.syllables import is_syllable


class Legacy(Enum):
    """An encoding of old; in fonts of capitals small letters are shown as capitals."""

    TCVN3 = "TCVN3"
    TCVN3_CAPITALS = "TCVN3H"
    VNI = "VNI"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What a text most probably is, and what it would be in Unicode."""

    encoding: Legacy
    text: str


# TCVN 5712:1993, second half; B0 to B4 are tones that follow their letter.
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖ"
    "ủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {chr(code): letter for code, letter in enumerate(_TCVN3_LETTERS, 0xA1)}

# The letter after a vowel says its tone, or its circumflex or breve, or both.
_TONES = dict(zip("øûõùï", "\u0300\u0309\u0303\u0301\u0323", strict=True))
_VNI_MARKS = {
    "aeiouyôö": _TONES,
    "aeo": {mark: f"\u0302{tone}" for mark, tone in zip("âàåãáä", ["", *_TONES.values()], strict=True)},
    "a": {mark: f"\u0306{tone}" for mark, tone in zip("êèúüéë", ["", *_TONES.values()], strict=True)},
}
_VNI_ALONE = dict(zip("ìæóíòôöîñ", "ìỉĩíịơưỵđ", strict=True))
_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_WORD = re.compile("(?:[A-Za-z]|[\u0080-\u009f\u00a1-\u00ff])+")
_PRIVATE = {code: code & 0xFF for code in range(0xF020, 0xF100)}
_FEWEST_WORDS, _PART = 3, 0.7


def _vni_pairs() -> dict[str, str]:
    pairs = {}
    for vowels, marks in _VNI_MARKS.items():
        for vowel in vowels:
            letter = _VNI_ALONE.get(vowel, vowel)
            for mark, added in marks.items():
                made = nfc(letter + added)
                pairs[vowel + mark] = made
                pairs[vowel.upper() + mark] = pairs[vowel.upper() + mark.upper()] = made.upper()
    return pairs


_VNI = {**_VNI_ALONE, **{old.upper(): new.upper() for old, new in _VNI_ALONE.items()}, **_vni_pairs()}
_TABLES = {Legacy.TCVN3: _TCVN3, Legacy.TCVN3_CAPITALS: _TCVN3, Legacy.VNI: _VNI}
_UNIT = {table: re.compile("|".join(sorted(map(re.escape, letters), key=len, reverse=True)) + "|[\\s\\S]")
         for table, letters in _TABLES.items()}  # fmt: skip


def encoding_of_font(name: str) -> Legacy | None:
    """Give the encoding that a font's name promises, or None: `.VnTimeH` has capitals, `VNI-Times` is VNI."""
    wanted = name.strip()
    if wanted.casefold().startswith(".vn"):
        return Legacy.TCVN3_CAPITALS if wanted.endswith("H") else Legacy.TCVN3
    return Legacy.VNI if wanted.casefold().startswith("vni-") else None


def decoded(text: str, encoding: Legacy) -> str:
    """Give text of an old encoding in Unicode NFC; what the encoding does not know stays as it is."""
    return decoded_pieces([text], encoding)[0]


def decoded_pieces(pieces: Sequence[str], encoding: Legacy) -> list[str]:
    """Decode a text that stands in pieces; a letter whose mark is in the next piece goes to its own.

    Fonts for symbols put their characters at U+F020 to U+F0FF; they mean the same.
    """
    table, capitals = _TABLES[encoding], encoding is Legacy.TCVN3_CAPITALS
    whole = "".join(pieces).translate(_PRIVATE)
    made: list[list[str]] = [[] for _ in pieces]
    owners = [number for number, piece in enumerate(pieces) for _ in piece]
    for unit in _UNIT[encoding].finditer(whole):
        letter = table.get(unit[0], unit[0])
        made[owners[unit.start()]].append(letter.upper() if capitals else letter)
    return [nfc("".join(letters)) for letters in made]


def is_unicode(text: str) -> bool:
    """Say whether a text has letters that no encoding of old gives: then its font's name is a remnant."""
    return _VIETNAMESE.search(text) is not None


def suspect(text: str) -> Suspicion | None:
    """Say which old encoding a text most probably is in; None where it is most probably none.

    It is one where at least three words with letters beyond ASCII are no Vietnamese syllables as they stand
    and become some, and seven in ten of the words that are none do. Words with letters that no old encoding
    gives are left aside, so that a few old words in a text of Unicode are found too.
    """
    if text.isascii():
        return None
    wrong = [word for word in _WORD.findall(_without_unicode_words(text)) if _is_wrong(word)]
    found = [(_mended(wrong, encoding), encoding) for encoding in (Legacy.TCVN3, Legacy.VNI)]
    count, encoding = max(found, key=lambda one: one[0])
    if count < max(_FEWEST_WORDS, _PART * len(wrong)):
        return None
    return Suspicion(encoding, decoded(text, encoding))


def _is_wrong(word: str) -> bool:
    return not word.isascii() and not is_syllable(word.strip("«»·"))


def _without_unicode_words(text: str) -> str:
    return " ".join([word for word in text.split() if not is_unicode(word)])


def _mended(words: Iterable[str], encoding: Legacy) -> int:
    return sum(is_syllable(decoded(word, encoding)) for word in words)
