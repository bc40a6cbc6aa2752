"""Standing pages: about, contact, accessibility and their like."""

from dataclasses import dataclass
from datetime import datetime

from portal.model.article import prefix
from portal.model.correction import NO_NOTES, Notes
from portal.model.text import Body


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A page that stands at the top of the portal, in one language."""

    slug: str
    language: str
    title: str
    summary: str
    body: Body
    file: str
    updated: datetime | None = None
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("vi",)
    notes: Notes = NO_NOTES

    @property
    def address(self) -> str:
        """`/<slug>/`, below `/en` for English."""
        return f"{prefix(self.language)}/{self.slug}/"

    @property
    def targets(self) -> tuple[str, ...]:
        """Where the links of its text lead."""
        return self.body.targets
