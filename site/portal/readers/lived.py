"""What was read of a standing page."""

from dataclasses import dataclass

from portal.model.life import Life
from portal.model.media import Asset
from portal.model.page import StandingPage


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as its file has it, when it is public, the pictures that it shows, and their sources."""

    page: StandingPage
    life: Life
    assets: tuple[Asset, ...]
    used: frozenset[str] = frozenset()
