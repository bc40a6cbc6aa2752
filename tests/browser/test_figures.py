"""Figures in a real browser: arrow keys go through a drawing, and it stays on paper."""

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import opened

INDICATOR = "/chi-tieu/ty-le-ho-so-truc-tuyen/"


@pytest.mark.browser
def test_arrow_keys_go_from_figure_to_figure_and_say_what_stands_there(browser: Browser, base: str) -> None:
    errors: list[str] = []
    page = opened(browser, base + INDICATOR, errors)
    page.locator("svg.chart").focus()
    said = []
    for key in ("ArrowLeft", "ArrowLeft", "ArrowLeft", "End", "Home", "ArrowRight"):
        page.keyboard.press(key)
        said.append(page.locator(".told").inner_text())
    marked = page.locator("svg.chart .here").count()
    page.keyboard.press("Tab")
    left = (page.locator("svg.chart .here").count(), page.locator(".told").inner_text())
    page.context.close()
    newest, oldest = "Quý I/2023: 81", "Năm 2022: 56"
    assert said == [newest, oldest, oldest, newest, oldest, newest]
    assert (marked, left, errors) == (1, (0, ""), [])


@pytest.mark.browser
def test_a_drawing_stays_on_paper(browser: Browser, base: str) -> None:
    page = opened(browser, base + INDICATOR, [], color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = page.evaluate(
        "(() => { const bar = document.querySelector('svg.chart .bar, svg.chart polyline');"
        " return [getComputedStyle(bar).fill, getComputedStyle(document.body).backgroundColor]; })()"
    )
    height = page.locator("svg.chart").bounding_box()
    page.context.close()
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert height is not None and height["height"] > 100
