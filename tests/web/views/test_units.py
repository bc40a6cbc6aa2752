"""Who the offices are, and how to reach them."""

from dataclasses import replace

from tests.web.feeds.portals import articles
from tests.web.portals import BARE, HOUSE, links, main, site, targets, words

HOME = "/co-quan/so-noi-vu/"


def test_all_units_are_listed_in_their_order() -> None:
    made = main(site(), "/co-quan/")
    assert list(links(made).items()) == [("Sở Nội vụ", HOME), ("Sở Y tế", "/co-quan/so-y-te/")]
    assert "Việc của cán bộ." in words(made)


def test_a_unit_can_be_called_and_written_to() -> None:
    section = main(site(), HOME).xpath(".//section[@aria-labelledby='lien-he']")[0]
    assert links(section) == {
        "0220 3.853.000": "tel:02203853000",
        "thu@noi-vu.example": "mailto:thu@noi-vu.example",
        "https://noi-vu.example/": "https://noi-vu.example/",
    }
    assert "Số 1, đường Thanh Niên" in words(section)


def test_what_is_not_known_of_a_unit_is_left_out() -> None:
    silent = replace(HOUSE, phone="", website="")
    section = main(site(units=(silent,)), HOME).xpath(".//section[@aria-labelledby='lien-he']")[0]
    assert targets(section) == ["mailto:thu@noi-vu.example"]
    assert [words(term) for term in section.iter("dt")] == ["Địa chỉ", "Thư điện tử"]


def test_a_unit_that_gives_no_contact_has_no_such_part() -> None:
    made = main(site(units=(BARE,)), BARE.address)
    assert not made.xpath(".//*[@id='lien-he']")
    assert words(made.xpath(".//h1")[0]) == "Sở Y tế"


def test_contact_stands_on_the_newest_page_of_a_unit_only() -> None:
    many = tuple(replace(held, unit="so-noi-vu") for held in articles(21))
    app = site(articles=many)
    assert main(app, HOME).xpath(".//*[@id='lien-he']")
    assert not main(app, f"{HOME}trang/1/").xpath(".//*[@id='lien-he']")


def test_the_link_to_a_units_own_site_says_that_it_leaves_the_portal() -> None:
    link = main(site(), HOME).xpath(".//a[@href=$site]", site=HOUSE.website)[0]
    assert link.get("rel") == "external"
