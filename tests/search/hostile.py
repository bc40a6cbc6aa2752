"""Five hundred queries that were meant to do harm, the same on every machine."""

import random
import unicodedata
from collections.abc import Iterator

COUNT = 500
_SCALES = (1, 10, 1000, 100_000)
_PIECES = (
    "(", ")", "[", "]", "{", "}", '"', "“", "”", "*", "*a*", "?", "~", "^", "\\", "/", "-", "+", "|", "&",
    "%00",
    "\x00", "\x07", "\x1b[31m", "\u202e", "\u200f", "\u2066", "\u200b", "\ufeff",
    "\ud800", "\udfff", "\u0301",
    "e\u0302\u0309", "ế", "đ", "😀", "𝐀", "a", "1", "1/", "1.", "12/QĐ-", "số ", "NOT ", "AND ", "[a TO z] ",
    "title:", "/.*/", "a~2 ", "a^9 ", "<script>", "'; DROP TABLE text; --", "{{7*7}}", "../", "NEAR/3 ", "\n",
)  # fmt: skip


def queries() -> Iterator[str]:
    """Give them: every piece once, some, very often, and in confusion."""
    rng = random.Random("hostile")
    made = [piece * scale for piece in _PIECES for scale in _SCALES]
    yield from made
    yield from ("dịch vụ công " * 5000, "chuyeenr " * 5000, "a b " * 5000)
    yield " ".join("abcdefghijklmnopqrstuvwx")
    yield from (f'"{"dịch vụ " * many}"' for many in (1, 12, 5000))
    for number in range(COUNT - len(made) - 7):
        mixed = "".join(rng.choice(_PIECES) * rng.choice((1, 1, 2, 5)) for _ in range(rng.randint(2, 400)))
        words = rng.choice(("dịch vụ công", "chuyn ddooir soos", "42/2022/NĐ-CP", "ủy ban nhân dân xã"))
        text = f"{words}{mixed}{words}" if number % 2 else mixed
        yield unicodedata.normalize("NFD", text) if number % 3 else text
