"""From the bytes of a foreign file to an article; nothing is read or written but what is handed in."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from portal.importing.article import Imported
from portal.importing.document import (
    Blocks,
    Content,
    Document,
    Heading,
    Inline,
    NoteMark,
    Paragraph,
    Picture,
    PictureFile,
    words_of,
)
from portal.importing.headings import is_bold, outlined
from portal.importing.html import read_html
from portal.importing.pictures import usable
from portal.importing.reading import Reading
from portal.importing.remarks import Refusal, Remark
from portal.importing.shaping import shaped
from portal.importing.tidying import tidied
from portal.importing.walking import changed, contents
from portal.importing.word import read_word
from portal.source.markdown import TooComplex, render
from vietnamese.legacy import suspect

LONGEST_TITLE, LONGEST_SUMMARY = 120, 300
_SHOWN = 60
# How far down a title stands: above it may be a letterhead, a picture, a number.
_TOP = 6
_SENTENCE_ENDS = (".", "!", "?", "…", ":")
_BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")

Fetch = Callable[[str], bytes | None]
"""Gives the bytes of a picture that a page names, if it lies where it may be looked for."""


def import_file(data: bytes, fetch: Fetch = lambda name: None) -> Imported | Refusal:
    """Make an article of the bytes of a .docx or an HTML page, or say why there is none to make.

    What the bytes are decides, not a file's name. `fetch` is asked for pictures that a page names.
    """
    reading = _read(data)
    if isinstance(reading, Refusal):
        return reading
    document, missing = with_files(reading.document, fetch)
    made = make_article(document)
    if not made.title and not made.document.blocks:
        return Refusal("empty")
    return replace(made, remarks=(*reading.remarks, *missing, *made.remarks, *doubts(made)))


def make_article(document: Document) -> Imported:
    """Tidy a tree and find its title, its summary and its outline.

    The title is the one that the source names, else the first heading or bold line, else a first line that
    is no sentence. The summary is a bold paragraph right below the title.
    """
    blocks = tidied(document.blocks)
    title = " ".join(document.title.split()) or _first_line(blocks)
    blocks, others = _without_title(blocks, title)
    noted = [Remark("note/of-title") for one in others if isinstance(one, NoteMark)]
    summary = _summary(blocks)
    taken = [Remark("summary/taken")] if summary else []
    body, offered = outlined(blocks[1:] if summary else blocks)
    notes = tuple(replace(note, blocks=tidied(note.blocks)) for note in document.notes)
    return Imported(
        title, summary, replace(document, blocks=body, notes=notes, title=title), (*noted, *taken, *offered)
    )


def _read(data: bytes) -> Reading | Refusal:
    start = data[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return read_html(_text(data)) if start.startswith(b"<") else read_word(data)


def _text(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in _BYTE_ORDER else ("utf-8-sig", "cp1258"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _first_line(blocks: Blocks) -> str:
    """The words of the first block, if it may be a title."""
    first = next(
        (one for one in blocks if isinstance(one, Heading | Paragraph) and words_of(one.content)), None
    )
    words = words_of(first.content) if first else ""
    if isinstance(first, Paragraph) and not is_bold(first.content) and words.endswith(_SENTENCE_ENDS):
        return ""
    return words if isinstance(first, Heading) or len(words) <= LONGEST_TITLE else ""


def _without_title(blocks: Blocks, title: str) -> tuple[Blocks, Content]:
    """The text without its title, which stands above it, and what stood in the title besides words."""
    for at, block in enumerate(blocks[:_TOP] if title else ()):
        if isinstance(block, Heading | Paragraph) and words_of(block.content).casefold() == title.casefold():
            others = tuple(one for one in block.content if isinstance(one, Picture | NoteMark))
            pictures = tuple(Paragraph((one,)) for one in others if isinstance(one, Picture))
            return (*blocks[:at], *pictures, *blocks[at + 1 :]), others
    return blocks, ()


def _summary(blocks: Blocks) -> str:
    """A bold paragraph of whole sentences at the beginning, as newspapers have it."""
    first = blocks[0] if len(blocks) > 1 else None
    if not isinstance(first, Paragraph) or not is_bold(first.content):
        return ""
    words = words_of(first.content)
    return words if words.endswith(_SENTENCE_ENDS[:-1]) and len(words) <= LONGEST_SUMMARY else ""


def with_files(document: Document, fetch: Fetch) -> tuple[Document, list[Remark]]:
    """Give a text with the file of each picture in it; one without a file is left out, which is said."""
    kept = {one.name: one.name for one in document.pictures if usable(one.body)}
    files = [one for one in document.pictures if one.name in kept]
    missing: list[Remark] = []
    for name in dict.fromkeys(_names(document.blocks)):
        body = None if name in kept else fetch(name)
        made = usable(body) if body else None
        if made:
            kept[name] = f"anh-{len(document.pictures) + len(files) + 1}.{made[0]}"
            files.append(PictureFile(kept[name], made[1]))
        elif name not in kept:
            missing.append(Remark("picture/missing", {"name": name[:200]}))
    return replace(document, blocks=_renamed(document.blocks, kept), pictures=tuple(files)), missing


def _names(blocks: Blocks) -> list[str]:
    return [one.name for content in contents(blocks) for one in content if isinstance(one, Picture)]


def _renamed(blocks: Blocks, kept: dict[str, str]) -> Blocks:
    def content_with(content: Content) -> Content:
        return tuple(one for inline in content for one in _in_its_place(inline, kept))

    return changed(blocks, content_with)


def _in_its_place(inline: Inline, kept: dict[str, str]) -> tuple[Inline, ...]:
    if not isinstance(inline, Picture):
        return (inline,)
    return (replace(inline, name=kept[inline.name]),) if inline.name in kept else ()


def doubts(made: Imported) -> list[Remark]:
    """Say what an editor should look at: old encodings, words that are not shown, pictures undescribed."""
    blocks = (*made.document.blocks, *(one for note in made.document.notes for one in note.blocks))
    texts = [made.title, made.summary, *map(words_of, contents(blocks))]
    found = [(text, doubt) for text in texts if (doubt := suspect(text))]
    old = [
        Remark(
            "text/suspect",
            {"text": text[:_SHOWN], "encoding": doubt.encoding.value, "meant": doubt.text[:_SHOWN]},
        )
        for text, doubt in found
    ]
    return [
        *old,
        *_differences(made),
        *(Remark("picture/no-alt", {"name": name}) for name in made.undescribed),
    ]


def _differences(made: Imported) -> list[Remark]:
    """A word of the file that the rendered text does not show: the promise of the writer, kept an eye on."""
    try:
        shown = render(made.body, "vi", lambda target: target, lambda name: None).html
    except TooComplex:
        return []
    again = read_html(shown, lambda target: target).document
    lost = _counted(made.document) - _counted(again)
    return [Remark("text/differs", {"text": next(iter(lost))})] if lost else []


def _counted(document: Document) -> Counter[str]:
    words = [word for content in contents(shaped(document.blocks)) for word in words_of(content).split()]
    return Counter(words)
