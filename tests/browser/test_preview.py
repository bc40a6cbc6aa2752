"""The preview as its author sees it: saves, mistakes and mends appear by themselves."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from portal.cli.arguments import parser
from portal.cli.previewing import _edition
from portal.preview.server import make
from portal.preview.session import Session
from portal.preview.watching import watch_files
from tests.readers.folders import ARTICLE, ARTICLE_FILE, portal_folder

pytestmark = pytest.mark.browser

LONG = ARTICLE + "\n\n".join(f"Đoạn thứ {number}." for number in range(120)) + "\n"
SOON = 15_000  # milliseconds that a slow machine may take


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return portal_folder(tmp_path, {ARTICLE_FILE: LONG, "templates/layout/z.css": "h1 { color: red }\n"})


@pytest.fixture
def address(content: Path) -> Iterator[str]:
    """A preview that runs; gives its address."""
    asked = parser().parse_args(["preview", "--portal", str(content)])
    session, stop = Session(lambda: _edition(asked)), Event()
    server = make(session, 0, stop, "token")
    serving = Thread(target=server.serve_forever, args=(0.05,))
    watching = Thread(target=watch_files, args=([content], session.refresh, stop))
    serving.start()
    watching.start()
    yield f"http://127.0.0.1:{server.port}"
    stop.set()
    session.refresh()
    server.shutdown()
    serving.join()
    watching.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 640})
    opened.goto(f"{address}/tin-tuc/2026/hop-bao/")
    opened.locator("preview-notes").wait_for(state="attached")
    yield opened
    opened.close()


def write(content: Path, text: str, file: str = ARTICLE_FILE) -> None:
    (content / file).parent.mkdir(parents=True, exist_ok=True)
    (content / file).write_text(text, "utf-8")


def test_a_save_is_shown_where_the_reader_was(page: Page, content: Path) -> None:
    page.evaluate("scrollTo(0, 1500)")
    write(content, LONG.replace("Nội dung buổi họp.", "Nội dung đã sửa."))
    expect(page.locator("main")).to_contain_text("Nội dung đã sửa.", timeout=SOON)
    for _ in range(100):
        if page.evaluate("scrollY") > 1400:
            break
        page.wait_for_timeout(50)
    assert page.evaluate("scrollY") > 1400


def test_a_mistake_is_told_over_the_last_good_page_and_goes_when_mended(page: Page, content: Path) -> None:
    write(content, LONG.replace("date: 2026-05-13 14:44", "date: hôm nay"))
    told = page.get_by_role("status", name="Ghi chú của bản xem trước")
    expect(told).to_contain_text("hop-bao.md:3:7", timeout=SOON)
    expect(told).to_contain_text("Cách sửa")
    expect(page.locator("main")).to_contain_text("Nội dung buổi họp.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    write(content, LONG)
    expect(told).to_have_count(0, timeout=SOON)


def test_the_rest_of_the_portal_stays_usable_with_a_small_mark(
    page: Page, content: Path, address: str
) -> None:
    write(content, LONG.replace("date: 2026-05-13 14:44", "date: hôm nay"))
    page.get_by_role("status", name="Ghi chú của bản xem trước").wait_for(timeout=SOON)
    page.goto(f"{address}/lien-he/")
    mark = page.get_by_role("button", name="1 điều cần sửa")
    expect(mark).to_be_visible()
    mark.click()
    expect(page.get_by_text("hop-bao.md:3:7")).to_be_visible()


def test_a_draft_is_shown_and_marked(page: Page, content: Path) -> None:
    write(content, LONG.replace("category: thoi-su", "category: thoi-su\ndraft: true"))
    mark = page.get_by_role("button", name="Bản nháp: người dân chưa thấy trang này")
    expect(mark).to_be_visible(timeout=SOON)


def test_a_style_sheet_is_put_on_without_loading_the_page_again(page: Page, content: Path) -> None:
    page.evaluate("window.stays = true")
    write(content, "h1 { color: rgb(1, 2, 3) !important }\n", "templates/layout/z.css")
    expect(page.locator("main h1")).to_have_css("color", "rgb(1, 2, 3)", timeout=SOON)
    assert page.evaluate("window.stays")
    assert page.locator('link[rel="stylesheet"][href^="/tai-nguyen/site."]').count() == 1


def test_a_dropped_document_is_shown(page: Page, address: str, tmp_path: Path) -> None:
    made = Document()
    made.add_heading("Lịch tiếp công dân", 0)
    made.add_paragraph("Sở Nội vụ tiếp công dân ngày 5.")
    made.save(str(tmp_path / "bai.docx"))
    page.goto(f"{address}/__preview/tu-word")
    page.get_by_label("Tệp Word").set_input_files(tmp_path / "bai.docx")
    page.get_by_role("button", name="Chuyển đổi").click()
    expect(page.locator("article")).to_contain_text("Sở Nội vụ tiếp công dân ngày 5.")
    expect(page.locator("textarea")).to_have_value(re.compile("Lịch tiếp công dân"))
