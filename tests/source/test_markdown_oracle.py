"""What was made faster in Markdown gives what Python-Markdown and nh3 give as they come."""

import os
import sys
from functools import partial
from pathlib import Path

import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.corpus.article import Corpus, write_article
from portal.source.markdown import engine, lean, render
from portal.source.markdown.filling import _KEPT
from portal.source.markdown.simple import _FOREIGN, draft
from tests.source.markdown_stock import outcome, render_by_engine, render_by_stock
from tests.source.markdown_texts import ANY_SIGNS, LONE, MIXED_TEXTS, NASTY, SIMPLE_TEXTS

CONTENT = Path(__file__).resolve().parents[2] / "content"
ARTICLES = [file.read_text("utf-8").split("---\n", 2)[-1] for file in sorted(CONTENT.rglob("*.md"))]
MANY = int(os.environ.get("CONG_TIN_TEXTS", "150"))
"""How many texts are tried of each kind."""

thorough = partial(settings, max_examples=MANY, deadline=None)
ours, by_engine, by_stock = (partial(outcome, way) for way in (render, render_by_engine, render_by_stock))


def generated(count: int) -> list[str]:
    corpus = Corpus(count)
    return [write_article(corpus, number, lambda to: f"/tin-tuc/{to.slug}/").body for number in range(count)]


def is_simple(text: str) -> bool:
    return draft(text, "vi") is not None


@pytest.mark.parametrize("way", [ours, by_engine], ids=["ours", "engine"])
def test_every_text_of_the_reference_portal_is_the_same(way: partial[object]) -> None:
    assert len(ARTICLES) > 30
    assert [way(text) for text in ARTICLES] == [by_stock(text) for text in ARTICLES]


def test_every_generated_article_is_the_same() -> None:
    for text in generated(200):
        assert ours(text) == by_stock(text)


def test_most_articles_are_simple() -> None:
    assert all(map(is_simple, generated(200)))
    assert sum(map(is_simple, ARTICLES)) > 0.75 * len(ARTICLES)


@pytest.mark.parametrize(
    "text",
    [
        "một **hai** *ba* `bốn` [năm](/5)\nsáu > bảy", "## một\nhai", "- một\n- hai\nba\n\n- bốn",
        "3. một\n4. hai", "> một\n>\n> - hai\n\n> ba", "| a | b |\n|:-:|--:|\n| `c` | d |\n| e |",
        "một\n:   hai\n\nba\n:   bốn", '!!! note "một"\n    hai\n\n    - ba\n\nbốn', "!!! note\n\n    một",
        '![một](hai.png "ba")\n\nbốn',
    ],
)  # fmt: skip
def test_each_kind_of_block_is_simple_and_the_same(text: str) -> None:
    assert is_simple(text)
    assert ours(text) == by_stock(text)


@thorough()
@given(SIMPLE_TEXTS)
def test_a_simple_text_is_the_same(text: str) -> None:
    assert ours(text) == by_stock(text)


@thorough()
@given(MIXED_TEXTS)
def test_a_text_of_simple_and_other_blocks_is_the_same(text: str) -> None:
    stock = by_stock(text)
    assert ours(text) == stock
    assert by_engine(text) == stock


@thorough()
@given(ANY_SIGNS)
@example("một  \nhai")
@example("một\\\nhai &amp; ba &copy; <b>bốn</b>")
@example("*[UBND]: Ủy ban\n\nUBND tỉnh[^1]\n\n[^1]: Chú thích")
@example("| a | b |\n|---|--:|\n| c | **d** |")
@example("[TOC]\n\n## a\n\n[b][c]\n\n[c]: /d")
def test_any_text_is_the_same(text: str) -> None:
    stock = by_stock(text)
    assert ours(text) == stock
    assert by_engine(text) == stock


@pytest.mark.parametrize("block", LONE)
def test_a_block_is_the_same_beside_any_other(block: str) -> None:
    neighbours = (
        "một",
        "- a",
        "1. a",
        "> a",
        "## a",
        "!!! note\n    a",
        "a\n:   b",
        "| a | b |\n|-|-|\n| c | d |",
    )
    for neighbour in neighbours:
        for between in ("\n", "\n\n", "\n\n\n"):
            for text in (f"{neighbour}{between}{block}", f"{block}{between}{neighbour}"):
                assert ours(text) == by_stock(text)


