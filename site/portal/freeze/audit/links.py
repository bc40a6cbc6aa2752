"""Where pages lead: every address and anchor exists, and nothing is fetched from elsewhere."""

import re
from collections.abc import Iterator

from lxml import etree

from portal.freeze.audit.files import Files
from portal.freeze.audit.finding import Finding
from portal.freeze.audit.page import Parsed

Anchored = tuple[str, str, str]
"""A link that names an anchor: the page it is on, the address it leads to, and the fragment."""

_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']+)""", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def check_links(page: Parsed, files: Files, anchored: list[Anchored]) -> Iterator[Finding]:
    """Give the dead links and foreign hosts of a page; note its links to anchors for later."""
    for written in page.links:
        target = files.resolve(written, page.address)
        if target is None or target.host:
            continue
        if target.address not in files.paths:
            yield Finding(page.address, "link/dead", f"không có «{written}»")
        elif target.fragment:
            anchored.append((page.address, target.address, target.fragment))
    for written in page.fetched:
        yield from _check_fetched(page.address, written, files, anchored)


def check_style(address: str, files: Files) -> Iterator[Finding]:
    """Give the missing files and foreign hosts of a style sheet."""
    for written in style_urls(files.read(address).decode("utf-8", "replace")):
        yield from _check_fetched(address, written, files, [])


def style_urls(text: str) -> list[str]:
    """Give all that a style sheet fetches, as written."""
    found = ("".join(match.groups("")) for match in _URL.finditer(_COMMENT.sub("", text)))
    return [url for url in dict.fromkeys(found) if not url.startswith("#")]


def check_anchors(
    anchored: list[Anchored], anchors: dict[str, frozenset[str]], files: Files
) -> Iterator[Finding]:
    """Give the links whose anchor is not where they lead; files that have no anchors are not asked."""
    for page, address, fragment in anchored:
        if address not in anchors:
            anchors[address] = _drawn(address, files)
        # Browsers take #top for the top of any page, and :~: begins a search in its text.
        known = fragment in anchors[address] or fragment.lower() == "top" or fragment.startswith(":~:")
        if not known and address.endswith(("/", ".html", ".svg")):
            yield Finding(page, "link/no-anchor", f"«{address}» không có «#{fragment}»")


def _check_fetched(page: str, written: str, files: Files, anchored: list[Anchored]) -> Iterator[Finding]:
    target = files.resolve(written, page)
    if target is None:
        return
    if target.host:
        yield Finding(page, "fetch/third-party", f"«{written}» lấy từ máy chủ khác")
    elif target.address not in files.paths:
        yield Finding(page, "fetch/missing", f"không có tệp «{written}»")
    elif target.fragment:
        anchored.append((page, target.address, target.fragment))


def _drawn(address: str, files: Files) -> frozenset[str]:
    """The ids of a drawing."""
    if not address.endswith(".svg"):
        return frozenset()
    root = etree.fromstring(files.read(address), etree.XMLParser(resolve_entities=False, no_network=True))
    return frozenset(element.get("id", "") for element in root.iter("*"))
