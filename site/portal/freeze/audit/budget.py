"""How heavy pages may be, compressed as servers send them."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from portal.freeze.audit.files import Files
from portal.freeze.audit.finding import Finding
from portal.freeze.audit.links import style_urls
from portal.freeze.audit.page import Parsed

FIRST_ROUND = 14_950
"""Bytes that reach a reader in the first round trip of a connection: ten segments (RFC 6928)."""

FRONT = 50 * 1024
"""Bytes of a front page with everything but its pictures."""

_PACKED = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".woff2")
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif")


@dataclass(frozen=True)
class Scale:
    """Weighs the files that many pages share only once."""

    files: Files
    weights: dict[str, int] = field(default_factory=dict)

    def check_article(self, page: Parsed, source: bytes) -> Iterator[Finding]:
        """The page and the style sheets it waits for arrive in the first round trip."""
        sheets = self._weigh(page.address, page.sheets("stylesheet"))
        # Uncompressed it is heavier still: most pages need not be compressed to know.
        if len(source) + sheets > FIRST_ROUND:
            yield from _over(page.address, "budget/article", packed(source) + sheets, FIRST_ROUND)

    def check_front(self, page: Parsed, source: bytes) -> Iterator[Finding]:
        """The page with style, script and icons, and what the style fetches, but no pictures."""
        sheets = page.sheets("stylesheet")
        drawn = [
            url
            for sheet in self._addresses(page.address, sheets)
            for url in self._addresses(sheet, style_urls(self.files.read(sheet).decode("utf-8", "replace")))
            if not url.endswith(_PICTURES)
        ]
        scripts = [value for element, value in page.attributes["src"] if element.tag == "script"]
        icons = [value for element, value in page.attributes["href"] if element.tag == "use"]
        named = page.sheets("icon", "apple-touch-icon", "mask-icon", "manifest")
        loaded = self._addresses(page.address, [*sheets, *scripts, *icons, *named])
        weight = packed(source) + sum(map(self._weight, sorted({*loaded, *drawn})))
        yield from _over(page.address, "budget/front", weight, FRONT)

    def _weigh(self, page: str, written: Iterable[str]) -> int:
        return sum(self._weight(address) for address in self._addresses(page, written))

    def _addresses(self, page: str, written: Iterable[str]) -> set[str]:
        """Where they lead, as far as it is in the release: what is missing is another rule's."""
        targets = (self.files.resolve(one, page) for one in written)
        return {target.address for target in targets if target and target.address in self.files.paths}

    def _weight(self, address: str) -> int:
        if address not in self.weights:
            source = self.files.read(address)
            self.weights[address] = len(source) if address.endswith(_PACKED) else packed(source)
        return self.weights[address]


def packed(source: bytes) -> int:
    """Give the size of bytes as gzip sends them."""
    return len(gzip.compress(source, 9, mtime=0))


def _over(address: str, rule: str, weight: int, budget: int) -> Iterator[Finding]:
    if weight > budget:
        yield Finding(address, rule, f"nặng {weight} byte sau khi nén, mức cho phép {budget}")
