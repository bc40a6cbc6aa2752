"""Indicators together: all of them, those of a group or of a unit, and when the next figures come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from portal.model.article import prefix
from portal.model.indicator import Duty, Indicator, by_id
from portal.model.portal import Portal
from portal.model.progress import progress_of
from portal.model.release_calendar import Due, schedule
from portal.model.unit import Unit
from portal.web.addresses import group_address, owned_address
from portal.web.calendar_file import calendar_file
from portal.web.charts import spark_of
from portal.web.feeds.figures import feed_links
from portal.web.media import media_of
from portal.web.page import Crumb, Head, Made, Page
from portal.web.section import Section, Spot
from portal.web.translator import translator
from portal.web.views.standing import head

section = Section("overviews")

_DUTIES = "/chat-luong-phuc-vu/"
_RELEASES = 4  # of each indicator in the calendar file


@dataclass(frozen=True, slots=True)
class Tile:
    """An indicator at a glance: its small line, its grade, and where its next figure is late, whose it is."""

    indicator: Indicator
    spark: str = ""
    grade: str = ""
    late: Due | None = None
    owner: Unit | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Indicators of one group; `address` is that of the group's own page, empty without one."""

    name: str
    address: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """A page of indicators that belong together, by their group or the unit that answers for them."""

    kind: str
    address: str
    name: str
    shelves: tuple[Shelf, ...]
    language: str
    alternates: tuple[tuple[str, str], ...]
    calendar: str = ""
    """Where the calendar of releases stands; empty where nothing promises a day."""


def _overviews(portal: Portal) -> Iterator[Spot]:
    return (Spot(f"{prefix(code)}/chi-tieu/", code, portal) for code in portal.indicator_languages)


@section.pages(of=_overviews)
def indicators(at: Spot) -> Page:
    """All indicators, by group."""
    shown = at.portal.indicators_in(at.language)
    home = prefix(at.language)
    feeds = feed_links(translator(at.language)("feeds.figures"), f"{home}/chi-tieu/") if shown else ()
    shows = {
        "shelves": _shelves(at.portal, shown),
        "late": sum(one.late > 0 for one in at.portal.dues),
        "calendar": _calendar(at.portal, at.language),
        "duties": f"{home}{_DUTIES}" if _has_duties(at.portal) else "",
        "data": f"{home}/du-lieu/",
        "feeds": feeds,
    }
    made = replace(head(at, "indicators", languages=at.portal.indicator_languages), feeds=feeds)
    return Page("pages/indicators.html", made, shows, at.language)


def _groups(portal: Portal) -> Iterator[Together]:
    for code in portal.indicator_languages:
        for shelf in _shelves(portal, portal.indicators_in(code)):
            if shelf.address:
                yield _together("group", portal, shelf.address, shelf.name, (shelf,), code)


def _owners(portal: Portal) -> Iterator[Together]:
    for code in portal.indicator_languages:
        for unit in portal.units:
            held = tuple(one for one in portal.indicators_in(code) if one.owner == unit.id)
            if held:
                address = owned_address(unit.id, code)
                yield _together("unit", portal, address, unit.name, _shelves(portal, held), code)


def _together(
    kind: str, portal: Portal, address: str, name: str, shelves: tuple[Shelf, ...], code: str
) -> Together:
    plain = address.removeprefix(prefix(code))
    held = {tile.indicator.id for shelf in shelves for tile in shelf.tiles}
    told = by_id(portal.indicators)
    codes = (one for one in portal.indicator_languages if any(one in told[id] for id in held))
    alternates = tuple((one, prefix(one) + plain) for one in codes)
    return Together(kind, address, name, shelves, code, alternates, _calendar(portal, code))


@section.pages(of=_groups)
def group(held: Together) -> Page:
    """The indicators of a group."""
    return _page(held)


@section.pages(of=_owners)
def owned(held: Together) -> Page:
    """The indicators that a unit answers for."""
    return _page(held)


