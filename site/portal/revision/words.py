"""Words and signs of a line, each with what people take it for when they compare."""

import re
import unicodedata
from dataclasses import dataclass

from vietnamese.spelling import nfc

_TOKEN = re.compile(
    r"⟨[^⟩]*⟩"
    r"|(?:(?<!\w)[-+−±~<>≤≥]\s?)?\d[\w]*(?:[.,/:–−-]\w+)*(?:\s?[%‰])?"
    r"|\w+(?:[/.–-]\w+)*"
    r"|\S"
)
_LIKE = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-",
    "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " ", "\u200b": None, "\u00ad": None, "\ufeff": None,
})  # fmt: skip
_SIGNS = frozenset("\"'-,.;:!…·•*_()[]")
# A tone stands on either vowel of oa, oe, uy: `hòa` and `hoà` are one word.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_PLACE = re.compile(rf"([ou])([{_TONES}])([aey])(?![\w{_TONES}])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign as it is written, whether a space stands before it, and what it is equal by."""

    text: str
    spaced: bool
    same: str

    @property
    def sign(self) -> bool:
        """Whether it is a sign that people read over: quotes, dashes, commas and their like."""
        return self.same in _SIGNS


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a line, in order."""
    text = nfc(text)
    return tuple(
        Word(found[0], found.start() > 0 and text[found.start() - 1].isspace(), _same(found[0]))
        for found in _TOKEN.finditer(text)
    )


def _same(text: str) -> str:
    text = text.translate(_LIKE)
    if text.isascii():
        return "".join(text.split())
    bare = _TONE_PLACE.sub(r"\1\3\2", unicodedata.normalize("NFD", text))
    return nfc("".join(bare.split()))
