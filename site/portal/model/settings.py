"""What a portal says of itself in portal.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day

from portal.guard.finding import Known


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of a menu."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How a portal calls itself in one language."""

    name: str
    short: str
    description: str
    notice: str = ""
    publisher: str = ""
    menu: tuple[MenuItem, ...] = ()
    footer: tuple[MenuItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """A portal's settings.

    `url` has no closing slash; `authority` and `since` name it in `tag:` URIs (RFC 4151).
    `colours` maps token names to `(light, dark)` pairs of `#rrggbb`. `lead` is the address of the lead story,
    empty for the newest with a picture. `known` is what guards let pass, `off` those that are switched off.
    `search_engine` keeps the search index; `search_files` says whether browsers get it too, as files.
    """

    url: str
    authority: str
    since: Day
    wording: Mapping[str, Wording]
    security_contact: str = ""
    security_expires: Day | None = None
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    lead: str = ""
    keep_releases: int = 5
    known: Known = Known()
    off: frozenset[str] = frozenset()
    search_engine: str = "whoosh"
    search_files: bool = False

    def of(self, language: str) -> Wording:
        """The wording in a language."""
        return self.wording[language]
