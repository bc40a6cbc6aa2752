"""The corpus that is searched: generated articles, and planted ones that questions are asked about."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from pathlib import Path

from bench.corpus.article import CATEGORIES, Article, Corpus, Named, write_article
from bench.corpus.words import Writer
from search.document import Document
from search.expansion import Expansion
from vietnamese.abbreviations import ABBREVIATIONS
from vietnamese.addresses import slugify
from vietnamese.numbers import format_number

FORMER = (
    ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
    ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
    ("Sở Giao thông vận tải", "Sở Xây dựng"),
    ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"),
    ("huyện Thanh Hà", "xã Thanh Hà Đông"),
    ("Ban Dân tộc", "Sở Dân tộc và Tôn giáo"),
)
"""Former and current names."""

SHORT = (
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("TTHC", "thủ tục hành chính"),
    ("DVC", "dịch vụ công"),
    ("BHYT", "bảo hiểm y tế"),
    ("CCHC", "cải cách hành chính"),
)
"""Abbreviations, each written out in a planted article that has it not."""

YEARS = ("2021", "2022", "2023", "2024")
_HANOI = timezone(timedelta(hours=7))
_SERIES = (
    "Họp báo thường kỳ về giá nước sạch",
    "Công bố danh sách trúng tuyển giáo viên",
    "Kết quả quan trắc không khí làng nghề",
)
_MARKUP = re.compile(r"\]\([^)]*\)|[\[\]#>*|]")


@dataclass(frozen=True, slots=True)
class Planted:
    """A planted article: what a reader would ask for it, its document number, figure, day and document."""

    asks: str
    number: str
    figure: str
    day: str
    document: Document


def expansions() -> tuple[Expansion, ...]:
    """Give the names that stand for one another."""
    short = [Expansion(one, meant) for one, all_of_it in ABBREVIATIONS.items() for meant in all_of_it]
    return (*(Expansion(*pair) for pair in FORMER), *short)


def documents(count: int) -> Iterator[Document]:
    """Give so many documents, the planted ones among them at even distances."""
    every = planted()
    step = max(1, count // len(every))
    corpus = Corpus(max(5, count))
    for number in range(count):
        place, rest = divmod(number, step)
        if not rest and place < len(every):
            yield every[place].document
        else:
            yield _generated(write_article(corpus, number, _address))


@cache
def planted() -> tuple[Planted, ...]:
    """Give the planted articles: single ones, twins, series, and such with names that have others."""
    rows = [
        *((line.split("|")) for line in _lines("planted.txt")),
        *([title, title, ""] for line in _lines("twins.txt") for title in line.split("|")),
        *([title, title, ""] for title in _SERIES for _ in YEARS),
        *([f"{long} bàn việc {topic}", topic, ""] for (_, long), topic in zip(SHORT, TOPICS, strict=False)),
        *(
            [f"{current} trả lời về {topic}", topic, ""]
            for (_, current), topic in zip(FORMER, TOPICS[len(SHORT) :], strict=True)
        ),
    ]
    return tuple(_planted(place, *row) for place, row in enumerate(rows))


def singles() -> tuple[Planted, ...]:
    """Give the planted articles that have no twin."""
    return planted()[: len(_lines("planted.txt"))]


def twins() -> tuple[Planted, ...]:
    """Give those that differ from another in marks alone."""
    start = len(singles())
    return planted()[start : start + sum(line.count("|") + 1 for line in _lines("twins.txt"))]


def series() -> tuple[Planted, ...]:
    """Give those of one title in several years."""
    start = len(singles()) + len(twins())
    return planted()[start : start + len(_SERIES) * len(YEARS)]


def named() -> tuple[Planted, ...]:
    """Give those with a name written out, in the order of `SHORT`, then `FORMER`."""
    return planted()[-len(TOPICS) :]


TOPICS = (
    "bến đò ngang", "tượng đài làng", "nghĩa trang cũ", "bãi giữ xe", "đuốc hội làng", "cổng chào thôn",
    "sóng phát thanh", "kho thóc dự trữ", "vạch sơn ngã tư", "mỏ đá vôi", "đầm sen cổ", "lớp chữ Chăm",
)  # fmt: skip
"""What the articles with names are about."""


def _planted(place: int, title: str, asks: str, summary: str) -> Planted:
    rng = random.Random(f"planted:{place}")
    year = YEARS[place % len(YEARS)]
    number = f"{300 + 7 * place}/{year}/QĐ-UBND"
    figure = format_number(Decimal(3000 + 137 * place))
    date = datetime(int(year), 1 + place % 12, 1 + place % 28, 8, 30, tzinfo=_HANOI)
    day = f"{date:%d/%m/%Y}"
    writer = Writer(rng, 260, topical=True)
    first = f"{summary or title}. Quyết định {number} ký ngày {day} nêu {figure} trường hợp."
    paragraphs = [first, writer.paragraph(), f"{title}: {writer.sentence()}.", writer.paragraph()]
    while writer.left > 0:
        paragraphs.append(writer.paragraph())
    category = tuple(CATEGORIES)[place % len(CATEGORIES)]
    document = Document(
        f"/tin-tuc/{year}/{slugify(title)}-{place}/", "article", "vi", title,
        summary or writer.sentence(16, 22) + ".", "\n".join(paragraphs),
        category=category, category_name=CATEGORIES[category][0], date=date,
    )  # fmt: skip
    return Planted(asks, number, figure, day, document)


def _generated(article: Article) -> Document:
    named = article.named
    return Document(
        _address(named), "article", "vi", named.title, article.summary, _MARKUP.sub(" ", article.body),
        category=article.category, category_name=CATEGORIES[article.category][0], tags=article.tags,
        date=named.date,
    )  # fmt: skip


def _address(named: Named) -> str:
    return f"/tin-tuc/{named.date.year}/{named.slug}/"


def _lines(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text("utf-8").splitlines()
