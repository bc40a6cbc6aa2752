"""Which items of one sequence stand in another: an alignment that costs no more than its length allows."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

_CELLS = 2_500
"""The largest table that is filled for one gap. Gaps follow one another, so all tables of two sequences of n
and m items have at most (n + m) * sqrt(_CELLS) cells: the cost grows with the length, not with its square."""

Pair = tuple[int, int]


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Give the places of equal items, both rising. A longest common sequence where the parts are short."""
    pairs: list[Pair] = []
    # Pieces that wait, the first on top.
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        begin, end, first, last = waiting.pop()
        while begin < end and first < last and old[begin] == new[first]:
            pairs.append((begin, first))
            begin, first = begin + 1, first + 1
        tail: list[Pair] = []
        while begin < end and first < last and old[end - 1] == new[last - 1]:
            end, last = end - 1, last - 1
            tail.append((end, last))
        if begin < end and first < last:
            if (end - begin) * (last - first) <= _CELLS:
                pairs += _longest(old, new, (begin, end, first, last))
            else:
                piece = (begin, end, first, last)
                waiting += reversed(_pieces(_anchors(old, new, piece), piece))
        pairs += tail
    return sorted(pairs)


Piece = tuple[int, int, int, int]


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], piece: Piece) -> list[Pair]:
    """Items that stand once in each, in the longest rising chain (patience)."""
    begin, end, first, last = piece
    mine, theirs = Counter(old[begin:end]), Counter(new[first:last])
    places = {new[place]: place for place in range(first, last) if theirs[new[place]] == 1}
    found = [
        (place, places[old[place]])
        for place in range(begin, end)
        if mine[old[place]] == 1 and old[place] in places
    ]
    return list(_rising(found))


def _rising(pairs: Sequence[Pair]) -> Iterator[Pair]:
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(at[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        at[pile : pile + 1] = [place]
    chain: list[Pair] = []
    place = at[-1] if at else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    yield from reversed(chain)


def _pieces(anchors: Sequence[Pair], piece: Piece) -> list[Piece]:
    """What lies before the first anchor, and what begins at each.

    Without anchors nothing is aligned: nothing stands once in both.
    """
    if not anchors:
        return []
    begin, end, first, last = piece
    starts, stops = [(begin, first), *anchors], [*anchors, (end, last)]
    return [(mine[0], stop[0], mine[1], stop[1]) for mine, stop in zip(starts, stops, strict=True)]


def _longest(old: Sequence[Hashable], new: Sequence[Hashable], piece: Piece) -> Iterator[Pair]:
    begin, end, first, last = piece
    wide = last - first + 1
    table = [[0] * wide]
    for place in range(end - 1, begin - 1, -1):
        below, row, item = table[-1], [0] * wide, old[place]
        for column in range(wide - 2, -1, -1):
            if new[first + column] == item:
                row[column] = below[column + 1] + 1
            else:
                row[column] = max(below[column], row[column + 1])
        table.append(row)
    table.reverse()
    place, column = 0, 0
    while place < end - begin and column < last - first:
        if old[begin + place] == new[first + column]:
            yield begin + place, first + column
            place, column = place + 1, column + 1
        elif table[place + 1][column] >= table[place][column + 1]:
            place += 1
        else:
            column += 1