@pytest.mark.parametrize("sign", NASTY)
def test_a_sign_is_the_same_in_any_block(sign: str) -> None:
    for text in (
        f"a {sign} b", f"{sign}", f"a{sign}b\n{sign} c", f"## {sign}", f"- {sign} a\n- b{sign}", f"> {sign}",
        f"[{sign}](/a)", f"`{sign}`", f"**{sign}**", f"| {sign} | a |\n|---|---|\n| b | {sign} |",
        f'!!! note "{sign}"\n    {sign}', f"a{sign}\n:   {sign}b", f'![{sign}](found.png "{sign}")',
        f"a\n\n{sign}\n\nb",
    ):  # fmt: skip
        assert ours(text) == by_stock(text)


@pytest.mark.parametrize(
    "sign", "<\\{\t\r\x00\x02\x0b\x0c\x1c\x85\xa0\xad\u1680\u200b\u2028\u202f\u2060\u3000\ufeff٣"
)
def test_a_text_with_a_sign_of_wider_meaning_is_left_to_the_engine(sign: str) -> None:
    assert is_simple("một hai")
    assert not is_simple(f"một {sign} hai")


def test_every_sign_of_a_simple_text_is_one_that_neither_markdown_nor_html_changes() -> None:
    kept = [chr(code) for code in range(sys.maxunicode + 1) if not _FOREIGN.search(chr(code))]
    assert len(kept) > 1000
    for sign in kept:
        assert sign in " \n" or not sign.isspace()
        assert sign.isascii() or not sign.isdecimal()
        assert sign in "&>" or nh3.clean(sign) == sign


@thorough()
@given(st.from_regex(_KEPT, fullmatch=True))
def test_an_address_that_is_taken_as_kept_is_kept(address: str) -> None:
    schemes = {"http", "https", "mailto", "tel"}
    written = address.replace("&", "&amp;")
    link = f'<a href="{written}">a</a>'
    assert nh3.clean(link, link_rel=None, url_schemes=schemes) == link
    image = f'<img src="{written}">'
    assert nh3.clean(image, url_schemes=schemes) == image


def test_links_and_pictures_are_asked_once_also_where_the_sanitiser_is_needed() -> None:
    text = "[a](/a) [b](lost)\n\n![c](found.png)\n\n[d](lost/x)"
    assert is_simple(text)
    made, asked = ours(text)
    assert asked == [("link", "/a"), ("link", "lost"), ("picture", "found.png"), ("link", "lost/x")]
    assert (made, asked) == by_stock(text)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_words_of_the_language_are_the_same(language: str) -> None:
    text = "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n|---|---|\n| g | h |"
    asked = (text, language, str, lambda source: None)
    assert is_simple(text)
    assert render(*asked) == render_by_stock(*asked)


def test_equal_headings_get_the_numbers_that_the_engine_gives() -> None:
    text = "## a\n\n" * 40 + "## b\n\n## a 1\n\n### a\n\n## …\n\n## …\n"
    assert is_simple(text)
    assert ours(text) == by_stock(text)


@pytest.mark.parametrize(
    "piece", ["## a\n", "> > ", "> - ", "!!! note\n    ", "- a\n", "**[`", "[a](", "a\n", "| a "]
)
def test_no_text_is_too_deep_to_be_looked_at(piece: str) -> None:
    draft(piece * 5_000, "vi")


def test_too_many_signs_are_refused_in_simple_texts_too() -> None:
    text = "[a](/b) " * 2001 + "c"
    assert is_simple(text)
    assert ours(text)[0] == by_stock(text)[0] == "too complex: [, 2001"


def test_the_signs_of_patterns_are_those_of_the_engine_that_is_installed() -> None:
    md, _ = engine._engine("vi")
    assert [md.inlinePatterns[place] for place in range(len(md.inlinePatterns))] == [
        md.inlinePatterns[name] for name in lean._INLINE
    ]


def test_a_table_in_html_scrolls_by_itself_under_a_name_of_its_own() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n<table>\n<tr><td colspan=2>x</td></tr>\n</table>\n"
    shown = by_engine(text)[0]
    assert not isinstance(shown, str)
    assert [f"Bảng {number}, cuộn" in shown.html for number in (1, 2, 3)] == [True, True, False]
    assert shown.html.count('tabindex="0"><table>') == 2
