"""What of a portal can be searched, and the index that lies beside a release."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from portal.failure import naming
from portal.freeze.releases import current, index_folder
from portal.model.article import Article, prefix
from portal.model.indicator import Indicator
from portal.model.page import StandingPage
from portal.model.portal import Portal
from portal.model.service import ServiceGroup
from portal.model.unit import Unit
from portal.workspace import Workspace
from search.document import Document
from search.index import DamagedIndex, open_index, write_index


def documents(portal: Portal) -> Iterator[Document]:
    """Give everything that readers may look for: articles, pages, units, groups of services, indicators."""
    yield from map(_article, portal.articles)
    yield from map(_page, portal.pages)
    yield from map(_unit, portal.units)
    yield from (_services(group) for groups in portal.services.values() for group in groups)
    yield from map(_indicator, portal.indicators)


def index_release(portal: Portal, folder: Path) -> None:
    """Make the index in a folder, unless a sound one lies there; half of one never stands under its name."""
    if _is_sound(folder):
        return
    new = folder.with_name(folder.name + ".new")
    for old in (new, folder):
        if old.exists():
            with naming(old):
                shutil.rmtree(old)
    with naming(new):
        write_index(new, documents(portal))
    new.replace(folder)


def current_index(workspace: Workspace) -> Path | None:
    """Give the folder of the index of the release that is public; None where nothing was published."""
    id = current(workspace)
    folder = index_folder(workspace, id) if id else None
    return folder if folder and folder.is_dir() else None


def _is_sound(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    try:
        with open_index(folder):
            return True
    except DamagedIndex:
        return False


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
    address = f"{prefix(group.language)}/dich-vu/#{group.id}"
    text = _lines(*(f"{link.title}. {link.text}" for link in group.links))
    summary = "; ".join(link.title for link in group.links)
    return Document(address, "service", group.language, group.title, summary, text)


def _indicator(indicator: Indicator) -> Document:
    text = _lines(indicator.notes, indicator.unit, indicator.source.name)
    return Document(
        indicator.address, "indicator", "vi", indicator.name, indicator.definition, text, unit=indicator.owner
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
