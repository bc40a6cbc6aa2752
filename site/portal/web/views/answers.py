"""What the search service needs of a release beside the search page: words, and names to choose from."""

import json

from portal.model.portal import Portal
from portal.web.page import Made
from portal.web.section import Section, Spot
from portal.web.translator import translator
from portal.web.views.indexes import lists

section = Section("answers")

KINDS = ("article", "page", "unit", "service", "indicator")
"""The kinds of pages that can be searched, as the index names them."""

_OWN = "answers."
_KIND = f"{_OWN}kind."


@section.page("/tim-kiem/dich-vu.json", translated=True)
def words(at: Spot) -> Made:
    """Words and names in one language, as data."""
    wording = translator(at.language).wording
    own = {key.removeprefix(_OWN): text for key, text in wording.items() if key.startswith(_OWN)}
    names = _names(at.portal, at.language) | {"kinds": {kind: wording[_KIND + kind] for kind in KINDS}}
    text = json.dumps({"words": own, "names": names}, ensure_ascii=False, indent=1)
    return Made((text + "\n").encode(), "application/json")


def _names(portal: Portal, language: str) -> dict[str, dict[str, str]]:
    held = lists(portal, language)
    units = portal.units if language == "vi" else ()
    return {
        "categories": {listing.id: listing.title for listing in held["category"]},
        "units": {unit.id: unit.name for unit in units},
        "years": {listing.id: listing.id for listing in held["year"]},
    }
