"""What a view answers: a page to be set, bytes already made, or a file to be copied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from portal.model.media import Asset


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the front page to a page."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names in its head."""

    title: str
    address: str
    media: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself to browsers, search engines and those who share it.

    `crumbs` end before the page itself; `alternates` are the languages it exists in with their addresses;
    `structured` are schema.org values written as JSON-LD; `modified` comes from content only;
    `moved` is the address that readers are sent on to; `time_map` lists the versions of the page (RFC 7089).
    """

    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    alternates: Mapping[str, str] = field(default_factory=dict)
    picture: str = ""
    kind: str = "website"
    index: bool = True
    feeds: tuple[FeedLink, ...] = ()
    structured: tuple[Mapping[str, object], ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    moved: str = ""
    time_map: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: a template and all that it may show."""

    template: str
    head: Head
    shows: Mapping[str, object] = field(default_factory=dict)
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Made:
    """Bytes made by a view: a feed, a style sheet, a table of data."""

    body: bytes
    media: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that is published as it lies."""

    asset: Asset


Answer = Page | Made | Copied
