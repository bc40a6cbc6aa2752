"""Whether anything answers that the office did not publish: linked, listed for robots, or often planted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import unquote

from portal.trust.verifying.file_check import at_home, links_in
from portal.trust.verifying.findings import Finding
from portal.trust.verifying.sources import GUISES, PLAIN, Answer, CannotRead, Source
from portal.trust.verifying.spam import NOTHING, PATHS

MOST = 5000
"""Addresses that are asked for beside those of the listed files."""

Each = Callable[[Callable[[str], "Found"], Sequence[str]], Iterable["Found"]]
"""Does one thing with many addresses, maybe several at a time; answers come in the order of the addresses."""


@dataclass(frozen=True, slots=True)
class Found:
    """What answered at an address: findings, and the addresses that it leads to."""

    findings: tuple[Finding, ...] = ()
    links: frozenset[str] = frozenset()


@dataclass(slots=True)
class Crawl:
    """A walk over a site; `files` are listed, `own` are the log's, below `excepted` others answer."""

    source: Source
    files: Mapping[str, str]
    own: set[str]
    excepted: Sequence[str] = ()
    asked: set[str] = field(default_factory=set)

    def walk(self, links: Iterable[str], each: Each) -> Iterator[Finding]:
        """Ask for everything that links lead to and that is commonly planted; what answers is told."""
        listed = frozenset(self.files.values())
        todo = self._new([*self._at_home(links), *PATHS, NOTHING])
        while todo:
            next: set[str] = set()
            for found in each(lambda address: self._look(address, listed), todo):
                yield from found.findings
                next |= found.links
            todo = self._new(sorted(next))
            if len(self.asked) > MOST:
                yield Finding("read/too-many", self.source.name, str(MOST))
                return

    def _at_home(self, links: Iterable[str]) -> Iterator[str]:
        return filter(None, (at_home(self.source.name, "/", link) for link in sorted(links)))

    def _new(self, addresses: Iterable[str]) -> list[str]:
        found = []
        for address in addresses:
            if address not in self.asked and not self._is_known(address):
                self.asked.add(address)
                found.append(address)
        return found

    def _is_known(self, address: str) -> bool:
        if "?" in address:
            return address.partition("?")[0].startswith(tuple(self.excepted))
        path = unquote(address).lstrip("/")
        there = path in self.files or f"{path.rstrip('/')}/index.html".lstrip("/") in self.files
        return there or path in self.own or address.startswith(tuple(self.excepted))

    def _look(self, address: str, listed: frozenset[str]) -> Found:
        findings: list[Finding] = []
        links: set[str] = set()
        answers = []
        for name, guise in {"": PLAIN, **GUISES}.items():
            try:
                answer = self.source.get(address, guise)
            except CannotRead as error:
                return Found((Finding("read/failed", address, str(error)),))
            answers.append(answer)
            code = self._wrong(address, answer, listed)
            if code and (not name or not findings):
                cloaked = name and code == "page/unknown"
                findings.append(Finding("page/cloaked" if cloaked else code, address, name or answer.to))
                links |= self._leads(address, answer)
            links |= self._redirected(address, answer)
        return Found(tuple(findings), frozenset(links))

    def _wrong(self, address: str, answer: Answer, listed: frozenset[str]) -> str:
        if 200 <= answer.status < 300:
            # A host that shows the office's own page for any address shows nothing of anybody else.
            return "" if sha256(answer.body).hexdigest() in listed else "page/unknown"
        if 300 <= answer.status < 400 and answer.status != 304:
            return "" if at_home(self.source.name, address, answer.to) else "page/elsewhere"
        return "read/failed" if answer.status >= 500 or answer.status in (408, 429) else ""

    def _redirected(self, address: str, answer: Answer) -> set[str]:
        to = at_home(self.source.name, address, answer.to) if answer.to else None
        return {to} if to else set()

    def _leads(self, address: str, answer: Answer) -> set[str]:
        found = (at_home(self.source.name, address, link) for link in links_in(answer.body))
        return {link for link in found if link}


def unlisted(source: Source, files: Mapping[str, str], own: set[str]) -> Iterator[Finding]:
    """The files of a folder that a release does not list."""
    for path in source.files():
        if path not in files and path not in own:
            yield Finding("page/unknown", path)
