"""The files of a staged release by address, and where a written link leads."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from portal.failure import naming

_OUTSIDE = ("mailto:", "tel:", "sms:", "data:", "blob:")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: an address of the release with a fragment, or another `host` (then only that)."""

    address: str = ""
    fragment: str = ""
    host: str = ""


@dataclass(frozen=True)
class Files:
    """Every file of a release by each of its addresses; `url` is the portal's own, without closing slash."""

    folder: Path
    url: str
    paths: Mapping[str, str]
    _resolved: dict[str, Target] = field(default_factory=dict)

    def read(self, address: str) -> bytes:
        """Give the bytes at an address; raises KeyError where there is none."""
        file = self.folder / self.paths[address]
        with naming(file):
            return file.read_bytes()

    def pages(self) -> list[str]:
        """Give the addresses of all HTML pages, once each, sorted."""
        return sorted(own_address(path) for path in set(self.paths.values()) if path.endswith(".html"))

    def ending(self, suffix: str) -> list[str]:
        """Give the addresses of the files that end so, sorted."""
        return sorted("/" + path for path in set(self.paths.values()) if path.endswith(suffix))

    def resolve(self, written: str, page: str) -> Target | None:
        """Say where a link written on a page leads; None where it leads to no document (mail, telephone).

        Hosts are judged as browsers do: C0 controls and spaces around are dropped, tabs and line ends
        anywhere, and a backslash is a slash (WHATWG URL).
        """
        rooted = written.startswith("/")
        if rooted and written in self._resolved:
            return self._resolved[written]
        target = self._resolve(written, page)
        if rooted and target:
            self._resolved[written] = target
        return target

    def _resolve(self, written: str, page: str) -> Target | None:
        plain = _as_browsers_read(written)
        if plain.lower().startswith(_OUTSIDE):
            return None
        try:
            parts = urlsplit(urljoin(self.url + page, plain))
        except ValueError:
            return Target(host=plain)
        own = urlsplit(self.url)
        if (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
            return Target(host=parts.netloc or f"{parts.scheme}:")
        return Target(unquote(parts.path) or "/", unquote(parts.fragment))


def files_of(folder: Path, url: str) -> Files:
    """List the files of a folder; a folder's page has the folder's address and its own."""
    paths: dict[str, str] = {}
    for here, _, names in os.walk(folder):
        where = Path(here).relative_to(folder).as_posix()
        for name in names:
            path = name if where == "." else f"{where}/{name}"
            paths["/" + path] = paths[own_address(path)] = path
    return Files(folder, url, paths)


def files_at(folder: Path, url: str, held: Iterable[str]) -> Files:
    """The files that a release will have at these paths, whether they stand already or not."""
    paths: dict[str, str] = {}
    for path in held:
        paths["/" + path] = paths[own_address(path)] = path
    return Files(folder, url, paths)


def own_address(path: str) -> str:
    """Give the address that a file is known by."""
    address = "/" + path
    return address.removesuffix("index.html") if address.endswith("/index.html") else address


def _as_browsers_read(written: str) -> str:
    stripped = written.strip("".join(map(chr, range(33))))
    bare = stripped.translate({9: None, 10: None, 13: None})
    return bare.replace("\\", "/") if not bare.lower().startswith(_OUTSIDE) else bare
