"""Words of a simple text: code, links, strong and emphasised words, paired as Python-Markdown pairs them."""

import re

ADDRESS = "\0"
"""Stands in the markup where the address of the next link is still to be written."""

_MARKED = re.compile(
    r"`(?P<code>[^`\n>]+)`(?!`)"
    r"|(?<!!)\[(?P<words>[^\s\[\]^][^\[\]\n]*)\]\((?P<target>[A-Za-z0-9/._~#?=%:@+,;-]+)\)"
    r"|(?P<stars>\*\*?)(?=[^\s*])(?P<stressed>[^*]*[^\s*])(?P=stars)(?!\*)"
)
_SIGN = re.compile(r"[`*_\[\]|>]")
_STRAY = re.compile(r"[`*_\[\]|]")


class Beyond(Exception):
    """A text is not surely of the simple grammar."""


def marked_up(text: str, targets: list[str]) -> str:
    """Write words as markup with ADDRESS for each link, whose target is appended; raises Beyond."""
    if not _SIGN.search(text):
        return text
    pieces: list[str] = []
    end = 0
    for found in _MARKED.finditer(text):
        pieces += (_unmarked(text[end : found.start()]), _marked(found, targets))
        end = found.end()
    pieces.append(_unmarked(text[end:]))
    return "".join(pieces)


def _unmarked(text: str) -> str:
    # A sign that pairs with nothing may pair in ways that only Python-Markdown knows.
    if _STRAY.search(text):
        raise Beyond
    return text.replace(">", "&gt;")


def _marked(found: re.Match[str], targets: list[str]) -> str:
    if found["code"]:
        return f"<code>{_code(found['code'].strip())}</code>"
    if found["words"]:
        targets.append(found["target"])
        return f"<a{ADDRESS}>{marked_up(found['words'], targets)}</a>"
    tag = "strong" if found["stars"] == "**" else "em"
    return f"<{tag}>{marked_up(found['stressed'], targets)}</{tag}>"


def _code(text: str) -> str:
    if not text:
        raise Beyond
    return text
