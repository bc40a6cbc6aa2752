"""What the engine publishes is whole in the eyes of the verifier, on the disk and through a server."""

from pathlib import Path

import pytest

from portal.cli import main
from tests.readers.folders import ARTICLE_FILE, portal_folder
from tests.servers import block, running

FIRST, SECOND = "2026-11-01 08:00", "2026-11-02 08:00"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = portal_folder(tmp_path, {"co-quan/so-y-te.yaml": 'name: "Sở Y tế"\n'})
    assert publish(made, FIRST) == 0
    return made


def publish(content: Path, as_of: str) -> int:
    return main(["publish", "--portal", str(content), "--jobs", "1", "--as-of", as_of])


def verify(where: str, state: Path) -> int:
    return main(["verify", where, "--state", str(state), "--as-of", SECOND])


def public(content: Path) -> Path:
    return content.parent / "build/public"


def test_each_publication_is_whole_and_goes_on_from_the_one_before(content: Path, tmp_path: Path) -> None:
    state = tmp_path / "nho.json"
    assert verify(str(public(content)), state) == 0
    text = (content / ARTICLE_FILE).read_text("utf-8")
    (content / ARTICLE_FILE).write_text(f"{text}\nThêm một câu.\n", "utf-8")
    assert publish(content, SECOND) == 0
    assert verify(str(public(content)), state) == 0


def test_it_is_whole_through_the_server_of_the_operators_page(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "server"
    folder.mkdir()
    with running(block("caddyfile"), public(content), folder) as port:
        assert verify(f"http://127.0.0.1:{port}/", tmp_path / "nho.json") == 0


def test_a_text_and_a_page_of_it_are_proved(content: Path, tmp_path: Path) -> None:
    out, release = tmp_path / "bang-chung", str(public(content))
    for path in (ARTICLE_FILE, "/"):
        assert main(["prove", path, "--from", release, "--out", str(out)]) == 0
        assert main(["prove", "--check", str(out)]) == 0
    assert main(["prove", "--check", str(out), "--file", str(public(content) / "index.html")]) == 0
