"""Articles among their neighbours, and lists whose full pages never change again."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from portal.model.article import Article, Source
from portal.model.listing import ListPage
from portal.web.app import PortalApp
from tests.web.feeds.portals import SETTINGS, URL, article, articles, picture, tagged
from tests.web.portals import (
    ABROAD,
    document,
    english_site,
    head,
    links,
    main,
    shows,
    site,
    targets,
    words,
)
from vietnamese.dates import HANOI

LAST = "/tin-tuc/2026/bai-003/"
MIDDLE = "/tin-tuc/2026/bai-002/"
FIRST = "/tin-tuc/2026/bai-001/"


def shown(app: PortalApp, address: str) -> list[str]:
    """The titles that a page of a list shows."""
    page = shows(app, address)["page"]
    assert isinstance(page, ListPage)
    return [teaser.title for teaser in page.teasers]


def one(**facts: object) -> PortalApp:
    """A portal with one article of which some facts are given."""
    return site(articles=(replace(article(1), **facts),))  # type: ignore[arg-type]


def test_an_article_leads_to_the_one_before_and_the_one_after() -> None:
    made = main(site(), MIDDLE)
    assert made.xpath(".//a[@rel='prev']/@href") == [FIRST]
    assert made.xpath(".//a[@rel='next']/@href") == [LAST]


def test_the_newest_article_has_none_after_it_and_the_oldest_none_before() -> None:
    app = site()
    assert not main(app, LAST).xpath(".//a[@rel='next']")
    assert not main(app, FIRST).xpath(".//a[@rel='prev']")


def test_related_articles_are_older_ones() -> None:
    same = tuple(replace(held, tags=tagged("an-toan")) for held in articles(6))
    app = site(articles=same)
    for number in range(1, 7):
        related = main(app, f"/tin-tuc/2026/bai-{number:03}/").xpath(
            ".//section[@aria-labelledby='lien-quan']"
        )
        older = {f"/tin-tuc/2026/bai-{other:03}/" for other in range(1, number)}
        assert {address for section in related for address in targets(section)} <= older
        assert bool(related) == (number > 1)


def test_a_new_article_changes_no_article_but_its_neighbour() -> None:
    before, after = site(articles=articles(5)), site(articles=articles(6))
    pages = [f"/tin-tuc/2026/bai-{number:03}/" for number in range(1, 6)]
    changed = [address for address in pages if before.body(address) != after.body(address)]
    assert changed == ["/tin-tuc/2026/bai-005/"]


def test_an_article_tells_when_by_whom_and_from_where() -> None:
    source = Source("Báo tỉnh", "https://bao.example/", date(2026, 1, 2))
    app = one(author="Minh Anh", unit="so-noi-vu", source=source, tags=tagged("an-toan"))
    made = main(app, FIRST)
    assert made.xpath(".//time/@datetime") == ["2026-01-01T09:00:00+07:00"]
    assert "Thứ năm, 01/01/2026 09:00" in words(made) and "Minh Anh" in words(made)
    found = links(made)
    assert found["SNV"] == "/co-quan/so-noi-vu/"
    assert found["Báo tỉnh"] == "https://bao.example/"
    assert found["an-toan"] == "/chu-de/an-toan/"
    assert "ngày 02/01/2026" in words(made)


def test_an_article_of_which_little_is_known_leaves_out_the_rest() -> None:
    made = words(main(one(), FIRST))
    assert "Nguồn:" not in made and "Chủ đề:" not in made and "Cập nhật:" not in made


def test_an_updated_article_says_when() -> None:
    later = datetime(2026, 2, 3, 10, 30, tzinfo=HANOI)
    app = one(updated=later)
    assert main(app, FIRST).xpath(".//time/@datetime")[1] == "2026-02-03T10:30:00+07:00"
    assert head(app, FIRST).modified == later


def test_the_first_service_of_each_group_stands_beside_an_article() -> None:
    section = main(site(), FIRST).xpath(".//section[@aria-labelledby='dich-vu']")[0]
    assert [words(title) for title in section.iter("h3")] == ["Kê khai thuế", "Nộp hồ sơ", "Hỏi cơ quan"]
    assert links(section)["Xem tất cả dịch vụ"] == "/dich-vu/"


def test_an_article_can_be_shared_by_plain_links() -> None:
    section = main(site(), FIRST).xpath(".//section[@aria-label='Chia sẻ và in']")[0]
    escaped = f"{URL}{FIRST}".replace(":", "%3A").replace("/", "%2F")
    assert f"{URL}{FIRST}" in words(section)
    assert any(escaped in address for address in targets(section))


def test_machines_are_told_what_the_article_is() -> None:
    app = one(author="Minh Anh", picture=picture(), tags=tagged("an-toan"), source=Source("Báo tỉnh"))
    crumbs, told = json.loads(document(app, FIRST).xpath("//script[@type]/text()")[0])
    assert told["@type"] == "NewsArticle"
    assert told["headline"] == "Bài số 1"
    assert told["datePublished"] == told["dateModified"] == "2026-01-01T09:00:00+07:00"
    assert told["author"]["name"] == "Minh Anh" and told["publisher"]["name"] == "Ban biên tập"
    assert (told["keywords"], told["isBasedOn"]) == (["an-toan"], "Báo tỉnh")
    assert [step["name"] for step in crumbs["itemListElement"]] == [
        "Trang chủ", "Tin tức", "Thời sự", "Bài số 1",
    ]  # fmt: skip


def test_an_article_without_an_author_is_the_publishers() -> None:
    told = head(one(), FIRST).structured[0]
    assert told["author"] == told["publisher"]


def test_a_drawing_is_not_offered_to_sites_that_cannot_show_it() -> None:
    photo = picture()
    drawn = replace(photo.fallback.asset, media="image/svg+xml")
    drawing = replace(photo, fallback=replace(photo.fallback, asset=drawn))
    assert head(one(picture=photo), FIRST).picture == photo.fallback.address
    assert head(one(picture=drawing), FIRST).picture == ""


def test_an_article_in_two_languages_names_both_in_each() -> None:
    app = english_site()
    both = {"vi": "/tin-tuc/2026/bai-004/", "en": "/en/tin-tuc/2026/bai-004/"}
    assert all(dict(head(app, address).alternates) == both for address in both.values())
    assert document(app, both["vi"]).xpath("//a[@hreflang='en'][@lang='en']/@href") == [both["en"]]


def test_an_article_in_one_language_offers_the_front_page_of_the_other() -> None:
    page = document(english_site(), FIRST)
    assert page.xpath("//a[@hreflang='en'][@lang='en']/@href") == ["/en/"]
    assert not page.xpath("//link[@hreflang]")


def test_a_short_list_is_one_page_newest_first() -> None:
    app = site(articles=articles(20))
    assert shown(app, "/tin-tuc/") == [f"Bài số {number}" for number in range(20, 0, -1)]
    assert "/tin-tuc/trang/1/" not in app.slots
    assert not main(app, "/tin-tuc/").xpath(".//nav")


def test_pages_are_numbered_from_the_oldest() -> None:
    app = site(articles=articles(45))
    assert shown(app, "/tin-tuc/")[0] == "Bài số 45"
    assert shown(app, "/tin-tuc/trang/1/") == [f"Bài số {number}" for number in range(20, 0, -1)]
    assert shown(app, "/tin-tuc/trang/2/")[-1] == "Bài số 21"


@pytest.mark.parametrize("home", ["/tin-tuc/", "/chuyen-muc/thoi-su/", "/chu-de/an-toan/", "/tin-tuc/2026/"])
def test_a_full_page_stays_byte_for_byte_when_articles_come(home: str) -> None:
    def app(count: int) -> PortalApp:
        return site(articles=tuple(replace(held, tags=tagged("an-toan")) for held in articles(count)))

    first = f"{home}trang/1/"
    before = app(21).body(first)
    assert before == app(45).body(first)
    assert before != app(21).body(home)


def test_one_can_walk_from_the_newest_page_to_the_oldest_and_back() -> None:
    app = site(articles=articles(45))
    older, at = [], "/tin-tuc/"
    while found := main(app, at).xpath(".//nav//a[@rel='next']/@href"):
        at = found[0]
        older.append(at)
    assert older == ["/tin-tuc/trang/2/", "/tin-tuc/trang/1/"]
    assert main(app, at).xpath(".//nav//a[@rel='prev']/@href") == ["/tin-tuc/trang/2/"]
    assert "/tin-tuc/" in targets(main(app, at).xpath(".//nav")[0])


def test_every_page_of_a_list_has_a_title_of_its_own() -> None:
    app = site(articles=articles(45))
    titles = [head(app, address).title for address in app.slots if address.startswith("/tin-tuc/trang/")]
    assert sorted(titles) == [f"Tin tức – trang {number}" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("address", "title", "held"),
    [
        ("/tin-tuc/", "Tin tức", [3, 2, 1]),
        ("/chuyen-muc/thoi-su/", "Thời sự", [3, 2, 1]),
        ("/chuyen-muc/doi-song/", "Đời sống", []),
        ("/chu-de/an-toan/", "Chủ đề: an-toan", [3, 1]),
        ("/tin-tuc/2026/", "Năm 2026", [3, 2, 1]),
        ("/tin-tuc/2026/01/", "Tháng 1/2026", [3, 2, 1]),
        ("/co-quan/so-noi-vu/", "Sở Nội vụ", [3]),
    ],
)
def test_each_kind_of_list_holds_its_own(address: str, title: str, held: list[int]) -> None:
    app = site()
    assert words(main(app, address).xpath(".//h1")[0]) == title
    assert shown(app, address) == [f"Bài số {number}" for number in held]


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("/tin-tuc/", ["/"]),
        ("/chuyen-muc/thoi-su/", ["/", "/chuyen-muc/"]),
        ("/chu-de/an-toan/", ["/", "/chu-de/"]),
        ("/tin-tuc/2026/01/", ["/", "/luu-tru/"]),
        ("/co-quan/so-noi-vu/", ["/", "/co-quan/"]),
    ],
)
def test_the_way_to_a_list_leads_through_the_index_of_its_kind(address: str, above: list[str]) -> None:
    assert [crumb.address for crumb in head(site(), address).crumbs] == above


def test_an_empty_list_says_so_and_asks_not_to_be_found() -> None:
    app = site()
    assert "Chưa có tin nào trong danh sách này." in words(main(app, "/chuyen-muc/doi-song/"))
    assert document(app, "/chuyen-muc/doi-song/").xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not document(app, "/chuyen-muc/thoi-su/").xpath("//meta[@name='robots']")


def test_the_open_page_says_why_it_is_empty() -> None:
    app = site(articles=articles(40))
    assert "Trang này còn trống" in words(main(app, "/tin-tuc/trang/3/"))
    assert not head(app, "/tin-tuc/trang/3/").index


def test_feeds_are_named_on_the_newest_page_only() -> None:
    app = site(articles=articles(21))
    found = links(main(app, "/tin-tuc/"))
    assert [found[name] for name in ("RSS", "Atom", "JSON Feed")] == [
        "/tin-tuc/rss.xml", "/tin-tuc/atom.xml", "/tin-tuc/feed.json",
    ]  # fmt: skip
    assert "RSS" not in links(main(app, "/tin-tuc/trang/1/"))
    assert "RSS" not in links(main(app, "/tin-tuc/2026/"))


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/en/tin-tuc/", "News"),
        ("/en/chuyen-muc/thoi-su/", "Current affairs"),
        ("/en/tin-tuc/2026/", "2026"),
        ("/en/tin-tuc/2026/01/", "January 2026"),
    ],
)
def test_english_lists_hold_english_articles_under_english_titles(address: str, title: str) -> None:
    app = english_site()
    page = document(app, address)
    assert page.get("lang") == "en"
    assert words(page.xpath("//h1")[0]) == title
    assert shown(app, address) == ["Article 4"]


def test_only_the_newest_pages_of_two_languages_are_versions_of_each_other() -> None:
    pair = (article(30), article(30, language="en", category=ABROAD))
    app = english_site(articles=(*pair, *articles(21)))
    assert dict(head(app, "/tin-tuc/").alternates) == {"vi": "/tin-tuc/", "en": "/en/tin-tuc/"}
    assert not head(app, "/tin-tuc/trang/1/").alternates


def test_a_list_names_no_version_in_a_language_that_has_none() -> None:
    assert set(head(site(), "/chu-de/an-toan/").alternates) == {"vi"}


def test_a_title_with_signs_of_markup_stays_text() -> None:
    sly = article(1, title="<b>Giá</b> & “lệ phí”")
    app = site(articles=(sly,))
    for address in (FIRST, "/tin-tuc/", "/"):
        assert "<b>Giá</b> & “lệ phí”" in words(main(app, address))


def test_titles_in_machines_words_cannot_end_the_script() -> None:
    page: Article = article(1, title="</script><script>alert(1)</script>")
    assert len(document(site(articles=(page,)), FIRST).xpath("//script[not(@src)]")) == 1


def test_a_portal_named_by_nobody_publishes_under_its_own_name() -> None:
    unnamed = replace(SETTINGS, wording={"vi": replace(SETTINGS.of("vi"), publisher="")})
    told = head(site(settings=unnamed, articles=(article(1),)), FIRST).structured[0]
    assert isinstance(told["publisher"], dict) and told["publisher"]["name"] == "Cổng tin"
