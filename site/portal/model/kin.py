"""Related articles, of older ones alone: so a new article changes no old page but its neighbours'."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from portal.model.article import Article
from portal.model.pairs import unpack_pairs

RELATED = 4
_LOOKED_AT = 12
_AT_HAND = 4096

Pairs = frozenset[int]


class Kin:
    """Finds related articles among older ones.

    Those that share tags or the category are looked at, the most tags first, then the category, then the
    newest: a dozen at most. Of these the ones come first that share rare pairs of neighbouring words in title
    and summary; a shared tag counts as one pair that no other of the dozen shares.

    Of each tag and of the category only the nearest older articles are looked at, so that a portal of ten
    years is read in the time of its length, and not of its square; and which are looked at depends on no
    words, so that other words of an article can change the pages of those alone that look at it.
    """

    def __init__(self, news: tuple[Article, ...]) -> None:
        """Take the articles of one language, newest first."""
        self._news = news
        self._places = {article.address: place for place, article in enumerate(news)}
        self._tagged: dict[str, list[int]] = {}
        self._filed: dict[str, list[int]] = {}
        self._categories = [article.category.id for article in news]
        self._pairs = lru_cache(_AT_HAND)(self._pairs_at)
        for place, article in enumerate(news):
            self._filed.setdefault(article.category.id, []).append(place)
            for tag in article.tags:
                self._tagged.setdefault(tag.id, []).append(place)

    def of(self, article: Article) -> tuple[Article, ...]:
        """The articles nearest to one of the news."""
        place = self._places[article.address]
        count, own = len(self._news), self._categories[place]
        # One number orders them: tags, then category, then place.
        ranks = dict.fromkeys(_after(self._filed[own], place, _LOOKED_AT), 0)
        for tag in article.tags:
            for other in _after(self._tagged[tag.id], place, _LOOKED_AT):
                ranks[other] = ranks.get(other, 0) - 2 * count
        filed = self._categories
        nearest = sorted([rank + other + (filed[other] != own) * count for other, rank in ranks.items()])
        looked_at = {rank % count: -(rank // (2 * count)) for rank in nearest[:_LOOKED_AT]}
        return tuple([self._news[other] for other in self._ranked(place, looked_at)[:RELATED]])

    def around(self, article: Article) -> Iterator[str]:
        """The addresses of those that it may be kin or neighbour of, and its own."""
        place = self._places[article.address]
        near = {place - 1, place, place + 1, *_before(self._filed[article.category.id], place, _LOOKED_AT)}
        for tag in article.tags:
            near.update(_before(self._tagged[tag.id], place, _LOOKED_AT))
        return (self._news[other].address for other in near if 0 <= other < len(self._news))

    def _ranked(self, place: int, tags: dict[int, int]) -> list[int]:
        """Put older articles, with the tags that each shares, in the order of what they share."""
        own = self._pairs(place)
        shared = {other: own & self._pairs(other) for other in tags}
        having = Counter(pair for pairs in shared.values() for pair in pairs)
        # Whole numbers, so that the order of a set does not tell.
        worth = {pair: _UNIT // count**2 for pair, count in having.items()}
        scores = {other: tags[other] * _UNIT + sum(worth[pair] for pair in shared[other]) for other in tags}
        # What was the order of looking decides between equal ones.
        return sorted(tags, key=lambda other: -scores[other])

    def _pairs_at(self, place: int) -> Pairs:
        return unpack_pairs(self._news[place].pairs)


_UNIT = 3_600


def _before(places: list[int], place: int, most: int) -> list[int]:
    end = bisect_left(places, place)
    return places[max(0, end - most) : end]


def _after(places: list[int], place: int, most: int) -> list[int]:
    begin = bisect_right(places, place)
    return places[begin : begin + most]
