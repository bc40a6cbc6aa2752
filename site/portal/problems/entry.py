"""The wording of one kind of problem."""

from dataclasses import dataclass

from portal.problems.problem import Level


@dataclass(frozen=True, slots=True)
class Entry:
    """Wording of one code; texts have `str.format` fields for the facts."""

    what: str
    mend: str
    what_en: str
    mend_en: str
    level: Level = Level.ERROR
