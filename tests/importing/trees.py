"""Trees of any shape, and how a text looks once it is rendered."""

from functools import reduce
from operator import or_

from hypothesis import strategies as st

from portal.importing.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Code,
    Content,
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
    Rule,
    Run,
    Table,
)

SIGNS = "\\`*_{}[]()#+-.!|<>&:=~^\"'$%/@;,? \u00a0"
WORDS = [
    *(
        "a",
        "Hải Dương",
        "1",
        "12.",
        "- ",
        "1. ",
        "# ",
        "> ",
        ": ",
        "---",
        "===",
        "!!! note",
        "[^1]: x",
        "[TOC]",
    ),
    *("&amp;", "&copy", "<b>", "</p>", "<!--", "https://a.vn/b_c", "a@b.vn", "{: .x}", "|", "*[A]: b", "]("),
]
LINKS = ["", "", "", "https://vi.du/", "https://vi.du/a(b) c?d=1&e=2", "/trang/lien-he/", "mailto:a@b.vn"]
MARKS = [Mark.BOLD, Mark.ITALIC, Mark.STRUCK, Mark.RAISED, Mark.LOWERED, Mark.CODE]

texts = st.lists(st.sampled_from(WORDS) | st.text(f"{SIGNS}abđẹX1", max_size=6), max_size=4).map("".join)
marks = st.lists(st.sampled_from(MARKS), max_size=2).map(lambda held: reduce(or_, held, Mark.NONE))
runs = st.builds(Run, texts, marks, st.sampled_from(LINKS))
pictures = st.builds(Picture, st.sampled_from(["anh.png", "a b (1).jpg"]), texts, texts)
inlines: st.SearchStrategy[Inline] = st.one_of(
    runs, runs, runs, st.just(Break()), st.builds(NoteMark, st.sampled_from("ab")), pictures
)
contents: st.SearchStrategy[Content] = st.lists(inlines, max_size=5).map(tuple)
paragraphs = st.builds(Paragraph, contents)
simple: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    paragraphs,
    st.builds(Heading, st.integers(2, 6), contents),
    st.builds(Code, texts),
    st.just(Rule()),
)


def tables(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Table]:
    """Tables of equal rows, some with a merged cell, with paragraphs or with anything in their cells."""
    cells = st.lists(paragraphs, max_size=2) | st.lists(blocks, max_size=2)
    cell = st.builds(Cell, cells.map(tuple))
    rows = st.integers(1, 3).flatmap(
        lambda width: st.lists(st.tuples(*[cell] * width), min_size=1, max_size=3)
    )
    plain = st.builds(Table, rows.map(tuple))
    wide = st.builds(Cell, cells.map(tuple), st.just(2))
    merged = st.tuples(wide, cell, cell).map(lambda held: Table(((held[0],), (held[1], held[2]))))
    return plain | merged


def _deeper(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    held: st.SearchStrategy[Blocks] = st.lists(blocks, max_size=3).map(tuple)
    items = st.lists(held, max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, items, st.booleans(), st.integers(1, 30)), st.builds(Quote, held), tables(blocks)
    )


trees: st.SearchStrategy[Block] = st.recursive(simple, _deeper, max_leaves=12)
notes = st.lists(trees, max_size=2).map(tuple)
documents = st.builds(
    lambda blocks, one, other: Document(tuple(blocks), (Note("a", one), Note("b", other))),
    st.lists(trees, max_size=5),
    notes,
    notes,
)
"""Documents that no program would make, with every sign that Markdown knows in the wrong places."""
