"""What the preview answers: the pages as they would be published, with what their author must know."""

import json
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from docx import Document
from PIL import Image
from werkzeug.test import Client, TestResponse

from portal.cli import main
from portal.cli.arguments import parser
from portal.cli.previewing import _edition
from portal.preview.edition import Edition
from portal.preview.server import Site
from portal.preview.session import Session
from portal.preview.watching import watch_files
from tests.readers.folders import ARTICLE, ARTICLE_FILE, portal_folder

STORY = "/tin-tuc/2026/hop-bao/"
HOST = "127.0.0.1:8000"
TOKEN = "bí mật"
WORD = "/__preview/tu-word"
DRAFT = ARTICLE.replace("category: thoi-su", "category: thoi-su\ndraft: true")
LATER = ARTICLE.replace("category: thoi-su", "category: thoi-su\npublish: 2099-01-01 08:00")
DEAD = ARTICLE.replace("../../trang/lien-he.md", "/khong-co/")
BROKEN = ARTICLE.replace("date: 2026-05-13 14:44", "date: hôm nay")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return portal_folder(tmp_path)


@pytest.fixture
def session(content: Path) -> Session:
    asked = parser().parse_args(["preview", "--portal", str(content)])
    return Session(lambda: _edition(asked))


@pytest.fixture
def client(session: Session) -> Client:
    site = Site(session, Event(), TOKEN)
    site.hosts = {HOST}
    return Client(site)


def get(client: Client, path: str, host: str = HOST, **more: str) -> TestResponse:
    return client.get(path, headers={"Host": host}, query_string=more)


def notes(client: Client, address: str = STORY) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(get(client, "/__preview/notes", address=address).data)
    return held


def write(content: Path, text: str, file: str = ARTICLE_FILE) -> None:
    (content / file).write_text(text, "utf-8")


def test_a_page_is_what_would_be_published_and_a_script(content: Path, client: Client) -> None:
    assert main(["build", "--portal", str(content), "--jobs", "1"]) == 0
    published = (content.parent / "build/public" / STORY[1:] / "index.html").read_bytes()
    shown = get(client, STORY)
    assert shown.status_code == 200
    script = b'<script src="/__preview/preview.js" defer></script>'
    assert shown.data.count(script) == 1
    assert shown.data.replace(script, b"") == published


def test_what_is_frozen_has_no_trace_of_the_preview(content: Path) -> None:
    assert main(["build", "--portal", str(content), "--jobs", "1"]) == 0
    public = content.parent / "build/public"
    assert not [file for file in public.rglob("*.html") if b"__preview" in file.read_bytes()]


def test_only_this_machine_is_answered_and_only_by_its_own_name(client: Client) -> None:
    assert get(client, STORY, host="cong.example:8000").status_code == 403
    assert client.post(STORY, headers={"Host": HOST}).status_code == 405


def test_a_wrong_address_is_answered_with_the_portals_own_page_for_it(client: Client) -> None:
    answer = get(client, "/khong-co/")
    assert answer.status_code == 404
    assert b"/__preview/preview.js" in answer.data


def test_a_save_makes_the_next_edition(content: Path, session: Session, client: Client) -> None:
    write(content, ARTICLE.replace("Nội dung buổi họp.", "Nội dung khác."))
    session.refresh([ARTICLE_FILE])
    assert "Nội dung khác.".encode() in get(client, STORY).data
    assert notes(client)["number"] == 2


def test_a_broken_article_keeps_its_last_good_page_and_says_what_is_wrong(
    content: Path, session: Session, client: Client
) -> None:
    before = get(client, STORY).data
    write(content, BROKEN)
    session.refresh([ARTICLE_FILE])
    assert get(client, STORY).data == before
    (told,) = notes(client)["problems"]
    assert told["here"] and told["code"] == "date/not-a-date"
    assert told["place"] == "content/tin-tuc/2026/hop-bao.md:3:7"
    assert get(client, "/lien-he/").status_code == 200
    write(content, ARTICLE)
    session.refresh([ARTICLE_FILE])
    assert notes(client)["problems"] == []


def test_an_article_that_never_was_right_has_a_page_that_says_so(content: Path) -> None:
    write(content, BROKEN)
    asked = parser().parse_args(["preview", "--portal", str(content)])
    site = Site(Session(lambda: _edition(asked)), Event(), TOKEN)
    site.hosts = {HOST}
    answer = get(Client(site), STORY)
    assert answer.status_code == 500
    assert "đang có lỗi" in answer.text
    assert "/__preview/preview.js" in answer.text


def test_a_problem_of_another_page_is_told_as_such(content: Path, session: Session, client: Client) -> None:
    write(content, DEAD)
    session.refresh([ARTICLE_FILE])
    (told,) = notes(client, "/lien-he/")["problems"]
    assert not told["here"]


