"""What a reader asked for: words, and phrases in quotes; nothing else has a meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.analysis import Token, readable, tokens

MAX_QUERY_LENGTH = 200
"""Characters of a query that are read; the rest is left unread, from a space where there is one."""

MAX_QUERY_TOKENS = 24
"""Tokens of a query that are searched; the rest is left out."""

# A letter with all its marks typed apart is at most three characters, and some room for what is not seen.
_MOST_TYPED = 4 * MAX_QUERY_LENGTH
_QUOTES = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]')


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it is searched.

    `text` is what was read of it; `tokens` are all its tokens in their order, `phrases` those that must stand
    as they are. It is `open` where the last word may go on: neither a space nor a quote follows it.
    """

    text: str
    tokens: tuple[Token, ...]
    phrases: tuple[tuple[Token, ...], ...] = ()
    open: bool = False

    @property
    def marked(self) -> bool:
        """Whether the reader typed marks, so that a word with the same marks is the better answer."""
        return has_marks(self.tokens)

    def by_parts(self) -> "Query":
        """Give the same query without phrases, each document number or date as its parts."""
        row = tuple(part for token in self.tokens for part in token.parts or (token,))
        return Query(self.plain, row, open=self.open)

    @property
    def plain(self) -> str:
        """What was read of it without quotes."""
        return " ".join(_QUOTES.sub(" ", self.text).split())


def has_marks(row: tuple[Token, ...]) -> bool:
    """Say whether any of the tokens was typed with tones, vowel marks or đ."""
    return any(token.exact != token.fold for token in row)


def parse_query(text: str) -> Query:
    """Read what a reader typed: never fails, and looks at no more than the first characters and tokens.

    A quote without its partner means nothing, as do `*`, `?`, brackets, `AND` and every other sign.
    """
    text = _shorten(text)
    pieces = _QUOTES.split(text)
    found: list[Token] = []
    phrases: list[tuple[Token, ...]] = []
    for number, piece in enumerate(pieces):
        row = tuple(_first(MAX_QUERY_TOKENS - len(found), piece))
        found.extend(row)
        if row and number % 2 and number < len(pieces) - 1:
            phrases.append(row)
    ends_open = bool(found) and _is_open(pieces[-1], text)
    return Query(" ".join(text.split()), tuple(found), tuple(phrases), ends_open)


def _is_open(last: str, text: str) -> bool:
    rest = list(tokens(last))
    return bool(rest) and rest[-1].end == len(readable(last)) and len(text) < MAX_QUERY_LENGTH


def _shorten(text: str) -> str:
    clean = readable(text[:_MOST_TYPED])
    if len(clean) <= MAX_QUERY_LENGTH:
        return clean
    cut = clean[: MAX_QUERY_LENGTH + 1]
    return cut.rsplit(maxsplit=1)[0] if len(cut.split()) > 1 else cut


def _first(most: int, piece: str) -> Iterator[Token]:
    return (token for token, _ in zip(tokens(piece), range(most), strict=False))
