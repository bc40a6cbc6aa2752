"""Texts of a simple grammar, as most are, written out at once: no tree, no sanitiser, the same bytes.

Only what surely means one thing to Python-Markdown is taken: paragraphs, headings, flat lists, quotes,
tables, terms with a definition, figures, admonitions. One sign that might mean anything else leaves the
whole text to the engine.
"""

import re

from portal.source.markdown.drafts import BLOCK_MARK, Draft
from portal.source.markdown.inline import Beyond
from portal.source.markdown.leaves import figure, heading, list_, paragraph, table

# All but letters, digits and common signs. Left out are with the rest what begins raw HTML, entities, escapes
# and attribute lists, and what Unicode takes for a control, a space or a digit of another script.
_FOREIGN = re.compile(
    "[^\n -;=-\\[\\]-z|-~\u00a1-\u00ac\u00ae-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ab\u20ac"
    "\u2116\u2122\u2190-\u2bff\u3001-\u9fff\ufe0f\U0001f300-\U0001faff]"
)
_ENTITY = re.compile(r"&(?:#|[A-Za-z0-9]+;)")
_BLANK = re.compile(r"\n\n+")
_ADMONITION = re.compile(r'!!! ([a-z]+)(?: "([^"\s][^"\n]*)")?(?:\n|$)')
_INDENT = "    "


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
    if not BLOCK_MARK.match(block):
        paragraph(made, block)
    elif block[0] == "#":
        _headed(made, *block.split("\n", 1))
    else:
        _WRITERS["0" if block[0].isdigit() else block[0]](made, block)


def _headed(made: Draft, line: str, rest: str = "") -> None:
    """A heading, and the block that follows it without a blank line."""
    if rest[:1] == "#":
        raise Beyond
    heading(made, line)
    if rest:
        _block(made, rest)


def _quote(made: Draft, block: str) -> None:
    lines = [line[2:] if line[:2] == "> " else line[1:] for line in block.split("\n") if line[0] == ">"]
    if len(lines) <= block.count("\n") or not lines[0] or not lines[-1]:
        raise Beyond
    made.begin("blockquote", "<blockquote>")
    _within(made, "\n".join(lines))
    made.lines.append("</blockquote>")


def _within(made: Draft, text: str) -> None:
    """Blocks in a quote or an admonition, which are never in one another here."""
    if made.inside:
        raise Beyond
    made.inside = True
    _blocks(made, text)
    made.inside = False


def _figure_or_admonition(made: Draft, block: str) -> None:
    (figure if block.startswith("![") else _admonition)(made, block)


def _admonition(made: Draft, block: str) -> None:
    found = _ADMONITION.match(block)
    if not found or made.inside:
        raise Beyond
    kind, title = found[1], found[2] or found[1].capitalize()
    made.lines += (
        f'<div class="admonition {kind}">',
        f'<p class="admonition-title">{made.marked(title)}</p>',
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


def _beyond(made: Draft, block: str) -> None:
    raise Beyond


_WRITERS = {
    "-": list_,
    "*": list_,
    "+": list_,
    "0": list_,
    "|": table,
    ">": _quote,
    "!": _figure_or_admonition,
    " ": _indented,
    ":": _beyond,
    "=": _beyond,
}
