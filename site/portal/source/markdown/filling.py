"""Addresses of links, and pictures, put into a simple text that has been written out but for them."""

import re
from dataclasses import dataclass, field

from portal.source.markdown.rendered import FIGURE_SIZES, Place, Resolve, TextPicture

HOLE = "\0"
"""Stands in the markup where the next link or figure is still to be put in."""

# What the sanitiser surely keeps: addresses without a scheme, or with a common one and a common host.
_KEPT = re.compile(
    r"[A-Za-z0-9/._~#?=%@+,&-]*"
    r"|https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?:[/?#][A-Za-z0-9/._~#?=%:@+,&-]*)?"
    r"|(?:mailto|tel):[A-Za-z0-9@._+-]+"
)
_KEPT_SET = re.compile(r"[A-Za-z0-9/._~%, -]*")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as it is written in a text, alone in its paragraph."""

    source: str
    alt: str
    caption: str


Hole = str | Figure
"""A link's target or a figure, as written."""


@dataclass(slots=True)
class Answers:
    """What the reader of a text makes of its links and pictures; each is asked for once, in order."""

    link: Resolve
    picture: Place
    addresses: list[str] = field(default_factory=list)
    pictures: list[TextPicture | None] = field(default_factory=list)

    def filling(self, hole: Hole) -> str | None:
        """Give what stands in a hole; None where the sanitiser might change it."""
        if isinstance(hole, Figure):
            self.pictures.append(self.picture(hole.source))
            return _figure(hole, self.pictures[-1])
        if hole.startswith("#"):
            return f' href="{_escaped(hole)}"'
        self.addresses.append(self.link(hole))
        return _link(self.addresses[-1])

    def again(self) -> tuple[Resolve, Place]:
        """Give the answers once more, to one who asks in the same order."""
        addresses, pictures = iter(self.addresses), iter(self.pictures)
        return lambda _: next(addresses), lambda _: next(pictures)


def _link(address: str) -> str | None:
    if not _KEPT.fullmatch(address):
        return None
    outward = ' rel="external"' if address.startswith(("http://", "https://")) else ""
    return f' href="{_escaped(address)}"{outward}'


def _figure(figure: Figure, found: TextPicture | None) -> str | None:
    made = found or TextPicture(figure.source, 0, 0)
    source = _escaped(made.src)
    if not _KEPT.fullmatch(made.src) or not _KEPT_SET.fullmatch(made.srcset):
        return None
    image = f'<img alt="{figure.alt}" src="{source}">'
    if found:
        image = (
            f'<img alt="{figure.alt}" decoding="async" height="{made.height}" loading="lazy"'
            f' src="{source}" width="{made.width}">'
        )
    if made.srcset:
        sizes = f'<source sizes="{FIGURE_SIZES}" srcset="{made.srcset}" type="image/webp">'
        image = f"<picture>{sizes}{image}</picture>"
    caption = f"<figcaption>{figure.caption}</figcaption>" if figure.caption else ""
    return f'<figure class="picture">{image}{caption}</figure>'


def _escaped(address: str) -> str:
    return address.replace("&", "&amp;")
