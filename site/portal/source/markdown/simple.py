"""Texts of a simple grammar, as most are, written out at once: no tree, no sanitiser, the same bytes.

Only what surely means one thing to Python-Markdown is taken: paragraphs, headings, flat lists, quotes,
tables, terms with a definition, figures, admonitions. One sign that might mean anything else leaves the
whole text to the engine.
"""

import re
from dataclasses import dataclass, field

from portal.source.markdown.filling import HOLE, Figure, Hole
from portal.source.markdown.inline import TARGET, Beyond, marked_up
from portal.source.markdown.rendered import TABLE_LABEL, anchor_of

# All but letters, digits and common signs. Left out are with the rest what begins raw HTML, entities, escapes
# and attribute lists, and what Unicode takes for a control, a space or a digit of another script.
_FOREIGN = re.compile(
    "[^\n -;=-\\[\\]-z|-~\u00a1-\u00ac\u00ae-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ab\u20ac"
    "\u2116\u2122\u2190-\u2bff\u3001-\u9fff\ufe0f\U0001f300-\U0001faff]"
)
_ENTITY = re.compile(r"&(?:#|[A-Za-z0-9]+;)")
# What makes a line other than words of a paragraph, or might.
_MARK = r"(?:[ !#:=>|+-]|\*(?!\*?[^\s*\[]|\*\[)|[0-9]+\. )"
_BLOCK_MARK = re.compile(_MARK)
_LINE_MARK = re.compile(rf"\n{_MARK}")
_BLANK = re.compile(r"\n\n+")
_HEADING = re.compile(r"(#{2,6})([^#\n]*[^#\s])(?:\n|$)")
_ITEM = {"ul": re.compile(r"[-*+] +(.+)"), "ol": re.compile(r"[0-9]+\. +(.+)")}
_ADMONITION = re.compile(r'!!! ([a-z]+)(?: "([^"\s][^"\n]*)")?(?:\n|$)')
_FIGURE = re.compile(
    rf'!\[([^\s\[\]"`>&*_][^\[\]"`>&*_\n]*)\]\(({TARGET})(?: "([^\s\[\]"\'`>&*_()][^\[\]"\'`>&*_()\n]*)")?\)'
)
_DEFINITION = re.compile(r"([^\n]+)\n: {1,3}([^ \n][^\n]*)")
_RULE = frozenset(":- ")
_MARKUP = re.compile(r"<[^>]+>")
_INDENT = "    "


@dataclass(slots=True)
class Draft:
    """A simple text, written out but for its links and figures: a HOLE stands for each of `holes`."""

    language: str
    lines: list[str] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    tables: int = 0
    inside: bool = False


def draft(text: str, language: str) -> Draft | None:
    """Write out a text of the simple grammar; None where any of it might not be."""
    # Spaces before a line's end may break it; `id="` is looked for in markup to find anchors.
    if _FOREIGN.search(text) or _ENTITY.search(text) or " \n" in text or 'id="' in text:
        return None
    body = text.strip("\n")
    if not body or body[-1] == " ":
        return None
    made = Draft(language)
    try:
        _blocks(made, body)
    except Beyond:
        return None
    return made


def _blocks(made: Draft, text: str) -> None:
    for block in _BLANK.split(text):
        _block(made, block)


def _block(made: Draft, block: str) -> None:
    if not _BLOCK_MARK.match(block):
        _paragraph(made, block)
        return
    sign = block[0]
    _WRITERS["0" if sign.isdigit() else sign](made, block)


def _words(made: Draft, text: str) -> str:
    """Lines of words, none of which begins anything else."""
    if _BLOCK_MARK.match(text) or ("\n" in text and _LINE_MARK.search(text)):
        raise Beyond
    return marked_up(text, made.holes)


def _paragraph(made: Draft, block: str) -> None:
    if "\n:" in block:
        _definition(made, block)
    else:
        made.lines.append(f"<p>{_words(made, block)}</p>")


