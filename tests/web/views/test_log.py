"""The page about the public log says what is proven and what is not, once anything is recorded."""

from dataclasses import replace
from pathlib import Path

from portal.keys.keeping import new_private, public_of
from portal.model.portal import Portal
from portal.record.key_history import first
from portal.web.app import make_app
from tests.record.portals import ARTICLE, THEN, Writer
from tests.web.feeds.portals import SETTINGS
from tests.web.portals import TEMPLATES, standing


def pages(writer: Writer) -> tuple[str, Portal]:
    portal = Portal(SETTINGS, pages=(standing(), standing(language="en")), record=writer.read())
    return make_app(portal, (TEMPLATES,)).body("/nhat-ky/").decode(), portal


def test_a_portal_that_never_published_has_no_page_and_no_way_to_it() -> None:
    app = make_app(Portal(SETTINGS, pages=(standing(),)), (TEMPLATES,))
    assert "/nhat-ky/" not in app.slots and "/log/verify.py" not in app.slots
    assert "/nhat-ky/" not in app.body("/lien-he/").decode()


def test_an_unsigned_log_says_that_it_is_not_signed(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    page, portal = pages(writer)
    assert "chưa được ký" in page and "--key" not in page
    assert "1 phiên bản của 1 nội dung" in page
    app = make_app(portal, (TEMPLATES,))
    assert 'href="/nhat-ky/"' in app.body("/lien-he/").decode()
    assert 'href="/en/nhat-ky/"' in app.body("/en/lien-he/").decode()
    assert "not signed yet" in app.body("/en/nhat-ky/").decode()
    assert b"def main" in app.body("/log/verify.py")
    assert "/nhat-ky/" in app.body("/sitemap.xml").decode()


def test_a_signed_log_names_its_key(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    key = public_of(new_private(), "tin.example/log")
    writer.appender.said("key", first(key, ""), THEN)
    page, _ = pages(writer)
    assert key.vkey.replace("+", "&#43;") in page or key.vkey in page
    assert "chưa được ký" not in page and "dùng từ 13/05/2026" in page


def test_the_page_is_the_same_before_and_after_a_release_is_entered(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.publish(ARTICLE, "Một.\n")
    before, portal = pages(writer)
    writer.release()
    after, _ = pages(writer)
    assert before == after
    assert replace(portal, record=writer.read()).record.index.releases
