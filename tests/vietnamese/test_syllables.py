"""Words of Vietnamese have the shape of syllables; what cannot be spoken has not."""

import re
from pathlib import Path

import pytest

from vietnamese.syllables import is_syllable

CONTENT = Path(__file__).resolve().parents[2] / "content"
# Not Vietnamese, or short for more than one syllable.
FOREIGN = {"hđnd", "kilôgam", "nđ", "qđ", "topkapı", "đ", "m²"}


def test_the_words_of_all_articles_have_the_shape() -> None:
    words: set[str] = set()
    for file in CONTENT.rglob("*.md"):
        if not file.name.endswith(".en.md"):
            words |= set(re.findall(r"[^\W\d_]+", file.read_text("utf-8").lower()))
    marked = {word for word in words if re.search("[à-ỹđ]", word)}
    assert len(marked) > 800
    assert {word for word in marked if not is_syllable(word)} <= FOREIGN


@pytest.mark.parametrize(
    "text", ["quyết", "nghiêng", "GIẾNG", "Ước", "khuya", "ngoằn", "yểu", "gì", "quả", "thuở", "xoong", "a"]
)
def test_rare_rimes_have_the_shape(text: str) -> None:
    assert is_syllable(text)


@pytest.mark.parametrize("text", ["", "việt nam", "tât", "cac", "bắắc", "créée", "über", "ng", "x1", "ầầ"])
def test_what_is_no_syllable_has_not(text: str) -> None:
    assert not is_syllable(text)
