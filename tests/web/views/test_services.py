"""All service links on one page, each saying where it goes."""

from portal.model.portal import Portal
from portal.web.app import make_app
from portal.web.views.services import AUDIENCES
from tests.web.feeds.portals import SETTINGS
from tests.web.portals import SERVICES, TEMPLATES, english_site, links, main, site, words

PLACE = "/dich-vu/"


def test_groups_stand_under_those_they_are_for() -> None:
    made = main(site(), PLACE)
    held = {
        words(section.xpath(".//h2")[0]): [words(title) for title in section.iter("h3")]
        for section in made.xpath(".//section[.//h2]")
    }
    assert held == {"Cho người dân": ["Hồ sơ"], "Cho doanh nghiệp": ["Thuế"], "Cho mọi người": ["Hỏi đáp"]}


def test_citizens_come_first() -> None:
    titles = [words(title) for title in main(site(), PLACE).iter("h2")]
    assert titles == ["Cho người dân", "Cho doanh nghiệp", "Cho mọi người"]


def test_an_audience_without_services_has_no_heading() -> None:
    only = {"vi": tuple(group for group in SERVICES["vi"] if group.audience == "chung")}
    assert [words(title) for title in main(site(services=only), PLACE).iter("h2")] == ["Cho mọi người"]


def test_the_text_of_every_link_says_where_it_goes() -> None:
    given = {link.link_text: link.url for group in SERVICES["vi"] for link in group.links}
    assert links(main(site(), PLACE)) == given


def test_every_card_has_its_title_and_what_it_is_for() -> None:
    made = words(main(site(), PLACE))
    assert all(link.title in made and link.text in made for group in SERVICES["vi"] for link in group.links)


def test_a_link_that_leaves_the_portal_says_so_and_one_inside_does_not() -> None:
    marked = main(site(), PLACE).xpath(".//a[@rel='external']/@href")
    assert "https://dvc.example/" in marked and "/lien-he/" not in marked


def test_every_group_can_be_pointed_at() -> None:
    anchors = main(site(), PLACE).xpath(".//@id")
    assert [group.id for group in SERVICES["vi"] if group.id not in anchors] == []


def test_english_readers_get_the_english_groups() -> None:
    made = main(english_site(), "/en/dich-vu/")
    assert [words(title) for title in made.iter("h3")] == ["Files"]
    assert words(made.xpath(".//h2")[0]) == "For citizens"


def test_a_portal_without_services_still_has_the_page() -> None:
    made = main(make_app(Portal(SETTINGS), [TEMPLATES]), PLACE)
    assert words(made.xpath(".//h1")[0]) == "Dịch vụ"
    assert not list(made.iter("h2"))


def test_every_audience_has_a_heading_in_both_languages() -> None:
    every = {code: tuple(group for group in SERVICES["vi"]) for code in ("vi", "en")}
    for start in ("", "/en"):
        titles = list(main(english_site(services=every), f"{start}{PLACE}").iter("h2"))
        assert len(titles) == len(AUDIENCES)
