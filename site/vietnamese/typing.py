"""Telex: words as they are typed on a keyboard that does not turn them into Vietnamese letters."""

import re
import unicodedata

from vietnamese.spelling import nfc
from vietnamese.syllables import is_syllable

_WORD = re.compile(r"[A-Za-z]+")
_TONES = {"f": "\u0300", "r": "\u0309", "x": "\u0303", "s": "\u0301", "j": "\u0323"}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HOOKED = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơư"
_LONGEST = 12


def decode_telex(text: str) -> str | None:
    """Give a text with its words read as Telex: `chuyeenr ddooir soos` gives `chuyển đổi số`.

    A word that gives no Vietnamese syllable, or itself, stays as it is; None where all words do. Tones may be
    typed anywhere after their vowel, marks too.
    """
    decoded = _WORD.sub(lambda found: _decode(found[0]), nfc(text))
    return decoded if decoded != nfc(text) else None


def _decode(word: str) -> str:
    if len(word) > _LONGEST:
        return word
    letters, tone = _read(word.lower())
    made = _with_tone(letters, tone)
    if made == word.lower() or not is_syllable(made):
        return word
    return made.upper() if word.isupper() and len(word) > 1 else made


def _read(typed: str) -> tuple[str, str]:
    """Give the letters that keys make, one after the other, and the tone."""
    letters, tone = "", ""
    for key in typed:
        has_vowel = any(letter in _VOWELS for letter in letters)
        if key in _TONES and has_vowel:
            tone = _TONES[key]
        elif key == "z" and has_vowel:
            tone = ""
        else:
            letters = _struck(letters, key)
    return letters, tone


def _struck(letters: str, key: str) -> str:
    """Give the letters after one more key."""
    if key == "d" and letters.startswith("d"):
        return "đ" + letters[1:]
    if key in _CIRCUMFLEX and key in letters:
        return _changed(letters, letters.rindex(key), _CIRCUMFLEX[key])
    if key == "w":
        return _hooked(letters)
    return letters + key


def _hooked(letters: str) -> str:
    if "uo" in letters and not letters.startswith("quo"):
        return letters.replace("uo", "ươ")
    place = max(letters.rfind(vowel) for vowel in _HOOKED)
    if place < 0:
        return letters + "ư"
    # In `ua` and `uu` it is the u that is hooked: mưa, lưu; but quă as in quăng.
    if place and letters[place] in "au" and letters[place - 1] == "u" and not letters.startswith("qu"):
        place -= 1
    return _changed(letters, place, _HOOKED[letters[place]])


def _changed(letters: str, place: int, letter: str) -> str:
    return letters[:place] + letter + letters[place + 1 :]


def _with_tone(letters: str, tone: str) -> str:
    """Put a tone on the vowel that bears it: a marked one, else as in hòa, hoàn, khuỷu."""
    if not tone:
        return letters
    start = next(place for place, letter in enumerate(letters) if letter in _VOWELS)
    if letters.startswith(("qu", "gi")) and len(letters) > 2 and letters[2] in _VOWELS:
        start = 2
    end = start
    while end < len(letters) and letters[end] in _VOWELS:
        end += 1
    marked = [place for place in range(start, end) if letters[place] in _MARKED]
    if marked:
        place = marked[-1]
    elif end - start == 3 or (end - start == 2 and end < len(letters)):
        place = start + 1
    else:
        place = start
    return _changed(letters, place, unicodedata.normalize("NFC", letters[place] + tone))
