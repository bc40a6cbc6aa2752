"""Links that do not say where they lead, or lead out of the circle that a portal trusts."""

import re
from collections.abc import Iterator

from portal.guard.finding import Finding, Known, is_below
from portal.guard.wording import says_nothing

_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,60}+)\](?=[(\[])")
_HTML_LINK = re.compile(r"<[aA]\s[^<>]*>(?P<words>[^<>]{1,60})</[aA]>")
_HOST = re.compile(r"[^\s/?#()<>\"'`|\\\]]+\.[^\s/?#()<>\"'`|\\\]]+")


def find_links(text: str, plain: bytes, known: Known, start: int) -> Iterator[Finding]:
    """Find them from an offset on; of each strange host the first link. `plain` is the text folded."""
    if plain.find(b"](", start) >= 0 or plain.find(b"][", start) >= 0:
        yield from _empty(_LINK, text, start)
    if plain.find(b"<a", start) >= 0:
        yield from _empty(_HTML_LINK, text, start)
    if plain.find(b"://", start) >= 0:
        yield from _strange(text, known, start)


def _empty(pattern: re.Pattern[str], text: str, start: int) -> Iterator[Finding]:
    for found in pattern.finditer(text, start):
        is_picture = text[found.start() - 1 : found.start()] == "!"
        if not is_picture and says_nothing(found["words"]):
            yield Finding("guard/empty-link", *found.span("words"), {"words": found["words"]})


def _strange(text: str, known: Known, start: int) -> Iterator[Finding]:
    seen, place = set(), text.find("://", start)
    while place >= 0:
        scheme = next((one for one in ("https", "http") if text[place - 5 : place].lower().endswith(one)), "")
        found = _HOST.match(text, place + 3) if scheme else None
        if found:
            host = found[0].rpartition("@")[2].partition(":")[0].rstrip(".,;").lower()
            if host not in seen and not is_below(host, known.hosts):
                seen.add(host)
                end = found.end() - (len(found[0]) - len(found[0].rstrip(".,;")))
                yield Finding("guard/foreign-link", place - len(scheme), end, {"host": host, "count": "1"})
        place = text.find("://", place + 3)
