"""Words in Markdown: whatever sign might mean something is written so that it means itself."""

import re

# A low line within a word is one; `<` before a space is one.
_SIGNS = re.compile(
    r"(?P<sign>[\\`*\[\]{}]|(?<![^\W_])_|_(?![^\W_]))|(?P<less><(?=\S|$))|&(?=#|[A-Za-z0-9]+;)"
)
_LINE_START = re.compile(r"(#|>|!!!(?= ?\w)|[+-](?=[ -]|$)|[0-9]+(?=\.(?: |$)))")
_RULE = re.compile(r"[=|:\- ]+")
_OF_RULE = {"=": "&#61;", ":": "&#58;"}


def escaped(text: str) -> str:
    """Write words so that no sign in the midst of a line means anything but itself."""
    return _SIGNS.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    if found["sign"]:
        return f"\\{found['sign']}"
    return "&lt;" if found["less"] else "&amp;"


def guarded(line: str) -> str:
    """Write a line that holds its markup already so that its beginning begins no block."""
    if _RULE.fullmatch(line) or line.startswith(":"):
        return _OF_RULE.get(line[0], f"\\{line[0]}") + line[1:]
    found = _LINE_START.match(line)
    if not found:
        return line
    sign = found[0]
    return f"{sign}\\{line[len(sign) :]}" if sign.isdigit() else f"\\{line}"


def in_cell(text: str) -> str:
    """Write what stands in a cell of a table between pipes."""
    return text.replace("|", "\\|")
