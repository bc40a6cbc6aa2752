"""The bounds of a text: beyond them Python-Markdown needs quadratic time or unbounded depth."""

import re

MOST_SIGNS = {"[": 2_000, "`": 2_000, "<": 2_000, "*": 8_000, "_": 8_000}
MOST_NESTING = 12
_NESTED = re.compile(
    rf"^[ \t]*(?:(?:[-*+>]|\d+\.)[ \t]+){{{MOST_NESTING},}}|^[ \t]*>{{{MOST_NESTING},}}", re.MULTILINE
)
_LONG_LINE = 20_000


class TooComplex(Exception):
    """A text that would take unreasonable time to render; names the sign and how often it stands there."""

    def __init__(self, sign: str, count: int) -> None:
        """Take the sign and its count."""
        super().__init__(sign)
        self.sign, self.count = sign, count


def check_complexity(text: str) -> None:
    """Refuse what Python-Markdown needs quadratic time or unbounded depth for; raises TooComplex."""
    for sign, most in MOST_SIGNS.items():
        if text.count(sign) > most:
            raise TooComplex(sign, text.count(sign))
    deep = _NESTED.search(text)
    if deep:
        raise TooComplex(deep[0].strip()[0], MOST_NESTING)
    longest = max(map(len, text.split("\n")))
    if longest > _LONG_LINE:
        raise TooComplex("…", longest)
