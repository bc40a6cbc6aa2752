"""What of a portal can be searched, and the index that lies beside a release."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
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
from search.index import DamagedIndex, Part, join_parts, update_index, write_part

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


def index_release(portal: Portal, folder: Path, marks: Marks, old: Path | None = None, jobs: int = 1) -> None:
    """Make the index in a folder, from an old one where there is a sound one; the same again changes nothing.

    A new one is written by up to `jobs` processes. Half of one never stands under its name.
    """
    held = findable(portal)
    marked = {address: marks.of(value).hex() for address, value in held.items()}
    new = folder.with_name(folder.name + ".new")
    with naming(new):
        _clear(new)
        if not _updated(new, folder if folder.is_dir() else old, marked, held):
            _clear(new)
            _write(new, tuple(held.values()), marked, jobs)
    with naming(folder):
        _clear(folder)
    new.replace(folder)


def _write(folder: Path, held: Sequence[Findable], marked: Mapping[str, str], jobs: int) -> None:
    folder.mkdir(parents=True)

    def parts(some: Sequence[Findable]) -> Sequence[Part]:
        return write_part(folder, map(_document, some))

    join_parts(folder, spread(parts, held, jobs), marked)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _updated(new: Path, old: Path | None, marked: Mapping[str, str], held: Mapping[str, Findable]) -> bool:
    if old is None or not old.is_dir():
        return False
    try:
        return update_index(new, old, marked, lambda address: _document(held[address])) is not None
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
