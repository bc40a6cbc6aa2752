"""Tables: with pipes where Markdown has a form for them, in HTML where cells are merged."""

from portal.importing.document import (
    Block,
    Blocks,
    Cell,
    Code,
    Content,
    Heading,
    List,
    NoteMark,
    Paragraph,
    Quote,
    Run,
    Table,
)
from portal.importing.escaping import in_cell
from portal.importing.spans import InHtml, InMarkdown, spans_of

_RULES = {"": "---", "center": ":---:", "right": "---:"}


def pipe_table(table: Table, markdown: InMarkdown) -> str:
    """Write a table of cells with one paragraph each, or none."""
    dialect = InMarkdown(markdown.notes, "<br>")
    rows = [[_words(cell, dialect) for cell in row] for row in table.rows]
    rules = [_RULES[align] for align in _alignments(table)]
    return "\n".join([_row(rows[0]), f"|{'|'.join(rules)}|", *map(_row, rows[1:])])


def _words(cell: Cell, dialect: InMarkdown) -> str:
    return "".join([in_cell(spans_of(b.content, dialect)) for b in cell.blocks if isinstance(b, Paragraph)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _alignments(table: Table) -> list[str]:
    """How each column stands: as all its cells below the head do, if they agree."""
    columns = zip(*(table.rows[table.head :] or table.rows), strict=True)
    found = [{cell.align for cell in column if cell.blocks} for column in columns]
    return [next(iter(aligns)) if len(aligns) == 1 else "" for aligns in found]


def html_table(table: Table, dialect: InHtml) -> str:
    """Write a table with whatever is in its cells, and no blank line, which would end it."""
    head, body = table.rows[: table.head], table.rows[table.head :]
    lines = ["<table>"]
    for part, tag, rows in (("thead", "th", head), ("tbody", "td", body)):
        if rows:
            lines += [
                f"<{part}>",
                *(line for row in rows for line in _lines(row, tag, dialect)),
                f"</{part}>",
            ]
    return "\n".join([*lines, "</table>"])


def _lines(row: tuple[Cell, ...], tag: str, dialect: InHtml) -> list[str]:
    return ["<tr>", *(_cell(cell, tag, dialect) for cell in row), "</tr>"]


def _cell(cell: Cell, tag: str, dialect: InHtml) -> str:
    spans = "".join(
        f' {name}="{count}"'
        for name, count in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
        if count > 1
    )
    scope = f' scope="{"colgroup" if cell.colspan > 1 else "col"}"' if tag == "th" else ""
    align = f' class="{cell.align}"' if cell.align else ""
    return f"<{tag}{spans}{scope}{align}>{_inner(cell.blocks, dialect)}</{tag}>"


def _inner(blocks: Blocks, dialect: InHtml) -> str:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _spans(blocks[0].content, dialect)
    return "".join([_html(block, dialect) for block in blocks])


def _spans(content: Content, dialect: InHtml) -> str:
    """A note stands where it is referred to, for a label would lead nowhere."""
    said = [Run(f" ({dialect.notes[one.note]})") if isinstance(one, NoteMark) else one for one in content]
    return spans_of(tuple(said), dialect)


def _html(block: Block, dialect: InHtml) -> str:
    if isinstance(block, Paragraph | Heading):
        return f"<p>{_spans(block.content, dialect)}</p>"
    if isinstance(block, List):
        return _html_list(block, dialect)
    if isinstance(block, Quote):
        return f"<blockquote>{''.join([_html(one, dialect) for one in block.blocks])}</blockquote>"
    if isinstance(block, Table):
        return html_table(block, dialect).replace("\n", "")
    return f"<pre>{_code(block, dialect)}</pre>" if isinstance(block, Code) else "<hr>"


def _code(block: Code, dialect: InHtml) -> str:
    # A blank line would end the table.
    return dialect.words(block.text).replace("\n", "&#10;")


def _html_list(block: List, dialect: InHtml) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    return f"<{tag}{start}>{''.join([f'<li>{_inner(item, dialect)}</li>' for item in block.items])}</{tag}>"