def _open(made: Draft, tag: str, start: str) -> bool:
    """Go on with the element that has just been closed, or start a new one; true where it goes on."""
    if made.lines and made.lines[-1] == f"</{tag}>":
        made.lines.pop()
        return True
    made.lines.append(start)
    return False


def _heading(made: Draft, block: str) -> None:
    found = _HEADING.match(block)
    if not found:
        raise Beyond
    level, markup = len(found[1]), marked_up(found[2].strip(), made.holes)
    words = _MARKUP.sub("", markup).replace("&gt;", ">").replace("&amp;", "&").strip()
    anchor = _unique(anchor_of(" ".join(words.split())), made.anchors)
    made.headings.append((level, anchor, words))
    made.lines.append(f'<h{level} id="{anchor}">{markup}</h{level}>')
    if found.end() < len(block):
        _block(made, block[found.end() :])


def _unique(anchor: str, taken: set[str]) -> str:
    number, found = 0, anchor
    while found in taken:
        number += 1
        found = f"{anchor}_{number}"
    taken.add(found)
    return found


def _list(made: Draft, block: str) -> None:
    tag = "ol" if block[0].isdigit() else "ul"
    first = block.partition(".")[0] if tag == "ol" else "1"
    items = _items(block, _ITEM[tag])
    loose = _open(made, tag, f"<{tag}>" if first == "1" else f'<{tag} start="{first}">')
    if loose:
        made.lines[-1] = _loosened(made.lines[-1])
    for item in items:
        line = f"<li>{_words(made, item)}</li>"
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
    _open(made, "dl", "<dl>")
    made.lines += (
        f"<dt>{_words(made, found[1])}</dt>",
        f"<dd>{_words(made, found[2])}</dd>",
        "</dl>",
    )


def _quote(made: Draft, block: str) -> None:
    lines = [line[2:] if line[:2] == "> " else line[1:] for line in block.split("\n") if line[0] == ">"]
    if len(lines) <= block.count("\n") or not lines[0] or not lines[-1]:
        raise Beyond
    _open(made, "blockquote", "<blockquote>")
    _within(made, "\n".join(lines))
    made.lines.append("</blockquote>")


def _within(made: Draft, text: str) -> None:
    if made.inside:
        raise Beyond
    made.inside = True
    _blocks(made, text)
    made.inside = False


def _figure_or_admonition(made: Draft, block: str) -> None:
    found = _FIGURE.fullmatch(block)
    if found:
        made.holes.append(Figure(found[2], found[1], (found[3] or "").strip()))
        made.lines.append(HOLE)
    else:
        _admonition(made, block)


def _admonition(made: Draft, block: str) -> None:
    found = _ADMONITION.match(block)
    if not found or made.inside:
        raise Beyond
    kind, title = found[1], found[2] or found[1].capitalize()
    made.lines += (
        f'<div class="admonition {kind}">',
        f'<p class="admonition-title">{marked_up(title, made.holes)}</p>',
        "</div>",
    )
    if found.end() < len(block):
        _indented(made, block[found.end() :])


def _indented(made: Draft, block: str) -> None:
    """Lines of an admonition: the four spaces before each are the only ones."""
    lines = block.split("\n")
    if made.lines[-1:] != ["</div>"] or not all(line.startswith(_INDENT) for line in lines):
        raise Beyond
    made.lines.pop()
    _within(made, "\n".join([line[len(_INDENT) :] for line in lines]))
    made.lines.append("</div>")


def _table(made: Draft, block: str) -> None:
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
    marked = [marked_up(cell, made.holes) for cell in cells]
    lines = [f"<{start}>{cell}</{start[:2]}>" for start, cell in zip(starts, marked, strict=True)]
    return ["<tr>", *lines, "</tr>"]


def _beyond(made: Draft, block: str) -> None:
    raise Beyond


_WRITERS = {
    "#": _heading,
    "-": _list,
    "*": _list,
    "+": _list,
    "0": _list,
    ">": _quote,
    "|": _table,
    "!": _figure_or_admonition,
    " ": _indented,
    ":": _beyond,
    "=": _beyond,
}
