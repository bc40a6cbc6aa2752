"""Front matter for an article that came from elsewhere: what is known, and nothing that is not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from vietnamese.dates import HANOI


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture that an article shows first, by the name of its file; what is not known of it is empty."""

    name: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of an article that an import can know; an empty one is left out, for `check` to name."""

    title: str = ""
    date: datetime | None = None
    updated: datetime | None = None
    publish: datetime | None = None
    expires: datetime | None = None
    summary: str = ""
    author: str = ""
    source: str = ""
    unit: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    image: LeadPicture | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False

    def text(self) -> str:
        """Write it between its fences, in the canonical order, every text between quotes."""
        fields = (
            ("title", _quoted(self.title)),
            ("date", _moment(self.date)),
            ("updated", _moment(self.updated)),
            ("publish", _moment(self.publish)),
            ("expires", _moment(self.expires)),
            ("summary", _quoted(self.summary)),
            ("author", _quoted(self.author)),
            ("source", _source(self.source)),
            ("unit", self.unit),
            ("category", self.category),
            ("tags", _listed(map(_quoted, self.tags))),
            ("image", _picture(self.image)),
            ("aliases", _listed(self.aliases)),
            ("draft", "true" if self.draft else ""),
        )
        return "\n".join(["---", *(f"{name}:{_spaced(said)}" for name, said in fields if said), "---", ""])


def _spaced(said: str) -> str:
    return said if said.startswith("\n") else f" {said}"


def _listed(held: Iterable[str]) -> str:
    inside = ", ".join(held)
    return f"[{inside}]" if inside else ""


def _source(address: str) -> str:
    """By the name of its host, for that is all that is known of it."""
    host = urlsplit(address).hostname if address else ""
    return f"\n  name: {_quoted(host)}\n  url: {_quoted(address)}" if host else ""


def _picture(picture: LeadPicture | None) -> str:
    if picture is None:
        return ""
    fields = (("src", picture.name), ("alt", picture.alt), ("caption", picture.caption))
    return "".join(f"\n  {name}: {_quoted(said)}" for name, said in fields if said)


def _quoted(text: str) -> str:
    words = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{words}"' if words else ""


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    there = moment.astimezone(HANOI)
    return (
        f"{there:%Y-%m-%d %H:%M}"
        if there.time().replace(tzinfo=None) != there.min.time()
        else f"{there:%Y-%m-%d}"
    )
