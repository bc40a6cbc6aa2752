"""What Word leaves behind is put right, and nothing that anyone meant is."""

import pytest

from portal.importing.characters import clean
from portal.importing.document import (
    Block,
    Break,
    Cell,
    Document,
    Heading,
    Inline,
    List,
    Mark,
    Paragraph,
    Picture,
    Run,
    Table,
    words_of,
)
from portal.importing.headings import outlined
from portal.importing.levels import Flat, Item, Part, gathered
from portal.importing.settling import settled
from portal.importing.tidying import tidied
from portal.importing.writer import write_markdown


def p(*content: str | Inline, marks: Mark = Mark.NONE) -> Paragraph:
    return Paragraph(tuple(Run(one, marks) if isinstance(one, str) else one for one in content))


def tidy(*blocks: Block) -> str:
    return write_markdown(Document(tidied(blocks)))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("chuyển\u00adđổi", "chuyểnđổi"),
        ("a\u00a0\u00a0\u2003b\u202fc", "a b c"),
        ("\ufeffa\u200bb\u2060", "ab"),
        ("e\u0302\u0301 \u0111", "ế đ"),
        ("một\u2011hai", "một-hai"),
        ("“giữ” – nguyên… «nhé»", "“giữ” – nguyên… «nhé»"),
        ("👨\u200d👩 \uf0b7", "👨\u200d👩 •"),
        ("a\x07b\x0cc", "abc"[:2] + " c"),
    ],
)
def test_characters_that_nobody_typed_are_gone(text: str, kept: str) -> None:
    assert clean(text) == kept


def test_a_mark_at_the_beginning_of_a_run_joins_the_letter_before() -> None:
    assert tidy(p("Vie", Run("\u0323\u0302t Nam", Mark.BOLD))) == "Việ<strong>t Nam</strong>\n"


def test_bullets_typed_by_hand_are_lists() -> None:
    assert tidy(p("-\tmột"), p("+ hai"), p("\uf0b7 ba"), p("-5 độ"), p("–không")) == (
        "- một\n    - hai\n- ba\n\n-5 độ\n\n–không\n"
    )


def test_numbers_typed_by_hand_are_lists_where_they_count() -> None:
    assert tidy(p("1. một"), p("2. hai"), p("Xen"), p("3. ba")) == "1. một\n2. hai\n\nXen\n\n3\\. ba\n"


def test_empty_paragraphs_and_frames_of_one_cell_are_gone() -> None:
    frame = Table(((Cell((p("trong"), p(" "))),),))
    assert tidy(p("\u00a0"), p(Break()), frame, p("sau")) == "trong\n\nsau\n"


def test_a_line_in_italics_below_a_picture_is_its_caption() -> None:
    image = p(Picture("a.png", "Cờ"))
    assert tidy(image, p("Ảnh: A", marks=Mark.ITALIC), p("x", marks=Mark.ITALIC)) == (
        '![Cờ](a.png "Ảnh: A")\n\n*x*\n'
    )
    assert tidy(image, p("Không nghiêng")) == "![Cờ](a.png)\n\nKhông nghiêng\n"


def test_levels_of_headings_skip_none_and_begin_at_two() -> None:
    levels = [Heading(level, (Run("x"),)) for level in (1, 3, 3, 1, 2, 6)]
    made, _ = outlined((*levels, p("y")))
    assert [one.level for one in made if isinstance(one, Heading)] == [2, 3, 3, 2, 3, 4]


def test_a_bold_sentence_or_a_long_bold_line_is_no_heading() -> None:
    for words in ("Một câu đậm.", "x" * 121):
        made, offered = outlined((p(words, marks=Mark.BOLD), p("y")))
        assert not offered and isinstance(made[0], Paragraph)


def test_items_gather_by_level_and_number() -> None:
    items = [Item((p("a"),), 1), Item((p("b"),), 0, 1), Item((p("c"),), 3), Item((p("d"),), 0, 5)]
    assert gathered(items) == (
        List(((p("a"),),)),
        List(((p("b"), List(((p("c"),),))),), True, 1),
        List(((p("d"),),), True, 5),
    )


def test_a_part_belongs_to_the_item_above_it_or_to_none() -> None:
    parts: list[Flat] = [Part((p("0"),), 0), Item((p("a"),), 0, 1), Part((p("b"),), 1), Item((p("c"),), 0, 2)]
    assert gathered(parts) == (p("0"), List(((p("a"), p("b")), (p("c"),)), True))


def test_a_space_is_marked_as_the_words_on_both_its_sides() -> None:
    content = settled(
        (Run(" a ", Mark.BOLD), Run("b", Mark.BOLD | Mark.ITALIC), Run("  "), Break(), Run(" c "))
    )
    assert content == (Run("a ", Mark.BOLD), Run("b", Mark.BOLD | Mark.ITALIC), Break(), Run("c"))
    assert settled(content) == content
    assert words_of(content) == "a b c"
