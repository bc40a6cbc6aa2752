"""Titles and summaries as plain text, whatever markup a system allows in them."""

import html
import re

from portal.importing.assembling import LONGEST_SUMMARY
from portal.importing.characters import clean
from portal.importing.document import Blocks, Paragraph, words_of

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_MARKED = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_SENTENCE_END = re.compile(r"[.!?…](?=[”’\"»)]*\s)[”’\"»)]*")
_LONGEST = 5000
_SHORTEST = 80
"""A first sentence shorter than this says too little where more would fit."""


def plain(text: str) -> str:
    """Give the words alone: no tags, no entities, no Markdown, one line, NFC."""
    bare = _LINK.sub(r"\1", _MARKED.sub(r"\2", html.unescape(_TAG.sub("", text[:_LONGEST]))))
    return clean(_TAG.sub("", bare)).strip()


def shortened(text: str, most: int = LONGEST_SUMMARY) -> str:
    """Give a text of at most so many characters: whole sentences where they say enough, else whole words."""
    if len(text) <= most:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if found.end() <= most]
    if ends and ends[-1] >= _SHORTEST:
        return text[: ends[-1]]
    kept = text[: most - 1].rpartition(" ")[0] or text[: most - 1]
    return f"{kept.rstrip(' ,;:–—-')}…"


def beginning(blocks: Blocks) -> str:
    """Give the words of the first paragraph that says something."""
    words = (words_of(one.content) for one in blocks if isinstance(one, Paragraph))
    return next((said for said in words if len(said) > 1), "")
