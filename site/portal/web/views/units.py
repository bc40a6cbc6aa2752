"""The list of units; the page of each unit is its list of news."""

from portal.web.page import Page
from portal.web.section import Section, Spot
from portal.web.views.standing import head

section = Section("units")


@section.page("/co-quan/")
def units(at: Spot) -> Page:
    """All units in their order."""
    return Page("pages/units.html", head(at, "units"), {"units": at.portal.units})
