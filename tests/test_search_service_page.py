"""The operators' page about the search service says what is so, and its configurations run."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

import pytest

from portal.cli import main
from portal.cli.arguments import parser
from portal.cli.serving import public_release, service_of
from portal.workspace import Workspace
from search.service import limits
from search.service.app import make_app
from search.service.openapi import API, DESCRIPTION
from search.service.server import Server
from tests.readers.folders import portal_folder
from tests.servers import block, running

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    name: (ROOT / "docs" / name).read_text("utf-8")
    for name in ("dich-vu-tim-kiem.md", "en/search-service.md")
}
VIETNAMESE = PAGES["dich-vu-tim-kiem.md"]


@pytest.mark.parametrize("name", PAGES)
def test_every_option_is_explained_and_every_explained_one_is_there(name: str) -> None:
    explained = set(re.findall(r"^\| `(--[a-z-]+)", PAGES[name], re.MULTILINE))
    [serve] = [action.choices["serve"] for action in parser()._actions if isinstance(action.choices, dict)]
    there = {
        option for action in serve._actions for option in action.option_strings if option.startswith("--")
    }
    assert explained == there - {"--help", "--portal", "--as-of"}


@pytest.mark.parametrize("name", PAGES)
def test_every_address_is_explained(name: str) -> None:
    explained = set(re.findall(r"`(/[a-z./-]+)", PAGES[name]))
    assert {API, DESCRIPTION, "/healthz", "/readyz", "/tim-kiem/", "/en/tim-kiem/"} <= explained


def test_the_bounds_are_those_that_are_kept() -> None:
    said = dict(re.findall(r"^\| ([^|`]+) \| ([0-9][^|]*) \|$", VIETNAMESE, re.MULTILINE))
    numbers = {
        what: [value.replace(",", ".") for value in re.findall(r"[0-9]+(?:,[0-9]+)?", bound)]
        for what, bound in said.items()
    }
    assert numbers == {
        "Lượt tìm cùng lúc": [str(limits.SEATS)],
        "Lượt được chờ": [str(limits.WAITING), "503", str(limits.RETRY_AFTER)],
        "Thời gian một lượt tìm": [str(limits.DEADLINE), "503"],
        "Điều cần tìm": [str(limits.MAX_TYPED), "200"],
        "Trang kết quả": [str(limits.MAX_PAGE), str(limits.PAGE_SIZE), str(limits.MAX_PAGE_SIZE)],
        "Dòng đầu của một lượt hỏi": [str(limits.MAX_HEADER_BYTES)],
        "Kết quả giữ sẵn trong bộ nhớ": [str(limits.MEMORY_BYTES // 2**20)],
    }
    assert f"nhiều nhất {limits.DRAIN_SECONDS} giây" in VIETNAMESE


def test_the_container_has_all_that_the_service_loads() -> None:
    [made] = re.findall(r"```dockerfile\n(.*?)```", VIETNAMESE, re.DOTALL)
    copied = {word for line in re.findall(r"^COPY (.*) \S+$", made, re.MULTILINE) for word in line.split()}
    assert copied == {"requirements.txt", "requirements.lock", "freeze.py", "site", "search"}
    assert all((ROOT / name).exists() for name in copied)


def test_the_unit_gives_answers_under_way_their_time() -> None:
    [stop] = re.findall(r"^TimeoutStopSec=(\d+)$", VIETNAMESE, re.MULTILINE)
    assert int(stop) > limits.DRAIN_SECONDS


def _with_service(port: int) -> str:
    """The operators' Caddyfile with what this page adds to it."""
    [added] = re.findall(r"```caddyfile\n(.*?)```", VIETNAMESE, re.DOTALL)
    before, sign, after = block("caddyfile").partition("    file_server @ban_truoc")
    return "".join((before, str(added).replace("127.0.0.1:8081", f"127.0.0.1:{port}"), sign, after))


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A portal that was built."""
    content = portal_folder(tmp_path_factory.mktemp("portal"))
    assert main(["build", "--portal", str(content), "--jobs", "1"]) == 0
    return Workspace(content)


@contextmanager
def served(workspace: Workspace) -> Iterator[int]:
    """Run the service, and give its port."""
    service = service_of(partial(public_release, workspace))
    server = Server(make_app(service), "127.0.0.1", 0)
    stop = Event()
    thread = Thread(target=server.run, args=(stop, lambda: 0.0, service.stopping.set))
    thread.start()
    try:
        yield server.port
    finally:
        stop.set()
        thread.join()
        service.searchers.close()


def asked(port: int, address: str) -> tuple[int, list[tuple[str, str]], str]:
    """Status, headers and body of an answer."""
    link = HTTPConnection("127.0.0.1", port, timeout=30)
    link.request("GET", address)
    answer = link.getresponse()
    body = answer.read().decode()
    link.close()
    return answer.status, answer.getheaders(), body


def test_behind_caddy_readers_and_programs_are_answered(public: Workspace, tmp_path: Path) -> None:
    with served(public) as service, running(_with_service(service), public.public, tmp_path) as port:
        for address, word in (("/tim-kiem/?q=so", 'id="answers"'), ("/api/tim-kiem?q=so", '"hits"')):
            status, headers, body = asked(port, address)
            assert status == 200 and word in body
            given = {
                name.lower(): [one for key, one in headers if key.lower() == name.lower()]
                for name, _ in headers
            }
            assert given["cache-control"] == ["private, max-age=60"]
            assert given["strict-transport-security"] == ["max-age=63072000"]
            assert len(given["content-security-policy"]) == 1
        assert asked(port, "/api/tim-kiem?q=so&trang=0")[0] == 400
        assert asked(port, "/")[0] == 200 and asked(port, "/readyz")[0] == 404


def test_behind_caddy_the_static_page_stands_in_for_a_service_that_is_down(
    public: Workspace, tmp_path: Path
) -> None:
    with served(public) as service:
        gone = service
    with running(_with_service(gone), public.public, tmp_path) as port:
        status, headers, body = asked(port, "/tim-kiem/?q=so")
        assert status == 200 and 'id="tim"' in body and ("Cache-Control", "no-store") in headers
        assert asked(port, "/api/tim-kiem?q=so")[0] == 503
