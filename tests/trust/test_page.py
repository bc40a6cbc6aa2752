"""The page that verifies says of a page what is so, in few requests, under a policy of its own."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from portal.trust.page import page_policy, verify_page
from tests.browser.conftest import FLAGS
from tests.requirements_of_machine import chromium
from tests.trust.logs import Signer
from tests.trust.releases import Office
from tests.trust.sites import served


def test_its_own_script_and_style_are_allowed_and_nothing_else() -> None:
    text, policy = verify_page().decode(), page_policy()
    for tag in ("script", "style"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy and policy in text
    markup = re.sub(r"<script>.*</script>", "", text, flags=re.DOTALL)
    assert re.findall(r"""(?:src|href)=["']?([^"'> ]*)""", markup) == ["data:,"]


def test_it_says_what_it_cannot_do() -> None:
    text = verify_page().decode()
    assert "kẻ chiếm máy chủ có thể gửi một trang khác luôn nói «đúng»" in text
    assert "can send one that always says “yes”" in text


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "public")
    made.put("log/verify.html", verify_page())
    made.publish()
    return made


def ask(page: Page, base: str, address: str, key: str) -> str:
    """What the page says."""
    page.goto(f"{base}log/verify.html")
    page.fill("#key", key)
    page.fill("#page", base + address)
    page.click("button")
    page.wait_for_selector("#verdict.good, #verdict.bad")
    return page.inner_text("#verdict")


@pytest.mark.browser
def test_a_page_of_a_long_log_is_checked_in_few_requests(browser: Browser, office: Office) -> None:
    entries = [office.entries[0].line] * (100_000 - office.log.edge.size - 2)
    office.log.append(*entries)
    office.records += [b""] * len(entries)
    office.time = office.time.replace(year=2099)
    office.seal()
    sizes: list[int] = []
    errors: list[str] = []
    with served(office.folder) as base, browser.new_page() as page:
        page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text))
        assert ask(page, base, "tin/1/", office.signer.key.vkey).startswith("ĐÚNG")
        assert errors == []
        assert len(sizes) <= 10 and sum(sizes) <= 150_000


@pytest.mark.browser
@pytest.mark.parametrize("more", [0, 255, 256, 511, 512])
def test_a_log_of_any_size_is_read(browser: Browser, office: Office, more: int) -> None:
    wanted = more or office.log.edge.size + 1
    office.log.append(*[office.entries[0].line] * max(0, wanted - 1 - office.log.edge.size))
    office.time = office.time.replace(year=2099)
    office.seal()
    assert office.log.edge.size == wanted
    with served(office.folder) as base, browser.new_page() as page:
        assert ask(page, base, "", office.signer.key.vkey).startswith("ĐÚNG")


@pytest.mark.browser
def test_what_is_not_so_is_said(browser: Browser, office: Office) -> None:
    office.time = office.time.replace(year=2099)
    office.seal()
    key = office.signer.key.vkey
    size = office.log.edge.size
    with served(office.folder) as base, browser.new_page() as page:
        assert "không do cơ quan công bố" in ask(page, base, "ca-cuoc/", key)
        assert "không mang chữ ký" in ask(page, base, "tin/1/", Signer("thief").key.vkey)
        office.page("tin/1", "nha cai uy tin", 0)
        assert "khác với bản cơ quan công bố" in ask(page, base, "tin/1/", key)
        office.put("log/manifest/index", b"")
        assert "bảng kê không phải" in ask(page, base, "tin/2/", key)
        office.put(f"log/tile/entries/000.p/{size}", b"\0\0" * size)
        assert ask(page, base, "tin/2/", key).startswith("KHÔNG ĐÚNG")
        (office.folder / "log/checkpoint").unlink()
        assert ask(page, base, "tin/2/", key).startswith("CHƯA KIỂM ĐƯỢC")


@pytest.mark.browser
def test_an_overdue_release_is_never_called_right(browser: Browser, office: Office) -> None:
    with served(office.folder) as base, browser.new_page() as page:
        assert "quá hạn" in ask(page, base, "tin/2/", office.signer.key.vkey)
