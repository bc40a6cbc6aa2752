"""Figures: how the portal shows them, and how a data file may write them without being misread."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

_TO_VIETNAMESE = str.maketrans(",.", ".,")
# A group that begins with 0 groups nothing, so 0.737 has one reading. A whole number that begins
# with 0 (012) is a code or a slip, never a figure.
_GROUP = r"-?[1-9][0-9]{0,2}"
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?")
_AMBIGUOUS = re.compile(rf"{_GROUP}[.,][0-9]{{3}}")
_GROUPED_BY_POINTS = re.compile(rf"{_GROUP}(?:\.[0-9]{{3}})+(?:,[0-9]+)?")
_GROUPED_BY_COMMAS = re.compile(rf"{_GROUP}(?:,[0-9]{{3}})+(?:\.[0-9]+)?")


class NotANumber(ValueError):
    """The text is no figure that a data file may hold; `text` is what was read."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        """Say which text it was, for a developer's eyes."""
        return f"{self.text!r} is not a number"


class AmbiguousNumber(ValueError):
    """The text is thousands to one reader and decimals to another.

    `readings` says both so that `parse_number` takes each in one way only: for `1.946`, `1946` and `1.9460`.
    """

    def __init__(self, text: str, readings: tuple[str, str]) -> None:
        """Keep the text and its readings, the one as thousands first."""
        super().__init__(text, readings)
        self.text = text
        self.readings = readings

    def __str__(self) -> str:
        """Say which text it was and its readings, for a developer's eyes."""
        return f"{self.text!r} may mean {self.readings[0]} or {self.readings[1]}"


def parse_number(text: str) -> Decimal:
    """Read a figure of a data file, keeping its digits as written.

    Forms: `1946`, `-3`, `12.5`, `12,5`, and groups of three whose separators can be read in one way only:
    `1.946.000`, `1.946,5`, `1,946.5`. Raises AmbiguousNumber for one separator between a group and exactly
    three digits (`1.946`, `1,946`; not `0.737`), NotANumber for anything else, `012` and `12,5%` among it.
    """
    figure = text.strip()
    if _AMBIGUOUS.fullmatch(figure):
        whole, decimals = figure[:-4], figure[-3:]
        raise AmbiguousNumber(text, (whole + decimals, f"{whole}.{decimals}0"))
    if _PLAIN.fullmatch(figure):
        return Decimal(figure.replace(",", "."))
    if _GROUPED_BY_POINTS.fullmatch(figure):
        return Decimal(figure.translate(_TO_VIETNAMESE).replace(",", ""))
    if _GROUPED_BY_COMMAS.fullmatch(figure):
        return Decimal(figure.replace(",", ""))
    raise NotANumber(text)


def format_number(value: Decimal, decimals: int | None = None) -> str:
    """Write a figure as Vietnamese readers expect: `1.946`, `12,5`, `-3`.

    Without `decimals` every digit of the value is shown, a closing zero too; with it, that many decimals,
    halves rounded away from zero. Zero has no sign. Raises ValueError for NaN and infinities.
    """
    return format_number_en(value, decimals).translate(_TO_VIETNAMESE)


def format_number_en(value: Decimal, decimals: int | None = None) -> str:
    """Write a figure as English readers expect: `1,946`, `12.5`, in all else like `format_number`."""
    if not value.is_finite():
        raise ValueError(f"{value} is not a figure")
    shown = value if decimals is None else _rounded(value, decimals)
    return f"{shown if shown else shown.copy_abs():,f}"


def _rounded(value: Decimal, decimals: int) -> Decimal:
    # The default context refuses results of more than 28 digits.
    digits = Context(prec=max(1, value.adjusted() + decimals + 2))
    return value.quantize(Decimal((0, (1,), -decimals)), rounding=ROUND_HALF_UP, context=digits)
