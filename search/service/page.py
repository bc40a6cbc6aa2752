"""Answers as a reader without scripts sees them: the page of the release, with what was found in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from search.ranking import Hit, Results
from search.service.asked import NEWEST, Asked
from search.service.faults import Fault
from search.service.frame import Frame
from search.service.limits import MAX_PAGE
from search.snippet import Part
from vietnamese.dates import HANOI, format_day, format_day_en
from vietnamese.numbers import format_number, format_number_en

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True, auto_reload=False,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from: the parameter that it sets, its names by value, and the value chosen."""

    name: str
    label: str
    all: str
    names: Mapping[str, str]
    chosen: str


def answered(frame: Frame, asked: Asked, results: Results) -> bytes:
    """Give the page with answers."""
    counted = frame.say("found" if results.hits else "none", n=_number(frame, results.total), q=asked.query)
    shown = {
        "results": results,
        "counted": counted,
        "lines": tuple(_lines(frame, asked, results)),
        "fault": "",
    }
    return _page(frame, asked, shown | {"pages": pages(results.total, asked.size)})


def refused(frame: Frame, asked: Asked, fault: Fault) -> bytes:
    """Give the page with the reason why there are no answers."""
    return _page(frame, asked, {"results": None, "fault": frame.say(f"fault.{fault.code}"), "pages": 0})


def untouched(frame: Frame) -> bytes:
    """Give the page as it is for who has not asked yet."""
    return frame.filled("", Markup())


def pages(total: int, size: int) -> int:
    """Give the number of pages that can be asked for."""
    return min(MAX_PAGE, -(-total // size))


def _page(frame: Frame, asked: Asked, shown: Mapping[str, object]) -> bytes:
    def about(hit: Hit) -> list[str]:
        return [part for part in _about(frame, hit) if part]

    template = _TEMPLATES.get_template("answers.html")
    markup = template.render(
        shown, asked=asked, home=frame.home, say=frame.say, choices=_choices(frame, asked), marked=_marked,
        about=about,
    )  # fmt: skip
    return frame.filled(asked.query, Markup(markup))


def _lines(frame: Frame, asked: Asked, results: Results) -> Iterator[str]:
    """Give what a reader should know of how the query was read."""
    if not results.hits:
        return
    if results.rung != "all":
        yield frame.say(f"searched.{results.rung}", searched=results.searched)
    if results.also:
        yield frame.say("also", also="; ".join(results.also))
    if asked.page > 1:
        yield frame.say("page.of", number=asked.page, count=pages(results.total, asked.size))


def _choices(frame: Frame, asked: Asked) -> Iterator[Choice]:
    filters = asked.filters
    for name, field, chosen in (
        ("loai", "kinds", filters.kind),
        ("chuyen-muc", "categories", filters.category),
        ("co-quan", "units", filters.unit),
        ("nam", "years", filters.year),
    ):
        if frame.names[field]:
            said = frame.say(field), frame.say(f"{field}.all")
            yield Choice(name, *said, frame.names[field], chosen or "")
    newest = {NEWEST: frame.say("order.newest")}
    yield Choice("xep", frame.say("order"), frame.say("order.best"), newest, NEWEST if asked.newest else "")


def _about(frame: Frame, hit: Hit) -> Iterator[str]:
    yield frame.names["kinds"].get(hit.kind, "")
    yield hit.category_name
    if hit.date:
        yield (format_day_en if frame.language == "en" else format_day)(_moment(hit.date))


def _moment(date: datetime) -> datetime:
    """Give a moment its offset; one without is in Vietnam."""
    return date if date.tzinfo else date.replace(tzinfo=HANOI)


def _marked(parts: tuple[Part, ...]) -> Markup:
    return Markup("").join(
        Markup("<mark>{}</mark>").format(text) if found else escape(text) for text, found in parts
    )


def _number(frame: Frame, value: int) -> str:
    return (format_number_en if frame.language == "en" else format_number)(Decimal(value))
