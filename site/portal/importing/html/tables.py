"""Tables of a page, with their merged cells."""

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from portal.importing.document import Blocks, Cell, Mark, Paragraph, Run, Table
from portal.importing.html.manner import Manner, manner_in, style_of

_MOST_SPAN = 100
_ALIGNS = ("center", "right")


def table_of(element: HtmlElement, manner: Manner, within: Callable[[HtmlElement, Manner], Blocks]) -> Blocks:
    """Give a table, after its caption as a bold paragraph; the first row holds heads if no row says so."""
    rows = [(row, [cell for cell in row if cell.tag in ("td", "th")]) for row in _rows(element)]
    made = tuple(tuple(_cell(cell, manner, within) for cell in cells) for _, cells in rows if cells)
    head = 0
    for row, cells in rows:
        if cells and (row.getparent().tag == "thead" or all(cell.tag == "th" for cell in cells)):
            head += 1
        elif cells:
            break
    captions = [" ".join(one.text_content().split()) for one in element.iterchildren("caption")]
    before = tuple(Paragraph((Run(words, Mark.BOLD),)) for words in captions if words)
    return (*before, Table(made, max(head, 1))) if made else before


def _rows(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cell(element: HtmlElement, manner: Manner, within: Callable[[HtmlElement, Manner], Blocks]) -> Cell:
    style = style_of(element)
    blocks = within(element, manner_in(element, style, manner))
    align = element.get("align") or style.get("text-align") or element.get("class") or ""
    return Cell(
        blocks, _span(element, "colspan"), _span(element, "rowspan"), align if align in _ALIGNS else ""
    )


def _span(element: HtmlElement, name: str) -> int:
    written = element.get(name, "")
    count = int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else 1
    return min(max(count, 1), _MOST_SPAN)
