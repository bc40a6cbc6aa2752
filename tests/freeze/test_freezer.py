"""Answers become files, inside the release and nowhere else."""

import os
import stat
from pathlib import Path

import pytest
from flask import render_template_string

from portal.freeze.freezer import PageFailed, freeze
from portal.freeze.targets import UnsafeAddress, check_targets, target
from portal.source.store import Damaged
from tests.freeze.sites import SITE, Answers, app, files, page


def test_every_answer_becomes_a_file_where_servers_look_for_it(staging: Path) -> None:
    assert [made.address for made in freeze(app(), list(SITE), staging)] == list(SITE)
    assert files(staging) == {
        "index.html": SITE["/"],
        "tin/index.html": SITE["/tin/"],
        "404.html": SITE["/404.html"],
        "site.css": SITE["/site.css"],
        "robots.txt": SITE["/robots.txt"],
    }


def test_a_file_that_stands_is_never_written_into(staging: Path) -> None:
    staging.mkdir(exist_ok=True)
    (staging / "404.html").write_text("của bản khác", "utf-8")
    with pytest.raises(FileExistsError, match=r"404\.html"):
        list(freeze(app(), list(SITE), staging))
    assert (staging / "404.html").read_text("utf-8") == "của bản khác"


def test_a_file_that_the_system_takes_in_pieces_is_whole(
    staging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, body: write(handle, body[:3]))
    list(freeze(app(), list(SITE), staging))
    assert files(staging)["tin/index.html"] == SITE["/tin/"]


def test_a_write_that_fails_names_its_file(staging: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int, body: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match=r"No space left on device: .*index\.html"):
        list(freeze(app(), list(SITE), staging))


def test_files_may_be_read_by_whom_the_system_lets(staging: Path) -> None:
    before = os.umask(0o027)
    try:
        list(freeze(app(), ["/"], staging))
    finally:
        os.umask(before)
    assert stat.S_IMODE((staging / "index.html").stat().st_mode) == 0o640


def test_a_page_is_given_only_once_its_file_stands(staging: Path) -> None:
    for made in freeze(app(), list(SITE), staging):
        assert (staging / made.path).read_bytes() == made.body


def test_an_error_in_a_template_names_its_page(staging: Path) -> None:
    answers: Answers = {"/": page(), "/tin/": lambda: render_template_string("{{ tin.tieu_de.chu }}")}
    with pytest.raises(PageFailed, match=r"^/tin/: UndefinedError: 'tin' is undefined"):
        list(freeze(app(answers), list(answers), staging))


def test_a_missing_template_is_the_pages_fault_and_not_the_machines(staging: Path) -> None:
    answers = {"/": lambda: render_template_string("{% include 'khong-co.html' %}")}
    with pytest.raises(PageFailed, match="/: TemplateNotFound: khong-co.html"):
        list(freeze(app(answers), ["/"], staging))


def test_a_failure_of_the_machine_stays_one(staging: Path) -> None:
    def full() -> str:
        raise OSError(28, "No space left on device", "tin/index.html")

    with pytest.raises(OSError, match="No space left on device"):
        list(freeze(app({"/": full}), ["/"], staging))


def test_a_damaged_store_is_no_fault_of_the_page(staging: Path) -> None:
    def damaged() -> str:
        raise Damaged("sources.db")

    with pytest.raises(Damaged, match=r"sources\.db"):
        list(freeze(app({"/": damaged}), ["/"], staging))


def test_an_answer_that_is_not_there_names_its_address(staging: Path) -> None:
    with pytest.raises(PageFailed, match="/khong-co/"):
        list(freeze(app(), ["/", "/khong-co/"], staging))


def test_a_media_type_that_servers_would_not_send_is_refused(staging: Path) -> None:
    site = app()

    @site.get("/tin.json")
    def news() -> tuple[str, int, dict[str, str]]:
        return "{}", 200, {"Content-Type": "text/html"}

    with pytest.raises(PageFailed, match=r"/tin\.json: MimetypeMismatchWarning"):
        list(freeze(site, ["/tin.json"], staging))


HOSTILE = [
    "/../ngoai.html",
    "/a/../../ngoai.html",
    "/%2e%2e/ngoai.html",
    "/..%2fngoai.html",
    "/..\\ngoai.html",
    "//ngoai.example/a.html",
    "https://ngoai.example/a.html",
    "ngoai.html",
    "/a//b.html",
    "/./a.html",
    "/a\0.html",
    "/a?b.html",
    "/a#b",
    "/C:/a.html",
    "/tin-tức/",
    "",
]


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_never_writes_outside(address: str, tmp_path: Path) -> None:
    staging = tmp_path / "trong" / "staging"
    staging.mkdir(parents=True)
    with pytest.raises(UnsafeAddress):
        list(freeze(app({address: "x"}), [address], staging))
    assert files(tmp_path) == {}


def test_a_file_of_a_folder_keeps_its_name() -> None:
    assert target("/.well-known/security.txt") == ".well-known/security.txt"


@pytest.mark.parametrize(
    "pair", [("/a/", "/a/index.html"), ("/a", "/a/"), ("/a/b/", "/a"), ("/A.txt", "/a.txt"), ("/a/", "/a/")]
)
def test_two_addresses_never_share_a_file(pair: tuple[str, str]) -> None:
    for both in (pair, pair[::-1]):
        with pytest.raises(UnsafeAddress):
            check_targets(both)


def test_neighbours_in_a_folder_do_not_collide() -> None:
    check_targets(["/", "/a/", "/a/b.txt", "/a/b/", "/a/b/c/", "/rss.xml"])
