"""Rendered text of an article or a page."""

from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that has been through the sanitiser: templates write it as it stands (`__html__`)."""

    source: str

    def __html__(self) -> str:
        return self.source

    def __bool__(self) -> bool:
        return bool(self.source)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text: its level (2–6), its anchor and its plain words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link written in a text: its target as it will be published, and where it stands in the source."""

    target: str
    file: str
    line: int
    column: int
    width: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class QuotedCell:
    """A figure that a text takes: of which indicator and period, and where that is written.

    `acknowledged` is the figure that its editor says to have seen there, empty where nothing was said.
    """

    indicator: str
    period: str
    line: int
    column: int
    width: int
    excerpt: str
    acknowledged: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article or page: markup, plain words for search, headings, anchors and links.

    `words` is the number of words separated by white space.
    """

    html: Html
    plain: str
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()
    words: int = 0
    quoted: tuple[QuotedCell, ...] = ()

    @property
    def digest(self) -> bytes:
        """Stands for all that it says."""
        said = repr((self.html.source, self.plain, self.headings))
        return blake2b(said.encode(), digest_size=16).digest()

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page."""
        return (self.digest,)

    @property
    def targets(self) -> tuple[str, ...]:
        """Where its links lead."""
        return tuple(link.target for link in self.links)
