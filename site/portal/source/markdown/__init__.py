"""Markdown to clean markup, with its headings, links and pictures; what they mean is the reader's to say."""

from portal.source.markdown.complexity import TooComplex, check_complexity
from portal.source.markdown.drafts import Draft
from portal.source.markdown.filling import HOLE, Answers, Figure
from portal.source.markdown.rendered import Place, Rendered, Resolve, TextPicture, plain_of
from portal.source.markdown.simple import draft

__all__ = ["Place", "Rendered", "Resolve", "TextPicture", "TooComplex", "render"]


def render(text: str, language: str, link: Resolve, picture: Place) -> Rendered:
    """Render a text; `link` turns a written target into an address, `picture` a source into a picture.

    Both are asked once for each, in the order of the text. Raises TooComplex before any slow work is begun.
    """
    check_complexity(text)
    made = draft(text, language)
    if made is None:
        return _by_engine(text, language, link, picture)
    answers = Answers(link, picture)
    fillings = [answers.filling(hole) for hole in made.holes]
    if None in fillings:
        return _by_engine(text, language, *answers.again())
    return _finished(made, [filling for filling in fillings if filling is not None])


def _by_engine(text: str, language: str, link: Resolve, picture: Place) -> Rendered:
    # Imported where it is needed: that and the first engine cost as much as many simple texts.
    from portal.source.markdown.engine import render_by_engine

    return render_by_engine(text, language, link, picture)


def _finished(made: Draft, fillings: list[str]) -> Rendered:
    pieces = "\n".join(made.lines).split(HOLE)
    markup = pieces[0] + "".join([f"{fill}{piece}" for fill, piece in zip(fillings, pieces[1:], strict=True)])
    links = [hole for hole in made.holes if isinstance(hole, str) and not hole.startswith("#")]
    pictures = [(hole.source, hole.alt) for hole in made.holes if isinstance(hole, Figure)]
    anchors = {anchor for _, anchor, _ in made.headings}
    return Rendered(markup, plain_of(markup), made.headings, anchors, links, pictures)
