"""The figures as files at stable addresses, and a page that tells of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portal.model.chronicle import FormerTable
from portal.model.indicator import Indicator, by_id
from portal.model.portal import Portal
from portal.model.settings import Settings
from portal.model.unit import Unit
from portal.readers.plain_tables import plain_table
from portal.record.record import Record
from portal.web.addresses import former_address
from portal.web.catalogue import catalogue
from portal.web.media import media_of
from portal.web.open_data import (
    all_as_csv,
    all_as_json,
    as_csv,
    as_json,
    columns,
    csv_metadata,
    package,
    table_csv,
)
from portal.web.page import Made, Page
from portal.web.section import Section, Spot
from portal.web.spreadsheet import all_as_workbook, as_workbook
from portal.web.views.standing import head

section = Section("data")

PACKAGE = "/chi-tieu/datapackage.json"
CATALOGUE = "/du-lieu/catalogue.jsonld"
ALL = "/du-lieu/chi-tieu"


@dataclass(frozen=True, slots=True)
class File:
    """One indicator as a file; `told` is it in each language, Vietnamese first."""

    told: tuple[Indicator, ...]
    settings: Settings
    ending: str

    @property
    def address(self) -> str:
        """Beside the page of the indicator; the same in every language."""
        return f"/chi-tieu/{self.told[0].id}{self.ending}"

    @property
    def marked(self) -> tuple[object, ...]:
        """What decides what it says: the portal's own names and address alone, beside the indicator."""
        words = self.settings.of("vi")
        return (self.told, self.settings.url, words.name, words.publisher, self.ending)


def _files(ending: str) -> Callable[[Portal], Iterator[File]]:
    def files(portal: Portal) -> Iterator[File]:
        for held in by_id(portal.indicators).values():
            yield File((held["vi"], *(held[code] for code in held if code != "vi")), portal.settings, ending)

    return files


@section.pages(of=_files(".csv"))
def table(file: File) -> Made:
    """The observations as CSV."""
    return Made(as_csv(file.told[0]), media_of(file.address))


@section.pages(of=_files(".json"))
def indicator_as_json(file: File) -> Made:
    """All that is known of an indicator as JSON."""
    return Made(as_json(file.told, file.settings), media_of(file.address))


@section.pages(of=_files(".csv-metadata.json"))
def metadata(file: File) -> Made:
    """What the table means, as CSV on the Web."""
    return Made(csv_metadata(file.told[0], file.settings), media_of(file.address))


@section.pages(of=_files(".xlsx"))
def workbook(file: File) -> Made:
    """The observations as a workbook, with what they mean beside them."""
    return Made(as_workbook(file.told[0], file.settings), media_of(file.address))


@dataclass(frozen=True, slots=True)
class Replaced:
    """A table that was published and replaced; its text is in the record."""

    indicator: str
    former: FormerTable
    record: Record

    @property
    def address(self) -> str:
        """Below the page of the indicator, by its number: it never moves."""
        return former_address(self.indicator, self.former.number)

    @property
    def marked(self) -> tuple[object, ...]:
        """What decides what it says."""
        return (self.indicator, self.former.number, self.former.sha256)

    @property
    def text(self) -> str:
        """As its editor had written it. Raises what reading a record raises."""
        versions = self.record.versions_of(f"chi-tieu/{self.indicator}.csv")
        held = next(one for one in versions if one.number == self.former.number)
        return self.record.text(held) or ""


def _replaced(portal: Portal) -> Iterator[Replaced]:
    for one in portal.indicators_in("vi"):
        for former in one.chronicle.formers:
            if former.kept:
                yield Replaced(one.id, former, portal.record)


@section.pages(of=_replaced)
def replaced_table(replaced: Replaced) -> Made:
    """The observations as they were published before."""
    table = plain_table(replaced.text)
    return Made(table_csv(table.dimensions, table.rows), media_of(replaced.address))


@dataclass(frozen=True, slots=True)
class Whole:
    """All indicators in one file; `told` is each in its languages, Vietnamese first."""

    address: str
    told: tuple[tuple[Indicator, ...], ...]
    units: tuple[Unit, ...]
    settings: Settings

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All of them in Vietnamese."""
        return tuple(held[0] for held in self.told)

    @property
    def marked(self) -> tuple[object, ...]:
        """What decides what it says."""
        words = self.settings.of("vi")
        names = (self.settings.url, words.name, words.description, words.publisher)
        return (self.address, self.told, self.units, names)


def _whole(address: str) -> Callable[[Portal], Iterator[Whole]]:
    def whole(portal: Portal) -> Iterator[Whole]:
        told = by_id(portal.indicators).values()
        if told:
            ordered = tuple((held["vi"], *(held[code] for code in held if code != "vi")) for held in told)
            owners = {one.owner for one in portal.indicators}
            units = tuple(unit for unit in portal.units if unit.id in owners)
            yield Whole(address, ordered, units, portal.settings)

    return whole


@section.pages(of=_whole(PACKAGE))
def data_package(whole: Whole) -> Made:
    """All tables as a Data Package."""
    return Made(package(whole.indicators, whole.settings), media_of(whole.address))


@section.pages(of=_whole(f"{ALL}.csv"))
def whole_table(whole: Whole) -> Made:
    """The observations of all indicators as one table."""
    return Made(all_as_csv(whole.indicators), media_of(whole.address))


@section.pages(of=_whole(f"{ALL}.json"))
def whole_as_json(whole: Whole) -> Made:
    """All that is known of all indicators."""
    return Made(all_as_json(whole.told, whole.settings), media_of(whole.address))


@section.pages(of=_whole(f"{ALL}.xlsx"))
def whole_workbook(whole: Whole) -> Made:
    """The observations of all indicators as one workbook."""
    return Made(all_as_workbook(whole.indicators, whole.settings), media_of(whole.address))


@section.pages(of=_whole(CATALOGUE))
def data_catalogue(whole: Whole) -> Made:
    """All indicators as a catalogue that data portals take in (DCAT-AP 3)."""
    return Made(catalogue(whole.told, whole.units, whole.settings), media_of(whole.address))


@section.page("/du-lieu/", translated=True)
def files(at: Spot) -> Page:
    """How to take the figures: which files there are, at which addresses, and what is in them."""
    shown = at.portal.indicators_in(at.language) or at.portal.indicators_in("vi")
    shows = {
        "indicators": shown,
        "example": shown[0] if shown else None,
        "columns": columns(shown[0]) if shown else (),
        "package": PACKAGE,
        "catalogue": CATALOGUE,
        "all": ALL,
        "url": at.portal.settings.url,
    }
    return Page("pages/data.html", head(at, "data"), shows, at.language)
