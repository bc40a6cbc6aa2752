"""Names that offices and places had before, and the names that they have now."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Renaming:
    """Something was called `former` until, `since` a day, it is called `current`; `basis` is the decision."""

    former: str
    current: str
    since: date | None = None
    basis: str = ""
