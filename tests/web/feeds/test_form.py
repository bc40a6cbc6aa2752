"""Entries from a form."""

from dataclasses import replace

import pytest

from portal.web.feeds.document import Enclosure, Entry, Subject, Told
from portal.web.feeds.form import Forms
from tests.web.feeds.portals import URL, article, picture, tagged

FULL = Told(article(picture=picture(), tags=tagged("a", "b")), URL, "Ban biên tập").entry


class Writer:
    """Writes an entry in its own way, and remembers which."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.written: list[Entry] = []

    def write(self, entry: Entry) -> str:
        """Title and moment of an entry."""
        self.written.append(entry)
        return f"<{entry.title} {entry.changed.isoformat()} {entry.published.isoformat()}>"


def test_a_form_is_written_once_for_all_articles_that_tell_the_same_kinds_of_things() -> None:
    writer = Writer()
    forms = Forms(writer.write)
    for number in range(5):
        filled = forms.filled(replace(FULL, title=f"Bài {number}"))
        assert filled == f"<Bài {number} {FULL.changed.isoformat()} {FULL.published.isoformat()}>"
    assert len(writer.written) == 1
    forms.filled(replace(FULL, enclosure=None))
    forms.filled(replace(FULL, subjects=FULL.subjects[:1]))
    assert len(writer.written) == 3


@pytest.mark.parametrize(
    "lacking",
    [
        replace(FULL, summary=""),
        replace(FULL, html=""),
        replace(FULL, subjects=(Subject("a", "", "/a/"),)),
        replace(FULL, enclosure=Enclosure("/a.jpg", "", 1)),
    ],
)
def test_an_entry_that_lacks_something_is_written_whole(lacking: Entry) -> None:
    writer = Writer()
    Forms(writer.write).filled(lacking)
    assert writer.written == [lacking]
