"""The emergency notice that stands on every page while it lasts."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.model.life import Life
from portal.model.text import Link


@dataclass(frozen=True, slots=True)
class Notice:
    """What pages of one language show; `language` is that of the words, which may be Vietnamese alone.

    `level` is `khan-cap`, `canh-bao` or `thong-tin`.
    """

    text: str
    level: str
    link: str = ""
    link_text: str = ""
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Announcement:
    """The notice by language of the pages, how long it stands, and where its file names a page of ours."""

    notices: Mapping[str, Notice]
    life: Life
    link: Link | None = None
