"""The text of WordPress's posts: paragraphs by blank lines, shortcodes, comments of its editor."""

import re
from html import escape

_COMMENT = re.compile(r"<!--(?:(?!-->).){0,5000}-->", re.DOTALL)
_BLOCKS = (
    "address|article|aside|blockquote|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_BLOCK = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_WHOLE = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2\s*>)", re.IGNORECASE | re.DOTALL)
_CAPTION = re.compile(
    r"\[(?:wp_)?caption(?P<rest>[^\]]*)\]\s*(?P<image>(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)"
    r"(?P<words>(?:(?!\[/).){0,5000})\[/(?:wp_)?caption\]",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\bcaption=\"([^\"]*)\"")
_EMBED = re.compile(r"\[(embed|video|audio)(?P<rest>[^\]]*)\](?P<inner>[^\[\]]*)(?:\[/\1\])?", re.IGNORECASE)
_SOURCE = re.compile(r"\b(?:src|mp4|mp3|url)=[\"']([^\"']+)[\"']")
_ALONE = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]+)[ \t]*$", re.MULTILINE)
_CODE = re.compile(
    r"\[(/?)([a-z][a-z0-9_-]{1,40})((?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\]\"']+))*)\s*/?\](?!\()"
)
_ESCAPED = re.compile(r"\[(\[[a-z][^\]]{0,500}\])\]")


def in_paragraphs(text: str) -> tuple[str, tuple[str, ...]]:
    """Give a post's HTML, and the names of shortcodes that were left out, words within them kept."""
    bare = _COMMENT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    bare, unknown = _without_codes(_EMBED.sub(_embed, _CAPTION.sub(_figure, bare)))
    linked = _ALONE.sub(r'<a href="\1">\1</a>', bare)
    pieces = _WHOLE.split(linked)
    # Of every three: text, a whole element that keeps its lines, that element's name.
    made = [
        f"{_broken(pieces[at])}{pieces[at + 1] if at + 1 < len(pieces) else ''}"
        for at in range(0, len(pieces), 3)
    ]
    return "".join(made), unknown


def _broken(text: str) -> str:
    """What stands between elements that begin blocks, in paragraphs where blank lines part it."""
    return "".join(one if at % 2 else _parted(one) for at, one in enumerate(_BLOCK.split(text)))


def _parted(text: str) -> str:
    if "\n" not in text.strip("\n "):
        return text
    parts = [part.strip("\n") for part in re.split(r"\n[ \t]*\n\s*", text)]
    lines = [part.replace("\n", "<br>\n") for part in parts]
    return "".join(f"<p>{line}</p>\n" for line in lines if line.strip()) if len(lines) > 1 else lines[0]


def _figure(found: re.Match[str]) -> str:
    said = _ATTRIBUTE.search(found["rest"])
    words = said[1] if said else found["words"].strip()
    return f"<figure>{found['image']}<figcaption>{words}</figcaption></figure>"


def _embed(found: re.Match[str]) -> str:
    named = _SOURCE.search(found["rest"])
    address = escape(found["inner"].strip() or (named[1] if named else ""))
    return f'<a href="{address}">{address}</a>' if address.startswith("http") else found[0]


def _without_codes(text: str) -> tuple[str, tuple[str, ...]]:
    """Brackets with parameters, or with an end, are shortcodes; any other are words."""
    ended = {name for end, name, _ in _CODE.findall(text) if end}
    unknown: dict[str, None] = {}

    def one(found: re.Match[str]) -> str:
        if not (found[1] or found[3] or found[2] in ended or found[2] == "gallery"):
            return found[0]
        unknown[found[2]] = None
        return ""

    kept = _ESCAPED.sub(lambda found: found[1].replace("[", "&#91;"), text)
    return _CODE.sub(one, kept), tuple(unknown)
