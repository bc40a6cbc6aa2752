"""The page of a release that answers are put into, and its words; both were made when it was frozen.

So the service has the look and the words of the portal without knowing any portal.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

PLACE = "<!-- answers -->"
"""Where answers come in the page."""

INPUT = '<input id="tim" '
"""The field of the query; what was asked is put into it."""

_TITLE = "<title>"
_WORDS = "tim-kiem/dich-vu.json"
_PAGE = "tim-kiem/index.html"


class NoFrame(Exception):
    """A release has no page for answers, or one without the places for them; names the file."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The page, cut where something is put in, with its words and the names of what answers are cut by.

    `home` is the address of the search page.
    """

    language: str
    home: str
    page: str
    words: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]

    def say(self, key: str, **facts: object) -> str:
        """Give a wording with its facts filled in."""
        return self.words[key].format(**facts)

    def filled(self, query: str, answers: Markup) -> bytes:
        """Give the page with answers in it; the query stands in its title and in the field."""
        title = f"{_TITLE}{escape(query)} – " if query else _TITLE
        page = self.page.replace(_TITLE, title, 1)
        page = page.replace(INPUT, f'{INPUT}value="{escape(query)}" ', 1)
        return page.replace(PLACE, answers, 1).encode()


def read_frame(site: Path, language: str) -> Frame | None:
    """Read the page of a language from the folder of a release; None where the release has not that language.

    Raises NoFrame where it has the language but no page that can be filled.
    """
    start = "" if language == "vi" else f"{language}/"
    if start and not (site / start).is_dir():
        return None
    file, words = site / start / _PAGE, site / start / _WORDS
    try:
        page, said = file.read_text("utf-8"), json.loads(words.read_text("utf-8"))
    except OSError as error:
        raise NoFrame(f"{error.filename}: {error.strerror}") from error
    except ValueError as error:
        raise NoFrame(f"{words}: {error}") from error
    for mark in (PLACE, INPUT, _TITLE):
        if page.count(mark) != 1:
            raise NoFrame(f"{file}: {mark} is there {page.count(mark)} times, not once")
    return Frame(language, f"/{start}tim-kiem/", page, said["words"], said["names"])
