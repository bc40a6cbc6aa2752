"""The front page shows first what matters, and each thing once."""

import json
from dataclasses import replace

import pytest

from portal.model.article import Article, Category
from portal.model.portal import Portal
from portal.web.app import make_app
from portal.web.views.front import LATEST, PER_CATEGORY, SECONDS, choose_lead
from tests.web.feeds.portals import CATEGORY, SETTINGS, URL, article, articles, picture
from tests.web.portals import (
    TEMPLATES,
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

PLAIN = articles(4)


def pictured(*numbers: int) -> tuple[Article, ...]:
    """Six articles, of which these have a picture."""
    return tuple(
        article(number, picture=picture() if number in numbers else None) for number in range(6, 0, -1)
    )


@pytest.mark.parametrize(
    ("news", "wanted", "lead"),
    [
        (PLAIN, "", 4),
        (pictured(2, 5), "", 5),
        (pictured(2, 5), "/tin-tuc/2026/bai-001/", 1),
        (pictured(2, 5), "/tin-tuc/2026/khong-co/", 5),
    ],
    ids=["the newest", "the newest with a picture", "the one chosen", "one that is not there"],
)
def test_the_lead_is_the_chosen_story_or_the_newest_with_a_picture_or_the_newest(
    news: tuple[Article, ...], wanted: str, lead: int
) -> None:
    found = choose_lead(news, wanted)
    assert found and found.address == f"/tin-tuc/2026/bai-{lead:03}/"


def test_the_chosen_story_leads_the_page() -> None:
    app = site(settings=replace(SETTINGS, lead="/tin-tuc/2026/bai-001/"))
    assert words(main(app, "/").xpath("(.//h2/a)[1]")[0]) == "Bài số 1"


def test_no_article_is_shown_twice_above_the_subjects() -> None:
    app = site(articles=(*pictured(2, 4, 5), *articles(0)))
    shown = targets(main(app, "/").xpath(".//*[@class='fold']")[0])
    stories = [address for address in shown if address.startswith("/tin-tuc/2026/")]
    assert stories == [f"/tin-tuc/2026/bai-{number:03}/" for number in (5, 4, 2, 6, 3, 1)]


def test_long_news_leave_the_page_short() -> None:
    app = site(articles=tuple(article(n, picture=picture()) for n in range(30, 0, -1)))
    shown = shows(app, "/")
    lengths = [len(shown[part]) for part in ("seconds", "latest")]  # type: ignore[arg-type]
    assert lengths == [SECONDS, LATEST]
    assert links(main(app, "/"))["Xem tất cả tin tức"] == "/tin-tuc/"


def test_a_portal_without_anything_still_has_a_front_page() -> None:
    app = make_app(Portal(SETTINGS), [TEMPLATES])
    made = main(app, "/")
    assert words(made.xpath(".//h1")[0]) == "Cổng tin"
    assert "Cổng chưa đăng tin nào." in words(made)
    assert not made.xpath(".//h2")


def test_featured_figures_appear_with_period_and_value() -> None:
    section = main(site(), "/").xpath(".//section[@aria-labelledby='so-lieu']")[0]
    assert "1.946,5 hồ sơ" in words(section) and "Quý I/2026" in words(section)
    assert links(section)["Hồ sơ trực tuyến"] == "/chi-tieu/ho-so/"
    assert "Tỷ lệ chữ ký số" not in words(section)


def test_services_appear_in_their_groups() -> None:
    section = main(site(), "/").xpath(".//section[@aria-labelledby='dich-vu']")[0]
    assert [words(title) for title in section.iter("h3")] == ["Thuế", "Hồ sơ", "Hỏi đáp"]
    assert links(section)["Mở cổng dịch vụ công"] == "https://dvc.example/"


def test_a_subject_shows_its_newest_and_one_without_news_is_left_out() -> None:
    app = site(articles=articles(PER_CATEGORY + 2))
    section = main(app, "/").xpath(".//section[@aria-labelledby='chuyen-muc']")[0]
    assert [words(title) for title in section.iter("h3")] == ["Thời sự"]
    assert [words(title) for title in section.iter("h4")] == ["Bài số 5", "Bài số 4", "Bài số 3"]


def test_a_subject_holds_its_own_news_only() -> None:
    other = Category("doi-song", "Đời sống")
    app = site(articles=(article(2, category=other), article(1)), categories={"vi": (CATEGORY, other)})
    section = main(app, "/").xpath(".//section[@aria-labelledby='chuyen-muc']")[0]
    assert [words(title) for title in section.iter("h4")] == ["Bài số 1", "Bài số 2"]


def test_the_english_front_page_shows_english_news_and_names_the_vietnamese_one() -> None:
    app = english_site()
    assert words(main(app, "/en/").xpath("(.//h2/a)[1]")[0]) == "Article 4"
    assert "Article 4" not in words(main(app, "/"))
    told = document(app, "/en/").xpath("//link[@rel='alternate'][@hreflang='vi']/@href")
    assert told == [f"{URL}/"]


def test_without_english_news_there_is_no_english_front_page() -> None:
    assert "/en/" not in site().slots


def test_the_english_front_page_shows_no_figures_whose_pages_are_vietnamese() -> None:
    assert not main(english_site(), "/en/").xpath(".//*[contains(@href, '/chi-tieu/')]")


def test_machines_are_told_who_publishes_and_what_the_site_is() -> None:
    told = [json.loads(text) for text in document(site(), "/").xpath("//script[@type]/text()")]
    kinds = {value["@type"]: value for value in told}
    assert kinds["GovernmentOrganization"]["name"] == "Ban biên tập"
    assert kinds["WebSite"]["publisher"] == {"@id": kinds["GovernmentOrganization"]["@id"]}


def test_feed_readers_find_the_feeds_of_all_news() -> None:
    assert [feed.address for feed in head(site(), "/").feeds] == [
        "/tin-tuc/atom.xml", "/tin-tuc/rss.xml", "/tin-tuc/feed.json",
    ]  # fmt: skip
