"""Words of a simple text: code, links, strong and emphasised words, paired as Python-Markdown pairs them."""

import re

from portal.source.markdown.filling import HOLE, Hole

TARGET = r"[A-Za-z0-9/._~#?=%:@+,;&-]+"
"""An address that is written without brackets, quotes, spaces and what may begin anything else."""

_MARKED = re.compile(
    r"`(?P<code>[^`\n>&]+)`(?!`)"
    rf"|(?<!!)\[(?P<words>[^\s\[\]^][^\[\]\n]*)\]\((?P<target>{TARGET})\)"
    r"|(?<!!)(?P<brackets>\[(?!TOC\])[^\s\[\]^][^\[\]\n]*\])(?![(\[:]| \[)"
    r"|(?P<stars>\*\*?)(?=[^\s*])(?P<stressed>[^*]*[^\s*])(?P=stars)(?!\*)"
)
_SIGN = re.compile(r"[`*_\[\]|>&]")
# A low line within a word is one; each other sign may pair in ways that only Python-Markdown knows.
_STRAY = re.compile(r"[`*\[\]|]|(?<![^\W_])_|_(?![^\W_])")


class Beyond(Exception):
    """A text is not surely of the simple grammar."""


def marked_up(text: str, holes: list[Hole]) -> str:
    """Write words as markup with a HOLE for each link, whose target is appended to `holes`; raises Beyond."""
    if not _SIGN.search(text):
        return text
    pieces: list[str] = []
    end = 0
    for found in _MARKED.finditer(text):
        pieces += (_unmarked(text[end : found.start()]), _marked(found, holes))
        end = found.end()
    pieces.append(_unmarked(text[end:]))
    return "".join(pieces)


def _unmarked(text: str) -> str:
    if _STRAY.search(text):
        raise Beyond
    return text.replace("&", "&amp;").replace(">", "&gt;")


def _marked(found: re.Match[str], holes: list[Hole]) -> str:
    if found["code"]:
        return f"<code>{_code(found['code'].strip())}</code>"
    if found["words"]:
        holes.append(found["target"])
        return f"<a{HOLE}>{marked_up(found['words'], holes)}</a>"
    if found["brackets"]:
        return f"[{marked_up(found['brackets'][1:-1], holes)}]"
    tag = "strong" if found["stars"] == "**" else "em"
    return f"<{tag}>{marked_up(found['stressed'], holes)}</{tag}>"


def _code(text: str) -> str:
    if not text:
        raise Beyond
    return text
