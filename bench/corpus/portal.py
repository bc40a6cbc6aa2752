"""The corpus as the folder of a portal, as an office would keep it."""

from collections.abc import Iterator, Sequence

from bench.corpus.article import CATEGORIES, Article, Named
from bench.corpus.indicator import Indicator
from bench.corpus.layout import File, Layout, listed, quoted

NEWEST = "2027-01-01 00:00"
"""A moment after every article of a corpus of five or more: what the build takes for now."""

_UNIT = "van-phong-ubnd"
_COLOURS = {
    "paper": ("#fbf8ef", "#0f1626"),
    "surface": ("#f3eddc", "#182238"),
    "ink": ("#1b2333", "#e9e6dc"),
    "muted": ("#535c70", "#a9b3c7"),
    "line": ("#d8cfb8", "#2d3a56"),
    "brand": ("#1e4088", "#9bbcf5"),
    "accent": ("#a9452a", "#f0a584"),
}
_MENU = {
    "Tin tức": "/tin-tuc/",
    "Chuyên mục": "/chuyen-muc/",
    "Chỉ tiêu": "/chi-tieu/",
    "Lưu trữ": "/luu-tru/",
    "Chủ đề": "/chu-de/",
}


def _address(named: Named) -> str:
    return f"/tin-tuc/{named.date.year}/{named.slug}/"


def _article(article: Article) -> File:
    named = article.named
    lines = [
        f"title: {quoted(named.title)}",
        f"date: {named.date:%Y-%m-%d %H:%M}",
        f"summary: {quoted(article.summary)}",
        f"author: {quoted(article.author)}",
        f"source: {quoted(article.source)}",
        f"category: {article.category}",
        f"tags: {listed(article.tags)}",
        *_picture(article),
    ]
    return File(
        f"tin-tuc/{named.date.year}/{named.slug}.md", "\n".join(["---", *lines, "---", "", article.body])
    )


def _picture(article: Article) -> list[str]:
    if article.picture is None:
        return []
    shown = quoted(f"Ảnh minh họa: {article.named.title}")
    return ["image:", f"  src: ../anh/anh-{article.picture:02}.svg", f"  alt: {shown}"]


def _data(all_of_them: Sequence[Indicator]) -> Iterator[File]:
    yield File("portal.yaml", settings_text())
    yield File(
        f"co-quan/{_UNIT}.yaml", 'name: "Văn phòng Ủy ban nhân dân tỉnh"\ndescription: "Đầu mối số liệu."\n'
    )
    for place, one in enumerate(all_of_them):
        yield File(f"chi-tieu/{one.id}.yaml", _meaning(one, place))
        # Indicators have no target of their own yet, so it stands in the note: as much is read and shown.
        rows = "".join(f"{figure.month},{figure.value},Mục tiêu {figure.target}\n" for figure in one.figures)
        yield File(f"chi-tieu/{one.id}.csv", f"period,value,note\n{rows}")


def _meaning(one: Indicator, place: int) -> str:
    lines = [
        f"name: {quoted(one.name)}",
        f"definition: {quoted(f'{one.name}, tổng hợp theo tháng.')}",
        f"unit: {quoted(one.unit)}",
        "decimals: 1",
        f"owner: {_UNIT}",
        'source: {name: "Báo cáo tháng"}',
        f"order: {place}",
        "featured: true",
    ]
    return "\n".join(lines) + "\n"


def settings_text() -> str:
    """The settings of a portal that has all kinds of pages."""
    lines = [
        'url: "https://cong-tin.example"',
        'authority: "cong-tin.example"',
        "since: 2020-01-01",
        'name: "Cổng Tin tức và Minh bạch"',
        'short: "Cổng tin"',
        'description: "Tin tức, dữ liệu và chỉ số minh bạch của cơ quan nhà nước, cập nhật hằng ngày."',
        "menu:",
        *(f"  - {{title: {quoted(title)}, address: {address}}}" for title, address in _MENU.items()),
        "allow: {hosts: [example.vn]}",
        # Words thrown together say some of them twice, and name no periods.
        "checks:",
        '  guard/doubled-phrase: {off: "chữ do máy ghép"}',
        '  guard/figure-without-period: {off: "chữ do máy ghép"}',
        "categories:",
        *(f"  - {{id: {id}, name: {quoted(name)}}}" for id, (name, _) in CATEGORIES.items()),
        "colours:",
        *(f"  {name}: {listed(pair)}" for name, pair in _COLOURS.items()),
    ]
    return "\n".join(lines) + "\n"


PORTAL = Layout(_address, _article, _data)
