"""Observations: a figure for a period, or why there is none."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from portal.model.period import Period


class Status(Enum):
    """What stands behind a figure, or in its place; the values are the words of the column `status`."""

    NORMAL = ""
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    MISSING = "missing"
    """There is a figure, but it was not collected, or has not come yet."""
    NOT_APPLICABLE = "not-applicable"
    """There can be none."""
    SUPPRESSED = "suppressed"
    """There is one, but it would tell of single persons."""

    @property
    def has_value(self) -> bool:
        """Whether a figure stands there."""
        return self in (Status.NORMAL, Status.PROVISIONAL, Status.ESTIMATED)

    @property
    def sdmx(self) -> str:
        """Its code in the SDMX code list of observation status (CL_OBS_STATUS 2.2)."""
        return _SDMX[self]


_SDMX = {
    Status.NORMAL: "A",
    Status.PROVISIONAL: "P",
    Status.ESTIMATED: "E",
    Status.MISSING: "O",
    Status.NOT_APPLICABLE: "M",
    Status.SUPPRESSED: "Q",
}


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure of a series; `value` is None exactly where the status says why there is none."""

    period: Period
    value: Decimal | None
    status: Status = Status.NORMAL
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation that has a value."""

    period: Period
    value: Decimal
    status: Status = Status.NORMAL
    note: str = ""
