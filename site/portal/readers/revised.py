"""Revised figures: `check` asks for their reason, and names every text that took one before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from portal.model.article import Article
from portal.model.chronicle import Chronicle, RevisedFigure, Statement, stated
from portal.model.indicator import Indicator
from portal.model.observation import Status
from portal.model.telling import amount
from portal.model.text import QuotedCell
from portal.problems.problem import Location
from portal.readers.desk import Desk
from portal.readers.observations import Entry, Table

_NONE = {"vi": "không có số", "en": "no figure"}


def ask_for_reasons(desk: Desk, table: Table, dimensions: Sequence[str], chronicle: Chronicle) -> None:
    """Ask for the reason of each published figure that is to be replaced, unless it was not final."""
    waiting = [one for one in chronicle.revisions if one.at is None]
    if not waiting:
        return
    rows = {_cell_of(entry, dimensions): entry.row for entry in table.entries}
    for one in waiting:
        if one.reason or one.was_early:
            continue
        assert one.before is not None
        row, before = rows.get(one.cell), stated(one.before.value, one.before.status)
        if row is None:
            said = ", ".join((one.period.text, *(member for _, member in one.part)))
            desk.say("table/row-gone", table.source.on_line(1), value=said, before=before)
        else:
            desk.say("number/revised", table.at(row, "value"), value=_shown(one), before=before)


def _cell_of(entry: Entry, dimensions: Sequence[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    pairs = zip(dimensions, entry.members, strict=True)
    return entry.seen.period.text, tuple(sorted((name, member) for name, member in pairs if member))


def _shown(one: Statement) -> str:
    return stated(one.seen.value, one.seen.status) if one.seen else Status.MISSING.value


def note_revised(
    desk: Desk,
    articles: Sequence[Article],
    indicators: Iterable[Indicator],
    begins: Mapping[str, datetime],
) -> list[Article]:
    """The articles, each with the figures of its text that were revised after it was published.

    `begins` says of an article's file when it was to be published, where that is not its date. What an
    editor did not acknowledge is said at its place.
    """
    revised = {one.address: one for one in indicators if one.chronicle.revisions}
    if not revised:
        return list(articles)
    return [
        one if revised.keys().isdisjoint(one.targets) else _noted(desk, one, revised, begins)
        for one in articles
    ]


def _noted(
    desk: Desk, article: Article, revised: Mapping[str, Indicator], begins: Mapping[str, datetime]
) -> Article:
    since = max(article.date, begins.get(article.file, article.date))
    held = {(one.id, one.language): one for one in revised.values()}
    told: dict[tuple[str, str], tuple[RevisedFigure, ...]] = {}
    for cell in article.body.quoted:
        indicator = held.get((cell.indicator, article.language))
        after = list(_after(indicator, cell.period, since)) if indicator else []
        if indicator and after:
            told[cell.indicator, cell.period] = tuple(_told(indicator, one) for one in after)
            if cell.acknowledged != _shown(after[-1]):
                _say(desk, article.file, cell, told[cell.indicator, cell.period], _shown(after[-1]))
    found = [one for figures in told.values() for one in figures]
    return article.with_revised(tuple(sorted(found, key=_when, reverse=True))) if found else article


def _after(indicator: Indicator, period: str, since: datetime) -> Iterator[Statement]:
    for one in indicator.chronicle.statements:
        if one.is_revision and one.cell == (period, ()) and (one.at is None or one.at > since):
            yield one


def _told(indicator: Indicator, one: Statement) -> RevisedFigure:
    none = _NONE[indicator.language]
    assert one.before is not None
    old, new = (
        none if value is None else amount(value, indicator) for value in (one.before.value, one.value)
    )
    return RevisedFigure(indicator.name, indicator.address, one.period, old, new, one.at, one.reason)


def _when(one: RevisedFigure) -> tuple[bool, float, str, tuple[int, int, int]]:
    return one.at is None, one.at.timestamp() if one.at else 0.0, one.address, one.period.order


def _say(desk: Desk, file: str, cell: QuotedCell, told: Sequence[RevisedFigure], seen: str) -> None:
    at = Location(desk.folder.shown(file), cell.line, cell.column, cell.width, cell.excerpt)
    name = f"{cell.indicator}@{cell.period}"
    desk.say("figure/revised", at, name=name, old=told[0].old, new=told[-1].new, seen=seen)
