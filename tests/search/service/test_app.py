"""What a reader without scripts and a program are answered, with which status and which headers."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from search.ranking import Results, Wish
from search.service import searchers as threads
from search.service.app import DATA_POLICY, HTML_POLICY, make_app
from search.service.limits import MAX_TYPED
from tests.search.pages import page
from tests.search.service.releases import Shelf, client_of, release, serving

MANY = tuple(page(f"/tin/{number:03}/", f"Chuyển đổi số {number}") for number in range(45))
API = "/api/tim-kiem"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    """Asks a service of a release in Vietnamese and English."""
    with client_of(tmp_path, languages=("vi", "en")) as made:
        yield made


def inside(answer: TestResponse, path: str) -> list[Any]:
    """What is found in a page."""
    found = html.fromstring(answer.get_data(as_text=True)).xpath(path)
    assert isinstance(found, list)
    return found


def hits(answer: TestResponse) -> list[str]:
    """The addresses that a page of answers leads to."""
    return [str(link) for link in inside(answer, "//article//a/@href")]


def text(answer: TestResponse, path: str) -> str:
    """The text of what is found in a page."""
    [found] = inside(answer, path)
    return " ".join(found.text_content().split())


def test_a_reader_gets_the_page_of_the_release_with_answers_in_it(client: FlaskClient) -> None:
    answer = client.get("/tim-kiem/?q=chuyen+doi+so")
    assert answer.status_code == 200 and answer.content_type == "text/html; charset=utf-8"
    assert hits(answer) == ["/a/", "/b/"]
    assert text(answer, "//*[@role='status']") == "2 kết quả cho «chuyen doi so»."
    assert text(answer, "//title") == "chuyen doi so – Tìm"
    assert inside(answer, "//input[@id='tim']/@value") == ["chuyen doi so"]


def test_a_program_gets_the_same_answers_as_a_reader(client: FlaskClient) -> None:
    said = json.loads(client.get(f"{API}?q=chuyen+doi+so&ngon-ngu=vi").data)
    assert [hit["address"] for hit in said["hits"]] == hits(client.get("/tim-kiem/?q=chuyen+doi+so"))
    assert (said["release"], said["total"], said["page"], said["pages"]) == ("one", 2, 1, 1)


def test_found_words_are_marked(client: FlaskClient) -> None:
    answer = client.get("/tim-kiem/?q=chuyen+doi+so")
    assert inside(answer, "//h2//mark/text()") == ["Chuyển đổi số"]


def test_english_pages_speak_english_and_give_english_answers(tmp_path: Path) -> None:
    pages = (page("/en/a/", "Meeting", language="en"), page("/a/", "Meeting"))
    with client_of(tmp_path, pages, ("vi", "en")) as client:
        answer = client.get("/en/tim-kiem/?q=meeting")
        assert hits(answer) == ["/en/a/"]
        assert text(answer, "//*[@role='status']") == "Results for “meeting”: 1."


def test_a_release_in_one_language_has_no_page_for_answers_in_another(tmp_path: Path) -> None:
    with client_of(tmp_path) as client:
        assert client.get("/en/tim-kiem/?q=a").status_code == 404


@pytest.mark.parametrize("place", ["/tim-kiem", "/tim-kiem/"])
@pytest.mark.parametrize("asked", ["", "?q=", "?q=+%00+"])
def test_who_has_not_asked_yet_gets_the_page_as_it_is(client: FlaskClient, place: str, asked: str) -> None:
    answer = client.get(place + asked)
    assert (
        answer.status_code == 200
        and hits(answer) == []
        and 'id="answers"' not in answer.get_data(as_text=True)
    )


def test_answers_come_in_pages_that_lead_to_one_another(tmp_path: Path) -> None:
    with client_of(tmp_path, MANY) as client:
        place, found = "/tim-kiem/?q=chuyen+doi+so&loai=article", []
        while place:
            answer = client.get(place)
            found += hits(answer)
            onward = inside(answer, "//a[@rel='next']/@href")
            place = str(onward[0]) if onward else ""
    assert found == sorted(one.address for one in MANY)


def test_filters_that_were_chosen_stay_chosen(client: FlaskClient) -> None:
    answer = client.get("/tim-kiem/?q=chuyen&loai=unit&xep=moi&tu=2026-01-31")
    tree = html.fromstring(answer.get_data(as_text=True))
    assert tree.xpath("//option[@selected]/@value") == ["unit", "moi"]
    assert tree.xpath("//input[@name='tu']/@value") == ["2026-01-31"]
    assert tree.xpath("//details/@open") and tree.xpath("//input[@type='hidden']/@value") == ["chuyen"]


def test_what_a_reader_typed_is_text_and_never_markup(client: FlaskClient) -> None:
    evil = '"><script>alert(1)</script><!-- answers --><input id="tim" {{7*7}} &lt;'
    answer = client.get("/tim-kiem/", query_string={"q": evil})
    said = answer.get_data(as_text=True)
    assert "<script" not in said and "49" not in said
    assert html.fromstring(said).xpath("//input[@id='tim']/@value") == [evil]
    assert evil in text(answer, "//*[@role='status']")


def test_titles_and_texts_of_pages_are_text_and_never_markup(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)> chuyển"
    with client_of(tmp_path, [page("/a/", evil, evil, summary=evil)]) as client:
        answer = client.get("/tim-kiem/?q=chuyen")
    assert "<img" not in answer.get_data(as_text=True) and evil in text(answer, "//h2")


def test_pages_carry_the_policy_of_the_portal_and_data_may_do_nothing(client: FlaskClient) -> None:
    reader, program = client.get("/tim-kiem/?q=a"), client.get(f"{API}?q=a")
    assert reader.headers["Content-Security-Policy"] == HTML_POLICY
    assert program.headers["Content-Security-Policy"] == DATA_POLICY
    assert (
        program.headers["Access-Control-Allow-Origin"] == "*"
        and "Access-Control-Allow-Origin" not in reader.headers
    )
    for answer in (reader, program, client.get("/nothing"), client.get(API)):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"] == "noindex"


def test_no_page_has_styles_or_scripts_of_its_own(client: FlaskClient) -> None:
    answer = client.get("/tim-kiem/?q=chuyen&trang=2")
    assert inside(answer, "//@style | //style | //*[@id='answers']//script") == []
    assert inside(answer, "//@*[starts-with(name(), 'on')]") == []


@pytest.mark.parametrize("place", ["/tim-kiem/?q=chuyen", f"{API}?q=chuyen"])
def test_head_gives_the_headers_of_get_without_a_body(client: FlaskClient, place: str) -> None:
    whole, head = client.get(place), client.head(place)
    assert head.data == b"" and head.status_code == 200
    assert {**head.headers, "Date": ""} == {**whole.headers, "Date": ""}
    assert int(head.headers["Content-Length"]) == len(whole.data)


@pytest.mark.parametrize("place", ["/tim-kiem/?q=chuyen", f"{API}?q=chuyen"])
def test_who_has_the_answer_of_this_release_is_sent_none_again(client: FlaskClient, place: str) -> None:
    tag = client.get(place).headers["ETag"]
    again = client.get(place, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)


def test_the_answer_of_another_release_is_sent(tmp_path: Path) -> None:
    shelf = Shelf(release(tmp_path, "one"))
    with serving(shelf) as service:
        client = make_app(service).test_client()
        tag = client.get(f"{API}?q=chuyen").headers["ETag"]
        shelf.public = release(tmp_path, "two")
        service.following.look()
        again = client.get(f"{API}?q=chuyen", headers={"If-None-Match": tag})
        assert again.status_code == 200 and json.loads(again.data)["release"] == "two"


def test_answers_are_kept_by_readers_alone_and_refusals_by_nobody(client: FlaskClient) -> None:
    assert client.get(f"{API}?q=a").headers["Cache-Control"] == "private, max-age=60"
    for place in (API, f"{API}?q=a&trang=0", "/nothing", "/tim-kiem/?q=a&trang=x"):
        assert client.get(place).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("place", "code", "status", "parameter"),
    [
        (API, "no-query", 400, "q"),
        (f"{API}?q=%20", "no-query", 400, "q"),
        (f"{API}?q={'a' * (MAX_TYPED + 1)}", "query-too-long", 400, "q"),
        (f"{API}?q=a&trang=0", "bad-parameter", 400, "trang"),
        ("/nothing", "not-found", 404, None),
        ("/api/tim-kiem/../../etc/passwd", "not-found", 404, None),
    ],
)
def test_a_program_is_told_what_was_wrong(
    client: FlaskClient, place: str, code: str, status: int, parameter: str | None
) -> None:
    answer = client.get(place)
    said = json.loads(answer.data)
    assert (
        answer.content_type == "application/problem+json" and answer.status_code == said["status"] == status
    )
    assert (said["code"], said.get("parameter")) == (code, parameter)


def test_problems_are_told_in_the_language_of_who_asks(client: FlaskClient) -> None:
    english = client.get(API, headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert (
        json.loads(english.data)["title"] == "There is no query"
        and english.headers["Content-Language"] == "en"
    )
    assert json.loads(client.get(API).data)["title"] == "Thiếu điều cần tìm"


def test_a_reader_is_told_what_was_wrong_on_the_page(client: FlaskClient) -> None:
    answer = client.get("/tim-kiem/?q=a&nam=khong")
    assert answer.status_code == 400 and "không đọc được" in text(answer, "//*[@role='alert']")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_but_reading_is_taken(client: FlaskClient, method: str) -> None:
    answer = client.open(API, method=method, query_string={"q": "a"})
    assert answer.status_code == 405 and "GET" in answer.headers["Allow"]


def test_who_is_turned_away_is_told_when_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = Event()
    monkeypatch.setattr(threads, "search", lambda index, query, wish: hold.wait(30) and Results((), 0, query))
    with serving(Shelf(release(tmp_path, "one")), seats=1, waiting=-1, deadline=0.01) as service:
        client = make_app(service).test_client()
        for place in ("/tim-kiem/?q=a", f"{API}?q=a"):
            answer = client.get(place)
            assert answer.status_code == 503 and answer.headers["Retry-After"] == "1"
        assert json.loads(client.get(f"{API}?q=a").data)["code"] == "busy"
        assert "quá nhiều lượt tìm" in text(client.get("/tim-kiem/?q=a"), "//*[@role='alert']")
        hold.set()


def test_a_search_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = Event()
    monkeypatch.setattr(threads, "search", lambda index, query, wish: hold.wait(30) and Results((), 0, query))
    with serving(Shelf(release(tmp_path, "one")), seats=1, deadline=0.01) as service:
        answer = make_app(service).test_client().get(f"{API}?q=a")
        assert answer.status_code == 503 and json.loads(answer.data)["code"] == "slow"
        hold.set()


def test_what_was_answered_once_needs_no_search_again(tmp_path: Path) -> None:
    with serving(Shelf(release(tmp_path, "one"))) as service:
        client = make_app(service).test_client()
        first = client.get("/tim-kiem/?q=chuyen").data
        service.searchers.close()
        assert client.get("/tim-kiem/?q=chuyen").data == first


def test_before_anything_was_published_the_service_lives_but_is_not_ready() -> None:
    with serving(Shelf()) as service:
        client = make_app(service).test_client()
        assert client.get("/healthz").status_code == 200
        for place in ("/readyz", f"{API}?q=a", "/tim-kiem/?q=a"):
            answer = client.get(place)
            assert answer.status_code == 503 and json.loads(answer.data)["code"] == "not-ready"


def test_a_service_that_is_about_to_end_is_not_ready(tmp_path: Path) -> None:
    with serving(Shelf(release(tmp_path, "one"))) as service:
        client = make_app(service).test_client()
        assert json.loads(client.get("/readyz").data) == {"status": "ready", "release": "one"}
        service.stopping.set()
        assert client.get("/readyz").status_code == 503


def test_a_fault_of_ours_is_reported_and_shows_nothing_of_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(index: object, query: str, wish: Wish) -> Results:
        raise RuntimeError("secret")

    monkeypatch.setattr(threads, "search", failing)
    shelf = Shelf(release(tmp_path, "one"))
    with serving(shelf) as service:
        answer = make_app(service).test_client().get(f"{API}?q=a")
        page = make_app(service).test_client().get("/tim-kiem/?q=a")
    assert page.status_code == 500 and "gặp lỗi" in text(page, "//*[@role='alert']")
    assert answer.status_code == 500 and json.loads(answer.data)["code"] == "fault"
    assert b"secret" not in answer.data
    assert b"secret" not in page.data
    fault = shelf.faults[0]
    assert fault.endswith("RuntimeError") and "in failing" in fault and "secret" not in fault.split("\n")[-1]


def test_a_query_whose_index_was_pruned_is_answered_from_the_next_release(tmp_path: Path) -> None:
    shelf = Shelf(release(tmp_path, "one"))
    with serving(shelf) as service:
        client = make_app(service).test_client()
        # The edition is one that no thread holds open any more, and whose folder is gone.
        edition = service.following.edition
        for id in ("two", "three", "four"):
            shelf.public = release(tmp_path, id)
            service.following.look()
        for file in (tmp_path / "one.index").iterdir():
            file.unlink()
        service.following.edition = edition
        service.following._stamp = None
        answer = client.get(f"{API}?q=chuyen")
        assert answer.status_code == 200 and json.loads(answer.data)["release"] == "four"
