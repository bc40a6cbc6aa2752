"""How long a field is, in one byte: the nearest length below it of a few, the short ones close together.

Every engine, and the browser, ranks by these, so that the same document has the same score everywhere.
"""

from bisect import bisect


def _table() -> tuple[int, ...]:
    lengths = list(range(16))
    while len(lengths) < 256:
        lengths.append(lengths[-1] + lengths[-1] // 8)
    return tuple(lengths)


LENGTHS = _table()
"""The lengths that there are, ascending; from 16 on each is an eighth greater than the one before."""


def length_code(length: int) -> int:
    """Give the number of the greatest of `LENGTHS` that is not greater than a length."""
    return bisect(LENGTHS, length) - 1
