"""The drawing of a series: where everything stands, in shares of the width and in pixels of the height.

Widths are shares so that a drawing fills a phone and a desk alike while its words keep their size: lines and
bars lie in an inner drawing that is stretched, words and dots in the outer one that is not. Heights are
pixels from the top.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from portal.model.indicator import Indicator
from portal.model.observation import Figure, Status
from portal.model.period import Period, Span

WIDTH = 1000  # of the inner drawing, stretched to what there is
TOP, HEIGHT, FOOT = 24, 180, 28
INSET = 90  # of WIDTH, at the left, where the values of levels stand
_END = 30  # at the right
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_LINES = 4
_DOTS = 24  # points beyond which dots would touch
_LABELS = 4
_FEW = 8  # gaps between figures, up to which one more or less is seen
_BARS = 8  # figures beyond which bars are too thin for a phone
_HALF = 0.32  # of the room of a bar, to each side of its middle


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the drawing: its middle in per cent of the width, its height, whether it is early."""

    figure: Figure
    left: str
    top: str
    early: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in the inner drawing."""

    figure: Figure
    left: str
    top: str
    width: str
    height: str
    early: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line with its value."""

    top: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Label:
    """A period below the drawing; `anchor` keeps the first and the last within it."""

    left: str
    anchor: str
    period: Period


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of figures: as a line, broken where one is missing or not comparable, or as bars."""

    lines: tuple[str, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    rules: tuple[Rule, ...]
    labels: tuple[Label, ...]
    breaks: tuple[str, ...]
    target: Rule | None
    base: str
    band: tuple[str, str] | None
    """From where on no figure is final, and how far that reaches, in per cent of the width."""
    spots: Mapping[str, str]
    """Where each figure stands, by its period: per cent of the width, pixels from the top: `63.2 45`."""

    @property
    def height(self) -> int:
        """Of the whole, in pixels."""
        return TOP + HEIGHT + FOOT


def chart_of(indicator: Indicator) -> Chart | None:
    """The drawing of an indicator's main series; None for fewer than two figures whose periods are stated."""
    figures = [one for one in indicator.figures if one.period.stated]
    if len(figures) < 2:
        return None
    target = indicator.targets[-1].value if indicator.targets else None
    runs_on = figures[-1].period.span is Span.CUMULATIVE
    are_bars = len(figures) <= _BARS and (runs_on or not _are_even(figures) or len(figures) < 4)
    scale = Scale.of(
        [*(one.value for one in figures), *(() if target is None else (target,))], from_zero=are_bars
    )
    left = _Across.of(figures, are_bars=are_bars)
    marks = tuple(
        Mark(one, left.share(place), scale.top(one.value), one.status is not Status.NORMAL)
        for place, one in enumerate(figures)
    )
    from_new = {one.period.order for one in indicator.breaks}
    cuts = [
        place for place, one in enumerate(figures) if place and _is_cut(figures[place - 1], one, from_new)
    ]
    return Chart(
        lines=() if are_bars else _lines(figures, cuts, left, scale),
        bars=_bars(figures, left, scale) if are_bars else (),
        marks=marks if are_bars or len(figures) <= _DOTS else marks[-1:],
        rules=tuple(Rule(scale.top(value), value) for value in ((Decimal(0),) if are_bars else scale.levels)),
        labels=_labels(figures, left),
        breaks=tuple(left.share(place - 0.5) for place in cuts if _is_new(figures, place, from_new)),
        target=None if target is None else Rule(scale.top(target), target),
        base=scale.top(max(scale.least, min(Decimal(0), scale.most))),
        spots={mark.figure.period.text: f"{mark.left} {mark.top}" for mark in marks},
        band=None if are_bars else _band(figures, left),
    )


