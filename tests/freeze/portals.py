"""A small portal made by hand, and an application that answers at its addresses."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from portal.freeze.build import Options, Release
from portal.freeze.build import build as freeze
from portal.freeze.holding import at_work
from portal.freeze.workers import Progress
from portal.model.article import Article, Category, Tag
from portal.model.indicator import Indicator, IndicatorSource
from portal.model.observation import Observation
from portal.model.page import StandingPage
from portal.model.period import year
from portal.model.portal import Portal
from portal.model.service import ServiceGroup, ServiceLink
from portal.model.settings import Settings, Wording
from portal.model.text import Body, Html
from portal.model.unit import Unit
from portal.web.app import PortalApp
from portal.web.page import Made
from portal.web.section import Kind, Slot
from portal.workspace import Workspace
from tests.freeze import sites
from vietnamese.dates import HANOI


def body(text: str, words: int = 10) -> Body:
    """A text of one paragraph."""
    return Body(Html(f"<p>{text}</p>"), text, words=words)


def portal(words: int = 10) -> Portal:
    """One of each thing that can be searched."""
    article = Article(
        "hop-bao", "2026", "vi", "tag:tin.example,2026:hop-bao", "Họp báo về chuyển đổi số",
        datetime(2026, 5, 13, 14, 44, tzinfo=HANOI), "Buổi họp báo quý hai.", Category("thoi-su", "Thời sự"),
        body("Tỉnh công bố kết quả.", words), "tin-tuc/2026/hop-bao.md", unit="so-khcn",
        tags=(Tag("dich-vu-cong", "Dịch vụ công"),),
    )  # fmt: skip
    links = (ServiceLink("Nộp hồ sơ trực tuyến", "Làm thủ tục tại nhà.", "https://a.example/", "Mở trang"),)
    figure = Indicator(
        "ho-so", "Hồ sơ trực tuyến", "Tỷ lệ hồ sơ nộp trực tuyến.", "%", IndicatorSource("Sở"),
        (Observation(year(2026), Decimal("81")),),
    )  # fmt: skip
    contact = StandingPage("lien-he", "vi", "Liên hệ", "Gửi góp ý.", body("Thư."), "trang/lien-he.md")
    wording = {"vi": Wording("Cổng tin", "Tin", "Tin")}
    settings = Settings("https://tin.example", "tin.example", date(2026, 1, 1), wording)
    return Portal(
        settings,
        articles=(article,),
        pages=(contact,),
        units=(Unit("so-khcn", "Sở Khoa học và Công nghệ", "Sở KHCN", street="Số 1, đường Thanh Niên"),),
        services={"vi": (ServiceGroup("cong-dan", "Cho người dân", "cong-dan", links),)},
        indicators=(figure,),
    )


_KIND = Kind("tin.trang.vi", "vi", lambda value: Made(b"", "text/html"))


def _said(answer: str | Callable[[], str]) -> str:
    return answer if isinstance(answer, str) else answer.__qualname__


def app(answers: sites.Answers) -> PortalApp:
    """An application with a table of addresses, as the portal's own has."""
    made = sites.app(answers)
    slots: Mapping[str, Slot] = {
        address: Slot(address, _KIND, _said(answer)) for address, answer in answers.items()
    }
    made.slots = slots  # type: ignore[attr-defined]
    # What pages say comes from the portal, as it does in a real one.
    said = Category("noi-dung", repr(sorted((address, _said(answer)) for address, answer in answers.items())))
    made.portal = replace(portal(), categories={"vi": (said,)})  # type: ignore[attr-defined]
    made.template_of = lambda slot: ""  # type: ignore[attr-defined]
    made.load_templates = lambda addresses: None  # type: ignore[attr-defined]
    return cast(PortalApp, made)


def build(app: PortalApp, workspace: Workspace, options: Options, progress: Progress) -> Release:
    """Freeze an application alone, as the verb does."""
    with at_work(workspace):
        return freeze(app, workspace, options, progress)
