"""Markdown that was written from a tree shows, rendered, the words of the tree and no other."""

import pytest

from portal.importing.document import (
    Block,
    Break,
    Cell,
    Code,
    Document,
    Heading,
    Inline,
    List,
    Mark,
    Note,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
)
from portal.importing.writer import write_markdown


def p(*content: str | Inline) -> Paragraph:
    return Paragraph(tuple(Run(one) if isinstance(one, str) else one for one in content))


def written(*blocks: Block, notes: tuple[Note, ...] = ()) -> str:
    return write_markdown(Document(blocks, notes))


def test_plain_words_stay_as_they_are() -> None:
    text = "Ngày 11/05/2023, 81% hồ sơ (quý I) nộp qua mạng: nhanh hơn - rẻ hơn! a_b"
    assert written(p(text)) == f"{text}\n"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("- gạch", "\\- gạch"),
        ("1. một", "1\\. một"),
        ("# thăng", "\\# thăng"),
        ("> lớn", "\\> lớn"),
        ("5 * 3 = 15", "5 \\* 3 = 15"),
        ("<b>đậm</b>", "&lt;b>đậm&lt;/b>"),
        ("A &amp; B", "A &amp;amp; B"),
        ("[1] {x}", "\\[1\\] \\{x\\}"),
        ("!!! note", "\\!!! note"),
        (": nghĩa", "&#58; nghĩa"),
    ],
)
def test_a_sign_that_would_mean_something_is_escaped(text: str, markdown: str) -> None:
    assert written(p(text)) == f"{markdown}\n"


def test_marks_use_stars_between_words_and_tags_within() -> None:
    content = ("Có ", Run("576", Mark.BOLD), " dịch vụ, m", Run("2", Mark.RAISED), Run("x", Mark.ITALIC), "y")
    assert written(p(*content)) == "Có **576** dịch vụ, m<sup>2</sup><em>x</em>y\n"


def test_spaces_at_the_edge_of_a_mark_stand_outside() -> None:
    assert written(p("a", Run(" đậm ", Mark.BOLD), "b")) == "a **đậm** b\n"


def test_a_link_keeps_its_words_and_its_target() -> None:
    assert written(p(Run("xem tệp", link="https://vi.du/a (1).pdf"))) == (
        "[xem tệp](https://vi.du/a%20%281%29.pdf)\n"
    )
    assert written(p(Run("https://vi.du/", link="https://vi.du/"))) == "<https://vi.du/>\n"


def test_lists_keep_their_levels_and_numbers() -> None:
    inner = List(((p("b"),), (p("c"),)), ordered=True)
    assert written(List(((p("a"), inner), (p("d"),)))) == "- a\n    1. b\n    2. c\n- d\n"
    assert written(List(((p("a"),),), True, 4)) == "4. a\n"


def test_two_lists_one_after_another_stay_two() -> None:
    assert written(List(((p("a"),),)), List(((p("b"),),))) == "- a\n\n<!-- -->\n\n- b\n"


def test_a_table_with_merged_cells_is_written_in_html() -> None:
    table = Table(((Cell((p("A"),), colspan=2),), (Cell((p("1"),)), Cell((p("2"),), align="right"))))
    assert written(table) == (
        '<table>\n<thead>\n<tr>\n<th colspan="2" scope="colgroup">A</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td>1</td>\n<td class="right">2</td>\n</tr>\n</tbody>\n</table>\n'
    )


def test_a_table_without_merged_cells_is_written_with_pipes() -> None:
    rows = (
        (Cell((p("Chỉ tiêu"),)), Cell((p("Số|lượng"),))),
        (Cell((p("a", Break(), "b"),)), Cell((p("576"),), align="right")),
    )
    assert written(Table(rows)) == "| Chỉ tiêu | Số\\|lượng |\n|---|---:|\n| a<br>b | 576 |\n"


def test_notes_are_numbered_as_they_are_referred_to() -> None:
    notes = (Note("x", (p("một"),)), Note("y", (p("hai"), p("ba"))), Note("z", (p("không"),)))
    assert written(p("a", NoteMark("y"), " b", NoteMark("x")), notes=notes) == (
        "a[^1] b[^2]\n\n[^1]: hai\n\n    ba\n\n[^2]: một\n"
    )


def test_what_an_item_may_not_hold_stands_after_it_and_the_numbers_go_on() -> None:
    made = written(List(((p("a"), Code("x")), (p("b"),)), ordered=True))
    assert made == "1. a\n\n<!-- -->\n\n    x\n\n2. b\n"


def test_a_quote_holds_paragraphs_and_lists() -> None:
    assert written(Quote((p("a"), List(((p("b"),),))))) == "> a\n>\n> - b\n"


def test_a_figure_has_its_alternative_text_and_caption() -> None:
    assert written(p(Picture("anh.png", "Hội trường", 'Ảnh: "Công tín"'))) == (
        '![Hội trường](anh.png "Ảnh: &quot;Công tín&quot;")\n'
    )


def test_a_heading_is_one_line() -> None:
    assert written(Heading(2, (Run("Kết quả"), Break(), Run("quý I #")))) == "## Kết quả quý I \\#\n"


def test_a_text_without_words_is_empty() -> None:
    assert written(p("  "), List(()), Table(((Cell(()),),)), Quote(())) == ""
