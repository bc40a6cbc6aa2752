"""The figures as files at stable addresses, and a page that tells of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portal.model.indicator import Indicator, by_id
from portal.model.portal import Portal
from portal.model.settings import Settings
from portal.web.media import media_of
from portal.web.open_data import as_csv, as_json, columns, csv_metadata, package
from portal.web.page import Made, Page
from portal.web.section import Section, Spot
from portal.web.views.standing import head

section = Section("data")

PACKAGE = "/chi-tieu/datapackage.json"


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


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators in Vietnamese as one package."""

    indicators: tuple[Indicator, ...]
    settings: Settings
    address: str = PACKAGE

    @property
    def marked(self) -> tuple[object, ...]:
        """What decides what it says."""
        words = self.settings.of("vi")
        return (self.indicators, self.settings.url, words.name, words.description)


def _catalogue(portal: Portal) -> Iterator[Catalogue]:
    held = portal.indicators_in("vi")
    return iter((Catalogue(held, portal.settings),) if held else ())


@section.pages(of=_catalogue)
def data_package(made: Catalogue) -> Made:
    """All tables as a Data Package."""
    return Made(package(made.indicators, made.settings), media_of(made.address))


@section.page("/du-lieu/", translated=True)
def files(at: Spot) -> Page:
    """How to take the figures: which files there are, at which addresses, and what is in them."""
    shown = at.portal.indicators_in(at.language) or at.portal.indicators_in("vi")
    shows = {
        "indicators": shown,
        "example": shown[0] if shown else None,
        "columns": columns(shown[0]) if shown else (),
        "package": PACKAGE,
        "url": at.portal.settings.url,
    }
    return Page("pages/data.html", head(at, "data"), shows, at.language)
