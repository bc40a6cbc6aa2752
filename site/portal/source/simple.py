"""The YAML that nearly all editors write, read line by line, many times quicker than by a parser.

Only what has one meaning is read here: `key: value` on one line, lists in brackets, one level of indented
lines below a key. All else is left to YAML: comments, escapes, texts of several lines, anchors, tags, keys
that repeat, values that are missing, and every sign that could begin something of YAML's own.
"""

import re

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What YAML is read as: texts, lists and mappings of them."""

MOST_DEPTH = 16
"""How deep lists and mappings may stand in each other."""

# What YAML takes for the end of a line, or for no text at all (YAML 1.1, section 5.1).
_NO_TEXT = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_QUOTED = rf"\"[^\"\\{_NO_TEXT}]*\"|'[^'{_NO_TEXT}]*'"
# Begins with what begins nothing else; a colon is text where the next word follows it without a space.
_WORDS = r"[\w/.][\w /.,;()!?%+*=&@$“”‘’«»–—…'\"-]*"
_BARE = rf"{_WORDS}(?::{_WORDS})*(?<! )"
_ITEM = rf"{_QUOTED}|[\w/.][\w /.()+%–—-]*(?<! )"
_LIST = rf"\[(?:(?:{_ITEM})(?:, ?(?:{_ITEM}))*)?\]"
_LINE = re.compile(rf"(  )?([a-zA-Z_][a-zA-Z0-9_]{{0,63}}):(?: (?:({_BARE})|({_QUOTED})|({_LIST})))?")
_ITEMS = re.compile(_ITEM)


def read_simple(text: str) -> dict[str, Plain] | None:
    """Give what YAML would give for a simple text, every scalar as text; None for any other text."""
    if text.count("[") + text.count("{") > MOST_DEPTH:
        return None
    whole: dict[str, Plain] = {}
    below: dict[str, Plain] | None = None
    for line in text.removesuffix("\n").split("\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        indent, key, bare, quoted, listed = found.groups()
        if not indent and below is not None:
            if not below:
                return None
            below = None
        here = below if indent else whole
        if here is None or key in here:
            return None
        if bare or quoted or listed:
            here[key] = bare or (quoted[1:-1] if quoted else _items(listed))
        elif indent:
            return None
        else:
            here[key] = below = {}
    return None if below == {} else whole


def _items(listed: str) -> list[Plain]:
    return [item[1:-1] if item[0] in "\"'" else item for item in _ITEMS.findall(listed)]
