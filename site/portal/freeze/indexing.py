"""What of a portal can be searched, and the index that lies beside a release."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from portal.failure import naming
from portal.freeze.releases import current, index_folder
from portal.model.article import Article, prefix
from portal.model.fingerprint import Marks
from portal.model.indicator import Indicator
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.model.service import ServiceGroup
from portal.model.unit import Unit
from portal.parallel import spread
from portal.workspace import Workspace
from search.document import Document
from search.expansion import Expansion
from search.index import Beside, DamagedIndex, Part, is_sound, join_parts, update_index, write_part
from vietnamese.abbreviations import ABBREVIATIONS
from vietnamese.spelling import fold

Findable = Article | StandingPage | Unit | ServiceGroup | Indicator


def findable(portal: Portal) -> Mapping[str, Findable]:
    """Give everything that readers may look for by its address: news, pages, units, services, indicators."""
    groups = [group for held in portal.services.values() for group in held]
    whole: tuple[Findable, ...] = (
        *portal.articles, *portal.pages, *portal.units, *groups, *portal.indicators,
    )  # fmt: skip
    return {_address(value): value for value in whole}


def documents(portal: Portal) -> Iterator[Document]:
    """Give what the search index is told of each of them."""
    return map(_document, findable(portal).values())


def document_of(value: Findable) -> Callable[[], Document]:
    """Give what makes such a document, when it is needed."""
    return partial(_document, value)


def expansions(portal: Portal) -> tuple[Expansion, ...]:
    """Give the names that stand for one another: former names first, then abbreviations of offices' language.

    A name that was itself given up for another leads on to that one, too.
    """
    own = [Expansion(one.former, one.current) for one in portal.renamed]
    later = {fold(one.former): one.current for one in portal.renamed}
    chained = [
        Expansion(one.former, later[fold(one.current)])
        for one in portal.renamed
        if fold(one.current) in later
    ]
    short = [Expansion(one, meant) for one, all_of_it in ABBREVIATIONS.items() for meant in all_of_it]
    return (*own, *chained, *short)


@dataclass(frozen=True, slots=True)
class Way:
    """How an index is made: from an `old` one where it is sound, by up to `jobs` processes.

    `engine` keeps it, in place of the one that the settings name.
    """

    old: Path | None = None
    jobs: int = 1
    engine: str = ""


_PLAIN = Way()


def holds(folder: Path, portal: Portal, engine: str = "") -> bool:
    """Whether a folder has a sound index, by the right engine and with the names that there are now.

    It says nothing of the documents.
    """
    return is_sound(folder, Beside(engine or portal.settings.search_engine, {}, expansions(portal)))


def index_release(portal: Portal, folder: Path, marks: Marks, way: Way = _PLAIN) -> None:
    """Make the index in a folder; the same again changes nothing. Half of one never stands under its name."""
    held = findable(portal)
    marked = {address: marks.of(value).hex() for address, value in held.items()}
    beside = Beside(way.engine or portal.settings.search_engine, marked, expansions(portal))
    new = folder.with_name(folder.name + ".new")
    with naming(new):
        _clear(new)
        if not _updated(new, folder if folder.is_dir() else way.old, beside, held):
            _clear(new)
            _write(new, tuple(held.values()), beside, way.jobs)
    with naming(folder):
        _clear(folder)
    new.replace(folder)


def _write(folder: Path, held: Sequence[Findable], beside: Beside, jobs: int) -> None:
    folder.mkdir(parents=True)

    def parts(some: Sequence[Findable]) -> Sequence[Part]:
        return write_part(folder, map(_document, some), beside.engine)

    join_parts(folder, spread(parts, held, jobs), beside)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _updated(new: Path, old: Path | None, beside: Beside, held: Mapping[str, Findable]) -> bool:
    if old is None or not old.is_dir():
        return False
    try:
        return update_index(new, old, beside, lambda address: _document(held[address])) is not None
    except (DamagedIndex, OSError):
        # What cannot be read is not needed: a new index is only slower.
        return False


def current_index(workspace: Workspace) -> Path | None:
    """Give the folder of the index of the release that is public; None where nothing was published."""
    id = current(workspace)
    folder = index_folder(workspace, id) if id else None
    return folder if folder and folder.is_dir() else None


def _address(value: Findable) -> str:
    if isinstance(value, ServiceGroup):
        return f"{prefix(value.language)}/dich-vu/#{value.id}"
    return value.address


def _document(value: Findable) -> Document:
    match value:
        case Article():
            return _article(value)
        case StandingPage():
            return _page(value)
        case Unit():
            return _unit(value)
        case ServiceGroup():
            return _services(value)
        case Indicator():
            return _indicator(value)


def _article(article: Article) -> Document:
    return Document(
        article.address,
        "article",
        article.language,
        article.title,
        article.summary,
        article.body.plain,
        category=article.category.id,
        category_name=article.category.name,
        unit=article.unit,
        tags=tuple(tag.name for tag in article.tags),
        date=article.date,
    )


def _page(page: StandingPage) -> Document:
    return Document(page.address, "page", page.language, page.title, page.summary, page.body.plain)


def _unit(unit: Unit) -> Document:
    text = _lines(unit.short, unit.street, unit.phone, unit.email)
    return Document(unit.address, "unit", "vi", unit.name, unit.description, text, unit=unit.id)


def _services(group: ServiceGroup) -> Document:
    text = _lines(*(f"{link.title}. {link.text}" for link in group.links))
    summary = "; ".join(link.title for link in group.links)
    return Document(_address(group), "service", group.language, group.title, summary, text)


def _indicator(indicator: Indicator) -> Document:
    text = _lines(indicator.notes, indicator.unit, indicator.source.name)
    return Document(
        indicator.address,
        "indicator",
        indicator.language,
        indicator.name,
        indicator.definition,
        text,
        unit=indicator.owner,
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
