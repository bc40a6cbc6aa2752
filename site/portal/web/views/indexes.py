"""Indexes for people: categories, tags, years and months, everything, and feeds."""

from collections.abc import Mapping

from portal.model.article import prefix
from portal.model.listing import Listing
from portal.model.portal import Portal
from portal.web.feeds.figures import figure_lists
from portal.web.page import Crumb, Head, Page
from portal.web.section import Section, Spot
from portal.web.translator import translator
from portal.web.views.standing import head
from vietnamese.sorting import initial

section = Section("indexes")


def _head(at: Spot, key: str) -> Head:
    t = translator(at.language)
    plain = at.address.removeprefix(prefix(at.language))
    both = {code: prefix(code) + plain for code in at.portal.languages}
    crumbs = (Crumb(t("layout.home"), f"{prefix(at.language)}/"),)
    return Head(t(f"indexes.{key}"), t(f"indexes.{key}.about"), crumbs, both)


def lists(portal: Portal, language: str) -> Mapping[str, tuple[Listing, ...]]:
    """The lists of a language by kind."""
    own = [listing for listing in portal.listings if listing.language == language]
    kinds = ("category", "tag", "year", "month", "unit")
    return {kind: tuple(listing for listing in own if listing.kind == kind) for kind in kinds}


@section.page("/chuyen-muc/", translated=True)
def categories(at: Spot) -> Page:
    """All categories."""
    shown = lists(at.portal, at.language)["category"]
    return Page("pages/categories.html", _head(at, "categories"), {"listings": shown}, at.language)


@section.page("/chu-de/", translated=True)
def tags(at: Spot) -> Page:
    """All tags by first letter, in the order of the dictionary."""
    letters: dict[str, list[Listing]] = {}
    for listing in lists(at.portal, at.language)["tag"]:
        letters.setdefault(initial(listing.title), []).append(listing)
    shelves = tuple((letter, tuple(held)) for letter, held in letters.items())
    return Page("pages/tags.html", _head(at, "tags"), {"shelves": shelves}, at.language)


@section.page("/luu-tru/", translated=True)
def archive(at: Spot) -> Page:
    """Years with their months."""
    return Page("pages/archive.html", _head(at, "archive"), {"years": _years(at)}, at.language)


def _years(at: Spot) -> tuple[tuple[Listing, tuple[Listing, ...]], ...]:
    held = lists(at.portal, at.language)
    return tuple(
        (year, tuple(month for month in held["month"] if month.id.startswith(f"{year.id}-")))
        for year in held["year"]
    )


@section.page("/so-do-trang/", translated=True)
def sitemap(at: Spot) -> Page:
    """Every part of the portal."""
    portal, language = at.portal, at.language
    shows = {
        "listings": lists(portal, language),
        "years": _years(at),
        "pages": tuple(page for page in portal.pages if page.language == language),
        "indicators": portal.indicators_in(language),
        "start": prefix(language),
        "calendar": f"{prefix(language)}/lich-cong-bo/" if portal.dues else "",
    }
    return Page("pages/sitemap.html", _head(at, "sitemap"), shows, language)


@section.page("/nguon-tin/")
def feeds(at: Spot) -> Page:
    """Every feed, for people."""
    listed = [listing for listing in at.portal.listings if listing.feeds]
    kinds = ("news", "category", "unit")
    news = tuple((kind, tuple(x for x in listed if x.kind == kind)) for kind in kinds)
    figures = tuple(figure_lists(at.portal))
    kinds = ("figures", "figures-unit", "indicator")
    told = tuple((kind, tuple(x for x in figures if x.kind == kind)) for kind in kinds)
    shelves = (*news, *(shelf for shelf in told if shelf[1]))
    return Page("pages/feeds.html", head(at, "sources"), {"shelves": shelves})
