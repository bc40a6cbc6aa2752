"""What `vietnamese.addresses` promises."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.addresses import MAX_SLUG_LENGTH, RESERVED, is_slug, slugify

vietnamese = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyẮỀỘĐ 0123-–,/“”"), max_size=200)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đề án 06/CP", "de-an-06-cp"),
        ("Nghị định số 13/2023/NĐ-CP", "nghi-dinh-so-13-2023-nd-cp"),
        ("  “Chuyển đổi số” – vì ai?  ", "chuyen-doi-so-vi-ai"),
        ("Tăng 12,5% so với 4 tháng", "tang-12-5-so-voi-4-thang"),
        ("Diện tích 1.668 km²", "dien-tich-1-668-km2"),
        ("chuyển\u200b đổi\u00ad số\ufeff", "chuyen-doi-so"),
        ("Ｃấp huyện", "cap-huyen"),
        ("../../etc/passwd", "etc-passwd"),
        ("数字", ""),
        ("--", ""),
        ("", ""),
    ],
)
def test_a_text_becomes_its_words_without_marks(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.one_of(st.text(), vietnamese))
def test_what_slugify_gives_is_a_slug_or_nothing(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or is_slug(slug)


@given(vietnamese)
def test_the_slug_is_blind_to_composition(text: str) -> None:
    assert slugify(unicodedata.normalize("NFD", text)) == slugify(unicodedata.normalize("NFC", text))


@given(vietnamese)
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=30))
def test_a_long_slug_keeps_as_many_whole_words_as_fit(words: list[str]) -> None:
    kept = slugify(" ".join(words)).split("-")
    assert kept == words[: len(kept)]
    assert kept == words or len("-".join(words[: len(kept) + 1])) > MAX_SLUG_LENGTH


def test_a_slug_of_exactly_eighty_characters_stays_whole() -> None:
    exact = "a" * 39 + "-" + "b" * 40
    assert slugify(exact) == exact
    assert slugify(exact + " c") == exact


def test_one_word_too_long_is_cut_inside() -> None:
    assert slugify("a" * 100) == "a" * MAX_SLUG_LENGTH


@pytest.mark.parametrize("text", ["a", "0", "13-05-2023", "lich-tiep-dan", "a" * 80])
def test_plain_words_joined_by_hyphens_are_a_slug(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "-a", "a-", "a--b", "A", "đ", "a_b", "a.b", "a/b", "a b", "a\n", "\u0663", "..", "a" * 81],
)
def test_anything_else_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    "name",
    ["trang", "en", "index", "rss", "atom", "con", "nul", "aux", "prn", "com1", "com9", "lpt1", "lpt9"],
)
def test_names_of_the_portal_and_of_devices_are_reserved(name: str) -> None:
    assert name in RESERVED


def test_every_reserved_name_has_the_shape_of_a_slug() -> None:
    assert [name for name in sorted(RESERVED) if not is_slug(name)] == []
