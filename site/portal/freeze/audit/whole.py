"""The audit: each page by itself, then what pages say of each other."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portal.freeze.audit.budget import Scale
from portal.freeze.audit.files import Files, files_of
from portal.freeze.audit.finding import Expected, Finding
from portal.freeze.audit.links import Anchored, check_anchors, check_links, check_style
from portal.freeze.audit.page import parse
from portal.freeze.audit.rules import check


@dataclass
class Auditor:
    """Checks pages and style sheets one by one, in any process; anchors of other pages are left for later.

    `files` says what the whole release will hold. Style sheets and drawings must stand before the pages.
    """

    files: Files
    expected: Expected
    scale: Scale = field(init=False)

    def __post_init__(self) -> None:
        """Begin to weigh."""
        self.scale = Scale(self.files)

    def check(self, address: str, source: bytes) -> tuple[list[Finding], list[Anchored]]:
        """Give the faults of one file, and its links to anchors of other pages."""
        if address.endswith(".css"):
            return list(check_style(address, self.files)), []
        if not address.endswith(("/", ".html")):
            return [], []
        try:
            page = parse(address, source)
        except ValueError:
            return [Finding(address, "page/empty", "tệp không phải là trang HTML")], []
        anchored: list[Anchored] = []
        found = check(page)
        found += check_links(page, self.files, anchored)
        anchored = [link for link in anchored if link[1] not in self.expected.gone]
        if address in self.expected.articles:
            found += self.scale.check_article(page, source)
        if address in self.expected.fronts:
            found += self.scale.check_front(page, source)
        own = [link for link in anchored if link[1] == address]
        found += check_anchors(own, {address: page.anchors}, self.files)
        return found, [link for link in anchored if link[1] != address]


def check_across(anchored: Iterable[Anchored], files: Files) -> list[Finding]:
    """Give the links whose anchor is not on the page where they lead, once all pages stand."""
    anchors: dict[str, frozenset[str]] = {}
    links = list(anchored)
    for _, address, _ in links:
        if address not in anchors and address.endswith(("/", ".html")):
            anchors[address] = anchors_of(address, files.read(address))
    return list(check_anchors(links, anchors, files))


def anchors_of(address: str, source: bytes) -> frozenset[str]:
    """What a fragment can lead to on a page; nothing on what is no page."""
    try:
        return parse(address, source).anchors
    except ValueError:
        return frozenset()


def audit(folder: Path, expected: Expected) -> tuple[Finding, ...]:
    """Give every fault of the HTML pages and style sheets of a staged release, by address and rule."""
    files = files_of(folder, expected.url)
    return audit_some([*files.ending(".css"), *files.pages()], files, expected)


def audit_some(addresses: Collection[str], files: Files, expected: Expected) -> tuple[Finding, ...]:
    """Give every fault of some files of a release, by address and rule."""
    auditor = Auditor(files, expected)
    found: list[Finding] = []
    anchored: list[Anchored] = []
    for address in addresses:
        own, links = auditor.check(address, files.read(address))
        found += own
        anchored += links
    return tuple(sorted({*found, *check_across(anchored, files)}))


def pages_that_name(files: Files, lost: Mapping[str, Collection[str]], pages: Iterable[str]) -> list[str]:
    """Give those of some pages in whose bytes an address stands that is lost, or an anchor of it.

    `lost` has the anchors that an address lost, or no anchor where the whole address is gone.
    """
    whole = [address.encode() for address, anchors in lost.items() if not anchors]
    parts = [f"#{anchor}".encode() for anchors in lost.values() for anchor in anchors]
    words = [*whole, *parts]
    return [address for address in pages if _names(files.read(address), words)] if words else []


def _names(source: bytes, words: Iterable[bytes]) -> bool:
    return any(word in source for word in words)
