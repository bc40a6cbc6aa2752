"""Markdown to clean markup, with its headings, links and pictures; what they mean is the reader's to say."""

import re

from portal.source.markdown.complexity import TooComplex, check_complexity
from portal.source.markdown.inline import ADDRESS
from portal.source.markdown.rendered import Place, Rendered, Resolve, TextPicture, plain_of
from portal.source.markdown.simple import Draft, draft

__all__ = ["Place", "Rendered", "Resolve", "TextPicture", "TooComplex", "render"]

# Addresses that the sanitiser surely keeps as they are: without a scheme, or with a common one and host.
_KEPT = re.compile(
    r"[A-Za-z0-9/._~#?=%@+,;-]*"
    r"|https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?:[/?#][A-Za-z0-9/._~#?=%:@+,;-]*)?"
    r"|(?:mailto|tel):[A-Za-z0-9@._+-]+"
)


def render(text: str, language: str, link: Resolve, picture: Place) -> Rendered:
    """Render a text; `link` turns a written target into an address, `picture` a source into a picture.

    Raises TooComplex before any slow work is begun.
    """
    check_complexity(text)
    made = draft(text, language)
    if made is None:
        return _by_engine(text, language, link, picture)
    links = [target for target in made.targets if not target.startswith("#")]
    found = [link(target) for target in links]
    if not all(map(_KEPT.fullmatch, found)):
        answers = iter(found)
        return _by_engine(text, language, lambda _: next(answers), picture)
    markup = _addressed(made, found)
    return Rendered(markup, plain_of(markup), made.headings, made.anchors, links)


def _by_engine(text: str, language: str, link: Resolve, picture: Place) -> Rendered:
    # Imported where it is needed: that and the first engine cost as much as many simple texts.
    from portal.source.markdown.engine import render_by_engine

    return render_by_engine(text, language, link, picture)


def _addressed(made: Draft, found: list[str]) -> str:
    """The markup of a draft with the addresses of its links, those to places in the text as written."""
    first, *rest = "\n".join(made.lines).split(ADDRESS)
    addresses = iter(found)
    pieces = [first]
    for target, piece in zip(made.targets, rest, strict=True):
        address = target if target.startswith("#") else next(addresses)
        outward = ' rel="external"' if address.startswith(("http://", "https://")) else ""
        pieces.append(f' href="{address}"{outward}{piece}')
    return "".join(pieces)
