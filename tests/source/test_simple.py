"""What is read without a parser is what a parser reads, and what could mean more is left to one."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.corpus.article import Corpus
from bench.corpus.portal import PORTAL
from portal.source.simple import MOST_DEPTH, Plain, read_simple
from portal.source.text import source_text
from portal.source.tree import Tree, parse, read_tree

CONTENT = Path(__file__).resolve().parents[2] / "content"

# What may stand after a key, a value a line: what is simple …
SIMPLE = """\
thoi-su
2026-05-13 14:44
../anh/a.png
https://tin.example/a?b=c
Họp báo, 76% (quý I)
a'b "c"
true
[]
[a b, 'c, d', "e: [f]"]
["a","b"]
[/tin-tuc/a/]
"Hải Dương: họp # không"
'nói "có"'
"it's"
""
...
"\N{NO-BREAK SPACE}\U0001f600"
""".splitlines()
# … and what YAML takes for more than it looks, or for a fault.
NASTY = r"""

~
a: b
a:
a:: b
a #b
a#b
# b
&a b
*a
!a b
|
>-
-
- a
?
? a
@a
`a`
%a
=
<<
{a: b}
{
[
]
[a
[a,]
[,a]
[a,,b]
[a , b]
[a b c
[a: b]
[[a]]
[a]b
[*a]
[a, ?b]
"a\nb"
"a
"a" b
"a"#b
'it''s'
'a
'a' 'b'
""".splitlines()
ODD = [
    "a\tb",
    "\ta",
    "a ",
    " a",
    "a\x07b",
    "\u0301a",
    "\ufeffa",
    '"\ufeff"',
    "a\u2028b",
    "a\x85b",
    '"\u2029"',
]
LONG = ["a" * 1100, "[" * MOST_DEPTH, f'"{"[" * MOST_DEPTH}"', f'"{"[{" * MOST_DEPTH}"']
VALUES = [*SIMPLE, *NASTY, *ODD, *LONG]
NAMES = ["title", "image", "x_1", "null", "y"]
KEYS = [*NAMES, "<<", "a b", '"a"', "? a", "- a", "a-b", "", "é", "k" * 1100]
LINES = ["---", "...", "", " ", "# lời", "- a", "hai từ", "\t", "%YAML 1.1", "}", "&a", "  thêm", "? a\n: b"]

simple_keyed = st.builds("{}: {}".format, st.sampled_from(NAMES), st.sampled_from(SIMPLE))
keyed = st.builds(
    "{}{}:{}{}".format,
    st.sampled_from(["", "", "  ", " ", "    "]),
    st.sampled_from(KEYS),
    st.sampled_from([" ", " ", "", "  "]),
    st.sampled_from(VALUES),
)


def _key(line: str) -> str:
    return line.partition(":")[0]


inner = st.lists(simple_keyed.map("  {}".format), max_size=3, unique_by=_key)
below = inner.map(lambda lines: "\n".join(["image:", *lines]))
signs = st.text("ab1ộ:-#'\"[]{},&*!|>%@`?~\\/. \t\n\xa0\u2028", max_size=20)
wild = signs.map("title: {}".format)
line = st.one_of(simple_keyed, below, keyed, wild, st.sampled_from(LINES))
tame = st.lists(simple_keyed | below, min_size=1, max_size=4, unique_by=_key)
spoiled = st.builds(lambda lines, last: [*lines, last], tame, line)
texts = st.one_of(tame, tame, spoiled, st.lists(line, max_size=6)).map("\n".join)


def parsed(text: str) -> tuple[dict[str, Plain], list[str]]:
    found = parse(source_text("a.md", text), text, 1)
    return found.data, [problem.code for problem in found.problems]


def same(text: str) -> bool:
    """Whether both give the same, keys in the same order, where the quick one gives anything."""
    simple = read_simple(text)
    return simple is None or repr((simple, [])) == repr(parsed(text))


@settings(max_examples=400)
@given(texts, st.sampled_from(["\n", "\n", "", "\n\n"]))
@example("image:\n  src: a\n  src: b", "\n")
@example("image:\n  src: a\nimage: b", "\n")
@example("image:\ntitle: a", "\n")
@example("  src: a", "\n")
@example("title: a\n  src: b", "\n")
def test_it_reads_what_yaml_reads(text: str, end: str) -> None:
    assert same(text + end)


@pytest.mark.parametrize("value", VALUES)
def test_every_value_is_what_yaml_makes_of_it(value: str) -> None:
    for text in (f"a: {value}\n", f"a: {value}\nb: c\n", f"a:\n  b: {value}\n  c: d\n", f"a: [{value}, b]\n"):
        assert same(text)


def test_every_front_matter_of_the_reference_portal_is_the_same_and_most_are_simple() -> None:
    texts = [file.read_text("utf-8").split("---\n", 2)[1] for file in sorted(CONTENT.rglob("*.md"))]
    assert all(same(text) for text in texts)
    assert sum(read_simple(text) is not None for text in texts) > 0.9 * len(texts) > 30


def test_every_front_matter_of_the_benchmark_is_simple_and_the_same() -> None:
    files = [file.text for file in PORTAL.files(Corpus(200)) if file.path.endswith(".md")]
    texts = [text.split("---\n", 2)[1] for text in files]
    assert len(texts) >= 200
    assert all(read_simple(text) is not None and same(text) for text in texts)


@pytest.mark.parametrize("value", SIMPLE)
def test_what_is_simple_needs_no_parser(value: str) -> None:
    assert read_simple(f"a: {value}\nb:\n  c: d\n") is not None


MORE = [
    "", "\n", "a:\n", "a: b\na: c\n", "a:\n  b: c\n  b: d\n", "a:\n  b:\n    c: d\n", "  a: b\n",
    "a: b\n  c\n", "a: b\n  c: d\n", "a:\nb: c\n", "a:\n- b\n", "---\na: b\n", "a: b\n---\n", "a: b\n...\n",
    "a: |\n  b\n",
]  # fmt: skip


@pytest.mark.parametrize("text", MORE + [f"a: {value}\n" for value in (*NASTY, *ODD, LONG[1], LONG[3])])
def test_what_could_mean_more_is_left_to_yaml(text: str) -> None:
    assert read_simple(text) is None


def test_places_are_found_when_someone_asks() -> None:
    text = 'title: "Họp báo"\nimage:\n  src: a.png\ntags: [một, "hai ba"]\n'
    tree = read_tree(source_text("a.md", f"---\n{text}---\n"), text, 2)
    assert tree.data == read_simple(text)
    places = [tree.place(path) for path in ((), ("title",), ("image", "src"), ("tags", 1), ("tags", 9))]
    assert [(at.line, at.column, at.width) for at in places] == [
        (1, 1, 1),
        (2, 8, 9),
        (4, 8, 5),
        (5, 13, 8),
        (5, 7, 1),
    ]
    assert (tree.key(("image", "src")).line, tree.key(("image", "src")).width) == (4, 3)


def test_a_simple_text_is_not_parsed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("portal.source.tree.parse", never)
    source = source_text("a.md", "title: một\n")
    assert Tree(source, source.text, 1).place(()).line == 1
    with pytest.raises(AssertionError):
        Tree(source, "title: a: b\n", 1)
