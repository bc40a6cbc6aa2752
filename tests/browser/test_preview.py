"""The preview as its author sees it: saves, mistakes and mends appear by themselves."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from portal.cli import main
from portal.preview.server import make
from portal.preview.watching import watch_files
from tests.preview.previews import STORY, Preview, sources
from tests.readers.folders import ARTICLE, ARTICLE_FILE, PAGE, portal_folder
from tests.requirements_of_machine import axe_script

LONG = ARTICLE + "\n\n".join(f"Đoạn thứ {number}." for number in range(120)) + "\n"
BROKEN = LONG.replace("date: 2026-05-13 14:44", "date: hôm nay")
STYLE = "templates/layout/z.css"
SOON = 15_000  # milliseconds that a slow machine may take
NOTES = "Ghi chú của bản xem trước"
SIZES = [(360, 640), (768, 1024), (1280, 800)]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = portal_folder(tmp_path, {ARTICLE_FILE: LONG, STYLE: "h1 { color: red }\n"})
    assert main(["build", "--portal", str(made), "--jobs", "1", "--skip", "index"]) == 0
    return made


@pytest.fixture
def address(content: Path) -> Iterator[str]:
    """A preview that runs; gives its address."""
    preview = Preview(content)
    server = make(preview.site, 0)
    serving = Thread(target=server.serve_forever, args=(0.05,))
    arguments = (sources(content).watched, preview.session.refresh, preview.session.look, preview.stop)
    watching = Thread(target=watch_files, args=arguments)
    serving.start()
    watching.start()
    yield f"http://127.0.0.1:{server.port}"
    preview.stop.set()
    preview.session.refresh()
    server.shutdown()
    serving.join()
    watching.join()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
    errors: list[str] = []
    # Which page is missing is what some tests ask for.
    opened.on("pageerror", lambda error: errors.append(str(error)))
    with opened.expect_response("**/__preview/notes*"):
        opened.goto(f"{address}{STORY}")
    yield opened
    assert errors == []
    opened.context.close()


def write(content: Path, text: str, file: str = ARTICLE_FILE) -> None:
    (content / file).parent.mkdir(parents=True, exist_ok=True)
    (content / file).write_text(text, "utf-8")


@pytest.mark.browser
def test_a_save_is_shown_where_the_reader_was(page: Page, content: Path) -> None:
    page.evaluate("scrollTo(0, 1500)")
    write(content, LONG.replace("Nội dung buổi họp.", "Nội dung đã sửa."))
    expect(page.locator("main")).to_contain_text("Nội dung đã sửa.", timeout=SOON)
    page.wait_for_function("scrollY > 1400")


@pytest.mark.browser
def test_every_save_of_several_is_shown(page: Page, content: Path) -> None:
    for number in range(5):
        write(content, LONG.replace("Nội dung buổi họp.", f"Lần sửa thứ {number}."))
        expect(page.locator("main")).to_contain_text(f"Lần sửa thứ {number}.", timeout=SOON)


@pytest.mark.browser
def test_a_page_that_a_save_does_not_touch_is_not_loaded_again(page: Page, content: Path) -> None:
    page.evaluate("window.stays = true")
    with page.expect_response("**/__preview/notes*", timeout=SOON):
        write(content, PAGE.replace("Gửi thư", "Viết thư"), "trang/lien-he.md")
    assert page.evaluate("window.stays")


@pytest.mark.browser
def test_a_mistake_is_told_over_the_last_good_page_and_goes_when_mended(page: Page, content: Path) -> None:
    write(content, BROKEN)
    told = page.get_by_role("status", name=NOTES)
    expect(told).to_contain_text("hop-bao.md:3:7", timeout=SOON)
    expect(told).to_contain_text("Cách sửa")
    expect(page.locator("main")).to_contain_text("Nội dung buổi họp.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    write(content, LONG)
    expect(told).to_have_count(0, timeout=SOON)


@pytest.mark.browser
def test_the_notes_are_closed_by_key_and_stay_closed(page: Page, content: Path) -> None:
    write(content, BROKEN)
    closing = page.get_by_role("button", name="Thu gọn")
    expect(closing).to_be_visible(timeout=SOON)
    closing.focus()
    page.keyboard.press("Escape")
    mark = page.get_by_role("button", name="1 lỗi cần sửa")
    expect(mark).to_be_focused()
    with page.expect_response("**/__preview/notes*"):
        page.reload()
    expect(mark).to_be_visible()
    expect(closing).to_have_count(0)


@pytest.mark.browser
def test_the_rest_of_the_portal_stays_usable_with_a_small_mark(
    page: Page, content: Path, address: str
) -> None:
    write(content, BROKEN)
    page.get_by_role("status", name=NOTES).wait_for(timeout=SOON)
    page.goto(f"{address}/lien-he/")
    mark = page.get_by_role("button", name="1 lỗi cần sửa")
    expect(mark).to_be_visible()
    expect(page.get_by_text("hop-bao.md:3:7")).to_have_count(0)
    mark.click()
    page.get_by_role("link", name="hop-bao.md:3:7").click()
    expect(page).to_have_url(re.compile(STORY))


@pytest.mark.browser
def test_a_template_that_fails_is_told_with_file_and_line(page: Page, content: Path) -> None:
    write(content, "{{ khong_co.gi }}", "templates/pages/article.html")
    told = page.get_by_role("status", name=NOTES)
    expect(told).to_contain_text("templates/pages/article.html:1", timeout=SOON)
    expect(page.locator("main")).to_contain_text("Nội dung buổi họp.")
    (content / "templates/pages/article.html").unlink()
    expect(told).to_have_count(0, timeout=SOON)


@pytest.mark.browser
def test_a_draft_is_marked_on_its_page_and_in_lists(page: Page, content: Path, address: str) -> None:
    write(content, LONG.replace("category: thoi-su", "category: thoi-su\ndraft: true"))
    expect(page.get_by_role("note")).to_have_text("Bản nháp: người dân chưa thấy trang này", timeout=SOON)
    page.goto(f"{address}/tin-tuc/")
    expect(page.get_by_role("link", name="Họp báo quý hai")).to_contain_text("Bản nháp")
    write(content, LONG)
    expect(page.get_by_role("link", name="Họp báo quý hai")).not_to_contain_text("Bản nháp", timeout=SOON)


@pytest.mark.browser
def test_a_style_sheet_is_put_on_without_loading_the_page_again(page: Page, content: Path) -> None:
    page.evaluate("window.stays = true")
    write(content, "h1 { color: rgb(1, 2, 3) !important }\n", STYLE)
    expect(page.locator("main h1")).to_have_css("color", "rgb(1, 2, 3)", timeout=SOON)
    assert page.evaluate("window.stays")
    sheets = page.locator('head link[rel="stylesheet"][href^="/tai-nguyen/site."]')
    expect(sheets).to_have_count(1)


@pytest.mark.browser
def test_a_page_appears_when_its_file_does(page: Page, content: Path, address: str) -> None:
    page.goto(f"{address}/tin-tuc/2026/moi/")
    expect(page.locator("main")).not_to_contain_text("Nội dung buổi họp.")
    write(content, ARTICLE, "tin-tuc/2026/moi.md")
    expect(page.locator("main")).to_contain_text("Nội dung buổi họp.", timeout=SOON)


@pytest.mark.browser
def test_pages_that_nobody_sees_hold_no_connection(browser: Browser, address: str) -> None:
    context = browser.new_context()
    for _ in range(8):
        page = context.new_page()
        page.goto(f"{address}/lien-he/")
        # Chromium without a screen calls no page hidden by itself.
        page.evaluate(
            "Object.defineProperty(document, 'hidden', {value: true});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )
    last = context.new_page()
    last.goto(f"{address}{STORY}", timeout=SOON)
    expect(last.locator("main")).to_contain_text("Nội dung buổi họp.")
    context.close()


def word(folder: Path) -> Path:
    made = Document()
    made.add_heading("Lịch tiếp công dân", 0)
    made.add_paragraph("Sở Nội vụ tiếp công dân ngày 5.")
    made.save(str(folder / "bai.docx"))
    return folder / "bai.docx"


@pytest.mark.browser
def test_a_chosen_document_is_shown(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/__preview/tu-word")
    page.get_by_label("tệp Word").set_input_files(word(tmp_path))
    expect(page.locator("article")).to_contain_text("Sở Nội vụ tiếp công dân ngày 5.", timeout=SOON)
    expect(page.locator("textarea")).to_have_value(re.compile("Lịch tiếp công dân"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Chỉ tải bài").click()
    assert download.value.suggested_filename == "lich-tiep-cong-dan.md"


@pytest.mark.browser
def test_a_dropped_document_is_shown(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/__preview/tu-word")
    body = list(word(tmp_path).read_bytes())
    page.evaluate(
        """(body) => {
            const moved = new DataTransfer();
            moved.items.add(new File([new Uint8Array(body)], "bai.docx"));
            const drop = new DragEvent("drop", { dataTransfer: moved, bubbles: true, cancelable: true });
            document.querySelector("main").dispatchEvent(drop);
        }""",
        body,
    )
    expect(page.locator("article")).to_contain_text("Sở Nội vụ tiếp công dân ngày 5.", timeout=SOON)


@pytest.mark.browser
def test_without_scripts_the_own_pages_are_whole(
    browser: Browser, content: Path, address: str, tmp_path: Path
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/__preview/tu-word")
    page.get_by_label("tệp Word").set_input_files(word(tmp_path))
    page.get_by_role("button", name="Chuyển thành bài").click()
    expect(page.locator("article")).to_contain_text("Sở Nội vụ tiếp công dân ngày 5.")
    write(content, LONG.replace("Nội dung buổi họp.", "Nội dung cuộc họp."))
    change = page.locator("ins", has_text="cuộc")
    for _ in range(100):
        page.goto(f"{address}/__preview/thay-doi")
        if change.count():
            break
        page.wait_for_timeout(100)
    expect(change.first).to_be_visible()
    page.context.close()


@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_axe_finds_nothing_wrong_with_notes_and_own_pages(
    browser: Browser, content: Path, address: str, width: int, height: int, scheme: str
) -> None:
    script = axe_script()
    assert script is not None
    write(content, BROKEN)
    write(content, ARTICLE.replace("---\nNội", "draft: true\n---\nNội"), "tin-tuc/2026/nhap.md")
    options = {"viewport": {"width": width, "height": height}, "color_scheme": scheme, "bypass_csp": True}
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    found = []
    for path in (STORY, "/__preview/", "/__preview/thay-doi", "/__preview/tu-word"):
        page.goto(f"{address}{path}")
        if path == STORY:
            page.get_by_role("status", name=NOTES).wait_for(timeout=SOON)
        page.evaluate(script.read_text("utf-8"))
        told = "axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))"
        found += [f"{path}: {one}" for one in page.evaluate(told)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.context.close()
    assert found == []
