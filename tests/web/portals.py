"""A portal with something of every kind, and what its pages say."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from lxml import html

from portal.model.article import Category
from portal.model.indicator import Indicator, IndicatorSource
from portal.model.observation import Observation
from portal.model.page import StandingPage
from portal.model.period import quarter, year
from portal.model.portal import Portal
from portal.model.service import ServiceGroup, ServiceLink
from portal.model.text import Body, Heading, Html
from portal.model.unit import Unit
from portal.web.app import PortalApp, make_app
from portal.web.page import Head, Made, Page
from tests.web.feeds.portals import CATEGORY, SETTINGS, article, articles, tagged

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
ABROAD = Category("thoi-su", "Current affairs", language="en")
HOUSE = Unit(
    "so-noi-vu", "Sở Nội vụ", "SNV", "Việc của cán bộ.", "Số 1, đường Thanh Niên", "0220 3.853.000",
    "thu@noi-vu.example", "https://noi-vu.example/",
)  # fmt: skip
BARE = Unit("so-y-te", "Sở Y tế")
DOSSIER = ServiceLink("Nộp hồ sơ", "Làm thủ tục tại nhà.", "https://dvc.example/", "Mở cổng dịch vụ công")
TRACK = ServiceLink("Theo dõi hồ sơ", "Biết hồ sơ tới đâu.", "https://dvc.example/theo-doi", "Tra hồ sơ")
TAX = ServiceLink("Kê khai thuế", "Cho doanh nghiệp.", "https://thue.example/", "Mở trang thuế")
HELP = ServiceLink("Hỏi cơ quan", "Gửi thư.", "/lien-he/", "Xem cách liên hệ")
SERVICES = {
    "vi": (
        ServiceGroup("thue", "Thuế", "doanh-nghiep", (TAX,)),
        ServiceGroup("ho-so", "Hồ sơ", "cong-dan", (DOSSIER, TRACK)),
        ServiceGroup("hoi-dap", "Hỏi đáp", "chung", (HELP,)),
    )
}
THEN = Observation(year(2025), Decimal("1370"), note="=Số ước tính")
NOW = Observation(quarter(2026, 1), Decimal("1946.5"), note="Theo hệ thống, sơ bộ")
DOSSIERS = Indicator(
    "ho-so", "Hồ sơ trực tuyến", "Số hồ sơ nộp qua mạng.", "hồ sơ",
    IndicatorSource("Báo cáo năm", "https://bao-cao.example/"), (THEN, NOW), decimals=1, owner="so-noi-vu",
    group="Dịch vụ công", featured=True,
)  # fmt: skip
SHARE = Indicator(
    "ty-le", "Tỷ lệ chữ ký số", "Phần cơ quan dùng chữ ký số.", "%", IndicatorSource("Sở"),
    (Observation(year(2026), Decimal(100)),),
)  # fmt: skip


def standing(slug: str = "lien-he", *titles: str, language: str = "vi") -> StandingPage:
    """A standing page with a part of each title."""
    parts = tuple(Heading(2, f"muc-{n}", title) for n, title in enumerate(titles, 1))
    markup = "".join(f'<h2 id="{part.anchor}">{part.text}</h2><p>Chữ.</p>' for part in parts)
    body = Body(Html(markup or "<p>Chữ.</p>"), "Chữ.", parts)
    return StandingPage(slug, language, f"Trang {slug}", "Gửi góp ý.", body, f"trang/{slug}.md")


def portal(**parts: object) -> Portal:
    """A portal in Vietnamese: three articles, and one or two of everything else; any part may be given."""
    held = Portal(
        SETTINGS,
        {"vi": (CATEGORY, Category("doi-song", "Đời sống"))},
        (
            article(3, tags=tagged("an-toan"), unit="so-noi-vu"),
            article(2, tags=tagged("bao-cao")),
            article(1, tags=tagged("an-toan", "bao-cao")),
        ),
        (standing(),),
        (HOUSE, BARE),
        SERVICES,
        (DOSSIERS, SHARE),
    )
    return replace(held, **parts)  # type: ignore[arg-type]


def bilingual(**parts: object) -> Portal:
    """The same with English: one article that is in both languages, a page and services."""
    both = ("vi", "en")
    pair = (
        article(4, languages=both),
        article(4, language="en", languages=both, category=ABROAD, title="Article 4"),
    )
    given: dict[str, object] = {
        "categories": {"vi": (CATEGORY,), "en": (ABROAD,)},
        "articles": (*pair, *articles(3)),
        "pages": (standing(), standing(language="en")),
        "services": {**SERVICES, "en": (ServiceGroup("files", "Files", "cong-dan", (TAX,), language="en"),)},
    }
    return portal(**{**given, **parts})


def site(**parts: object) -> PortalApp:
    """The application of a portal."""
    return make_app(portal(**parts), [TEMPLATES]) if parts else _usual()


def english_site(**parts: object) -> PortalApp:
    """The application of a portal in two languages."""
    return make_app(bilingual(**parts), [TEMPLATES]) if parts else _usual_in_two_languages()


@cache
def _usual() -> PortalApp:
    return make_app(portal(), [TEMPLATES])


@cache
def _usual_in_two_languages() -> PortalApp:
    return make_app(bilingual(), [TEMPLATES])


def page(app: PortalApp, address: str) -> Page:
    """The page that a view answers."""
    answer = app.answer(address)
    assert isinstance(answer, Page)
    return answer


def head(app: PortalApp, address: str) -> Head:
    """What a page says of itself."""
    return page(app, address).head


def shows(app: PortalApp, address: str) -> Mapping[str, object]:
    """What the template of a page gets."""
    return page(app, address).shows


def made(app: PortalApp, address: str) -> bytes:
    """The bytes of a file that a view made."""
    answer = app.answer(address)
    assert isinstance(answer, Made)
    return answer.body


def document(app: PortalApp, address: str) -> html.HtmlElement:
    """The parsed page."""
    return html.document_fromstring(app.body(address).decode())


def main(app: PortalApp, address: str) -> html.HtmlElement:
    """The main part of the parsed page: all that is not the same on every page."""
    found: html.HtmlElement = document(app, address).xpath("//main")[0]
    return found


def links(element: html.HtmlElement) -> dict[str, str]:
    """Where the links of a part lead, by their text; the last of those with one text."""
    return {words(link): str(link.get("href")) for link in element.iter("a")}


def targets(element: html.HtmlElement) -> list[str]:
    """Where the links of a part lead, in order."""
    return [str(link.get("href")) for link in element.iter("a")]


def words(element: html.HtmlElement) -> str:
    """What a reader reads in a part, with single spaces."""
    return " ".join(str(element.text_content()).split())
