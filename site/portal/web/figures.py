"""Figures as readers see them: with their unit, as shares, as ratios."""

from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from vietnamese.numbers import format_number, format_number_en


class Measured(Protocol):
    """What says how its values are written."""

    @property
    def unit(self) -> str:
        """In what they are counted."""
        ...

    @property
    def decimals(self) -> int:
        """How many digits stand behind the separator."""
        ...

    @property
    def language(self) -> str:
        """In which language they are told."""
        ...


def number_in_words(value: Decimal, language: str, decimals: int | None = None) -> str:
    """A figure with the separators of a language."""
    return format_number(value, decimals) if language == "vi" else format_number_en(value, decimals)


def amount(value: Decimal, of: Measured) -> str:
    """A figure with its unit: `81%`, `1.946 dịch vụ`."""
    space = "" if of.unit == "%" else " "
    return f"{number_in_words(value, of.language, of.decimals)}{space}{of.unit}"


def share_in_words(share: Fraction, language: str) -> str:
    """A share as per cent with at most one decimal: `62,5%`."""
    return f"{_rounded(share * 100, language, 1)}%"


def ratio_in_words(ratio: Fraction, language: str) -> str:
    """A ratio with at most two decimals: `0,83`."""
    return _rounded(ratio, language, 2)


def _rounded(value: Fraction, language: str, decimals: int) -> str:
    exact = Decimal(round(value * 10**decimals)).scaleb(-decimals)
    plain = exact.normalize() if exact else Decimal(0)
    return number_in_words(plain, language)
