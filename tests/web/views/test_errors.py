"""Who comes to an address that there is not finds a way on."""

from collections.abc import Callable

import pytest

from portal.web.app import PortalApp
from tests.web.portals import document, english_site, main, site, targets

LOST = "/404.html"


def test_the_page_leads_to_the_front_page_the_search_and_the_site_map() -> None:
    assert targets(main(site(), LOST)) == ["/", "/tim-kiem/", "/so-do-trang/"]


@pytest.mark.parametrize("made", [site, english_site])
def test_every_way_on_is_there(made: Callable[[], PortalApp]) -> None:
    app = made()
    assert set(targets(main(app, LOST))) <= set(app.slots)


def test_english_readers_are_told_in_english_where_there_is_english() -> None:
    told = main(english_site(), LOST).xpath(".//*[@lang='en']/a/@href")
    assert told == ["/en/"]


def test_every_address_works_from_any_depth() -> None:
    """A server shows the page at the address that was asked for."""
    addresses = document(site(), LOST).xpath("//@href | //@src | //@action")
    assert [held for held in addresses if not held.startswith(("/", "#", "https:"))] == []


def test_search_engines_are_asked_to_forget_the_page() -> None:
    assert document(site(), LOST).xpath("//meta[@name='robots']/@content") == ["noindex"]
