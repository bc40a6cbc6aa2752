"""What the data file of an indicator stated, and when: new figures, revised ones, and the files as they were.

Terms are those of SDMX and of statistical offices: a revision replaces a figure that was published; a
provisional one is replaced as it was announced.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from portal.model.observation import Status
from portal.model.period import Period


def stated(value: Decimal | None, status: Status) -> str:
    """A figure in one spelling, or the word of the status that says why there is none."""
    return status.value or Status.MISSING.value if value is None else f"{value.normalize():f}"


Part = tuple[tuple[str, str], ...]
"""Of which part of a total: dimensions with their members, sorted; empty for the whole."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stood in a row beside its period and part."""

    value: Decimal | None
    status: Status = Status.NORMAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A cell that a version of a data file states anew, or no more (`seen` is None).

    `number` counts what the cell stated, from 1; `before` is None for the first. `at` is when it was
    published, None for what waits to be. `reason` is the word of its editor, empty where there is none.
    """

    period: Period
    part: Part
    number: int
    seen: Cell | None
    before: Cell | None
    at: datetime | None
    reason: str = ""

    @property
    def is_revision(self) -> bool:
        """Whether a published figure was replaced or taken back."""
        return self.before is not None and self.before.value is not None

    @property
    def was_early(self) -> bool:
        """Whether what stood there was said to be not final: such a figure needs no reason to be replaced."""
        return self.before is not None and self.before.status in (Status.PROVISIONAL, Status.ESTIMATED)

    @property
    def value(self) -> Decimal | None:
        """The figure that stands there now."""
        return self.seen.value if self.seen else None

    @property
    def cell(self) -> tuple[str, Part]:
        """Which cell it is of."""
        return self.period.text, self.part


@dataclass(frozen=True, slots=True)
class RevisedFigure:
    """A figure that a text takes, told in its language: what it was when the text was published, and is now.

    `address` is that of the indicator; `at` is None for what waits to be published.
    """

    name: str
    address: str
    period: Period
    old: str
    new: str
    at: datetime | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FormerTable:
    """A data file that was replaced: its number among those published, when and until when it stood, and why.

    `until` is None where what replaces it waits to be published; `kept` is False where its text was erased.
    """

    number: int
    at: datetime
    sha256: str
    until: datetime | None
    reason: str = ""
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All of both, oldest first. A portal that never published has none."""

    statements: tuple[Statement, ...] = ()
    formers: tuple[FormerTable, ...] = ()

    @property
    def revisions(self) -> tuple[Statement, ...]:
        """Those statements that replaced a published figure, newest first."""
        return tuple(one for one in reversed(self.statements) if one.is_revision)

    @property
    def news(self) -> tuple[Statement, ...]:
        """Those that are published and say a figure that was new or another then, or take one back."""
        told = (one for one in self.statements if one.at is not None)
        return tuple(one for one in told if one.is_revision or one.value is not None)
