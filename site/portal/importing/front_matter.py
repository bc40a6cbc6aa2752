"""Front matter for an article that came from elsewhere: what is known, and nothing that is not."""

from dataclasses import dataclass
from datetime import datetime

from vietnamese.dates import HANOI


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of an article that an import can know; an empty one is left out, for `check` to name."""

    title: str = ""
    date: datetime | None = None
    summary: str = ""
    author: str = ""
    unit: str = ""
    category: str = ""
    aliases: tuple[str, ...] = ()

    def text(self) -> str:
        """Write it between its fences, in the canonical order, every text between quotes."""
        fields = (
            ("title", _quoted(self.title)),
            ("date", _moment(self.date)),
            ("summary", _quoted(self.summary)),
            ("author", _quoted(self.author)),
            ("unit", self.unit),
            ("category", self.category),
            ("aliases", f"[{', '.join(self.aliases)}]" if self.aliases else ""),
        )
        return "\n".join(["---", *(f"{name}: {said}" for name, said in fields if said), "---", ""])


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
