"""Entries of Atom from a form: a blank entry is written once, and the words of each article are put into it.

Making a tree of elements for every article costs more than all else that is done for a feed. What an entry
looks like is still said in one place, by whatever writes the blank one.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from portal.web.feeds.document import Enclosure, Entry, Subject

Write = Callable[[Entry], str]
"""Writes one entry as XML."""

# What is no text in an entry cannot be a name in braces: these values stand nowhere else in a blank.
_PUBLISHED, _CHANGED = datetime(1001, 1, 1, tzinfo=UTC), datetime(1002, 2, 2, tzinfo=UTC)
_SIZE = 10_020_030_004
_STAND_INS = {"{published}": _PUBLISHED.isoformat(), "{changed}": _CHANGED.isoformat(), "{size}": str(_SIZE)}
_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
_IN_ATTRIBUTES = (*_IN_TEXT, ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;"))


class Forms:
    """Forms for entries with so many subjects, with a file or without."""

    def __init__(self, write: Write) -> None:
        """Take what writes a blank."""
        self._write = write
        self._made: dict[tuple[int, bool], str] = {}

    def filled(self, entry: Entry) -> str:
        """Give an entry as it would be written, byte for byte."""
        values = dict(_values(entry))
        if not all(values.values()):
            # An element without words is written in another way, or not at all.
            return self._write(entry)
        return self._form(len(entry.subjects), entry.enclosure is not None).format_map(values)

    def _form(self, subjects: int, enclosed: bool) -> str:
        form = self._made.get((subjects, enclosed))
        if form is None:
            form = self._made[subjects, enclosed] = _named(self._write(_blank(subjects, enclosed)))
        return form


def _blank(subjects: int, enclosed: bool) -> Entry:
    return Entry(
        id="{id}",
        address="{address}",
        title="{title}",
        summary="{summary}",
        html="{html}",
        author="{author}",
        published=_PUBLISHED,
        changed=_CHANGED,
        subjects=tuple([Subject(f"{{term{n}}}", f"{{label{n}}}", f"{{list{n}}}") for n in range(subjects)]),
        enclosure=Enclosure("{file}", "{media}", _SIZE) if enclosed else None,
    )


def _named(written: str) -> str:
    for name, value in _STAND_INS.items():
        written = written.replace(value, name)
    return written


def _values(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in ("id", "title", "summary", "html", "author"):
        yield name, _escaped(getattr(entry, name), _IN_TEXT)
    yield "address", _escaped(entry.address, _IN_ATTRIBUTES)
    yield "published", entry.published.isoformat()
    yield "changed", entry.changed.isoformat()
    for n, one in enumerate(entry.subjects):
        yield f"term{n}", _escaped(one.id, _IN_ATTRIBUTES)
        yield f"label{n}", _escaped(one.name, _IN_ATTRIBUTES)
        yield f"list{n}", _escaped(one.address, _IN_ATTRIBUTES)
    if file := entry.enclosure:
        yield "file", _escaped(file.address, _IN_ATTRIBUTES)
        yield "media", _escaped(file.media, _IN_ATTRIBUTES)
        yield "size", str(file.size)


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, name in signs:
        text = text.replace(sign, name)
    return text
