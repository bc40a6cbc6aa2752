"""Which files of a portal's folder its public pages are made from: these are what the record follows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from portal.model.article import Article
from portal.model.life import State
from portal.model.page import StandingPage
from portal.readers.notice import FILE as NOTICE
from portal.readers.portal import Reading
from portal.source.folder import Folder
from vietnamese.dates import format_day

_YAML, _MARKDOWN = "application/yaml", "text/markdown"
_DATA = {
    "co-quan": (("doc", ".yaml", _YAML),),
    "dich-vu": (("doc", ".yaml", _YAML),),
    "chi-tieu": (("figure", ".yaml", _YAML), ("figure", ".csv", "text/csv")),
}
_PICTURES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "svg": "image/svg+xml",
}
_ENDED = (State.WITHDRAWN, State.EXPIRED)


@dataclass(frozen=True, slots=True)
class Public:
    """A file of which the public sees what it says; `formers` are the addresses at which its page once stood.

    `kind` is that of its entries in the log: doc, figure or file.
    """

    kind: str
    path: str
    media: str
    formers: tuple[str, ...] = ()

    @property
    def text(self) -> bool:
        """Whether it is text: kept, and the same however its lines end."""
        return self.kind != "file"


def public_files(reading: Reading, folder: Folder) -> list[Public]:
    """Give them in the order of their paths."""
    return sorted(_public(reading, folder), key=lambda one: one.path)


def _public(reading: Reading, folder: Folder) -> Iterator[Public]:
    portal = reading.portal
    if portal is None:
        return
    texts: tuple[Article | StandingPage, ...] = (*portal.articles, *portal.pages)
    for text in texts:
        yield Public("doc", text.file, _MARKDOWN, text.aliases)
    for below, kinds in _DATA.items():
        for kind, suffix, media in kinds:
            yield from (Public(kind, file, media) for file in folder.below(below, suffix))
    if portal.announced:
        yield Public("doc", NOTICE, _YAML)
    yield from _pictures(reading.used)


def _pictures(used: Iterable[str]) -> Iterator[Public]:
    for file in used:
        if media := _PICTURES.get(file.rpartition(".")[2].lower()):
            yield Public("file", file, media)


def ended(reading: Reading, as_of: datetime) -> Mapping[str, str]:
    """Why each text that was public is no more, by its file: in its editors' words where there are any."""
    return {
        text.file: _why(life.withdrawn.reason if life.withdrawn else "", life.expires)
        for text, life in reading.lives
        if life.at(as_of) in _ENDED
    }


def _why(reason: str, expires: datetime | None) -> str:
    return reason or (f"Hết hạn {format_day(expires)}" if expires else "")
