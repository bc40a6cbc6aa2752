"""The page for addresses that there are not."""

from portal.web.page import Page
from portal.web.section import Section, Spot
from portal.web.views.standing import head

section = Section("errors")


@section.page("/404.html")
def not_found(at: Spot) -> Page:
    """What a server shows with status 404."""
    return Page("pages/404.html", head(at, "errors", index=False))
