"""Published figures: a page for each indicator."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portal.model.article import prefix
from portal.model.chronicle import FormerTable
from portal.model.indicator import Indicator, by_id
from portal.model.portal import Portal
from portal.model.progress import Progress, progress_of
from portal.model.release_calendar import Due
from portal.model.settings import Settings
from portal.model.telling import ratio_in_words, share_in_words
from portal.model.unit import Unit
from portal.record.record import NO_RECORD, Record
from portal.web.addresses import former_address, group_address
from portal.web.charts import chart_of
from portal.web.dataset import dataset
from portal.web.feeds.figures import feed_links
from portal.web.histories import History, file_of
from portal.web.page import Crumb, Head, Page
from portal.web.part_bars import PartBars, part_bars_of
from portal.web.part_charts import PartChart, part_chart_of
from portal.web.section import Section
from portal.web.translator import translator

section = Section("indicators")

_NEWEST = 12  # rows of a table that are seen at once


@dataclass(frozen=True, slots=True)
class Owned:
    """An indicator with the unit that answers for it, and the languages in which it is told."""

    indicator: Indicator
    unit: Unit | None
    languages: tuple[str, ...]
    settings: Settings
    due: Due | None = None
    group: str = ""
    """The address of the page of its group; empty without one."""
    record: Record = NO_RECORD

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change the page: of a late figure since when, not by how many days."""
        words = self.settings.of(self.language)
        due = (self.due.period, self.due.by, self.due.late > 0) if self.due else None
        names = (self.settings.url, words.name, words.publisher)
        mark = self.record.mark(file_of(self.indicator))
        return (self.indicator, self.unit, self.languages, due, self.group, names, mark)

    @property
    def address(self) -> str:
        """The address of the indicator."""
        return self.indicator.address

    @property
    def language(self) -> str:
        """The language of the indicator."""
        return self.indicator.language


def _owned(portal: Portal) -> Iterator[Owned]:
    told = by_id(portal.indicators)
    for one in portal.indicators:
        unit, codes = portal.unit(one.owner), tuple(sorted(told[one.id], reverse=True))
        group = group_address(told[one.id]["vi"].group, one.language)
        yield Owned(one, unit, codes, portal.settings, portal.due(one.id), group, portal.record)


@section.pages(of=_owned)
def indicator(owned: Owned) -> Page:
    """One indicator: its newest figure, its drawing and table, what it means and where it comes from."""
    shown, language = owned.indicator, owned.language
    t, home = translator(language), prefix(language)
    crumbs = [Crumb(t("layout.home"), f"{home}/"), Crumb(t("indicators.title"), f"{home}/chi-tieu/")]
    if owned.group:
        crumbs.append(Crumb(shown.group, owned.group))
    alternates = {code: f"{prefix(code)}/chi-tieu/{shown.id}/" for code in owned.languages}
    structured = (dataset(shown, owned.settings),)
    feeds = feed_links(shown.name, shown.address)
    made = Head(shown.name, shown.definition, tuple(crumbs), alternates, structured=structured, feeds=feeds)
    progress, revisions = progress_of(shown), shown.chronicle.revisions
    shows = {
        "indicator": shown,
        "newest": tuple(reversed(shown.observations[-_NEWEST:])),
        "older": tuple(reversed(shown.observations[:-_NEWEST])),
        "noted": any(seen.note or seen.source for seen in shown.observations),
        "unit": owned.unit,
        "table": f"/chi-tieu/{shown.id}.csv",
        "json": f"/chi-tieu/{shown.id}.json",
        "workbook": f"/chi-tieu/{shown.id}.xlsx",
        "data": f"{home}/du-lieu/",
        "due": owned.due,
        "calendar": f"{home}/lich-cong-bo/",
        "cited": (owned.settings.of(language), owned.settings.url + shown.address),
        "drawing": chart_of(shown),
        "progress": progress,
        "working": _working(progress, language) if progress else None,
        "parts": _by_member(shown),
        "revisions": revisions[:_NEWEST],
        "earlier": revisions[_NEWEST:],
        "formers": _formers(shown),
        "feeds": feeds,
        "history": History(shown, owned.record, owned.settings.url),
    }
    return Page("pages/indicator.html", made, shows, language)


def _formers(indicator: Indicator) -> tuple[tuple[FormerTable, str], ...]:
    """The data files that were replaced with their addresses, empty where the text is gone; newest first."""
    return tuple(
        (one, former_address(indicator.id, one.number) if one.kept else "")
        for one in reversed(indicator.chronicle.formers)
    )


@dataclass(frozen=True, slots=True)
class Working:
    """What a reader needs to reckon a grade again, in words of a language."""

    way: str
    past: int
    whole: int
    time: str
    ratio: str


def _working(progress: Progress, language: str) -> Working | None:
    ratio = progress.ratio
    if progress.begun is None or progress.latest is None or progress.way is None or ratio is None:
        return None
    past = (progress.latest.period.last - progress.begun).days
    whole = (progress.target.period.last - progress.begun).days
    shares = (share_in_words(one, language) for one in (progress.way, progress.time or Fraction(0)))
    return Working(next(shares), past, whole, next(shares), ratio_in_words(ratio, language))


@dataclass(frozen=True, slots=True)
class Split:
    """The figures of one dimension: its members, and by period what each of them has."""

    name: str
    members: tuple[str, ...]
    rows: tuple[tuple[object, tuple[object, ...]], ...]
    drawing: PartChart | None = None
    bars: PartBars | None = None


def _by_member(indicator: Indicator) -> tuple[Split, ...]:
    """A table for each dimension, of the series that are split by it alone."""
    return tuple(filter(None, (_split(indicator, place) for place in range(len(indicator.dimensions)))))


def _split(indicator: Indicator, place: int) -> Split | None:
    alone = [
        one
        for one in indicator.parts
        if one.members[place] and not any(one.members[:place] + one.members[place + 1 :])
    ]
    if not alone:
        return None
    by_period: list[Mapping[str, object]] = [
        {seen.period.text: seen for seen in one.observations} for one in alone
    ]
    periods = {seen.period.text: seen.period for one in alone for seen in one.observations}
    ordered = sorted(periods.values(), key=lambda period: period.order, reverse=True)
    rows = tuple((period, tuple(held.get(period.text) for held in by_period)) for period in ordered)
    members = tuple(one.members[place] for one in alone)
    drawing, bars = part_chart_of(indicator, place), part_bars_of(indicator, place)
    return Split(indicator.dimensions[place].name, members, rows, drawing, bars)
