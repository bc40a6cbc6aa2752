"""What was read of texts that are not public for ever."""

from dataclasses import dataclass

from portal.model.article import Article
from portal.model.life import Life
from portal.model.media import Asset
from portal.model.page import StandingPage

Lived = tuple[Article | StandingPage, Life]
"""A text, and when it is public."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as its file has it, when it is public, and the pictures that it shows."""

    page: StandingPage
    life: Life
    assets: tuple[Asset, ...]
