"""Links that do not say where they lead, or lead out of the circle that a portal trusts."""

import re
from collections.abc import Iterator

from portal.guard.finding import Finding, Known, is_below
from portal.guard.wording import says_nothing

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]{1,60})\](?=[(\[])")
_HTML_LINK = re.compile(r"<a\s[^<>]*>(?P<words>[^<>]{1,60})</a>", re.IGNORECASE)
_WEB = re.compile(r"https?://(?P<host>[^\s/?#()<>\"'|\\\]]+)", re.IGNORECASE)


def find_links(text: str, known: Known, start: int) -> Iterator[Finding]:
    """Find them from an offset on; of each strange host the first link."""
    if text.find("](", start) >= 0 or text.find("][", start) >= 0:
        yield from _empty(_LINK, text, start)
    if text.find("<a", start) >= 0:
        yield from _empty(_HTML_LINK, text, start)
    if text.find("://", start) >= 0:
        yield from _strange(text, known, start)


def _empty(pattern: re.Pattern[str], text: str, start: int) -> Iterator[Finding]:
    for found in pattern.finditer(text, start):
        if says_nothing(found["words"]):
            yield Finding("guard/empty-link", *found.span("words"), {"words": found["words"]})


def _strange(text: str, known: Known, start: int) -> Iterator[Finding]:
    seen = set()
    for found in _WEB.finditer(text, start):
        host = found["host"].rpartition("@")[2].partition(":")[0].rstrip(".,;").lower()
        if host not in seen and not is_below(host, known.hosts):
            seen.add(host)
            yield Finding("guard/foreign-link", *found.span(), {"host": host, "count": "1"})
