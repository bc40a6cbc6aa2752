"""An item of another site, whatever kind of site that is, and what is said of those that do not come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from portal.importing.remarks import REMARKS
from portal.importing.sites.wording import WORDING

ENTRY = "entry:"
"""Begins the target of a link that names an item by its origin, not by an address."""


_ALL = {**REMARKS, **WORDING}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing to know of one origin; `kind` is a key of WORDING or REMARKS."""

    origin: str
    kind: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def words(self, language: str = "vi") -> str:
        """Say it, without its origin."""
        return _ALL[self.kind][language != "vi"].format(**self.facts)


@dataclass(frozen=True, slots=True)
class Lead:
    """The picture that an item shows first, by the name or address that the site gave it."""

    name: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An article as another site has it; what that site does not say is empty.

    `origin` names it for people: a file of the folder, or its number and title in a feed. `old` are the
    addresses it had, as paths or whole, its own first. Names of pictures in `markup` are as written.
    `source` is where the text was first, on another site.
    """

    origin: str
    title: str
    date: datetime
    markup: str
    slug: str = ""
    language: str = "vi"
    old: tuple[str, ...] = ()
    updated: datetime | None = None
    publish: datetime | None = None
    expires: datetime | None = None
    summary: str = ""
    author: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: Lead | None = None
    source: str = ""
    draft: bool = False


Fetch = Callable[[Item, str], bytes | None]
"""Gives the bytes of a picture that an item names, where they lie on this machine."""


@dataclass(frozen=True, slots=True)
class Site:
    """What was read of a site: its items, one `Said` for each that was left out, and remarks on others.

    `base` is where the site stood on the web, or empty; `kind` its system. `others` are the addresses of
    pages that are no items, by the names that links may call them.
    """

    kind: str
    base: str
    items: tuple[Item, ...]
    left: tuple[Said, ...] = ()
    remarks: tuple[Said, ...] = ()
    fetch: Fetch = lambda item, name: None
    others: Mapping[str, str] = field(default_factory=dict)
