"""A portal is looked at as its readers see it, and as search engines do."""

from pathlib import Path

import pytest

from portal.trust.verifying.sources import Answer, WebSource
from portal.trust.verifying.verification import Verdict, Wish, verify
from tests.trust.releases import NOW, Office
from tests.trust.sites import Trick, honest, repacked, served

SPAM = b'<h1>nha cai uy tin</h1><a href="/tin/spam-2/">2</a>'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "public", pages=4)
    made.publish()
    return made


def look(office: Office, trick: Trick = honest, *excepted: str) -> Verdict:
    with served(office.folder, trick) as base:
        return verify(WebSource(base), Wish(NOW, [office.signer.key], excepted=excepted))


def told(verdict: Verdict) -> set[tuple[str, str]]:
    return {(one.code, one.where) for one in verdict.findings}


def at(address: str, answer: Answer, only: str = "", value: str = "") -> Trick:
    """An answer for one address, maybe only where a header has a value."""

    def trick(asked: str, headers: "dict[str, str]") -> Answer | None:
        return answer if asked == address and value in headers.get(only, "") else None

    return trick


def test_an_honest_portal_is_whole(office: Office) -> None:
    verdict = look(office)
    assert (verdict.exit, verdict.findings) == (0, ())
    assert verdict.asked > 80 and verdict.files == len(
        [path for path in office.snapshot() if not path.startswith("log/")]
    )


@pytest.mark.parametrize("planted", ["/ca-cuoc/", "/wp-login.php", "/?s=casino", "/.env"])
def test_a_planted_page_is_found_though_nothing_links_there(office: Office, planted: str) -> None:
    verdict = look(office, at(planted, Answer(200, SPAM)))
    assert (verdict.exit, told(verdict)) == (11, {("page/unknown", planted)})


def test_what_a_planted_page_links_to_is_found_too(office: Office) -> None:
    def trick(asked: str, headers: "dict[str, str]") -> Answer | None:
        return Answer(200, SPAM) if asked in ("/nohu/", "/tin/spam-2/") else None

    assert told(look(office, trick)) == {("page/unknown", "/nohu/"), ("page/unknown", "/tin/spam-2/")}


def test_a_page_that_the_changed_site_map_names_is_found(office: Office) -> None:
    def trick(asked: str, headers: "dict[str, str]") -> Answer | None:
        if asked == "/sitemap.xml":
            return Answer(200, b"<urlset><loc>/tin/an/</loc></urlset>")
        return Answer(200, SPAM) if asked == "/tin/an/" else None

    assert told(look(office, trick)) == {("file/changed", "sitemap.xml"), ("page/unknown", "/tin/an/")}


@pytest.mark.parametrize(("header", "value"), [("user-agent", "Googlebot"), ("referer", "google")])
def test_what_is_shown_to_search_engines_alone_is_found(office: Office, header: str, value: str) -> None:
    verdict = look(office, at("/tin/1/", Answer(200, SPAM), header, value))
    assert ("file/cloaked", "tin/1/index.html") in told(verdict) and verdict.exit == 10
    hidden = look(office, at("/slot/", Answer(200, SPAM), header, value))
    assert (hidden.exit, ("page/cloaked", "/slot/") in told(hidden)) == (11, True)


def test_a_redirect_for_visitors_of_search_engines_is_found(office: Office) -> None:
    verdict = look(office, at("/", Answer(302, to="https://bet.example/"), "referer", "google"))
    assert told(verdict) == {("file/cloaked", "index.html")}


def test_an_unknown_address_that_leads_away_is_found(office: Office) -> None:
    verdict = look(office, at("/keonhacai/", Answer(302, to="https://bet.example/")))
    assert (verdict.exit, told(verdict)) == (11, {("page/elsewhere", "/keonhacai/")})


def test_a_page_that_is_changed_gone_or_led_away_is_named(office: Office) -> None:
    for answer, code in (
        (Answer(200, b"x"), "file/changed"),
        (Answer(404), "file/missing"),
        (Answer(301, to="/"), "file/redirected"),
    ):
        verdict = look(office, at("/tin/2/", answer))
        assert (code, "tin/2/index.html") in told(verdict) and verdict.exit == 10


def test_a_page_that_leads_on_may_be_a_redirect_to_there(office: Office) -> None:
    assert look(office, at("/tin/2/", Answer(301, to="/tin/3/"))).exit == 0


def test_a_page_that_is_gone_may_say_so_in_its_status(office: Office) -> None:
    page = (office.folder / "tin/2/index.html").read_bytes()
    assert look(office, at("/tin/2/", Answer(410, page))).exit == 0


def test_a_change_in_the_packed_page_alone_is_found(office: Office) -> None:
    verdict = look(office, at("/tin/2/", Answer(200, repacked(SPAM), "gzip"), "accept-encoding", "gzip"))
    assert told(verdict) == {("file/changed", "tin/2/index.html.gz")}


def test_a_host_may_pack_pages_itself(office: Office) -> None:
    page = (office.folder / "tin/2/index.html").read_bytes()
    packed = Answer(200, repacked(page), "gzip")
    assert look(office, at("/tin/2/", packed, "accept-encoding", "gzip")).exit == 0


def test_what_cannot_be_read_is_never_whole(office: Office) -> None:
    for address in ("/tin/2/", "/log/checkpoint", "/log/manifest/all", "/nohu/"):
        verdict = look(office, at(address, Answer(503)))
        assert verdict.exit == 14 or (verdict.exit, address) == (11, "/nohu/"), address


def test_a_server_that_is_not_there_was_not_checked() -> None:
    verdict = verify(WebSource("http://127.0.0.1:9/"), Wish(NOW))
    assert verdict.exit == 14


def test_below_an_exception_other_programs_may_answer(office: Office) -> None:
    trick = at("/admin/", Answer(200, b"search"))
    assert look(office, trick).exit == 11
    assert look(office, trick, "/admin/").exit == 0


def test_a_host_that_shows_an_own_page_for_any_address_shows_nothing_foreign(office: Office) -> None:
    home = (office.folder / "index.html").read_bytes()

    def trick(asked: str, headers: "dict[str, str]") -> Answer | None:
        return Answer(200, home) if not (office.folder / asked.lstrip("/")).exists() else None

    assert look(office, trick).exit == 0
