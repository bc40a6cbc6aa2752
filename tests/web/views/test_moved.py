"""Who asks for a former address gets to the page as it stands now."""

from dataclasses import replace
from pathlib import Path

from lxml import html

from portal.model.portal import Portal
from portal.web.app import make_app
from tests.web.feeds.portals import SETTINGS, URL, article

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"


def former(address: str, language: str = "vi") -> html.HtmlElement:
    kept = replace(article(language=language), aliases=(address,))
    body = make_app(Portal(SETTINGS, articles=(kept,)), [TEMPLATES]).body(address)
    return html.document_fromstring(body.decode())


def test_a_former_address_leads_to_the_present_one_with_and_without_a_browsers_help() -> None:
    page = former("/tin-tuc/2025/ten-cu/")
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=/tin-tuc/2026/bai-001/"]
    assert page.xpath("//main//a/@href") == ["/tin-tuc/2026/bai-001/"]


def test_search_engines_are_told_the_present_address_only() -> None:
    page = former("/tin-tuc/2025/ten-cu/")
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{URL}/tin-tuc/2026/bai-001/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_former_address_answers_in_the_language_of_its_page() -> None:
    page = former("/en/tin-tuc/2025/old-name/", "en")
    assert page.get("lang") == "en"
    assert "has moved" in page.text_content()
