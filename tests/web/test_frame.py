"""What surrounds a page depends on its place."""

from hypothesis import given
from hypothesis import strategies as st

from portal.model.settings import MenuItem
from portal.web.frame import Menu

ITEMS = tuple(MenuItem(place, place) for place in ("/", "/tin-tuc/", "/tin-tuc/2026/", "/dich-vu/"))
PLACES = ["/", "/tin-tuc/", "/tin-tuc/2026/", "/tin-tuc/2026/hop/", "/dich-vu/", "/lien-he/", "/404.html", ""]


def seen(address: str) -> dict[str, str]:
    """What each entry is for the page at an address."""
    return {entry.address: entry.current for entry in Menu(ITEMS).at(address)}


def test_an_entry_knows_the_page_it_leads_to_and_those_below() -> None:
    assert seen("/tin-tuc/2026/") == {
        "/": "true", "/tin-tuc/": "true", "/tin-tuc/2026/": "page", "/dich-vu/": "",
    }  # fmt: skip


@given(st.lists(st.sampled_from(PLACES)))
def test_pages_that_see_the_same_of_a_menu_share_it_and_others_do_not(visited: list[str]) -> None:
    menu = Menu(ITEMS)
    for one in visited:
        for other in visited:
            assert (menu.at(one) is menu.at(other)) == (seen(one) == seen(other))
