"""Portals made by hand, with articles whose texts hold every kind of address."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from portal.model.article import Article, Category, Tag
from portal.model.listing import Listing
from portal.model.media import Asset, Picture, Variant
from portal.model.portal import Portal
from portal.model.settings import Settings, Wording
from portal.model.text import Body, Html
from portal.model.unit import Unit
from portal.web.feeds.document import Feed, FeedSpot, archive_name, feed_at
from vietnamese.dates import HANOI

URL = "https://tin.example"
CATEGORY = Category("thoi-su", "Thời sự")
UNIT = Unit("so-noi-vu", "Sở Nội vụ")
WORDING = {
    "vi": Wording("Cổng tin", "Tin", "Tin của tỉnh.", publisher="Ban biên tập"),
    "en": Wording("Public Gate", "Gate", "News of the province.", publisher="The editors"),
}
SETTINGS = Settings(
    URL, "tin.example", date(2026, 1, 1), WORDING, "mailto:an-toan@tin.example", date(2027, 10, 31),
    {"paper": ("#ffffff", "#000000"), "brand": ("#1e4088", "#9bbcf5")},
)  # fmt: skip
BODY = (
    '<h2 id="muc">Mục</h2><p><a href="/lien-he/">Liên hệ</a>, <a href="#muc">mục</a>, '
    '<a href="../khac/">khác</a>, '
    '<a href="https://a.example/?a=1&amp;b=2">ngoài</a>, <a href="mailto:a@tin.example">thư</a>, '
    '<a href="//b.example/x">không giao thức</a></p><figure class="picture"><picture>'
    '<source type="image/webp" srcset="/anh/a-480.webp 480w, /anh/a-960.webp 960w" sizes="100vw">'
    '<img src="/anh/a-1200.jpg" alt="Một &quot;ảnh&quot; &lt; rõ" width="1200" height="800"></picture>'
    "<figcaption>Chú thích</figcaption></figure>"
)


def article(number: int = 1, *, language: str = "vi", **facts: object) -> Article:
    """An article of its number: the higher, the newer; any fact of it may be given."""
    slug = f"bai-{number:03}"
    given: dict[str, object] = {
        "slug": slug,
        "year": "2026",
        "language": language,
        "id": f"tag:tin.example,2026-01-01:{'' if language == 'vi' else 'en/'}tin-tuc/2026/{slug}",
        "title": f"Bài số {number}",
        "date": datetime(2026, 1, 1, 8, tzinfo=HANOI) + timedelta(hours=number),
        "summary": "Tóm tắt.",
        "category": CATEGORY,
        "body": Body(Html(BODY), "Mục Liên hệ"),
        "file": f"tin-tuc/2026/{slug}.md",
    }
    return Article(**{**given, **facts})  # type: ignore[arg-type]


def articles(count: int) -> tuple[Article, ...]:
    """So many articles of few words, newest first."""
    short = Body(Html("<p>Nội dung.</p>"), "Nội dung.")
    return tuple(article(number, body=short) for number in range(count, 0, -1))


def picture(size: int = 181_800) -> Picture:
    """A picture in one size; the folder has no such file."""
    asset = Asset("/anh/họp báo-1200.jpg", Path("hop-bao.jpg"), "image/jpeg", size, "0" * 64)
    variant = Variant(asset, 1200, 800)
    return Picture((variant,), variant, "Buổi họp báo")


def portal(news: Iterable[Article] = ()) -> Portal:
    """A portal with one category and one unit."""
    return Portal(SETTINGS, {"vi": (CATEGORY,)}, tuple(news), units=(UNIT,))


def listing(news: Iterable[Article]) -> Listing:
    """The list of all news."""
    return portal(news).listing("news")


def feed(*news: Article) -> Feed:
    """The feed of the newest, as Atom has it."""
    return feed_at(FeedSpot(listing(news), SETTINGS, "atom.xml"))


def archive(news: Iterable[Article], number: int) -> Feed:
    """An archive document of all news."""
    return feed_at(FeedSpot(listing(news), SETTINGS, archive_name(number), number))


def tagged(*names: str) -> tuple[Tag, ...]:
    """Tags by name; the name is the slug."""
    return tuple(Tag(name, name) for name in names)
