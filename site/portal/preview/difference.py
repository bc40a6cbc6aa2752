"""How the words of two pages differ: what a reader sees, and nothing of the markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest

from lxml import html

_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
        "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ]
)  # fmt: skip
_UNSEEN = frozenset(["script", "style", "template", "svg", "noscript"])
_WORDS = re.compile(r"\s+|[^\s]+")
_MOST_WORDS = 1500  # of a passage; a longer one is shown whole, before and after


class Change(Enum):
    """What became of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a passage that have one fate."""

    change: Change
    text: str


Passage = tuple[Part, ...]
"""A paragraph, heading, entry or cell in which something changed."""


def text_of(page: bytes) -> tuple[str, ...]:
    """The passages of a page: its title and description, then what its main part says.

    What stands around that is on every page alike. Of a picture there is its description.
    """
    # A page without any element is none, and no parser takes it.
    root = html.document_fromstring(page + b"<p>", parser=html.HTMLParser(encoding="utf-8"))
    found = root.find(".//main")
    main = root if found is None else found
    about = (meta.get("content", "") for meta in root.iter("meta") if meta.get("name") == "description")
    named = [root.findtext(".//title") or "", *about]
    return tuple(passage for text in (*named, *_passages(main)) if (passage := " ".join(str(text).split())))


def difference(old: Sequence[str], new: Sequence[str]) -> tuple[Passage, ...]:
    """The passages in which two texts differ, in the order of the new one; empty where they say the same."""
    found: list[Passage] = []
    for what, begin, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            found += _replaced(old[begin:end], new[first:last])
    return tuple(found)


def _passages(element: html.HtmlElement) -> Iterator[str]:
    """Texts of blocks, each by itself; what runs on between two blocks is one passage."""
    running: list[str] = []
    for kind, text in _walk(element):
        if kind == "block":
            yield "".join(running)
            running = []
        else:
            running.append(text)
    yield "".join(running)


def _walk(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    block = element.tag in _BLOCKS
    if block:
        yield "block", ""
    if element.tag == "img" and element.get("alt"):
        yield "text", f" [Ảnh: {element.get('alt')}] "
    if element.tag == "br":
        yield "text", " "
    yield "text", element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from _walk(child)
        yield "text", child.tail or ""
    if block:
        yield "block", ""


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """Passages that took the place of others, each beside the one that it is most likely made of."""
    if len(old) != len(new):
        yield from _unlike(old, new)
        return
    for before, after in zip(old, new, strict=True):
        yield from _reworded(before, after)


def _unlike(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """The same where some came or went: those are put together that share most words."""
    left = list(old)
    for after in new:
        near = max(left, key=lambda before: _likeness(before, after), default=None)
        if near is not None and _likeness(near, after) > 0.5:
            for before in left[: left.index(near)]:
                yield (Part(Change.REMOVED, before),)
            left = left[left.index(near) + 1 :]
            yield from _reworded(near, after)
        else:
            yield (Part(Change.ADDED, after),)
    for before in left:
        yield (Part(Change.REMOVED, before),)


def _likeness(one: str, other: str) -> float:
    a, b = set(one.split()), set(other.split())
    return 2 * len(a & b) / (len(a) + len(b) or 1)


def _reworded(old: str, new: str) -> Iterator[Passage]:
    """One passage with the words that came and went; both, where they have little in common."""
    if old == new:
        return
    if _likeness(old, new) < 0.3 or max(len(old.split()), len(new.split())) > _MOST_WORDS:
        yield (Part(Change.REMOVED, old),)
        yield (Part(Change.ADDED, new),)
        return
    yield tuple(_merged(_parts(_WORDS.findall(old), _WORDS.findall(new))))


def _parts(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    for what, begin, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Part(Change.SAME, "".join(new[first:last]))
            continue
        yield Part(Change.REMOVED, "".join(old[begin:end]))
        yield Part(Change.ADDED, "".join(new[first:last]))


def _merged(parts: Iterable[Part]) -> Iterator[Part]:
    """Changes with nothing but a blank between them are one change: words, not letters, are read."""
    held = {Change.REMOVED: "", Change.ADDED: ""}
    found = [part for part in parts if part.text]
    for part, after in zip_longest(found, found[1:]):
        if part.change is not Change.SAME:
            held[part.change] += part.text
        elif part.text.isspace() and any(held.values()) and after is not None:
            held = {change: text + part.text for change, text in held.items()}
        else:
            yield from _flushed(held)
            held = dict.fromkeys(held, "")
            yield part
    yield from _flushed(held)


def _flushed(held: dict[Change, str]) -> Iterator[Part]:
    for change, text in held.items():
        if text.strip():
            yield Part(change, text)