def _page(held: Together) -> Page:
    t, home = translator(held.language), prefix(held.language)
    crumbs = (Crumb(t("layout.home"), f"{home}/"), Crumb(t("indicators.title"), f"{home}/chi-tieu/"))
    title = t(f"indicators.{held.kind}.title", name=held.name)
    alternates = dict(held.alternates) if len(held.alternates) > 1 else {}
    # Those of a unit have feeds of their own.
    feeds = feed_links(title, held.address) if held.kind == "unit" else ()
    made = Head(title, t(f"indicators.{held.kind}.about", name=held.name), crumbs, alternates, feeds=feeds)
    late = sum(tile.late is not None for shelf in held.shelves for tile in shelf.tiles)
    # A group stands under its own title; its one shelf needs none.
    shelves = tuple(Shelf("" if held.kind == "group" else one.name, "", one.tiles) for one in held.shelves)
    shows = {
        "shelves": shelves,
        "late": late,
        "calendar": held.calendar,
        "duties": "",
        "data": f"{home}/du-lieu/",
        "feeds": feeds,
    }
    return Page("pages/indicators.html", made, shows, held.language)


def _calendar(portal: Portal, language: str) -> str:
    return f"{prefix(language)}/lich-cong-bo/" if portal.dues else ""


def _shelves(portal: Portal, shown: Iterable[Indicator]) -> tuple[Shelf, ...]:
    """Indicators by group, in the order in which these first stand; a group is known by its address."""
    told = by_id(portal.indicators)
    held: dict[str, list[Indicator]] = {}
    for one in shown:
        held.setdefault(group_address(told[one.id]["vi"].group, one.language), []).append(one)
    return tuple(
        Shelf(found[0].group, address, tuple(_tile(portal, one) for one in found))
        for address, found in held.items()
    )


def _tile(portal: Portal, indicator: Indicator) -> Tile:
    progress, due = progress_of(indicator), portal.due(indicator.id)
    late = due if due and due.late else None
    return Tile(
        indicator,
        spark_of(indicator.figures),
        progress.grade.value if progress else "",
        late,
        portal.unit(indicator.owner) if late else None,
    )


def _has_duties(portal: Portal) -> bool:
    return any(one.duty for one in portal.indicators)


def _duties(portal: Portal) -> Iterator[Spot]:
    codes = portal.indicator_languages if _has_duties(portal) else ()
    return (Spot(prefix(code) + _DUTIES, code, portal) for code in codes)


@section.pages(of=_duties)
def duties(at: Spot) -> Page:
    """The six kinds of data on the quality of service that the law asks for; those that are not there too."""
    shown = at.portal.indicators_in(at.language)
    kinds = tuple(
        (duty.value, tuple(_tile(at.portal, one) for one in shown if one.duty is duty)) for duty in Duty
    )
    made = head(at, "duties", languages=at.portal.indicator_languages)
    shows = {"kinds": kinds, "count": sum(bool(held) for _, held in kinds)}
    return Page("pages/duties.html", made, shows, at.language)


@dataclass(frozen=True, slots=True)
class Awaited:
    """What is to come of an indicator, and whom to ask for it."""

    indicator: Indicator
    due: Due
    owner: Unit | None


def _calendars(portal: Portal) -> Iterator[Spot]:
    codes = portal.indicator_languages if portal.dues else ()
    return (Spot(f"{prefix(code)}/lich-cong-bo/", code, portal) for code in codes)


@section.pages(of=_calendars)
def release_calendar(at: Spot) -> Page:
    """What is late, what is to come by when, what is not final, and what promises no day."""
    portal = at.portal
    told = {one.id: one for one in portal.indicators_in(at.language)}
    awaited = [
        Awaited(told[due.indicator], due, portal.unit(told[due.indicator].owner))
        for due in portal.dues
        if due.indicator in told
    ]
    shows = {
        "late": tuple(one for one in awaited if one.due.late),
        "coming": tuple(one for one in awaited if not one.due.late),
        "early": tuple(one for one in told.values() if one.latest is not None and one.latest.status.value),
        "free": tuple(one for one in told.values() if portal.due(one.id) is None),
        "file": f"{prefix(at.language)}/lich-cong-bo.ics",
    }
    made = head(at, "calendar", languages=portal.indicator_languages)
    return Page("pages/release-calendar.html", made, shows, at.language)


def _calendar_files(portal: Portal) -> Iterator[Spot]:
    codes = portal.indicator_languages if portal.dues else ()
    return (Spot(f"{prefix(code)}/lich-cong-bo.ics", code, portal) for code in codes)


@section.pages(of=_calendar_files)
def calendar(at: Spot) -> Made:
    """The next releases as a calendar to subscribe to."""
    releases = schedule(at.portal.indicators_in(at.language), _RELEASES)
    return Made(calendar_file(releases, at.portal.settings, at.language), media_of(at.address))
