"""The page of all service links."""

from portal.web.page import Page
from portal.web.section import Section, Spot
from portal.web.views.standing import head

section = Section("services")

AUDIENCES = ("cong-dan", "doanh-nghiep", "chung")


@section.page("/dich-vu/", translated=True)
def services(at: Spot) -> Page:
    """Groups of service links, by audience."""
    groups = at.portal.services.get(at.language, ())
    shelves = tuple((name, tuple(g for g in groups if g.audience == name)) for name in AUDIENCES)
    shown = tuple(shelf for shelf in shelves if shelf[1])
    return Page("pages/services.html", head(at, "services"), {"shelves": shown}, at.language)
