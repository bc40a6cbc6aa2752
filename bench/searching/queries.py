"""Questions with known answers, of every kind in which people type."""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from bench.searching.corpus import FORMER, SHORT, Planted, named, series, singles, twins
from search.ranking import Filters, Wish
from vietnamese.spelling import fold

KINDS = (
    "known", "folded", "mixed", "marks", "forms", "documents", "numbers", "phrases", "typos", "telex",
    "filters", "prefixes", "abbreviations", "former",
)  # fmt: skip
"""The kinds of questions."""

_MOST = 14
_TEN = Wish(limit=10)
_TONES = {"\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j"}
_LETTERS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, of which kind, how answers are wanted, and the address of the right one."""

    kind: str
    text: str
    expected: str
    wish: Wish = _TEN


def questions() -> tuple[Question, ...]:
    """Give all of them; they are the same for any number of articles."""
    return tuple(question for kind in KINDS for question in _MAKERS[kind]())


def _some(kind: str) -> list[Planted]:
    return random.Random(f"some:{kind}").sample(singles(), _MOST)


def _of(kind: str, one: Planted, text: str, wish: Wish = _TEN) -> Question:
    return Question(kind, text, one.document.address, wish)


def _known() -> Iterator[Question]:
    for place, one in enumerate(_some("known")):
        yield _of("known", one, _said(one.asks, place))


def _folded() -> Iterator[Question]:
    for place, one in enumerate(_some("folded")):
        yield _of("folded", one, fold(_said(one.asks, place)))


def _said(text: str, place: int) -> str:
    """Give a text as it is, its end or its beginning alone, or turned about."""
    words = text.split()
    half = len(words) // 2
    forms = (
        text,
        " ".join(words[-3:]),
        " ".join([*words[half:], *words[:half]]),
        " ".join(words[:3]),
    )
    return forms[place % len(forms)]


def _mixed() -> Iterator[Question]:
    for one in _some("mixed"):
        words = one.asks.split()
        yield _of("mixed", one, " ".join(fold(w) if at % 2 else w for at, w in enumerate(words)))


def _marks() -> Iterator[Question]:
    return (_of("marks", one, one.asks.lower()) for one in twins())


def _forms() -> Iterator[Question]:
    for place, one in enumerate(_some("forms")):
        text = one.asks
        forms = (
            unicodedata.normalize("NFD", text),
            text.upper(),
            text.replace("đ", "ð").replace("Đ", "Ð"),
            "\u00a0".join(text.split()),
            "\u200b".join(text),
        )
        yield _of("forms", one, forms[place % len(forms)])


def _documents() -> Iterator[Question]:
    for place, one in enumerate(_some("documents")):
        forms = (one.number, fold(one.number), one.number.rpartition("/")[0], f"quyết định {one.number}")
        yield _of("documents", one, forms[place % len(forms)])


def _numbers() -> Iterator[Question]:
    for place, one in enumerate(_some("numbers")):
        day, month, year = one.day.split("/")
        plain = one.figure.replace(".", "")
        forms = (
            f"{plain} trường hợp",
            f"{one.figure} trường hợp",
            f"{int(day)}/{int(month)}/{year} {one.asks}",
        )
        yield _of("numbers", one, forms[place % len(forms)])


def _phrases() -> Iterator[Question]:
    for place, one in enumerate(_some("phrases")):
        first = " ".join(one.document.title.split()[:4])
        yield _of("phrases", one, f'"{first if place % 2 else fold(first)}"')


def _typos() -> Iterator[Question]:
    for turn, one in enumerate([*_some("typos"), *_some("more typos")]):
        rng = random.Random(f"typo:{turn}:{one.asks}")
        words = (fold(one.asks) if turn % 3 else one.asks).split()
        place = rng.choice([at for at, word in enumerate(words) if len(word) > 2])
        words[place] = _slip(rng, words[place])
        yield _of("typos", one, " ".join(words))


def _slip(rng: random.Random, word: str) -> str:
    at = rng.randrange(1, len(word) - 1)
    made = (
        word[:at] + word[at + 1 :],
        word[:at] + rng.choice(ascii_lowercase) + word[at:],
        word[:at] + rng.choice(ascii_lowercase) + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    other = [slipped for slipped in made if slipped != word]
    return rng.choice(other)


def _telex() -> Iterator[Question]:
    return (_of("telex", one, telex(one.asks)) for one in _some("telex"))


def telex(text: str) -> str:
    """Give the keys that one presses for a text."""
    return " ".join(map(_keys, text.lower().split()))


def _keys(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(key for mark, key in _TONES.items() if mark in letters)
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    return "".join(_LETTERS.get(letter, letter) for letter in bare) + tones


def _filters() -> Iterator[Question]:
    for one in series():
        document = one.document
        year = str(document.date.year) if document.date else ""
        place = int(year) % 3
        filters = (
            Filters(year=year),
            Filters(category=document.category),
            Filters(since=document.date.date(), until=document.date.date()) if document.date else Filters(),
        )
        yield _of("filters", one, fold(one.asks), Wish(limit=10, filters=filters[place]))


def _prefixes() -> Iterator[Question]:
    for place, one in enumerate(_some("prefixes")):
        text = one.asks if place % 2 else fold(one.asks)
        last = text.split()[-1]
        cut = text[: len(text) - len(last) + max(1, len(last) // 2)]
        yield _of("prefixes", one, cut, Wish(limit=10, typing=True))


def _abbreviations() -> Iterator[Question]:
    for (short, _), one in zip(SHORT, named(), strict=False):
        yield _of("abbreviations", one, f"{short} {one.asks}")
        yield _of("abbreviations", one, fold(f"{one.asks} {short}"))


def _former() -> Iterator[Question]:
    for (former, _), one in zip(FORMER, named()[len(SHORT) :], strict=True):
        yield _of("former", one, f"{former} {one.asks}")
        yield _of("former", one, fold(f"{one.asks} {former}"))


_MAKERS = {
    "known": _known, "folded": _folded, "mixed": _mixed, "marks": _marks, "forms": _forms,
    "documents": _documents, "numbers": _numbers, "phrases": _phrases, "typos": _typos, "telex": _telex,
    "filters": _filters, "prefixes": _prefixes, "abbreviations": _abbreviations, "former": _former,
}  # fmt: skip
