"""Former addresses of articles and standing pages: each sends its readers on."""

from collections.abc import Iterator
from dataclasses import dataclass

from portal.model.article import Article, prefix
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.model.tombstone import Tombstone
from portal.web.page import Crumb, Head, Page
from portal.web.section import Section
from portal.web.translator import translator

section = Section("moved")


@dataclass(frozen=True, slots=True)
class Former:
    """An address that a page once had, and where the page stands now."""

    address: str
    language: str
    title: str
    now: str


def formers(portal: Portal) -> Iterator[Former]:
    """Every former address of what stands or has stood in the portal."""
    kept: tuple[Article | StandingPage | Tombstone, ...] = (*portal.articles, *portal.pages, *portal.gone)
    for value in kept:
        for alias in value.aliases:
            yield Former(alias, value.language, value.title, value.address)


@section.pages(of=formers)
def moved(former: Former) -> Page:
    """A page that a browser leaves at once (WCAG 2.2.1 allows no wait), with a link for those that stay."""
    t = translator(former.language)
    home = Crumb(t("layout.home"), f"{prefix(former.language)}/")
    head = Head(former.title, t("moved.about"), (home,), index=False, moved=former.now)
    return Page("pages/moved.html", head, {"now": former.now}, former.language)
