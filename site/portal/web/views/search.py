"""The search page, and the index files that its script reads."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from portal.model.article import Article, prefix
from portal.model.listing import holds
from portal.model.portal import Portal
from portal.web.page import Made, Page
from portal.web.section import Reworded, Section, Spot
from portal.web.views.indexes import lists
from portal.web.views.standing import head

section = Section("search")

FILES = "/tim-kiem/du-lieu/"
"""Where the files lie that a browser searches, if the settings ask for them."""

Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One index file: rows of address, title, summary and ISO date."""

    address: str
    language: str
    articles: tuple[Article, ...] = ()
    others: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What stands in it."""
        news = [(a.address, a.title, a.summary, a.date.date().isoformat()) for a in self.articles]
        return (*news, *self.others)

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change the file."""
        return (
            self.address,
            self.language,
            b",".join([article.listed for article in self.articles]),
            self.others,
        )

    def may_show(self, reworded: Reworded) -> bool:
        """Whether any of some articles has a row."""
        return holds(self.articles, reworded.articles)


def _shelves(portal: Portal) -> Iterator[Shelf]:
    if portal.settings.search_files:
        return
    for code in portal.languages:
        home = f"{prefix(code)}/tim-kiem/"
        for year in lists(portal, code)["year"]:
            yield Shelf(f"{home}{year.id}.json", code, year.articles)
        yield Shelf(f"{home}trang.json", code, others=tuple(_others(portal, code)))


def _others(portal: Portal, code: str) -> Iterator[Row]:
    for page in portal.pages:
        if page.language == code:
            yield (page.address, page.title, page.summary, "")
    for group in portal.services.get(code, ()):
        for link in group.links:
            yield (f"{prefix(code)}/dich-vu/#{group.id}", link.title, link.text, "")
    for item in portal.indicators_in(code):
        yield (item.address, item.name, item.definition, "")
    if code == "vi":
        for unit in portal.units:
            yield (unit.address, unit.name, unit.description, "")


@section.page("/tim-kiem/", translated=True)
def search(at: Spot) -> Page:
    """A form, a place for results, and the lists that lead everywhere without a script."""
    files = [shelf.address for shelf in _shelves(at.portal) if shelf.language == at.language]
    shows = {
        "files": " ".join(files),
        "data": FILES if at.portal.settings.search_files else "",
        "listings": lists(at.portal, at.language),
        "start": prefix(at.language),
    }
    return Page("pages/search.html", head(at, "search"), shows, at.language)


@section.pages(of=_shelves)
def shelf(wanted: Shelf) -> Made:
    """One index file."""
    text = json.dumps(wanted.rows, ensure_ascii=False, separators=(",", ":"))
    return Made(text.encode(), "application/json")
