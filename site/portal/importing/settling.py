"""The one form of a paragraph: single spaces, none at an end, each marked as the words on both its sides."""

from collections.abc import Iterable
from itertools import groupby

from portal.importing.document import Break, Content, Inline, Mark, Run

_Letter = tuple[str, Mark, str]
_NOTHING = (Mark.NONE, "")


def settled(content: Iterable[Inline]) -> Content:
    """Give content that shows alike, in the form that has no other: runs merged, no space at the end of any.

    White space becomes single spaces; a space is bold, or leads somewhere, where the words on both sides do,
    and is plain between words that lead to different places.
    """
    letters = _without_edges(_single_spaced(_letters(content)))
    return _runs(_with_marked_spaces(letters))


def _letters(content: Iterable[Inline]) -> list[_Letter | Inline]:
    found: list[_Letter | Inline] = []
    for inline in content:
        if isinstance(inline, Run):
            found += [(" " if ch.isspace() else ch, inline.marks, inline.link) for ch in inline.text]
        else:
            found.append(inline)
    return found


def _is_space(item: _Letter | Inline | None) -> bool:
    return isinstance(item, tuple) and item[0] == " "


def _single_spaced(items: list[_Letter | Inline]) -> list[_Letter | Inline]:
    kept: list[_Letter | Inline] = []
    for item in items:
        before = kept[-1] if kept else Break()
        if _is_space(item) and (_is_space(before) or isinstance(before, Break)):
            continue
        if isinstance(item, Break) and _is_space(before):
            kept.pop()
        if isinstance(item, Break) and kept and isinstance(kept[-1], Break):
            continue
        kept.append(item)
    return kept


def _without_edges(items: list[_Letter | Inline]) -> list[_Letter | Inline]:
    start, end = 0, len(items)
    while start < end and (isinstance(items[start], Break) or _is_space(items[start])):
        start += 1
    while end > start and (isinstance(items[end - 1], Break) or _is_space(items[end - 1])):
        end -= 1
    return items[start:end]


def _with_marked_spaces(items: list[_Letter | Inline]) -> list[_Letter | Inline]:
    made = list(items)
    for at, item in enumerate(items):
        if _is_space(item):
            (marks, link), (after_marks, after_link) = _manner(items[at - 1]), _manner(items[at + 1])
            made[at] = (" ", marks & after_marks, link) if link == after_link else (" ", *_NOTHING)
    return made


def _manner(item: _Letter | Inline) -> tuple[Mark, str]:
    return item[1:] if isinstance(item, tuple) else _NOTHING


def _runs(items: list[_Letter | Inline]) -> Content:
    made: list[Inline] = []
    for manner, held in groupby(items, key=lambda item: item[1:] if isinstance(item, tuple) else None):
        if manner is None:
            made += [item for item in held if not isinstance(item, tuple)]
        else:
            made.append(Run("".join([item[0] for item in held if isinstance(item, tuple)]), *manner))
    return tuple(made)
