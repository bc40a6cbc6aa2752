"""A correction stands where the text does, in the register and in its feeds, and machines can read it."""

import json
from pathlib import Path

import pytest
from lxml import etree

from portal.web.app import PortalApp, make_app
from tests.readers.folders import ARTICLE, ARTICLE_FILE, PAGE, read
from tests.web.portals import TEMPLATES

SAID = (
    'corrections:\n  - {date: 2026-05-14 08:00, old: "Có 567 dịch vụ & hơn.", new: "Có 576 dịch vụ."}\n'
    '  - {date: 2026-05-16 08:00, old: "Họp ngày 12.", new: "Họp ngày 13."}\n'
    'updates:\n  - {date: 2026-05-15 08:00, note: "Thêm lịch tiếp dân."}\n---\n'
)
CORRECTED = ARTICLE.replace("---\nNội dung", SAID + "Nội dung")
MENDED_PAGE = PAGE.replace("---\nGửi", 'đính chính: [{ngày: 2026-06-01, sai: "A.", đúng: "B."}]\n---\nGửi')


@pytest.fixture
def app(tmp_path: Path) -> PortalApp:
    reading = read(tmp_path, {ARTICLE_FILE: CORRECTED, "trang/lien-he.md": MENDED_PAGE})
    assert reading.portal
    return make_app(reading.portal, [TEMPLATES])


def test_a_reader_of_the_article_sees_what_was_wrong_and_what_is_right(app: PortalApp) -> None:
    page = app.body("/tin-tuc/2026/hop-bao/").decode()
    assert "<del>Có 567 dịch vụ &amp; hơn.</del>" in page and "<ins>Có 576 dịch vụ.</ins>" in page
    assert page.index("Họp ngày 13.") < page.index("576 dịch vụ") < page.index("Nội dung buổi họp")
    assert "Thêm lịch tiếp dân." in page and 'href="/dinh-chinh/"' in page


def test_machines_are_told_each_correction(app: PortalApp) -> None:
    text = app.body("/tin-tuc/2026/hop-bao/").decode()
    held = json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    (news,) = [one for one in held if one["@type"] == "NewsArticle"]
    assert [one["@type"] for one in news["correction"]] == ["CorrectionComment"] * 2
    assert news["correction"][0]["datePublished"] == "2026-05-16T08:00:00+07:00"
    assert news["dateModified"] == "2026-05-16T08:00:00+07:00"


def test_the_register_has_all_corrections_newest_first(app: PortalApp) -> None:
    page = app.body("/dinh-chinh/").decode()
    assert page.index("<ins>B.</ins>") < page.index("Họp ngày 13.") < page.index("Có 576 dịch vụ.")
    assert 'href="/lien-he/"' in page and "Thêm lịch tiếp dân." not in page


def test_each_feed_tells_each_correction_once(app: PortalApp) -> None:
    told = json.loads(app.body("/dinh-chinh/feed.json"))["items"]
    assert [one["date_published"][:10] for one in told] == ["2026-06-01", "2026-05-16", "2026-05-14"]
    assert len({one["id"] for one in told}) == 3
    assert len(etree.fromstring(app.body("/dinh-chinh/rss.xml")).findall(".//item")) == 3
    assert len(etree.fromstring(app.body("/dinh-chinh/atom.xml")).findall("{*}entry")) == 3


def test_a_portal_without_corrections_says_so(tmp_path: Path) -> None:
    reading = read(tmp_path)
    assert reading.portal
    assert "Chưa có đính chính nào." in make_app(reading.portal, [TEMPLATES]).body("/dinh-chinh/").decode()
