"""The front page: what matters first, then figures, services and news by subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from portal.model.article import Article, Category, Teaser, prefix
from portal.model.portal import Portal
from portal.web.page import FeedLink, Head, Page
from portal.web.section import Section, Spot

LATEST = 8
SECONDS = 2
PER_CATEGORY = 3

section = Section("front")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A subject with its newest articles."""

    category: Category
    teasers: tuple[Teaser, ...]


@section.page("/", translated=True)
def front(spot: Spot) -> Page:
    """The front page in one language."""
    portal, code = spot.portal, spot.language
    news = portal.news(code)
    lead = choose_lead(news, portal.settings.lead)
    seconds = tuple(islice((a for a in news if a is not lead and a.pictured), SECONDS))
    first = {id(article) for article in (lead, *seconds)}
    others = islice((article.teaser for article in news if id(article) not in first), LATEST)
    shows = {
        "lead": lead.teaser if lead else None,
        "seconds": tuple(article.teaser for article in seconds),
        "latest": tuple(others),
        "shelves": tuple(_shelves(portal, code)),
        "figures": portal.featured(code),
        "figure_home": f"{prefix(code)}/chi-tieu/",
        "services": portal.services.get(code, ()),
        "news": f"{prefix(code)}/tin-tuc/",
        "service_home": f"{prefix(code)}/dich-vu/",
    }
    return Page("pages/front.html", _head(portal, code), shows, code)


def choose_lead(news: tuple[Article, ...], wanted: str) -> Article | None:
    """The article at the address wanted, else the newest with a picture, else the newest."""
    chosen = (article for article in news if article.address == wanted) if wanted else iter(())
    pictured = (article for article in news if article.pictured)
    return next(chosen, None) or next(pictured, None) or next(iter(news), None)


def _shelves(portal: Portal, code: str) -> Iterator[Shelf]:
    own = (listing for listing in portal.listings if (listing.kind, listing.language) == ("category", code))
    filed = {listing.id: listing.articles for listing in own}
    for category in portal.categories.get(code, ()):
        held = filed.get(category.id, ())[:PER_CATEGORY]
        if held:
            yield Shelf(category, tuple(article.teaser for article in held))


def _head(portal: Portal, code: str) -> Head:
    words = portal.settings.of(code)
    home = f"{prefix(code)}/tin-tuc/"
    feeds = (
        FeedLink(words.name, f"{home}atom.xml", "application/atom+xml"),
        FeedLink(words.name, f"{home}rss.xml", "application/rss+xml"),
        FeedLink(words.name, f"{home}feed.json", "application/feed+json"),
    )
    return Head(
        title=words.name,
        description=words.description,
        alternates={language: f"{prefix(language)}/" for language in portal.languages},
        feeds=feeds,
        structured=(_organization(portal, code), _website(portal, code)),
    )


def _organization(portal: Portal, code: str) -> Mapping[str, object]:
    words, url = portal.settings.of(code), portal.settings.url
    made: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "@id": f"{url}/#organization",
        "name": words.publisher or words.name,
        "description": words.notice or words.description,
        "url": f"{url}/",
    }
    if logo := portal.identity.get("icon-512.png"):
        made["logo"] = url + logo.address
    return made


def _website(portal: Portal, code: str) -> Mapping[str, object]:
    words, url = portal.settings.of(code), portal.settings.url
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": words.name,
        "url": f"{url}{prefix(code)}/",
        "inLanguage": code,
        "publisher": {"@id": f"{url}/#organization"},
    }
