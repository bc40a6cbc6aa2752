"""The front matter of a Markdown file, and the text below it."""

import re
from dataclasses import dataclass

from portal.problems.problem import Problem
from portal.source.text import SourceText
from portal.source.tree import Tree, read_tree

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its front matter, and its text, which begins at the offset `body_start`."""

    source: SourceText
    tree: Tree
    body: str
    body_start: int


def fields_of(text: str) -> tuple[int, int]:
    """Where the lines between the two fences begin and end; an empty part where there are no fences."""
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    return (opening.end() + 1, closing.start()) if opening and closing else (0, 0)


def read_document(source: SourceText) -> Document | Problem:
    """Split a file at its two fences; a file without them is a problem."""
    opening = _FENCE.match(source.text)
    if opening is None:
        return Problem("front-matter/missing", source.on_line(1))
    closing = _FENCE.search(source.text, opening.end())
    if closing is None:
        return Problem("front-matter/not-closed", source.on_line(1, 1, 3))
    tree = read_tree(source, source.text[opening.end() + 1 : closing.start()], 2)
    start = min(closing.end() + 1, len(source.text))
    return Document(source, tree, source.text[start:], start)
