"""Blocks of a simple text that hold words alone: paragraphs, headings, lists, definitions, tables, figures.

Each writer takes a block and adds its lines to a draft; Beyond is raised where it might mean anything else.
"""

import re

from portal.source.markdown.drafts import Draft
from portal.source.markdown.filling import HOLE, Figure
from portal.source.markdown.inline import TARGET, Beyond
from portal.source.markdown.rendered import TABLE_LABEL, anchor_of

_HEADING = re.compile(r"(#{2,6})([^#]*[^#\s])")
_ITEM = {"ul": re.compile(r"[-*+] +(.+)"), "ol": re.compile(r"[0-9]+\. +(.+)")}
_FIGURE = re.compile(
    rf'!\[([^\s\[\]"`>&*_][^\[\]"`>&*_\n]*)\]\(({TARGET})(?: "([^\s\[\]"\'`>&*_()][^\[\]"\'`>&*_()\n]*)")?\)'
)
_DEFINITION = re.compile(r"([^\n]+)\n: {1,3}([^ \n][^\n]*)")
_RULE = frozenset(":- ")
_MARKUP = re.compile(r"<[^>]+>")


def paragraph(made: Draft, block: str) -> None:
    """Lines of words; or a term, where a colon begins the second line."""
    if "\n:" in block:
        _definition(made, block)
    else:
        made.lines.append(f"<p>{made.words(block)}</p>")


def heading(made: Draft, line: str) -> None:
    """One line; the first level is left to the engine, for a page has its title there."""
    found = _HEADING.fullmatch(line)
    if not found:
        raise Beyond
    level, markup = len(found[1]), made.marked(found[2].strip())
    words = _MARKUP.sub("", markup).replace("&gt;", ">").replace("&amp;", "&").strip()
    anchor = made.anchor(anchor_of(" ".join(words.split())))
    made.headings.append((level, anchor, words))
    made.lines.append(f'<h{level} id="{anchor}">{markup}</h{level}>')


def list_(made: Draft, block: str) -> None:
    """Items of one kind; a list that stands right before goes on, loosely."""
    tag = "ol" if block[0].isdigit() else "ul"
    first = block.partition(".")[0] if tag == "ol" else "1"
    items = _items(block, _ITEM[tag])
    loose = made.begin(tag, f"<{tag}>" if first == "1" else f'<{tag} start="{first}">')
    if loose:
        made.lines[-1] = _loosened(made.lines[-1])
    for item in items:
        line = f"<li>{made.words(item)}</li>"
        made.lines.append(_loosened(line) if loose else line)
        loose = False
    made.lines.append(f"</{tag}>")


def _items(block: str, pattern: re.Pattern[str]) -> list[str]:
    items: list[str] = []
    for line in block.split("\n"):
        found = pattern.fullmatch(line)
        if found:
            items.append(found[1])
        elif items:
            items[-1] += f"\n{line}"
        else:
            raise Beyond
    return items


def _loosened(item: str) -> str:
    """An item with a blank line beside it holds a paragraph."""
    return item if item.startswith("<li>\n") else f"<li>\n<p>{item[4:-5]}</p>\n</li>"


def _definition(made: Draft, block: str) -> None:
    found = _DEFINITION.fullmatch(block)
    if not found:
        raise Beyond
    made.begin("dl", "<dl>")
    made.lines += (
        f"<dt>{made.words(found[1])}</dt>",
        f"<dd>{made.words(found[2])}</dd>",
        "</dl>",
    )


def figure(made: Draft, block: str) -> None:
    """A picture that is alone in its paragraph."""
    found = _FIGURE.fullmatch(block)
    if not found:
        raise Beyond
    made.holes.append(Figure(found[2], found[1], (found[3] or "").strip()))
    made.lines.append(HOLE)


def table(made: Draft, block: str) -> None:
    """Rows with a pipe at both ends: a head, a rule, and at least one more."""
    rows = [_cells(row) for row in block.split("\n")]
    if len(rows) < 3 or not 1 < len(rows[0]) == len(rows[1]) or not _RULE.issuperset("".join(rows[1])):
        raise Beyond
    classes = [_class_of(rule) for rule in rows[1]]
    made.tables += 1
    label = TABLE_LABEL[made.language].format(made.tables)
    made.lines += (
        f'<div aria-label="{label}" class="table" role="region" tabindex="0"><table>',
        "<thead>",
        *_row(made, rows[0], [f'th{name} scope="col"' for name in classes]),
        "</thead>",
        "<tbody>",
    )
    for row in rows[2:]:
        made.lines += _row(made, row, [f"td{name}" for name in classes])
    made.lines += ("</tbody>", "</table></div>")


def _cells(row: str) -> list[str]:
    # A pipe between backticks divides no cells: cut there, neither side would be of the simple grammar.
    if len(row) < 2 or row[0] != "|" or row[-1] != "|":
        raise Beyond
    return [cell.strip(" ") for cell in row[1:-1].split("|")]


def _class_of(rule: str) -> str:
    if not rule.endswith(":"):
        return ""
    return ' class="center"' if rule.startswith(":") else ' class="right"'


def _row(made: Draft, cells: list[str], starts: list[str]) -> list[str]:
    # A row has as many cells as the rule under the head.
    cells = cells[: len(starts)] + [""] * (len(starts) - len(cells))
    marked = [made.marked(cell) for cell in cells]
    lines = [f"<{start}>{cell}</{start[:2]}>" for start, cell in zip(starts, marked, strict=True)]
    return ["<tr>", *lines, "</tr>"]
