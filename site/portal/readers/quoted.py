"""Figures that a text takes from the data instead of repeating them: `[[chi-tieu:ID@PERIOD|FORM]]`.

They are put in after the text is rendered: in its place stands a mark that no text has, so that Markdown sees
a word. What is written as code stays as it is; within a link or a heading no other link is made.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from portal.model.indicator import Indicator
from portal.model.observation import Figure
from portal.model.period import Period
from portal.model.telling import amount, number_in_words, period_within
from portal.model.text import Link, QuotedCell
from portal.problems.problem import Location
from portal.readers.desk import Desk, hint
from portal.readers.periods import meant_period, parse_period
from portal.source.front_matter import Document
from portal.source.markdown import Rendered

OPENING = "[[chi-tieu:"
FORMS = ("so", "ky", "tang", "tu-den")
_SPEC = re.compile(
    r"\[\[chi-tieu:[ \t]*(?P<id>[^\[\]\n@|]+?)\s*"
    r"(?:@\s*(?P<periods>[^\[\]\n|]+?)\s*)?(?:\|\s*(?P<form>[^\[\]\n|]*?)\s*)?\]\]"
)
_TAG = re.compile(r"(<[^>]+>)")
_CLOSED = {"code", "pre", "a", "h1", "h2", "h3", "h4", "h5", "h6"}
_WORDS = {
    "vi": ("tăng {}", "giảm {}", "không đổi", "từ {} lên {}", "từ {} xuống {}", "vẫn là {1}"),
    "en": ("up {}", "down {}", "unchanged", "from {} to {}", "from {} to {}", "still {1}"),
}
_TAKEN_BACK = {"vi": "(số liệu đã rút)", "en": "(figure withdrawn)"}
_POINTS = {"vi": "điểm phần trăm", "en": "percentage points"}


@dataclass(frozen=True, slots=True)
class Quote:
    """One figure in a text: how it was written, its words, its value for machines, where it comes from.

    `periods` are those of the cells that it is made of; without a value it was published and taken back.
    """

    written: str
    words: str
    value: str
    address: str
    periods: tuple[str, ...] = ()


@dataclass(slots=True)
class Quotes:
    """The figures of one text, in order, and what stands for them in it."""

    body: str
    mark: str = ""
    found: list[Quote] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    cells: list[QuotedCell] = field(default_factory=list)

    def put_in(self, done: Rendered) -> Rendered:
        """The rendered text with its figures."""
        if not self.found:
            return done
        headings = [(level, anchor, self._plain(words)) for level, anchor, words in done.headings]
        markup, plain = self._markup(done.html), self._plain(done.plain)
        return Rendered(markup, plain, headings, done.anchors, done.links, done.pictures)

    def _marks(self) -> re.Pattern[str]:
        return re.compile(rf"{self.mark}([0-9]+)⟧")

    def _plain(self, text: str) -> str:
        return self._marks().sub(lambda found: self.found[int(found[1])].words, text)

    def _markup(self, markup: str) -> str:
        pieces, within = list[str](), list[str]()
        for piece in _TAG.split(markup):
            if piece.startswith("<"):
                name = piece.strip("</>").split(" ", 1)[0].lower()
                if name in _CLOSED:
                    within = within[:-1] if piece.startswith("</") else [*within, name]
                pieces.append(self._in_tag(piece))
            else:
                pieces.append(self._filled(piece, within))
        return "".join(pieces)

    def _in_tag(self, tag: str) -> str:
        return self._marks().sub(lambda found: escape(self.found[int(found[1])].words), tag)

    def _filled(self, text: str, within: Sequence[str]) -> str:
        return self._marks().sub(lambda found: self._element(self.found[int(found[1])], within), text)

    def _element(self, quote: Quote, within: Sequence[str]) -> str:
        if "code" in within or "pre" in within:
            return escape(quote.written, quote=False)
        words = escape(quote.words, quote=False)
        shown = words if within else f'<a href="{quote.address}">{words}</a>'
        if not quote.value:
            return shown
        return f'<data value="{quote.value}">{shown}</data>'


def quotes_of(desk: Desk, document: Document, language: str) -> Quotes:
    """Look up the figures that a text takes; what is wrong with them is said at its place."""
    body, head = document.body, document.source.text.find(OPENING, 0, document.body_start)
    if head >= 0:
        desk.say("figure/not-in-text", document.source.at(head, len(OPENING)))
    if OPENING not in body:
        return Quotes(body)
    mark = "⟦"
    while mark in body:
        mark += "⟦"
    quotes = Quotes(body, mark)
    pieces, end, starts = list[str](), 0, set[int]()
    for found in _SPEC.finditer(body):
        starts.add(found.start())
        at = document.source.at(document.body_start + found.start(), len(found[0]))
        made = _Lookup(desk, at, language).quote(found)
        pieces += [body[end : found.start()], f"{mark}{len(quotes.found)}⟧"]
        end = found.end()
        quotes.found.append(made or Quote(found[0], found[0], "", ""))
        if made:
            quotes.links.append(Link(made.address, at.file, at.line, at.column, at.width, at.excerpt))
            id = found["id"]
            quotes.cells += [
                QuotedCell(id, period, at.line, at.column, at.width, at.excerpt) for period in made.periods
            ]
    quotes.body = "".join([*pieces, body[end:]])
    for found in re.finditer(re.escape(OPENING), body):
        if found.start() not in starts:
            desk.say("figure/form", document.source.at(document.body_start + found.start(), len(OPENING)))
    return quotes


@dataclass(slots=True)
class _Lookup:
    """One figure, to be looked up."""

    desk: Desk
    at: Location
    language: str
    taken_back: list[str] = field(default_factory=list)
    """Periods whose figure was published and is there no more: that is no fault of the text."""

    def quote(self, found: re.Match[str]) -> Quote | None:
        id, periods, form = found["id"], found["periods"] or "", found["form"] or ""
        if form and form not in FORMS:
            self.desk.say("figure/form-unknown", self.at, form=form, known=", ".join(FORMS))
            return None
        indicator = self._indicator(id)
        if indicator is None:
            return None
        first, joint, second = periods.partition("..")
        if joint and not any(seen.period.text == periods for seen in indicator.observations):
            old, new = self._one(indicator, first.strip()), self._one(indicator, second.strip())
            if not (old and new):
                return self._without(found[0], indicator)
            return self._change(found[0], indicator, old, new, form)
        one = self._one(indicator, periods) if periods else indicator.latest
        if one is None:
            if not periods:
                self._no_value(indicator, "", "")
            return self._without(found[0], indicator)
        if form in ("tang", "tu-den"):
            self.desk.say("figure/two-periods", self.at, form=form)
            return None
        plain = number_in_words(one.value, self.language, indicator.decimals)
        words = plain if form == "so" else amount(one.value, indicator)
        if form == "ky":
            words = f"{words} ({period_within(one.period, self.language)})"
        return Quote(found[0], words, str(one.value), indicator.address, (one.period.text,))

    def _without(self, written: str, indicator: Indicator) -> Quote | None:
        """What stands where a figure was taken back; None where something else is wrong."""
        if not self.taken_back:
            return None
        words = _TAKEN_BACK[self.language]
        return Quote(written, words, "", indicator.address, tuple(self.taken_back))

    def _indicator(self, id: str) -> Indicator | None:
        held = self.desk.indicators.get(id)
        files = (f"chi-tieu/{id}.yaml", f"chi-tieu/{id}.csv")
        self.desk.used.update(file for file in files if self._stands(file))
        if held and self.language in held:
            return held[self.language]
        if held:
            self.desk.say("figure/language", self.at, id=id)
        elif self._stands(f"chi-tieu/{id}.yaml"):
            self.desk.lacking = True
        else:
            self.desk.say("figure/unknown", self.at, id=id, hint=hint(id, self.desk.indicators))
        return None

    def _stands(self, file: str) -> bool:
        return file in self.desk.folder.names

    def _one(self, indicator: Indicator, text: str) -> Figure | None:
        period = parse_period(text)
        seen = next((one for one in indicator.observations if period and one.period == period), None)
        if period and (seen is None or seen.value is None) and _was_published(indicator, period):
            self.taken_back.append(period.text)
            return None
        if seen is None:
            self._no_period(indicator, text, period)
            return None
        if seen.value is None:
            self._no_value(indicator, text, seen.status.value)
            return None
        return Figure(seen.period, seen.value, seen.status, seen.note)

    def _no_period(self, indicator: Indicator, text: str, period: Period | None) -> None:
        meant = meant_period(text) if period is None else None
        if meant:
            self.desk.say("period/spelling", self.at, value=text, meant=meant)
            return
        known = ", ".join(one.period.text for one in indicator.observations[-6:])
        self.desk.say("figure/no-period", self.at, id=indicator.id, value=text, known=known)

    def _no_value(self, indicator: Indicator, text: str, status: str) -> None:
        self.desk.say("figure/no-value", self.at, id=indicator.id, value=text, status=status or "missing")

    def _change(self, written: str, of: Indicator, old: Figure, new: Figure, form: str) -> Quote:
        rise, fall, same, lifted, lowered, still = _WORDS[self.language]
        difference = new.value - old.value
        unit = _POINTS[self.language] if of.is_share else of.unit
        size = number_in_words(abs(difference), self.language, of.decimals)
        told = size if form == "so" else f"{size} {unit}"
        if form == "tang":
            told = same if not difference else (rise if difference > 0 else fall).format(told)
        elif form == "tu-den":
            pattern = still if not difference else lifted if difference > 0 else lowered
            told = pattern.format(amount(old.value, of), amount(new.value, of))
        elif form == "ky":
            named = (period_within(one.period, self.language) for one in (old, new))
            told = f"{told} ({' – '.join(named)})"
        both = (old.period.text, new.period.text)
        return Quote(written, told, str(difference), of.address, both)


def _was_published(indicator: Indicator, period: Period) -> bool:
    """Whether a figure of the whole stood there that is there no more: a correction is never held up."""
    told = [one for one in indicator.chronicle.statements if one.cell == (period.text, ())]
    return bool(told) and told[-1].is_revision and told[-1].value is None
