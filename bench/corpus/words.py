"""Vietnamese of the administrative-news register, drawn by Zipf: the same text for the same seed."""

import random
import unicodedata
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_COMPOUNDS = 5400
PROVINCES = (
    "Hải Dương", "Hà Nội", "Hải Phòng", "Nam Định", "Thái Bình", "Quảng Ninh", "Bắc Ninh", "Hưng Yên",
    "Thanh Hóa", "Nghệ An", "Huế", "Đà Nẵng", "Quảng Nam", "Bình Định", "Khánh Hòa", "Lâm Đồng",
    "Đồng Nai", "Bình Dương", "Cần Thơ", "An Giang", "Cà Mau", "Lào Cai", "Sơn La", "Kon Tum",
)  # fmt: skip


def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a text file beside this module."""
    return tuple((Path(__file__).parent / name).read_text("utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class Weighted:
    """Things with weights, to draw from."""

    things: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, rng: random.Random) -> str:
        """One of the things, as often as its weight says."""
        return self.things[bisect(self.sums, rng.random() * self.sums[-1], 0, len(self.sums) - 1)]


def zipf(things: Sequence[str], shift: float) -> Weighted:
    """Weigh things by rank, the first the most: 1 / (rank + shift)."""
    return Weighted(tuple(things), tuple(accumulate(1.0 / (rank + shift) for rank in range(len(things)))))


def syllable(onset: str, rhyme: str, tone: str) -> str:
    """Put a syllable together, its tone on the nucleus, in NFC."""
    for nucleus in _parts()[2]:
        start = rhyme.find(nucleus)
        if start >= 0:
            end = start + len(nucleus)
            return unicodedata.normalize("NFC", onset + rhyme[:end] + tone + rhyme[end:])
    raise ValueError(rhyme)


@cache
def _parts() -> tuple[list[str], ...]:
    """Onsets, rhymes, and the vowels that carry the tone, those that win first."""
    return tuple(line.split() for line in lines_of("syllables.txt"))


def _syllables() -> set[str]:
    onsets, rhymes, _ = _parts()
    return {syllable(onset, rhyme, tone) for onset in ("", *onsets) for rhyme in rhymes for tone in _TONES}


@cache
def vocabulary() -> Weighted:
    """Set phrases first, then a long tail of compounds of two syllables."""
    rng = random.Random("vocabulary:1")
    phrases = lines_of("phrases.txt")
    rare = rng.sample(sorted(_syllables()), 900)
    own = sorted({part for phrase in phrases for part in phrase.lower().replace(",", "").split()})
    words = dict.fromkeys(phrases)
    while len(words) < len(phrases) + _COMPOUNDS:
        words.setdefault(f"{rng.choice(own)} {rng.choice(own if rng.random() < 0.8 else rare)}")
    return zipf(tuple(words), 2.7)


class Writer:
    """Sentences and paragraphs until a number of words is used up; `left` may end below zero."""

    def __init__(self, rng: random.Random, budget: int, topical: bool = False) -> None:
        """Write with a random source; a topical writer keeps coming back to sixty words.

        News text does so too; without it the text would compress far worse than real text.
        """
        self.left = budget
        self._rng = rng
        self._topic = [vocabulary().draw(rng) for _ in range(60)] if topical else []
        self._at = 0

    def sentence(self, least: int = 14, most: int = 30) -> str:
        """A sentence of about so many words, with a capital and no full stop."""
        wanted = self._rng.randint(least, most)
        written = self._opening()
        count = sum(part.count(" ") + 1 for part in written)
        while count < wanted:
            word = self._word()
            if written and word == written[-1]:
                continue
            word = self._with_figure(word)
            if 4 < count < wanted - 4 and self._rng.random() < 0.07 and not written[-1].endswith(","):
                written[-1] += ","
            written.append(word)
            count += word.count(" ") + 1
        self.left -= count
        text = " ".join(written).rstrip(",")
        return text[0].upper() + text[1:]

    def paragraph(self) -> str:
        """Two to four sentences, fewer where the words are used up."""
        written: list[str] = []
        for _ in range(self._rng.randint(2, 4)):
            written.append(self.sentence() + ".")
            if self.left <= 0:
                break
        return " ".join(written)

    def _opening(self) -> list[str]:
        rng, chance = self._rng, self._rng.random()
        if chance < 0.18:
            return [f"Theo báo cáo của UBND tỉnh {rng.choice(PROVINCES)},"]
        if chance < 0.28:
            return [f"Trong {rng.randint(2, 11)} tháng đầu năm {rng.randint(2020, 2025)},"]
        if chance < 0.36:
            return [f"Tính đến ngày {rng.randint(1, 28)}/{rng.randint(1, 12)},"]
        return []

    def _word(self) -> str:
        rng = self._rng
        if not self._topic or rng.random() >= 0.75:
            return vocabulary().draw(rng)
        self._at = self._at + 1 if rng.random() < 0.8 else rng.randrange(len(self._topic))
        return self._topic[self._at % len(self._topic)]

    def _with_figure(self, word: str) -> str:
        rng, chance = self._rng, self._rng.random()
        if chance < 0.03:
            return f"{rng.randint(1, 9)}.{rng.randint(100, 999)} {word}"
        if chance < 0.05:
            return f"{rng.randint(10, 99)},{rng.randint(1, 9)}% {word}"
        return word
