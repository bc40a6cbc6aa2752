"""A text that comes in, is written as Markdown and rendered shows what came in: words, marks and outline."""

import os
import re
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from lxml import html

from portal.importing.document import (
    Blocks,
    Code,
    Content,
    Document,
    Heading,
    NoteMark,
    Paragraph,
    Picture,
    Run,
)
from portal.importing.html import read_html
from portal.importing.shaping import shaped
from portal.importing.walking import changed, within
from portal.importing.writer import write_markdown
from portal.source.markdown import TextPicture, render
from tests.importing.trees import documents

MANY = int(os.environ.get("CONG_TIN_TEXTS", "150"))
"""How many texts are tried."""

thorough = settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def shown(text: str) -> str:
    """The markup of a text, every link and picture of it as written."""
    return render(text, "vi", lambda target: target, lambda name: TextPicture(name, 99, 99)).html


def read_again(markup: str) -> Document:
    return read_html(markup, lambda target: target).document


@thorough
@given(documents)
def test_what_was_rendered_and_read_again_is_written_alike(document: Document) -> None:
    text = write_markdown(document)
    assert write_markdown(read_again(shown(text))) == text


@thorough
@given(documents)
def test_no_letter_is_lost_or_added(document: Document) -> None:
    blocks = changed(document.blocks, without_notes)
    text = write_markdown(Document(blocks))
    assert letters_shown(shown(text)) == "".join(letters_of(shaped(blocks)))


def without_notes(content: Content) -> Content:
    return tuple(inline for inline in content if not isinstance(inline, NoteMark))


def letters_shown(markup: str) -> str:
    """All that is shown but spaces, with the alternative texts of pictures before their captions."""
    root = html.fragment_fromstring(markup, create_parent="div")
    for image in root.iter("img"):
        image.tail = image.get("alt", "") + image.get("title", "") + (image.tail or "")
    return re.sub(r"\s", "", root.text_content())


def letters_of(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            for inline in block.content:
                if isinstance(inline, Run):
                    yield re.sub(r"\s", "", inline.text)
                elif isinstance(inline, Picture):
                    yield re.sub(r"\s", "", inline.alt + inline.caption)
        elif isinstance(block, Code):
            yield re.sub(r"\s", "", block.text)
        for inner in within(block):
            yield from letters_of(inner)
