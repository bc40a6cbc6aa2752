"""Published figures: an overview, a page for each indicator, and its table as CSV."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from portal.model.indicator import Indicator
from portal.model.portal import Portal
from portal.model.unit import Unit
from portal.web.page import Crumb, Head, Made, Page
from portal.web.section import Section, Spot
from portal.web.views.standing import head

section = Section("indicators")

_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Owned:
    """An indicator with the unit that answers for it."""

    indicator: Indicator
    unit: Unit | None

    @property
    def address(self) -> str:
        """The address of the indicator."""
        return self.indicator.address


@dataclass(frozen=True, slots=True)
class Table:
    """The table of an indicator as a file."""

    indicator: Indicator

    @property
    def address(self) -> str:
        """Beside the page of the indicator."""
        return f"/chi-tieu/{self.indicator.id}.csv"


@section.page("/chi-tieu/")
def indicators(at: Spot) -> Page:
    """All indicators, by group."""
    groups: dict[str, list[Indicator]] = {}
    for indicator in at.portal.indicators:
        groups.setdefault(indicator.group, []).append(indicator)
    shelves = tuple((name, tuple(held)) for name, held in groups.items())
    return Page("pages/indicators.html", head(at, "indicators"), {"shelves": shelves})


def _owned(portal: Portal) -> Iterator[Owned]:
    return (Owned(indicator, portal.unit(indicator.owner)) for indicator in portal.indicators)


@section.pages(of=_owned)
def indicator(owned: Owned) -> Page:
    """One indicator: its newest figure, its table, what it means and where it comes from."""
    shown = owned.indicator
    crumbs = (Crumb("Trang chủ", "/"), Crumb("Chỉ tiêu", "/chi-tieu/"))
    made = Head(shown.name, shown.definition, crumbs)
    table = Table(shown).address
    return Page("pages/indicator.html", made, {"indicator": shown, "unit": owned.unit, "table": table})


@section.pages(of=lambda portal: map(Table, portal.indicators))
def table(wanted: Table) -> Made:
    """The observations as CSV (RFC 4180, UTF-8), oldest first."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(("period", "value", "note"))
    for seen in wanted.indicator.observations:
        rows.writerow((seen.period.text, str(seen.value), _plain(seen.note)))
    return Made(text.getvalue().encode(), "text/csv")


def _plain(note: str) -> str:
    """A spreadsheet must not take a note for a formula."""
    return f"'{note}" if note.startswith(_FORMULA) else note