@pytest.mark.parametrize(("text", "said"), [(DRAFT, "Bản nháp"), (LATER, "Hẹn công khai lúc")])
def test_what_is_not_public_yet_is_shown_and_marked(
    text: str, said: str, content: Path, session: Session, client: Client
) -> None:
    write(content, text)
    session.refresh([ARTICLE_FILE])
    assert get(client, STORY).status_code == 200
    assert str(notes(client)["waiting"]).startswith(said)
    assert notes(client, "/lien-he/")["waiting"] == ""


def test_a_template_that_cannot_be_read_leaves_the_pages_and_is_named(
    content: Path, session: Session, client: Client
) -> None:
    (content / "templates/pages").mkdir(parents=True)
    write(content, "\n{% if %}", "templates/pages/404.html")
    session.refresh(["templates/pages/404.html"])
    assert get(client, STORY).status_code == 200
    assert "404.html:2" in str(notes(client)["fault"])


def test_settings_that_are_gone_leave_the_pages(content: Path, session: Session, client: Client) -> None:
    get(client, STORY)
    (content / "portal.yaml").unlink()
    session.refresh(["portal.yaml"])
    assert get(client, STORY).status_code == 200
    assert notes(client)["total"] == 1


def test_only_style_sheets_changed_is_told_so_that_a_page_need_not_be_loaded_again(session: Session) -> None:
    before = session.style_of(STORY)
    assert before.startswith("/tai-nguyen/site.")
    session.refresh(["/x/a.css"])
    assert session.style_only
    session.refresh(["/x/a.css", "/x/b.md"])
    assert not session.style_only


def test_pages_that_wait_hear_of_the_next_edition(session: Session) -> None:
    heard: list[int] = []
    waiting = Thread(target=lambda: heard.append(session.wait_for(1, 20)))
    waiting.start()
    session.refresh()
    waiting.join(20)
    assert heard == [2]


def test_nobody_waits_for_ever() -> None:
    session = Session(lambda: Edition(None))
    assert session.wait_for(1, 0.01) == 1


@pytest.fixture
def told(content: Path) -> Iterator[list[list[str]]]:
    """What a watch of the content tells, while it runs."""
    bursts: list[list[str]] = []
    stop = Event()
    thread = Thread(target=watch_files, args=([content], lambda files: bursts.append(list(files)), stop))
    thread.start()
    yield bursts
    stop.set()
    thread.join(20)


def test_a_save_is_seen_and_what_programs_leave_beside_it_is_not(
    content: Path, told: list[list[str]]
) -> None:
    seen = Event()
    for _ in range(100):
        # The watch begins some time after its thread does.
        write(content, "x", "tin-tuc/2026/.a.md.swp")
        write(content, ARTICLE + "\nThêm.\n")
        if seen.wait(0.1) or told:
            break
    assert {Path(file).name for burst in told for file in burst} == {"hop-bao.md"}


def drop(client: Client, data: bytes, token: str = TOKEN) -> TestResponse:
    held = {"token": token, "file": (BytesIO(data), "bai.docx")}
    return client.post(WORD, headers={"Host": HOST}, data=held)


def document() -> bytes:
    made = Document()
    made.add_heading("Lịch tiếp công dân tháng 12", 0)
    made.add_paragraph("Sở Nội vụ tiếp công dân các ngày 5 và 19.")
    picture = BytesIO()
    Image.new("RGB", (300, 200), "#1e4088").save(picture, "PNG")
    made.add_picture(picture)
    body = BytesIO()
    made.save(body)
    return body.getvalue()


def test_a_dropped_document_comes_back_as_markdown_and_as_a_page(content: Path, client: Client) -> None:
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    answer = drop(client, document())
    assert answer.status_code == 200
    assert 'title: "Lịch tiếp công dân tháng 12"' in unescape(answer.text)
    assert "<h1>Lịch tiếp công dân tháng 12</h1>" in answer.text
    assert answer.text.count("Sở Nội vụ tiếp công dân các ngày 5 và 19.") == 2
    (picture,) = re.findall(r'<img[^>]* src="([^"]+)"', answer.text)
    shown = get(client, picture)
    assert (shown.status_code, shown.mimetype) == (200, "image/png")
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before


def test_what_is_no_document_is_refused_in_words(client: Client) -> None:
    answer = drop(client, b"x")
    assert 'role="alert"' in answer.text
    assert "Traceback" not in answer.text


def test_a_page_of_another_site_cannot_send_a_document(client: Client) -> None:
    assert drop(client, document(), token="x").status_code == 403


def test_a_document_that_is_too_large_is_not_read(client: Client) -> None:
    answer = client.post(
        WORD, headers={"Host": HOST}, environ_overrides={"CONTENT_LENGTH": str(10**9)}, data={"token": TOKEN}
    )
    assert answer.status_code == 413
    assert "MB" in answer.text
