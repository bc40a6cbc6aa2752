"""A whole page of HTML: its title, its text, its notes."""

from collections.abc import Callable

from lxml import etree, html

from portal.importing.addresses import safe_link
from portal.importing.document import Blocks, Document, Heading, Note, Rule, words_of
from portal.importing.html.flow import Flow, Page
from portal.importing.html.manner import Manner
from portal.importing.html.notes import find_notes
from portal.importing.reading import Reading
from portal.importing.remarks import Remark


def read_html(markup: str, link: Callable[[str], str] = safe_link) -> Reading:
    """Read what a page or a piece of HTML shows; whatever it is, there is no fault.

    `link` turns each `href` as written into where it leads, or empty where only its words are kept. Names
    of pictures are their `src` as written. The title is the one heading of the first level, else `<title>`.
    """
    root = _parsed(markup)
    if root is None:
        return Reading(Document(()))
    page = Page(find_notes(root), link)
    blocks = _without_end_rule(Flow(page).alone(_body(root), Manner()), bool(page.notes.bodies))
    title, rest = _titled(blocks)
    notes = tuple(Note(name, Flow(page).within(body, Manner())) for name, body in page.notes.bodies.items())
    old = (Remark("text/legacy", {"count": str(page.old), "encoding": "TCVN3/VNI"}),) if page.old else ()
    document = Document(rest, notes, tuple(page.pictures), title or _title_of(root))
    return Reading(document, (*old, *page.remarks))


def _parsed(markup: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        # Libxml2 takes a zero byte for the end of the text.
        return html.document_fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _body(root: html.HtmlElement) -> html.HtmlElement:
    found = root.find("body")
    return root if found is None else found


def _title_of(root: html.HtmlElement) -> str:
    return " ".join((root.findtext("head/title") or "").split())


def _titled(blocks: Blocks) -> tuple[str, Blocks]:
    """The title, and what is below it; a page with more first headings has none."""
    first = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    if len(first) != 1:
        return "", blocks
    heading = blocks[first[0]]
    title = words_of(heading.content) if isinstance(heading, Heading) else ""
    return title, blocks[: first[0]] + blocks[first[0] + 1 :]


def _without_end_rule(blocks: Blocks, has_notes: bool) -> Blocks:
    """Above notes stands a line that belongs to them."""
    return blocks[:-1] if has_notes and blocks and isinstance(blocks[-1], Rule) else blocks
