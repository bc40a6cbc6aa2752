"""Generated articles: article number i has the same text and tags in a corpus of any size."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import accumulate

from bench.corpus.words import PROVINCES, Weighted, Writer, lines_of, zipf
from vietnamese.addresses import slugify

SEED = 20251101
CATEGORIES = {
    "thoi-su": ("Thời sự", 22),
    "kinh-te": ("Kinh tế", 18),
    "chuyen-doi-so": ("Chuyển đổi số", 14),
    "giao-duc": ("Giáo dục", 12),
    "y-te": ("Y tế", 11),
    "moi-truong": ("Môi trường", 9),
    "van-hoa": ("Văn hóa", 8),
    "cong-khai": ("Công khai ngân sách", 6),
}
AUTHORS = (
    "Nguyễn Minh Anh", "Trần Thu Hà", "Lê Quang Huy", "Phạm Ngọc Lan", "Hoàng Đức Thắng", "Vũ Thị Mai",
    "Đặng Văn Sơn", "Bùi Thanh Tùng", "Đỗ Phương Thảo", "Ngô Gia Bảo", "Ban Biên tập", "Phan Khánh Linh",
)  # fmt: skip
SOURCES = (
    "Cổng thông tin điện tử", "Báo Nhân Dân", "TTXVN", "Sở Thông tin và Truyền thông", "Văn phòng UBND",
    "Cục Thống kê", "Sở Tài chính", "Tổng hợp",
)  # fmt: skip
PICTURES = 8
_HANOI = timezone(timedelta(hours=7))
_FIRST = datetime(2020, 11, 1, 6, 0, tzinfo=_HANOI)
_SPAN = timedelta(days=5 * 365)
_TITLE = 100  # characters
_SUMMARY = 280


@dataclass(frozen=True, slots=True)
class Corpus:
    """How many articles there are within five years, and the seed that they come from."""

    count: int
    seed: int = SEED

    def random(self, what: str, number: int) -> random.Random:
        """The random source of one part of one article."""
        return random.Random(f"{self.seed}:{what}:{number}")


@dataclass(frozen=True, slots=True)
class Named:
    """What links and file names need of an article."""

    slug: str
    title: str
    date: datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `picture` is the number of its picture, or None; `body` is Markdown."""

    named: Named
    category: str
    tags: tuple[str, ...]
    summary: str
    author: str
    source: str
    picture: int | None
    body: str


Address = Callable[[Named], str]
"""Gives the address of an article in one layout, for the links in texts."""


@cache
def _categories() -> Weighted:
    weights = accumulate(float(weight) for _, weight in CATEGORIES.values())
    return Weighted(tuple(CATEGORIES), tuple(weights))


@cache
def _all_tags() -> Weighted:
    return zipf(lines_of("tags.txt"), 4)


@cache
def name_article(corpus: Corpus, number: int) -> Named:
    """The name of an article, without writing it."""
    rng = corpus.random("title", number)
    words = Writer(rng, 14).sentence(8, 13).replace(",", "").replace("%", " phần trăm")
    title = f"{rng.choice(PROVINCES)}: {words}" if rng.random() < 0.4 else words
    title = shorten(title, _TITLE)
    slug = f"{slugify(title)[:70].strip('-')}-{number:06d}"
    part = (number + corpus.random("date", number).random() * 0.98) / corpus.count
    return Named(slug, title, (_FIRST + _SPAN * part).replace(second=0, microsecond=0))


def shorten(text: str, most: int) -> str:
    """Cut a text at a space, to at most so many characters."""
    return text if len(text) <= most else text[: most + 1].rpartition(" ")[0].rstrip(",:")


def write_article(corpus: Corpus, number: int, address: Address) -> Article:
    """The article of a number; its links go to other articles at the addresses of a layout."""
    rng = corpus.random("article", number)
    category = _categories().draw(rng)
    drawn = dict.fromkeys(_all_tags().draw(rng) for _ in range(rng.randint(1, 5) * 3))
    tags = tuple(drawn)[: rng.randint(1, 5)]
    author, source = rng.choice(AUTHORS), rng.choice(SOURCES)
    writer = Writer(rng, rng.randint(300, 640), topical=True)
    summary = shorten(writer.sentence(22, 34), _SUMMARY) + "."
    others = [rng.randrange(corpus.count) for _ in range(rng.randint(2, 4))]
    links = [_link(name_article(corpus, other), address) for other in others if other != number]
    blocks = list(_Text(rng, writer, number, links).blocks())
    if rng.random() < 0.33:
        blocks.append(f"Nguồn tham khảo: [{source}](https://vanban.example.vn/{rng.randint(1000, 9999)}).")
    picture = number % PICTURES if number % 3 == 0 else None
    body = "\n\n".join(blocks) + "\n"
    return Article(name_article(corpus, number), category, tags, summary, author, source, picture, body)


def _link(to: Named, address: Address) -> str:
    return f"[{to.title}]({address(to)})"


@dataclass(slots=True)
class _Text:
    """The body of an article: sections with lists, a table in every tenth, a quotation in every fourth."""

    rng: random.Random
    writer: Writer
    number: int
    links: list[str]

    def blocks(self) -> Iterator[str]:
        yield self.writer.paragraph()
        yield self.writer.paragraph()
        section = 0
        while self.writer.left > 0:
            section += 1
            yield from self._section(section)
        yield from (f"Tin liên quan: {link}." for link in self.links)

    def _section(self, section: int) -> Iterator[str]:
        yield f"## {self.writer.sentence(5, 9)}"
        yield self.writer.paragraph()
        if self.writer.left > 0:
            yield self.writer.paragraph()
        if self.links:
            yield f"Xem thêm: {self.links.pop()}."
        yield from self._list()
        if self.number % 10 == 0 and section == 1:
            yield self._table()
        if self.number % 4 == 0 and section == 1:
            yield f"> {self.writer.sentence()}.\n>\n> — *{self.rng.choice(AUTHORS)}*"
        if section % 3 == 2 and self.writer.left > 0:
            yield f"### {self.writer.sentence(5, 9)}"
            yield f"**{self.writer.sentence(5, 8)}:** {self.writer.paragraph()}"

    def _list(self) -> Iterator[str]:
        chance = self.rng.random()
        if chance < 0.5 and self.writer.left > 0:
            items = [self.writer.sentence(6, 14) for _ in range(self.rng.randint(3, 5))]
            signs = ["-"] * len(items) if chance < 0.35 else [f"{place}." for place in range(1, 6)]
            yield "\n".join(f"{sign} {item}" for sign, item in zip(signs, items, strict=False))

    def _table(self) -> str:
        rows = ["| Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ |", "| --- | ---: | ---: | ---: |"]
        for _ in range(self.rng.randint(5, 8)):
            planned, done = self.rng.randint(100, 999), self.rng.randint(80, 999)
            share = done * 100 // planned
            rows.append(f"| {self.writer.sentence(3, 5)} | {planned} | {done} | {share}% |")
        return "\n".join(rows)
