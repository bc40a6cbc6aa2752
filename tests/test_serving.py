"""The verb `serve`: it answers as `search` does, follows what is built, and ends when it is told to."""

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pytest

from portal.cli import main
from portal.cli.serving import public_release, service_of
from portal.workspace import Workspace
from search.service.app import make_app
from tests.readers.folders import portal_folder

ROOT = Path(__file__).resolve().parents[1]
START = "import sys; sys.path[:0] = ['site', '.']; from portal.cli import main; sys.exit(main(sys.argv[1:]))"
QUERIES = (
    "chuyển đổi số",
    "chuyen doi so",
    "hop",
    "liên hệ",
    "số",
    "tỉnh",
    "chuyeenr",
    "2026",
    "dịch vụ công",
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal that was built."""
    folder = portal_folder(tmp_path_factory.mktemp("portal"))
    assert main(["build", "--portal", str(folder), "--jobs", "1"]) == 0
    return folder


@contextmanager
def started(content: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run the verb in a process of its own, and give where it listens."""
    typed = [sys.executable, "-c", START, "serve", "--portal", str(content), "--port", "0", *more]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    with subprocess.Popen(typed, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        try:
            port = int(process.stdout.readline().split("/tim-kiem/")[0].rpartition(":")[2])
            yield process, port
        finally:
            process.kill()


def answer(port: int, query: str) -> dict[str, object]:
    """What a program is answered."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    link.request("GET", "/api/tim-kiem?" + urlencode({"q": query}))
    said: dict[str, object] = json.loads(link.getresponse().read())
    link.close()
    return said


def test_every_query_has_the_order_that_the_verb_search_gives(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    service = service_of(partial(public_release, Workspace(content)))
    client = make_app(service).test_client()
    for query in QUERIES:
        for newest in (False, True):
            more = ["--newest"] if newest else []
            assert (
                main(["search", query, "--portal", str(content), "--format", "json", "--limit", "50", *more])
                == 0
            )
            typed = json.loads(capsys.readouterr().out)
            asked = {"q": query, "moi-trang": 50, **({"xep": "moi"} if newest else {})}
            served = json.loads(client.get("/api/tim-kiem", query_string=asked).data)
            assert {name: served[name] for name in typed} == typed, query
    service.searchers.close()


def test_it_follows_what_is_built_and_ends_with_0_when_told_to(content: Path) -> None:
    with started(content) as (process, port):
        before = answer(port, "chuyển đổi số")
        assert before["total"]
        page = content / "trang" / "lien-he.md"
        page.write_text(page.read_text("utf-8").replace("title: ", "title: Mới "), "utf-8")
        assert main(["build", "--portal", str(content), "--jobs", "1"]) == 0
        while answer(port, "chuyển đổi số")["release"] == before["release"]:
            pass
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert process.stdout
        log = process.stdout.read()
    assert " GET /api/tim-kiem 200 " in log and "chuy" not in log and "Đã dừng" in log


def test_queries_are_in_the_log_only_where_the_operator_says_so(content: Path) -> None:
    with started(content, "--log-queries") as (process, port):
        answer(port, "so")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert process.stdout and "?q=so 200" in process.stdout.read()


def test_without_a_release_there_is_nothing_to_serve(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--portal", str(portal_folder(tmp_path))]) == 3
    assert "Chưa có bản nào được dựng" in capsys.readouterr().err


def test_a_damaged_index_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = portal_folder(tmp_path)
    assert main(["build", "--portal", str(content), "--jobs", "1"]) == 0
    release = public_release(Workspace(content))
    assert release
    damaged = sorted(release.index.iterdir())[0]
    damaged.unlink()
    damaged.write_bytes(b"planted")
    assert main(["serve", "--portal", str(content), "--port", "0"]) == 3
    assert damaged.name in capsys.readouterr().err
