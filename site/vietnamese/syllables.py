"""The shape of Vietnamese syllables: which strings of letters can be one."""

import re
import unicodedata

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
# Vowels, and what may close them: nothing where a list begins with a space.
_CLOSINGS = {
    "a": " c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": " c m n ng o p t",
    "ê": " ch m n ng nh p t u",
    "i": " a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": " c i m n ng p t",
    "oo": "c ng",
    "oa": " c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": " n o t",
    "ô": " c i m n ng p t",
    "ơ": " i m n p t",
    "u": " a c i m n ng p t",
    "uâ": "c n ng t y",
    "uê": " ch n nh",
    "uô": "c i m n ng t",
    "uơ": " ",
    "uy": " a ch n nh p t u",
    "uyê": "n t",
    "ư": " a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": " n nh t",
    "yê": "m n ng t u",
}
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_HIGH_AND_LOW = "\u0301\u0323"
_TONE = re.compile(f"[{_TONES}]")


def _rimes(closings: dict[str, str]) -> str:
    return "|".join(
        f"{vowels}(?:{'|'.join(ends.split())}){'?' if ends[0] == ' ' else ''}" if ends.strip() else vowels
        for vowels, ends in closings.items()
    )


_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{_rimes(_CLOSINGS)})")


def is_syllable(text: str) -> bool:
    """Say whether a text has the shape of one Vietnamese syllable, in any case, in NFC.

    The shape alone is looked at: `khoèn` has it though no word is so written. Syllables that end in a stop
    take only two of the tones.
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    tones = _TONE.findall(decomposed)
    bare = unicodedata.normalize("NFC", _TONE.sub("", decomposed))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(("c", "ch", "p", "t")) or (tones != [] and tones[0] in _HIGH_AND_LOW)
