"""Texts made of simple blocks, with what stands beside them in bad luck."""

from hypothesis import strategies as st

SIGNS = "`\\[]()*_<>&!#-+.:|^~ \n\n  \nab1ộ\"'"
PLAIN = (
    "R&D", "a & b", "a_b.c_d", "[a]", "[1]", "…", "😀", "戲", "☎", "một", "Ủy ban", "a", "1", "2.421", "(x)",
    "“q”", '"q"', "it's", "x > y", "a - b", "!", "http://a.vn/x", ",", ".", ":", "#", "=", "+", "–", "-",
    "1.", "~", "^", "}", ";", "%", "- a", "> b", "1. a", ": x", "## a", "muc",
)  # fmt: skip
NASTY = (
    "_a", "a_", "a__b", "_", "&#38;", "&#38", "&copy", "&;", "& ", "[a]: b", "[a] [b]", "[a](b&copy;)",
    "[ ]", "- [x] a", "*", "**", "***a***", "a_b", "__b__", "`", "``", "[", "]", "[x]", "[^1]", "[a][b]",
    "[TOC]", "[TOC", "![a](b)", "\\*", "\\", "&", "&copy;", "&nbsp;", "R&D", "<", "<b>", "</b>",
    "<http://a.vn>", "<a@b.vn>", "<!-- c -->", "{: #id}", "{.c}", "{", "|", "a|b", "*[", 'id="x"', "\t",
    "\r", "\x0c", "\x02", "\x03", "\x00", "\xa0", "\xad", "\u200b", "\u2028", "\u3000", "\ufeff", "😀", "٣",
    "///Footnotes Go Here///", "5 * 3", "[](/a)", "[a]()", "[a](b c)", '[a](b "c")', "[a](<b>)",
    "[a](b(c))", "[ a](b)", "[a ](b)", "[a\nb](c)", "[!](lost)", "[x](javascript:x)", "[x](//e)",
)  # fmt: skip
LONE = (
    "---", "***", "* * *", "===", "    code", "\tcode", "[x]: http://a.vn", "*[UBND]: Ủy ban", "[^1]: note",
    "    - a", "a\n===", "a\n---", "- a\n---", "[TOC]", "```\nx\n```", "<div>x</div>", "\x0c", "   ", "",
    "a  \nb", "a \nb", "1) a", "-a", "*a*", "# a", "#a", "##", "## a ##", "####### a", "a\n## b", "## a\nb",
    "## a\n- b", "- a\n\n- b", "- a\n\n  b", "- a\n\n    b", "- a\n    - b", "- a\n  b", "- a\nb",
    "1. a\n- b", "- a\n1. b", "3. a", "01. a", "- - a", "- # a", "- > a", "> a\nb", ">", "> a\n>", ">\n> a",
    "> > a", "> - a\n\n> - b", ">a", ">  a", " > a", "> ## a", "> !!! note\n>     a", "!!! note",
    "!!! note\n    a\nb", "!!! note\n\n    a", '!!! note ""\n    a', "!!! a b\n    c", "!!! note\n     a",
    "!!!note", "!!! note\n    > a", "!!! note\n    - a\n\n    - b", "a\n!!! note\n    b", "a\n:   b",
    "a\nb\n:   c", ":   a", "a\n:b", "a\n:    b", "a\n:   - b", "a\n:   b\n    c", "| a | b |\n|---|---|",
    "| a |\n|---|\n| b |", "|a|b|\n|:-|-:|\n|c", "a | b\n--|--\nc | d", "| a | b |\n|---|\n| c | d |",
    "| a | b |\n| = | - |\n| c | d |", "| `a|b` | c |\n|-|-|\n| d | e |", "||\n||\n||", "![a](found.png)",
    '![a](b.png "c")', '![a](b.png "c ")', "![](b.png)", "![a_b](c.png)", "![a](lost.png 'c')",
    "a ![b](c.png)", "![a](b.png) ![c](d.png)", "***a***", "**a**", "* a*", "2. **a** [b](c)", "{: .a}",
    "a {: .b}",
)  # fmt: skip

_targets = st.sampled_from(
    (
        "/a/", "#a", "../b/a.md#c", "https://a.vn/x?y=1#z", "mailto:a@b.vn", "lost", "HTTP://A", "x:y", "a_b",
        "/c?d&e=1&copy=2",
    )
)  # fmt: skip
_plain = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=3).map(" ".join)


def _marked(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    around = st.sampled_from(("**{}**", "*{}*", "`{}`", "({})", "**{}**,", "x*{}*", "{}!", "“{}”", "một {}"))
    return (
        st.builds(str.format, around, words)
        | st.builds("[{}]({})".format, words, _targets)
        | st.builds("{} {}".format, words, words)
    )


def _blocks(line: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lines = st.lists(line, min_size=1, max_size=3)
    level = st.sampled_from(("##", "##", "###", "######"))
    marker = st.sampled_from(("-", "*", "+", "1.", "1.", "7.", "10."))
    row = st.builds("| {} | {} |".format, line, line)
    rule = st.sampled_from(("|---|--:|", "| :-: | --- |", "|:--|---:|"))
    caption = st.sampled_from(("", ' "Ảnh: A"', ' "x "'))
    return st.one_of(
        lines.map("\n".join),
        st.builds("{} {}".format, level, line),
        st.builds(lambda sign, items: "\n".join(f"{sign} {item}" for item in items), marker, lines),
        lines.map(lambda quoted: "\n>\n".join(f"> {words}" for words in quoted)),
        st.builds(
            lambda head, rule, rows: "\n".join((head, rule, *rows)), row, rule, st.lists(row, max_size=2)
        ),
        st.builds('!!! note "{}"\n    {}\n\n    - {}'.format, line, line, line),
        st.builds("{}\n:   {}".format, line, line),
        st.builds("![{}]({}{})".format, line, st.sampled_from(("found.png", "b.svg", "lost.png")), caption),
    )


def _joined(blocks: st.SearchStrategy[str], between: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.lists(st.tuples(blocks, between), min_size=1, max_size=5)
    return pairs.map(lambda found: "".join(part for pair in found for part in pair))


_words = st.recursive(_plain, _marked, max_leaves=4)
_simple_line = st.builds("một {}".format, _words)
_any_line = _simple_line | st.recursive(_plain | st.sampled_from(NASTY), _marked, max_leaves=4)
_space = st.sampled_from(("\n\n",) * 9 + ("\n", "\n\n\n", "\n \n", "  \n\n", "\r\n", "\n\n\n\n"))

SIMPLE_TEXTS = _joined(_blocks(_simple_line), st.just("\n\n"))
"""Texts of which most are of the simple grammar."""

MIXED_TEXTS = _joined(_blocks(_simple_line) | _blocks(_any_line) | st.sampled_from(LONE), _space)
"""Texts of which each may hold anything."""

ANY_SIGNS = st.lists(st.text(alphabet=SIGNS, max_size=60), max_size=6).map("\n".join)
"""Signs of Markdown in any order."""
