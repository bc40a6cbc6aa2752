"""What servers answer where something moved or is gone: the real Caddy, as operators run it."""

from collections.abc import Iterator

import pytest

from portal.cli import main
from tests.readers.folders import ARTICLE, portal_folder
from tests.servers import block, running, told

TAKEN = 'withdrawn: {date: 2026-06-01 09:00, reason: "Sai số tiền phí.", by: "Ban biên tập"}\n'
CONTENT = {
    "tin-tuc/2026/da-rut.md": ARTICLE.replace("category:", f"{TAKEN}category:"),
    "tin-tuc/2026/da-qua.md": ARTICLE.replace("category:", "expires: 2026-07-01\ncategory:"),
    "tin-tuc/2026/moi.md": ARTICLE.replace("category:", "aliases: [/tin-tuc/2026/cu/]\ncategory:"),
}


@pytest.fixture(scope="module")
def caddy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("answers")
    content = portal_folder(folder, CONTENT)
    output = folder / "out"
    asked = ["build", "--portal", str(content), "--output", str(output), "--as-of", "2026-11-01"]
    assert main(asked) == 0
    (folder / "previous").mkdir()
    with running(block("caddyfile"), output / "public", folder) as port:
        yield port


@pytest.mark.parametrize(
    ("address", "words"),
    [("/tin-tuc/2026/da-rut/", "Sai số tiền phí."), ("/tin-tuc/2026/da-qua/", "Đã hết hạn:")],
)
def test_what_is_gone_is_answered_with_410_and_its_tombstone(caddy: int, address: str, words: str) -> None:
    status, headers, body = told(caddy, address)
    assert (status, headers["Content-Type"]) == (410, "text/html; charset=utf-8")
    assert words in body.decode()
    assert headers["Cache-Control"] == "no-store"


def test_what_moved_is_answered_with_301_and_its_new_address(caddy: int) -> None:
    status, headers, _ = told(caddy, "/tin-tuc/2026/cu/")
    assert (status, headers["Location"]) == (301, "/tin-tuc/2026/moi/")


def test_what_stands_is_answered_as_before(caddy: int) -> None:
    assert told(caddy, "/tin-tuc/2026/moi/")[0] == 200
    status, _, body = told(caddy, "/khong-co/")
    assert status == 404
    assert "Không có trang này" in body.decode()


@pytest.mark.parametrize("name", ["_redirects", "_redirects-nginx", "_redirects-caddy"])
def test_tables_for_servers_are_sent_to_nobody(caddy: int, name: str) -> None:
    assert told(caddy, f"/{name}")[0] == 404
