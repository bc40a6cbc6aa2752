"""A tree as Markdown: rendered, it shows the words that came in, in their order and manner."""

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from portal.importing.document import (
    Block,
    Blocks,
    Code,
    Content,
    Document,
    Heading,
    List,
    NoteMark,
    Paragraph,
    Quote,
    Table,
    words_of,
)
from portal.importing.escaping import guarded
from portal.importing.shaping import in_pipes, shaped
from portal.importing.spans import InHtml, InMarkdown, spans_of
from portal.importing.tables import html_table, pipe_table
from portal.importing.walking import changed, contents

_INDENT = "    "
_BETWEEN = "<!-- -->"
"""Keeps two blocks apart that would otherwise become one; no page shows it."""


def write_markdown(document: Document) -> str:
    """Write the text of a document, without its title, as Markdown that ends with a line end, or is empty.

    Rendered by `portal.source.markdown` it shows every word of the document, and no other. Notes that
    nothing refers to are left out, and those of merged tables stand in brackets where they are referred to.
    """
    bodies = {note.id: held for note in document.notes if (held := _in_paragraphs(note.blocks))}
    blocks = shaped(changed(document.blocks, lambda content: _known(content, bodies)))
    labels = {name: str(number) for number, name in enumerate(_named(blocks), 1)}
    words = {name: " ".join(map(words_of, contents(held))) for name, held in bodies.items()}
    writer = _Writer(InMarkdown(labels), InHtml(words))
    written = [writer.blocks(blocks), *(writer.note(labels[name], bodies[name]) for name in labels)]
    return "\n\n".join(filter(None, written)) + "\n" if written[0] else ""


def _in_paragraphs(blocks: Blocks) -> Blocks:
    """What a note says; lists and tables in it become paragraphs."""
    return shaped(Paragraph(_known(content, {})) for content in contents(blocks))


def _known(content: Content, notes: Mapping[str, Blocks]) -> Content:
    return tuple(one for one in content if not isinstance(one, NoteMark) or one.note in notes)


def _named(blocks: Blocks) -> list[str]:
    """The notes that Markdown refers to, each once, in the order of the first mark."""
    read = tuple(block for block in blocks if not isinstance(block, Table) or in_pipes(block))
    marks = [one.note for content in contents(read) for one in content if isinstance(one, NoteMark)]
    return list(dict.fromkeys(marks))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes blocks in one dialect, and merged tables in the other."""

    markdown: InMarkdown
    html: InHtml

    def blocks(self, blocks: Iterable[Block]) -> str:
        held = tuple(blocks)
        written = [self.block(held[0])] if held else []
        for before, block in pairwise(held):
            written += [_BETWEEN] if _would_join(before, block) else []
            written.append(self.block(block))
        return "\n\n".join(written)

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"{'#' * block.level} {self.heading(block.content)}"
        if isinstance(block, Paragraph):
            return self.paragraph(block)
        if isinstance(block, List):
            return self.list(block)
        if isinstance(block, Quote):
            return _prefixed(self.blocks(block.blocks), "> ", "> ")
        if isinstance(block, Table):
            return pipe_table(block, self.markdown) if in_pipes(block) else html_table(block, self.html)
        return _code(block.text) if isinstance(block, Code) else "---"

    def words(self, content: Content) -> str:
        return spans_of(content, self.markdown)

    def heading(self, content: Content) -> str:
        """One line; hash signs at its end would be taken for the end of its mark."""
        line = self.words(content)
        bare = line.rstrip("#")
        return bare + "\\#" * (len(line) - len(bare))

    def paragraph(self, block: Paragraph) -> str:
        return "\n".join(map(guarded, self.words(block.content).split("\n")))

    def list(self, block: List) -> str:
        tight = not any(_is_loose(item) for item in block.items)
        items = [self.item(item, self.sign(block, at), tight) for at, item in enumerate(block.items)]
        return ("\n" if tight else "\n\n").join(items)

    def sign(self, block: List, at: int) -> str:
        return f"{block.start + at}. " if block.ordered else "- "

    def item(self, blocks: Blocks, sign: str, tight: bool) -> str:
        text = ("\n" if tight else "\n\n").join([self.block(block) for block in blocks])
        return _prefixed(text, sign, _INDENT)

    def note(self, label: str, blocks: Blocks) -> str:
        return _prefixed(self.blocks(blocks), f"[^{label}]: ", _INDENT)


def _code(text: str) -> str:
    # Python-Markdown looks for tags and entities in indented lines too.
    if "<" in text or "&" in text:
        return f"<pre><code>{html.escape(text, quote=False)}\n</code></pre>"
    return _prefixed(text, _INDENT, _INDENT)


def _is_loose(item: Blocks) -> bool:
    """Whether blank lines must stand in an item: more paragraphs than one, or a list that needs them."""
    if sum(isinstance(block, Paragraph) for block in item) > 1:
        return True
    return any(_is_loose(inner) for block in item if isinstance(block, List) for inner in block.items)


def _would_join(before: Block, block: Block) -> bool:
    if isinstance(block, Code):
        return isinstance(before, List | Code)
    if isinstance(block, List):
        return isinstance(before, List)
    return isinstance(block, Quote) and isinstance(before, Quote)


def _prefixed(text: str, first: str, others: str) -> str:
    """Put a sign before the first line and others before the rest; blank lines stay so, but in quotes."""
    head, *rest = text.split("\n")
    lines = [f"{others}{line}" if line or others.strip() else "" for line in rest]
    return "\n".join([f"{first}{head}", *[line.rstrip() if not line.strip("> ") else line for line in lines]])
