"""What the preview answers: the pages as they would be published, with what their author must know."""

import re
from pathlib import Path
from socket import create_server
from threading import Event, Thread

import pytest

from portal.cli import main
from portal.preview.desk import Desk
from portal.preview.server import ADDRESS, PortTaken, Site, make
from tests.preview.previews import BROKEN, HOST, STORY, Preview
from tests.readers.folders import ARTICLE, PORTAL

SCRIPT = re.compile(rb'<script src="/__preview/preview\.js\?mark=[0-9a-f]*" defer></script>')
DRAFT = ARTICLE.replace("category: thoi-su", "category: thoi-su\ndraft: true")
LATER = ARTICLE.replace("category: thoi-su", "category: thoi-su\npublish: 2099-01-01 08:00")
DEAD = ARTICLE.replace("../../trang/lien-he.md", "/khong-co/")


def test_a_page_is_what_would_be_published_and_a_script(content: Path, preview: Preview) -> None:
    assert main(["build", "--portal", str(content), "--jobs", "1"]) == 0
    published = (content.parent / "build/public" / STORY[1:] / "index.html").read_bytes()
    shown = preview.get()
    assert shown.status_code == 200
    assert len(SCRIPT.findall(shown.data)) == 1
    # A browser that obeyed this would ask for HTTPS, which nobody speaks here.
    plain = published.replace(b"; upgrade-insecure-requests", b"")
    assert SCRIPT.sub(b"", shown.data) == plain


def test_what_is_frozen_has_no_trace_of_the_preview(content: Path) -> None:
    assert main(["build", "--portal", str(content), "--jobs", "1"]) == 0
    public = content.parent / "build/public"
    assert not [file for file in public.rglob("*.*") if file.is_file() and b"__preview" in file.read_bytes()]


def test_only_this_machine_is_answered_and_only_by_its_own_name(preview: Preview) -> None:
    assert preview.get(host="cong.example:8000").status_code == 403
    assert preview.get("/__preview/notes", host="127.0.0.1:8001").status_code == 403


def test_nothing_but_the_dropped_document_can_be_sent(preview: Preview) -> None:
    for path in (STORY, "/__preview/", "/__preview/thay-doi", "/__preview/preview.js"):
        assert preview.client.post(path, headers={"Host": HOST}).status_code == 405


def test_a_page_of_another_site_cannot_send_anything(preview: Preview) -> None:
    asked = {"Host": HOST, "Origin": "http://cong.example"}
    assert preview.client.post("/__preview/tu-word", headers=asked).status_code == 403
    asked["Origin"] = "null"
    assert preview.client.post("/__preview/tu-word", headers=asked).status_code == 403


def test_no_other_site_may_show_or_load_a_page(preview: Preview) -> None:
    headers = preview.get().headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_wrong_address_is_answered_with_the_portals_own_page_for_it(preview: Preview) -> None:
    answer = preview.get("/khong-co/")
    assert answer.status_code == 404
    # It is loaded again when there is a page at last.
    assert b'/__preview/preview.js?mark="' in answer.data
    assert preview.notes("/khong-co/")["mark"] == ""


def test_a_page_is_told_apart_by_all_but_the_name_of_its_style_sheet(preview: Preview) -> None:
    before = preview.notes()
    preview.save("h1 { color: red }", "templates/layout/z.css")
    dressed = preview.notes()
    assert dressed["style"] != before["style"]
    assert dressed["mark"] == before["mark"]
    preview.save(ARTICLE.replace("Nội dung", "Nội dung mới"))
    assert preview.notes()["mark"] != before["mark"]


def test_an_article_that_never_was_right_has_a_page_that_says_so(content: Path) -> None:
    (content / "tin-tuc/2026/hop-bao.md").write_text(BROKEN, "utf-8")
    answer = Preview(content).get()
    assert answer.status_code == 500
    assert "đang có lỗi" in answer.text
    assert "/__preview/preview.js" in answer.text


@pytest.mark.parametrize(("text", "said"), [(DRAFT, "Bản nháp"), (LATER, "Hẹn công khai")])
def test_what_is_not_public_yet_is_shown_and_marked(text: str, said: str, preview: Preview) -> None:
    preview.save(text)
    assert preview.get().status_code == 200
    assert str(preview.notes()["waiting"]).startswith(said)
    assert preview.notes("/lien-he/")["waiting"] == ""
    assert preview.notes("/lien-he/")["unborn"] == {STORY: said}


def test_a_problem_is_told_with_place_line_and_mend(preview: Preview) -> None:
    preview.save(BROKEN)
    (told,) = preview.notes()["problems"]
    assert told["page"] == STORY
    assert told["place"] == "content/tin-tuc/2026/hop-bao.md:3:7"
    assert (told["before"], told["marked"], told["after"]) == ("date: ", "hôm nay", "")
    assert told["mend"]


def test_problems_of_the_page_itself_come_first(preview: Preview) -> None:
    preview.save(BROKEN.replace("Họp báo quý hai", "Một"), "tin-tuc/2026/a.md")
    preview.save(BROKEN)
    assert [one["page"] for one in preview.notes()["problems"]] == [STORY, "/tin-tuc/2026/a/"]


def test_the_page_of_all_problems_needs_no_script(preview: Preview) -> None:
    preview.save(BROKEN)
    preview.save(DRAFT.replace("Họp báo quý hai", "Một bài nháp"), "tin-tuc/2026/nhap.md")
    page = preview.get("/__preview/").text
    assert "1 lỗi cần sửa" in page
    assert "hop-bao.md:3:7" in page and "<mark>hôm nay</mark>" in page
    assert "Một bài nháp" in page and "người dân chưa thấy" in page
    preview.save(ARTICLE)
    assert "Không có lỗi nào" in preview.get("/__preview/").text


def test_settings_that_are_gone_leave_the_pages(content: Path, preview: Preview) -> None:
    preview.get()
    preview.remove("portal.yaml")
    assert preview.get().status_code == 200
    assert preview.notes()["errors"] == 1
    preview.save(PORTAL, "portal.yaml")
    assert preview.notes()["errors"] == 0


def test_a_port_that_is_taken_is_told_plainly(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with create_server((ADDRESS, 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["preview", "--portal", str(content), "--port", str(port)]) == 3
    said = capsys.readouterr().err
    assert f"Cổng mạng {port} đang có chương trình khác dùng" in said
    assert f"--port {port + 1}" in said


def test_two_previews_of_one_portal_do_not_disturb_each_other(content: Path, preview: Preview) -> None:
    other = Preview(content)
    for number in range(5):
        preview.save(ARTICLE.replace("Nội dung", f"Nội dung {number}"))
        other.session.look()
        assert preview.get().data == other.get().data


def test_it_listens_on_this_machine_alone(preview: Preview) -> None:
    site = Site(preview.session, Desk(preview.session, preview.content, ""), Event())  # type: ignore[arg-type]
    with make(site, 0) as server:
        assert server.server_address[0] == "127.0.0.1"
        with pytest.raises(PortTaken):
            make(site, server.port)


def test_pages_that_wait_hear_of_the_next_edition(preview: Preview) -> None:
    known, heard = preview.session.number, list[str]()
    waiting = Thread(target=lambda: heard.append(preview.session.wait_for(known, 20)))
    waiting.start()
    preview.session.refresh()
    waiting.join(20)
    assert heard == [preview.session.number] != [known]


def test_nobody_waits_for_ever(preview: Preview) -> None:
    known = preview.session.number
    assert preview.session.wait_for(known, 0.01) == known
