"""One page of each kind in a real browser: policy, accessibility, keyboard, width, no script."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.requirements_of_machine import axe_script, java, nu_checker

KINDS = (
    "/", "/en/", "/tin-tuc/", "/tin-tuc/trang/1/",
    "/tin-tuc/2023/hop-ban-chi-dao-chuyen-doi-so-tinh-hai-duong/",
    "/tin-tuc/2024/nop-ho-so-tren-cong-dich-vu-cong-quoc-gia/", "/co-quan/", "/co-quan/van-phong-ubnd/",
    "/dich-vu/", "/du-lieu/", "/chi-tieu/nhom/dich-vu-cong-truc-tuyen/", "/chi-tieu/",
    "/chi-tieu/ty-le-ho-so-truc-tuyen/", "/kha-nang-tiep-can/", "/chu-de/",
    "/chuyen-muc/", "/luu-tru/", "/so-do-trang/", "/nguon-tin/", "/tim-kiem/", "/404.html",
)  # fmt: skip


def opened(browser: Browser, url: str, errors: list[str], **options: object) -> Page:
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("requestfailed", lambda asked: errors.append(asked.url))
    page.goto(url)
    return page


@pytest.mark.browser
@pytest.mark.parametrize("address", KINDS)
def test_a_page_runs_under_the_strict_policy_without_a_word_on_the_console(
    browser: Browser, base: str, address: str
) -> None:
    errors: list[str] = []
    page = opened(browser, base + address, errors)
    page.wait_for_load_state("networkidle")
    page.context.close()
    assert errors == []


@pytest.mark.browser
@pytest.mark.parametrize("address", KINDS)
def test_no_page_scrolls_sideways_at_320_pixels(browser: Browser, base: str, address: str) -> None:
    page = opened(browser, base + address, [], viewport={"width": 320, "height": 700})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert width <= 320


@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing_wrong(browser: Browser, base: str, address: str, width: int, scheme: str) -> None:
    script = axe_script()
    assert script is not None
    viewport = {"width": width, "height": 900}
    page = opened(browser, base + address, [], viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.evaluate(script.read_text("utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))")
    page.context.close()
    assert found == []


@pytest.mark.browser
def test_search_in_the_browser_finds_words_with_marks_for_words_without(browser: Browser, base: str) -> None:
    page = opened(browser, f"{base}/tim-kiem/?q=chu+ky+so", [])
    first = page.wait_for_selector("#search-results a")
    assert first is not None
    text = first.inner_text()
    page.context.close()
    assert "chữ ký số" in text.lower()


@pytest.mark.browser
def test_without_scripts_the_search_page_leads_to_every_list(browser: Browser, base: str) -> None:
    page = opened(browser, f"{base}/tim-kiem/?q=x", [], java_script_enabled=False)
    links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    page.context.close()
    assert {"/chuyen-muc/", "/luu-tru/", "/chu-de/", "/so-do-trang/", "/tin-tuc/2023/"} <= set(links)


@pytest.mark.browser
@pytest.mark.parametrize("address", KINDS)
def test_the_keyboard_alone_reaches_every_link_and_shows_where_it_is(
    browser: Browser, base: str, address: str
) -> None:
    page = opened(browser, base + address, [], viewport={"width": 1280, "height": 900})
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href],button,input,[tabindex=\"0\"]')]"
        ".filter(e => e.getClientRects().length).length"
    )
    reached = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
                " return e !== document.body && s.outlineStyle !== 'none'"
                " && e.getClientRects().length > 0; })()"
            )
        )
    # One more step leaves the page: nothing held the keyboard, nothing was met twice.
    page.keyboard.press("Tab")
    last = page.evaluate("document.activeElement === document.body")
    page.context.close()
    assert (reached, last) == ([True] * wanted, True)


@pytest.mark.browser
@pytest.mark.parametrize("address", KINDS)
def test_with_scripts_off_nothing_is_lost(browser: Browser, base: str, address: str) -> None:
    """Only the buttons that scripts alone can serve are not there: to copy and to print."""
    texts = []
    for scripts in (True, False):
        page = opened(browser, base + address, [], java_script_enabled=scripts)
        page.wait_for_load_state("networkidle")
        texts.append([line for line in page.locator("body").inner_text().split("\n") if line.strip()])
        page.context.close()
    with_scripts, without = texts
    assert set(with_scripts) - set(without) <= {"Sao chép địa chỉ", "In bài này"}


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/", KINDS[4], "/dich-vu/", "/chi-tieu/"])
def test_a_readers_own_colours_are_kept(browser: Browser, base: str, address: str) -> None:
    page = opened(browser, base + address, [], forced_colors="active")
    # Drawings take the colour of the text around them; `none` would keep a colour of ours.
    own = page.evaluate(
        "[...document.querySelectorAll('body *')]"
        ".filter(e => getComputedStyle(e).forcedColorAdjust === 'none').map(e => e.outerHTML)"
    )
    ink, paper = page.evaluate(
        "(() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; })()"
    )
    page.context.close()
    assert (own, ink, paper) == ([], "rgb(0, 0, 0)", "rgb(255, 255, 255)")


@pytest.mark.java
def test_the_nu_html_checker_finds_no_error_on_any_page(release: Path) -> None:
    checker, program = nu_checker(), java()
    assert checker is not None and program is not None
    command = [program, "-jar", str(checker), "--errors-only", "--format", "json", "--skip-non-html"]
    where = ["--stdout", str(release.resolve())]
    done = subprocess.run([*command, *where], capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    assert [(told.get("url"), told["message"]) for told in messages] == []