def spark_of(figures: Sequence[Figure]) -> str:
    """The points of a small line 100 wide and 24 high, of figures as long as the newest.

    Empty for fewer than three, and for what runs on, which falls back each year.
    """
    latest = figures[-1].period if figures else None
    if latest is None or latest.span in (Span.CUMULATIVE, Span.UNSTATED):
        return ""
    held = [one for one in figures if one.period.span is latest.span][-_DOTS:]
    if len(held) < 3:
        return ""
    low, high = min(one.value for one in held), max(one.value for one in held)
    room = float(high - low) or 1.0
    step = 96 / (len(held) - 1)
    points = ((2 + step * place, 21 - 18 * float(one.value - low) / room) for place, one in enumerate(held))
    return " ".join(f"{short(x)},{short(y)}" for x, y in points)


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels at round values, from the least to the most."""

    least: Decimal
    most: Decimal
    step: Decimal

    @classmethod
    def of(cls, values: Sequence[Decimal], *, from_zero: bool) -> "Scale":
        """One that holds these; and zero, from which bars rise, unless for lines all lie far from it."""
        low, high = min(values), max(values)
        if not from_zero and low > 0 and low > high / 2 and high - low < low / 4:
            low -= (high - low) / 4
        else:
            low, high = min(low, Decimal(0)), max(high, Decimal(0))
        step = _round_step((high - low) / _LINES or Decimal(1))
        least = (low / step).to_integral_value(ROUND_FLOOR) * step
        most = (high / step).to_integral_value(ROUND_CEILING) * step
        return cls(least, max(most, least + step), step)

    @property
    def levels(self) -> tuple[Decimal, ...]:
        """The values at which lines are drawn."""
        count = int((self.most - self.least) / self.step)
        return tuple((self.least + self.step * number).normalize() for number in range(count + 1))

    def top(self, value: Decimal) -> str:
        """How far from the top of the inner drawing a value stands."""
        return short(HEIGHT * float((self.most - value) / (self.most - self.least)))


def _round_step(wanted: Decimal) -> Decimal:
    power = Decimal(1).scaleb(wanted.adjusted())
    return next(power * step for step in _STEPS if power * step >= wanted)


@dataclass(frozen=True, slots=True)
class _Across:
    """Where figures stand from left to right: by their days on a line, one beside the other as bars."""

    middles: Sequence[float]
    are_bars: bool

    @classmethod
    def of(cls, figures: Sequence[Figure], *, are_bars: bool) -> "_Across":
        """The middle of each figure in the inner drawing."""
        count = len(figures)
        if are_bars:
            return cls([WIDTH * (place + 0.5) / count for place in range(count)], are_bars)
        days = [one.period.last.toordinal() for one in figures]
        each = (WIDTH - INSET - _END) / max(days[-1] - days[0], 1)
        return cls([INSET + each * (day - days[0]) for day in days], are_bars)

    def at(self, place: float) -> float:
        """The middle of a figure; between two for halves."""
        before = int(place)
        if before == place:
            return self.middles[before]
        return (self.middles[before] + self.middles[before + 1]) / 2

    def share(self, place: float) -> str:
        """The same in per cent of the width."""
        return short(self.at(place) * 100 / WIDTH)


def _band(figures: Sequence[Figure], left: _Across) -> tuple[str, str] | None:
    """Where those at the end stand of which none is final; nothing where all are so."""
    final = [place for place, one in enumerate(figures) if one.status is Status.NORMAL]
    if not final or final[-1] == len(figures) - 1:
        return None
    begin = left.at(final[-1] + 0.5) * 100 / WIDTH
    return short(begin), short(100 - begin)


def _are_even(figures: Sequence[Figure]) -> bool:
    return len({one.period.span for one in figures}) == 1


def _is_cut(before: Figure, one: Figure, from_new: set[tuple[int, int, int]]) -> bool:
    """Whether no line leads from one figure to the next."""
    begin, end = before.period.number, one.period.number
    follows = begin is not None and end is not None and end - begin == 1
    if one.period.span is Span.CUMULATIVE:
        follows = one.period.year == before.period.year
    return not follows or _is_from_new(before, one, from_new)


def _is_from_new(before: Figure, one: Figure, from_new: set[tuple[int, int, int]]) -> bool:
    return any(before.period.order < order <= one.period.order for order in from_new)


def _is_new(figures: Sequence[Figure], place: int, from_new: set[tuple[int, int, int]]) -> bool:
    return _is_from_new(figures[place - 1], figures[place], from_new)


def _lines(figures: Sequence[Figure], cuts: Sequence[int], left: _Across, scale: Scale) -> tuple[str, ...]:
    begins = [0, *cuts]
    ends = [*cuts, len(figures)]
    return tuple(
        " ".join(f"{short(left.at(place))},{scale.top(figures[place].value)}" for place in range(begin, end))
        for begin, end in zip(begins, ends, strict=True)
        if end - begin > 1
    )


def _bars(figures: Sequence[Figure], left: _Across, scale: Scale) -> tuple[Bar, ...]:
    room = WIDTH / len(figures)
    zero = float(scale.top(max(scale.least, min(Decimal(0), scale.most))))
    made = []
    for place, one in enumerate(figures):
        top = float(scale.top(one.value))
        made.append(
            Bar(
                one,
                short(left.at(place) - room * _HALF),
                short(min(top, zero)),
                short(room * _HALF * 2),
                short(max(abs(zero - top), 1)),
                one.status is not Status.NORMAL,
            )
        )
    return tuple(made)


def _labels(figures: Sequence[Figure], left: _Across) -> tuple[Label, ...]:
    """Some periods, the first and the last among them."""
    last = len(figures) - 1
    gaps = len(figures) - 1 if len(figures) <= _LABELS else _gaps(last)
    places = sorted({round(last * number / max(gaps, 1)) for number in range(gaps + 1)})
    return tuple(
        Label(left.share(place), _anchor(place, last, left.are_bars), figures[place].period)
        for place in places
    )


def _gaps(last: int) -> int:
    """How many gaps there are between labels, all alike where figures are few: else two would touch."""
    return next((gaps for gaps in range(_LABELS - 1, 1, -1) if last % gaps == 0 or last > _FEW), 2)


def _anchor(place: int, last: int, are_bars: bool) -> str:
    if are_bars:
        return "middle"
    return "start" if place == 0 else "end" if place == last else "middle"


def short(value: float) -> str:
    """With one decimal at most; the same digits on every machine."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"
