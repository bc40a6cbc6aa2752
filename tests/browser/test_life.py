"""The tombstone of a withdrawn article, and the notice above it at each level, in a real browser."""

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.cli import main
from tests.browser.conftest import ROOT, Handler
from tests.browser.test_pages import opened
from tests.requirements_of_machine import axe_script, java, nu_checker

STONE = "/tin-tuc/2023/chu-ky-so-ca-nhan-la-gi/"
LEVELS = ("khan-cap", "canh-bao", "thong-tin")
NOTICE = """\
text: "Bão số 9 dự kiến đổ bộ đêm 24/11. Người dân vùng trũng ven sông sơ tán trước 16:00."
link: /lien-he/
link_text: "Số điện thoại trực của từng xã"
expires: 2026-12-01
level: """
TAKEN = 'withdrawn: {date: 2026-11-20 09:00, reason: "Bài ghi sai mức phí của hai nhà cung cấp."}\n'


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release for each level of a notice."""
    folder = tmp_path_factory.mktemp("life")
    for level in LEVELS:
        content = folder / f"content-{level}"
        shutil.copytree(ROOT / "content", content)
        (content / "thong-bao-khan.yaml").write_text(f"{NOTICE}{level}\n", "utf-8")
        article = content / f"{STONE.strip('/')}.md"
        article.write_text(article.read_text("utf-8").replace("date:", f"{TAKEN}date:", 1), "utf-8")
        asked = ["--portal", str(content), "--output", str(folder / level), "--as-of", "2026-11-24"]
        assert main(["build", *asked, "--skip", "index"]) == 0
    return folder


@pytest.fixture(scope="module", params=LEVELS)
def base(releases: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    handler = partial(Handler, directory=str(releases / request.param / "public"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_axe_finds_nothing_wrong(browser: Browser, base: str, width: int, scheme: str) -> None:
    script = axe_script()
    assert script is not None
    viewport = {"width": width, "height": 900}
    page = opened(browser, base + STONE, [], viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.evaluate(script.read_text("utf-8"))
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))")
    page.context.close()
    assert found == []


@pytest.mark.browser
@pytest.mark.parametrize("address", [STONE, "/", "/en/", "/tim-kiem/", "/404.html"])
def test_notice_and_tombstone_fit_320_pixels_without_a_word_on_the_console(
    browser: Browser, base: str, address: str
) -> None:
    errors: list[str] = []
    page = opened(browser, base + address, errors, viewport={"width": 320, "height": 700})
    width = page.evaluate("document.documentElement.scrollWidth")
    shown = page.get_by_role("region", name="Thông báo khẩn" if "/en/" not in address else "Emergency notice")
    assert shown.is_visible()
    page.context.close()
    assert (width <= 320, errors) == (True, [])


@pytest.mark.java
def test_the_nu_html_checker_finds_no_error_in_notice_and_tombstone(releases: Path) -> None:
    checker, program = nu_checker(), java()
    assert checker is not None and program is not None
    pages = [str(releases / level / f"public{STONE}index.html") for level in LEVELS]
    done = subprocess.run(
        [program, "-jar", str(checker), "--errors-only", "--format", "json", "--stdout", *pages],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(done.stdout)["messages"]
    assert [(told.get("url"), told["message"]) for told in messages] == []
