"""What was asked, read from the parameters of an address: a wish within bounds, or what is wrong with it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from search.analysis import readable
from search.ranking import Filters, Wish
from search.service.faults import Fault
from search.service.limits import MAX_NAME, MAX_PAGE, MAX_PAGE_SIZE, MAX_TYPED, PAGE_SIZE
from search.service.release import LANGUAGES

NAMES = {"loai": "kind", "chuyen-muc": "category", "co-quan": "unit"}
"""Parameters that name what answers must be, and the filters that they set."""

NAME_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
YEAR_PATTERN = r"^[0-9]{4}$"
NEWEST = "moi"
YES = "1"

_NAME = re.compile(NAME_PATTERN)
_YEAR = re.compile(YEAR_PATTERN)
_NUMBER = re.compile(r"[0-9]{1,4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is shown, and which of its answers are wanted; `page` counts from 1.

    `query` has no character that cannot be seen, and single spaces. With `typing` its last word may be the
    beginning of one.
    """

    query: str
    filters: Filters = Filters()
    newest: bool = False
    page: int = 1
    size: int = PAGE_SIZE
    typing: bool = False

    @property
    def wish(self) -> Wish:
        """What is asked of the index."""
        return Wish(self.size, (self.page - 1) * self.size, self.filters, self.newest, self.typing)

    @property
    def narrowed(self) -> bool:
        """Whether anything but the language is asked of answers, or another order."""
        return self.newest or self.filters != Filters(language=self.filters.language)

    def parameters(self, page: int) -> str:
        """Give the part of an address that asks for another page of the same answers."""
        filters = self.filters
        pairs = [("q", self.query)]
        pairs += [(name, value) for name, field in NAMES.items() if (value := getattr(filters, field))]
        pairs += [("nam", filters.year)] if filters.year else []
        pairs += [("tu", filters.since.isoformat())] if filters.since else []
        pairs += [("den", filters.until.isoformat())] if filters.until else []
        pairs += [("xep", NEWEST)] if self.newest else []
        pairs += [("trang", str(page))] if page > 1 else []
        return urlencode(pairs)


def read_asked(given: Mapping[str, str], language: str | None = None) -> Asked | Fault:
    """Read parameters; `language` is that of the page, where one is asked for. Unknown ones mean nothing.

    A parameter without a value is as one that is not there, since forms send those too. A query without a
    word is no fault here: its `query` may be empty.
    """
    typed = given.get("q", "")
    if len(typed) > MAX_TYPED:
        return Fault("query-too-long", "q")
    try:
        return Asked(
            _shown(typed),
            _filters(given, language),
            _one_of(given, "xep", (NEWEST,)) is not None,
            _number(given, "trang", MAX_PAGE, 1),
            _number(given, "moi-trang", MAX_PAGE_SIZE, PAGE_SIZE) if language is None else PAGE_SIZE,
            language is None and _one_of(given, "dang-go", (YES,)) is not None and not typed[-1:].isspace(),
        )
    except _Bad as bad:
        return Fault("bad-parameter", bad.parameter)


class _Bad(Exception):
    def __init__(self, parameter: str) -> None:
        super().__init__(parameter)
        self.parameter = parameter


def _shown(typed: str) -> str:
    # Controls, surrogates and what is not assigned have no place in a page or a log.
    seen = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in readable(typed))
    return " ".join(seen.split())


def _filters(given: Mapping[str, str], language: str | None) -> Filters:
    named = {field: _matching(given, name, _NAME) for name, field in NAMES.items()}
    return Filters(
        **named,
        language=language or _one_of(given, "ngon-ngu", LANGUAGES),
        year=_matching(given, "nam", _YEAR),
        since=_day(given, "tu"),
        until=_day(given, "den"),
    )


def _matching(given: Mapping[str, str], name: str, pattern: re.Pattern[str]) -> str | None:
    value = given.get(name)
    if not value:
        return None
    if len(value) > MAX_NAME or not pattern.fullmatch(value):
        raise _Bad(name)
    return value


def _one_of(given: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str | None:
    value = given.get(name)
    if value and value not in choices:
        raise _Bad(name)
    return value or None


def _number(given: Mapping[str, str], name: str, most: int, usual: int) -> int:
    value = given.get(name)
    if not value:
        return usual
    if not _NUMBER.fullmatch(value) or not 1 <= int(value) <= most:
        raise _Bad(name)
    return int(value)


def _day(given: Mapping[str, str], name: str) -> date | None:
    value = given.get(name)
    if not value:
        return None
    if not _DAY.fullmatch(value):
        raise _Bad(name)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _Bad(name) from None
