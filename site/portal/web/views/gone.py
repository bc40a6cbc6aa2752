"""What stays at the address of a text that was taken back or has expired: its name, since when, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from portal.model.article import prefix
from portal.model.portal import Portal
from portal.model.tombstone import Tombstone
from portal.model.unit import Unit
from portal.web.page import Crumb, Head, Page
from portal.web.section import Section
from portal.web.translator import translator

section = Section("gone")

CONTACT = "lien-he"
"""The standing page that says how to ask, where the portal has it."""


@dataclass(frozen=True, slots=True)
class Stone:
    """A tombstone, who can be asked about it, and who took the text back."""

    tombstone: Tombstone
    by: str
    unit: Unit | None
    contact: str

    @property
    def address(self) -> str:
        """Where the text stood."""
        return self.tombstone.address

    @property
    def language(self) -> str:
        """The language that the text had."""
        return self.tombstone.language

    @property
    def changed(self) -> datetime:
        """When it last changed for readers."""
        return self.tombstone.ended


def _stones(portal: Portal) -> Iterator[Stone]:
    contacts = {page.language: page.address for page in portal.pages if page.slug == CONTACT}
    for stone in portal.gone:
        unit = portal.unit(stone.unit)
        wording = portal.settings.of(stone.language)
        publisher = wording.publisher or wording.name
        named = stone.withdrawal.by if stone.withdrawal else ""
        yield Stone(
            stone, named or (unit.name if unit else publisher), unit, contacts.get(stone.language, "")
        )


@section.pages(of=_stones)
def tombstone(stone: Stone) -> Page:
    """Nothing of what the text said, but its title: searchers and readers are told, and nothing leads on."""
    gone, t = stone.tombstone, translator(stone.language)
    state = "withdrawn" if gone.withdrawal else "expired"
    kind = "article" if gone.published else "page"
    crumbs = (Crumb(t("layout.home"), f"{prefix(gone.language)}/"),)
    head = Head(
        t(f"gone.{state}.title", title=gone.title),
        t(f"gone.{state}.{kind}"),
        crumbs,
        index=False,
        modified=gone.ended,
    )
    return Page("pages/gone.html", head, {"stone": stone, "gone": gone, "state": state}, gone.language)
